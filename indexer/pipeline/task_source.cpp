#include "indexer/pipeline/task_source.h"

namespace mahdar {

std::optional<ReadTask> TaskSource::next() {
  if (file_) return next_of_open_file();
  auto file = next_file_();
  if (!file) return std::nullopt;
  if (file->source.kind != FileKind::kJsonLines) {
    ReadTask whole;
    whole.file = std::move(file);
    return whole;
  }
  file_ = std::move(file);
  blocks_.emplace(file_->source.path, file_->source.shown);
  return next_of_open_file();
}

ReadTask TaskSource::next_of_open_file() {
  ReadTask task;
  task.file = file_;
  task.is_block = true;
  auto block = blocks_->next();
  if (auto error = blocks_->take_error()) task.problems.push_back(std::move(*error));
  if (block) {
    task.first_line = block->first_line;
    task.bytes = std::move(block->bytes);
    task.ends_file = false;
    return task;
  }
  task.complete = blocks_->complete();
  blocks_.reset();
  file_.reset();
  return task;
}

}  // namespace mahdar
