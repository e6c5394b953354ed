#pragma once

#include <string>
#include <vector>

#include "schema/article.h"
#include "schema/taxonomy.h"

namespace mahdar {

/// One article as `explain --format json` prints it: one line, without the line's end. `cuts` tell what of
/// the source was left out, as in AnnotatedArticle. "offsets" says what begins and ends count in: the bytes
/// of the "file", or of "text", which stands there where that is not the file.
std::string explanation_to_json(const RawArticle& raw, const Article& article,
                                const std::vector<TextCut>& cuts);

/// The same for people: aligned, with labels and the names of rules in Arabic or English, several lines.
std::string explanation_to_text(const RawArticle& raw, const Article& article,
                                const std::vector<TextCut>& cuts, const Taxonomy& taxonomy, bool english);

}  // namespace mahdar
