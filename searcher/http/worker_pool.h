#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace mahdar {

/// Threads that work off a queue of bounded length.
template <typename State>
class WorkerPool {
 public:
  using Job = std::function<void(State&)>;

  /// Each thread makes its own state with `make_state` before its first job. An exception of a job or of
  /// `make_state` goes to std::terminate.
  WorkerPool(unsigned threads, std::size_t capacity, std::function<std::unique_ptr<State>()> make_state)
      : capacity_(capacity) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this, make_state] { work(*make_state()); });
  }
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Finishes the jobs at hand and forgets the waiting ones.
  ~WorkerPool() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  /// False where the queue is full: the job is not taken.
  bool submit(Job job) {
    {
      const std::lock_guard lock(mutex_);
      if (jobs_.size() >= capacity_) return false;
      jobs_.push_back(std::move(job));
    }
    wake_.notify_one();
    return true;
  }

 private:
  void work(State& state) {
    for (;;) {
      Job job;
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
        if (stopping_) return;
        job = std::move(jobs_.front());
        jobs_.pop_front();
      }
      job(state);
    }
  }

  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace mahdar
