#pragma once

namespace mahdar {

/// Holds the places of standard streams that are closed, so that no file of the index gets one of them and is
/// written to. Using such a stream fails as before; so does writing beyond the limit of a file's size, which
/// would end the program by a signal. To be called first of all.
void hold_standard_streams();

/// Writes out what was printed; false, with errno set, where that or earlier printing failed.
bool flush_standard_output();

}  // namespace mahdar
