#pragma once

namespace mahdar {

/// Writes "PROGRAM: WORDS" on standard error and ends the process with ExitCode::kIoError, from a signal
/// handler too: nothing is flushed or destroyed, what was committed stays on disk, as after a kill.
[[noreturn]] void end_with_last_words(const char* program, const char* words);

}  // namespace mahdar
