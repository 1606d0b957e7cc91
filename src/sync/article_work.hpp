#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "graph/builder.hpp"
#include "pipeline/resources.hpp"
#include "sync/session.hpp"

namespace depeche::sync {

/// What a run tells while it goes on, and how it is ended.
struct WorkEvents {
  std::function<void(const Diagnostic&)> diagnostic;
  std::function<void(const Counts&)> progress;
  std::function<bool()> go_on;
  int stop = -1;  ///< a descriptor that becomes readable when the run is to end; -1 = none
};

/// Articles out of files and folders, read with the knowledge of the program. `read` may be called by many threads.
class ArticleWork final : public Work {
 public:
  /// `resources` must outlive it. Fails on options that make no graph (a base that is no IRI).
  static Result<std::unique_ptr<ArticleWork>> make(const pipeline::Resources& resources,
                                                   const std::vector<std::string>& inputs,
                                                   const article::ReadLimits& limits, const graph::Options& options,
                                                   WorkEvents events);

  article::ReadResult next() override { return source_.next(); }
  Contribution read(article::Article article, std::string_view key) override;
  std::vector<std::string> ontology() override;
  void tell(const Diagnostic& diagnostic) override { events_.diagnostic(diagnostic); }
  bool go_on() override { return events_.go_on(); }
  void progress(const Counts& counts) override { events_.progress(counts); }

 private:
  ArticleWork(const pipeline::Resources& resources, article::ArticleSource source, const graph::Options& options,
              WorkEvents events);

  std::unique_ptr<graph::GraphBuilder> take_builder();
  void give_back(std::unique_ptr<graph::GraphBuilder> builder);

  const pipeline::Resources& resources_;
  article::ArticleSource source_;
  graph::Options options_;
  std::string entities_graph_;
  std::mutex mutex_;  ///< of the builders: one for every thread
  std::vector<std::unique_ptr<graph::GraphBuilder>> builders_;
  WorkEvents events_;
};

}  // namespace depeche::sync
