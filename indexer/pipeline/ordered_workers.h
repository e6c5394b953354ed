#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace mahdar {

/// Threads that turn inputs into outputs side by side, while the owner gets the outputs in the order of the
/// inputs. The owner bounds what is under way: it submits while !full(), else takes next(). Not for use by
/// several owners.
template <typename Input, typename Output>
class OrderedWorkers {
 public:
  using Work = std::function<Output(Input)>;

  /// `work` runs on all threads at once.
  OrderedWorkers(std::size_t threads, Work work) : work_(std::move(work)), most_(threads * 4) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
  }

  /// Waits for what is being worked on; what is still queued is dropped.
  ~OrderedWorkers() {
    {
      const std::lock_guard lock(mutex_);
      queue_.clear();
      closed_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  OrderedWorkers(const OrderedWorkers&) = delete;
  OrderedWorkers& operator=(const OrderedWorkers&) = delete;

  bool full() const { return pending_.size() >= most_; }
  bool idle() const { return pending_.empty(); }

  void submit(Input input) {
    std::packaged_task<Output()> task(
        [this, in = std::move(input)]() mutable { return work_(std::move(in)); });
    pending_.push_back(task.get_future());
    {
      const std::lock_guard lock(mutex_);
      queue_.push_back(std::move(task));
    }
    wake_.notify_one();
  }

  /// The output of the oldest input not yet taken; waits for it. Throws what the work threw.
  Output next() {
    std::future<Output> oldest = std::move(pending_.front());
    pending_.pop_front();
    return oldest.get();
  }

 private:
  void run() {
    while (true) {
      std::packaged_task<Output()> task;
      {
        std::unique_lock lock(mutex_);
        wake_.wait(lock, [this] { return closed_ || !queue_.empty(); });
        if (queue_.empty()) return;
        task = std::move(queue_.front());
        queue_.pop_front();
      }
      task();
    }
  }

  Work work_;
  std::size_t most_;
  std::deque<std::future<Output>> pending_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::packaged_task<Output()>> queue_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace mahdar
