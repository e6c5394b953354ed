#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "analyzers/about/annotator.h"
#include "indexer/article_id.h"
#include "indexer/commands/command.h"
#include "indexer/commands/corrections_file.h"
#include "indexer/commands/knowledge.h"
#include "indexer/commands/run_setup.h"
#include "indexer/content_hash.h"
#include "indexer/explain/explanation.h"
#include "indexer/pipeline/article_pipeline.h"
#include "indexer/pipeline/ordered_workers.h"
#include "indexer/pipeline/task_source.h"
#include "indexer/write/file_plan.h"

namespace mahdar {
namespace {

struct Explained {
  std::vector<std::string> articles;
  std::vector<InputError> failures;
};

class ExplainWork {
 public:
  ExplainWork(const Knowledge& knowledge, const Corrections& corrections, const Options& options)
      : taxonomy_(knowledge.taxonomy()),
        corrections_(corrections),
        annotator_(knowledge.taxonomy(), knowledge.analyzer()),
        json_(options.format == "json"),
        english_(options.english) {}

  Explained operator()(const ReadTask& task) const {
    Explained explained;
    ReadOutcome outcome = read_articles(task, [&](const RawArticle& raw) {
      const AnnotatedArticle annotated = annotator_.annotate(raw);
      Article& article = *annotated.article;
      article.id = article_id(raw, task.file->path_id, content_hash(raw));
      const SourceFile& source = task.file->source;
      apply_corrections(corrections_.find(article_names(article.id, source, raw.record)), article);
      explained.articles.push_back(
          json_ ? explanation_to_json(raw, article, annotated.cuts)
                : explanation_to_text(raw, article, annotated.cuts, taxonomy_, english_));
    });
    explained.failures = std::move(outcome.failures);
    return explained;
  }

 private:
  const Taxonomy& taxonomy_;
  const Corrections& corrections_;
  Annotator annotator_;
  bool json_;
  bool english_;
};

/// Gives the scanned files, then standard input where it was asked for.
TaskSource::NextFile files_of(const Scan& scan) {
  return [&scan, ids = PathIds(), next = std::size_t{0}, input_due = scan.standard_input]() mutable {
    if (next == scan.files.size()) return std::exchange(input_due, false) ? standard_input() : nullptr;
    FileToRead file;
    file.source = scan.files[next++];
    file.path_id = ids.assign(file.source);
    return std::make_shared<const FileToRead>(std::move(file));
  };
}

}  // namespace

ExitCode run_explain(const Options& options) {
  Console console;
  RunReport report;
  console.listen_to(report);
  const Scan scan = scan_and_report(options, report);
  const Knowledge knowledge = load_knowledge(options.taxonomy);
  TaskSource tasks(files_of(scan));
  const Corrections corrections = load_corrections(options.corrections, {}, knowledge.taxonomy());
  const ExplainWork work(knowledge, corrections, options);
  OrderedWorkers<ReadTask, Explained> workers(thread_count(options),
                                              [&](const ReadTask& task) { return work(task); });
  for (bool more = true; more || !workers.idle();) {
    while (more && !workers.full()) {
      auto task = tasks.next();
      more = task.has_value();
      if (more) workers.submit(std::move(*task));
    }
    if (workers.idle()) continue;
    const Explained explained = workers.next();
    for (const InputError& error : explained.failures) report.reject(error);
    for (const std::string& article : explained.articles) fmt::print("{}\n", article);
  }
  return report.exit_code();
}

}  // namespace mahdar
