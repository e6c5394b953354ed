#pragma once

namespace mahdar {

/// From now on a read or write where the program may not ends it with ExitCode::kIoError and a message that
/// names the remedy, instead of a signal: Xapian 1.4 trusts the lengths in the blocks of an index, so that a
/// damaged one can lead it beyond its memory. What was committed stays on disk, as after a kill. Does nothing
/// in a sanitized build, whose own report tells more. `program`: a literal, for the message. To be called
/// once.
void end_in_order_on_bad_access(const char* program);

}  // namespace mahdar
