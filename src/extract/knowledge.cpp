#include "extract/knowledge.hpp"

namespace depeche::extract {

CoreFunctions::CoreFunctions(const mapping::Functions& f)
    : subject(f.find("subject")),
      object(f.find("object")),
      genitive(f.find("genitive")),
      adjective(f.find("adjective")),
      possessive(f.find("possessive")),
      modified(f.find("modified")),
      content(f.find("content")),
      place(f.find("place")),
      apposition(f.find("apposition")),
      self(f.find("self")),
      attribute(f.find("attribute")),
      clause(f.find("clause")),
      theme(f.find("theme")),
      implied(f.find("implied")),
      support(f.find("support")),
      speech(f.find("speech")),
      home(f.find("home")),
      a(f.find("à")),
      de(f.find("de")),
      par(f.find("par")),
      entre(f.find("entre")),
      avec(f.find("avec")) {}

}  // namespace depeche::extract
