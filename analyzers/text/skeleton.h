#pragma once

#include <string>
#include <string_view>

namespace mahdar {

/// The consonants a stem shares with its broken plurals and with the verbs and nouns of its root: one
/// derivational beginning (است مست مت ان م ت ا ن ي) off the front while three letters stay, then long vowels
/// and seats of hamza out, the first letter aside (وفد, وفود → وفد; كتاب, كتب, مكتب → كتب). Too coarse to
/// match by, good for ranking. A stem that is no Arabic word, or would lose all but one letter, is its own
/// skeleton. Takes folded stems. Thread-safe.
std::string skeleton(std::string_view stem);

}  // namespace mahdar
