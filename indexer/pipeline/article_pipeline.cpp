#include "indexer/pipeline/article_pipeline.h"

#include <algorithm>
#include <utility>

#include "indexer/article_id.h"
#include "indexer/article_version.h"
#include "indexer/content_hash.h"
#include "indexer/pipeline/file_bytes.h"
#include "indexer/readers/feed_reader.h"
#include "indexer/readers/reader.h"
#include "schema/field.h"

namespace mahdar {
namespace {

constexpr std::size_t kHeadBytes = 1024;

void read_bytes(std::string_view bytes, const ReadTask& task, const std::function<void(RawArticle)>& sink,
                ReadOutcome& outcome) {
  const FileKind scanned = task.file->source.kind;
  const FileKind kind =
      scanned == FileKind::kText
          ? kind_of_file(task.file->source.path, bytes.substr(0, kHeadBytes)).value_or(scanned)
          : scanned;
  const ReadOrigin origin{task.file->source.shown, task.first_line};
  reader_for(kind).read(bytes, origin, [&](Result<RawArticle> article) {
    if (article) {
      sink(std::move(*article));
    } else {
      outcome.failures.push_back(std::move(article.error()));
    }
  });
}

/// A feed that ends in the middle is read again by the next run before anything is said of it.
void wait_for_writer(const ReadTask& task, ReadOutcome& outcome) {
  const auto is_cut = [](const InputError& error) { return error.remedy == kCutFeedRemedy; };
  if (std::ranges::none_of(outcome.failures, is_cut) || !may_grow(task.file->source.path)) return;
  std::erase_if(outcome.failures, is_cut);
  outcome.waits = true;
  outcome.complete = false;
}

/// Differs where what the reader gave or a correction of it differs, and only there.
std::string corrected_hash(const std::string& read, const std::vector<const Corrections::Row*>& corrections) {
  if (corrections.empty()) return read;
  std::string all = read;
  for (const Corrections::Row* row : corrections)
    for (const std::string* cell : {&row->article, &row->field, &row->value, &row->who, &row->why})
      all += *cell + '\t';
  return hash_bytes(all);
}

}  // namespace

ReadOutcome read_articles(const ReadTask& task, const std::function<void(RawArticle)>& sink) {
  ReadOutcome outcome;
  outcome.file = task.file;
  outcome.ends_file = task.ends_file;
  outcome.complete = task.complete;
  outcome.waits = task.waits;
  outcome.failures = task.problems;
  outcome.continued = task.continued;
  outcome.position = task.position;
  if (task.is_block) {
    read_bytes(task.bytes, task, sink, outcome);
    return outcome;
  }
  const auto bytes = read_file(task.file->source.path, task.file->source.shown);
  if (!bytes) {
    outcome.failures.push_back(bytes.error());
    outcome.complete = false;
    return outcome;
  }
  outcome.settled = bytes->settled;
  if (!outcome.settled) return outcome;
  outcome.hash = hash_hex(bytes->bytes);
  outcome.same_bytes = outcome.hash == task.file->hash;
  if (!outcome.same_bytes) read_bytes(bytes->bytes, task, sink, outcome);
  wait_for_writer(task, outcome);
  return outcome;
}

ArticleNames article_names(std::string_view id, const SourceFile& file, std::uint64_t record) {
  // Lines may be added to a file of one line, and its name must not become the others' too.
  return {id, file.path, file.relative, record, record <= 1 || file.kind == FileKind::kWarc};
}

BuiltArticle ArticlePipeline::build(const RawArticle& raw, const FileToRead& file) const {
  const std::string read = content_hash(raw);
  BuiltArticle built;
  built.id = article_id(raw, file.path_id, read);
  const auto corrections = corrections_.find(article_names(built.id, file.source, raw.record));
  const std::string hash = corrected_hash(read, corrections);
  built.id_term = make_term(prefix::kId, built.id);
  built.content_hash = hash;
  built.version = version_value(raw);
  built.record = raw.record;
  const auto known = file.known.find(built.id_term);
  if (known != file.known.end() && known->second.content_hash == hash &&
      known->second.version == built.version)
    return built;
  const AnnotatedArticle annotated = annotator_.annotate(raw);
  annotated.article->id = built.id;
  annotated.article->path = file.source.path;
  apply_corrections(corrections, *annotated.article);
  built.text_bytes = raw.text.size() + raw.title.size();
  built.document = builder_.build(annotated, file.key, hash, built.version);
  for (const Corrections::Row* row : corrections)
    built.document->add_boolean_term(make_term(prefix::kCorrected, row->article));
  return built;
}

ReadOutcome ArticlePipeline::run(const ReadTask& task) const {
  std::vector<BuiltArticle> articles;
  ReadOutcome outcome =
      read_articles(task, [&](const RawArticle& raw) { articles.push_back(build(raw, *task.file)); });
  outcome.articles = std::move(articles);
  return outcome;
}

}  // namespace mahdar
