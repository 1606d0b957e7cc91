#pragma once
#include <vector>

#include "article/article.hpp"
#include "article/chrome.hpp"
#include "article/cleaning/line.hpp"
#include "article/input/record.hpp"

namespace depeche::article {

/// Makes an article of a record: the text is normalised (NFC) and freed of site chrome, credits, bylines, repeated
/// lines and teasers of other articles; title, author and dates are found in it where the record does not give them.
/// What is taken out goes to `dropped` if wanted. The text is empty if nothing is left; `record.text` has to be UTF-8.
Article clean(Record record, const Chrome& chrome, std::vector<DroppedLine>* dropped = nullptr);

}  // namespace depeche::article
