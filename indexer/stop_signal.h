#pragma once

namespace mahdar {

/// From now on SIGTERM, SIGINT and SIGHUP ask the run to stop where its work can be kept; a second one of
/// them ends the process at once. Waiting system calls are interrupted.
void watch_stop_signals();

/// Whether one came. Safe from any thread.
bool stop_requested();

}  // namespace mahdar
