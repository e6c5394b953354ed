#include "indexer/pipeline/task_source.h"

namespace mahdar {

std::optional<ReadTask> TaskSource::next() {
  if (file_) return next_of_open_file();
  auto file = next_file_();
  if (!file) return std::nullopt;
  const SourceFile& source = file->source;
  if (source.kind == FileKind::kJsonLines) {
    blocks_.emplace(source.path, source.shown, file->start);
  } else if (source.kind == FileKind::kWarc) {
    records_.emplace(source.path, source.shown);
  } else {
    ReadTask whole;
    whole.file = std::move(file);
    return whole;
  }
  file_ = std::move(file);
  return next_of_open_file();
}

ReadTask TaskSource::next_of_open_file() {
  ReadTask task = records_ ? next_record() : next_block();
  task.file = file_;
  task.is_block = true;
  if (task.ends_file) {
    blocks_.reset();
    records_.reset();
    file_.reset();
  }
  return task;
}

ReadTask TaskSource::next_block() {
  ReadTask task;
  auto block = blocks_->next(lines_a_block_);
  task.continued = blocks_->continued();
  task.position = blocks_->position();
  if (auto error = blocks_->take_error()) task.problems.push_back(std::move(*error));
  task.ends_file = !block;
  if (block) {
    task.first_line = block->first_line;
    task.bytes = std::move(block->bytes);
  } else {
    task.complete = blocks_->complete();
    task.waits = blocks_->waits();
  }
  return task;
}

ReadTask TaskSource::next_record() {
  ReadTask task;
  auto record = records_->next();
  if (auto error = records_->take_error()) task.problems.push_back(std::move(*error));
  task.ends_file = !record;
  if (record) {
    task.first_line = record->number;
    task.bytes = std::move(record->bytes);
  } else {
    task.complete = records_->complete();
    task.waits = records_->waits();
  }
  return task;
}

}  // namespace mahdar
