#pragma once

#include "analyzers/about/reading.h"
#include "schema/article.h"

namespace mahdar {

/// Who published the article (metadata, address, signature, dateline) and which agency it quotes.
SourceInfo detect_source(const Reading& reading);

}  // namespace mahdar
