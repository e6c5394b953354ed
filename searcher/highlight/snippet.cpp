#include "searcher/highlight/snippet.h"

#include <algorithm>
#include <bit>

#include "analyzers/text/grapheme.h"
#include "searcher/highlight/excerpt.h"
#include "searcher/highlight/text_chunks.h"

namespace mahdar {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::uint32_t kShortest = 20;
constexpr std::size_t kMaxUnits = 64;

/// Part of a text by chunks, half-open.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The query as units to be covered: a word or phrase is one, a name as many as it has words. The bits of
/// each target.
std::vector<std::uint64_t> units_of(std::span<const MatchTarget> targets) {
  std::vector<std::uint32_t> begins;
  for (const MatchTarget& target : targets)
    if (target.kind != TargetKind::kConcept &&
        std::ranges::find(begins, target.query_range.begin) == begins.end() && begins.size() < kMaxUnits)
      begins.push_back(target.query_range.begin);
  std::vector<std::uint64_t> units;
  for (const MatchTarget& target : targets) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const bool of_name = target.kind == TargetKind::kConcept && begins[i] >= target.query_range.begin &&
                           begins[i] < target.query_range.end;
      if (of_name || begins[i] == target.query_range.begin) bits |= std::uint64_t{1} << i;
    }
    // A name whose words ask for nothing of their own.
    units.push_back(bits != 0 ? bits : std::uint64_t{1} << (kMaxUnits - 1));
  }
  return units;
}

/// Highlights to the graphemes they lie in: signs that no word holds may join its letters.
void widen(Snippet& snippet) {
  const auto ends = grapheme_ends(snippet.text);
  std::uint32_t last = 0;
  for (ByteRange& range : snippet.highlights) {
    const auto first = std::ranges::upper_bound(ends, range.begin);
    range.begin = std::max(last, first == ends.begin() ? 0 : *(first - 1));
    range.end = std::max(range.begin, *std::ranges::lower_bound(ends, range.end));
    last = range.end;
  }
  std::erase_if(snippet.highlights, [](const ByteRange& range) { return range.begin == range.end; });
}

/// Words written in one (كلمة5, عبدالرحمن) are marked as one.
void join(std::vector<ByteRange>& ranges) {
  std::size_t kept = 0;
  for (const ByteRange& range : ranges) {
    if (kept > 0 && ranges[kept - 1].end == range.begin)
      ranges[kept - 1].end = range.end;
    else
      ranges[kept++] = range;
  }
  ranges.resize(kept);
}

class SnippetMaker {
 public:
  SnippetMaker(std::string_view text, std::uint32_t title_end, const TokenStream& tokens,
               std::span<const Mark> marks, std::span<const MatchTarget> targets, std::uint32_t graphemes)
      : text_(text),
        tokens_(tokens.tokens()),
        budget_(std::max(graphemes, kShortest)),
        ends_(grapheme_ends(text)),
        chunks_(chunks_of(text, tokens_, ends_, budget_)) {
    while (body_ < chunks_.size() && tokens_[chunks_[body_].first_token].begin < title_end) ++body_;
    if (body_ == chunks_.size()) body_ = 0;
    place_marks(marks, units_of(targets));
  }

  Snippet make() {
    if (chunks_.empty()) return {};
    return cut(grown(best_window()));
  }

 private:
  /// A word, or a whole phrase or name, that the query asked for.
  struct Place {
    std::size_t first;  ///< chunk
    std::size_t last;
    std::uint64_t units;
  };

  void place_marks(std::span<const Mark> marks, const std::vector<std::uint64_t>& units) {
    std::size_t chunk = 0;
    for (const Mark& mark : marks) {
      if (marked_.empty() || marked_.back() != mark.token) marked_.push_back(mark.token);
      while (chunks_[chunk].end_token <= mark.token) ++chunk;
      if (mark.token != mark.first) continue;
      std::size_t last = chunk;
      while (chunks_[last].end_token < mark.first + mark.count) ++last;
      places_.push_back({chunk, last, units[mark.target]});
    }
    const auto in_body = std::ranges::find_if(places_, [&](const Place& p) { return p.first >= body_; });
    if (in_body == places_.end()) {
      if (!places_.empty()) body_ = 0;
    } else {
      places_.erase(places_.begin(), in_body);
    }
  }

  std::size_t length(std::size_t begin, std::size_t end) const {
    return end <= begin ? 0 : chunks_[end - 1].behind - chunks_[begin].before;
  }

  bool fits(std::size_t begin, std::size_t end) const { return length(begin, end) <= budget_; }

  bool starts(std::size_t chunk, Gap at_least) const {
    return chunk == body_ || chunk == 0 || chunks_[chunk].gap <= at_least;
  }

  struct Stretch {
    Window window;
    double score = -1;
  };

  /// From one place on, all that fits whole. More different words are worth more than anything else; of
  /// equals, one with more words, closer together, at a sentence's beginning.
  Stretch stretch_from(std::size_t place) const {
    const std::size_t begin = places_[place].first;
    Stretch stretch{{begin, begin + 1}};
    std::uint64_t units = places_[place].units;
    std::size_t count = 0;
    for (std::size_t i = place; i < places_.size() && fits(begin, places_[i].first + 1); ++i) {
      if (!fits(begin, places_[i].last + 1)) continue;
      units |= places_[i].units;
      stretch.window.end = std::max(stretch.window.end, places_[i].last + 1);
      ++count;
    }
    stretch.score = static_cast<double>(std::popcount(units)) * 10 +
                    static_cast<double>(std::min<std::size_t>(count, 8)) * 0.5 -
                    static_cast<double>(length(begin, stretch.window.end)) / static_cast<double>(budget_) +
                    (starts(begin, Gap::kSentence) ? 0.4 : 0);
    return stretch;
  }

  Window best_window() const {
    Stretch best{{body_, body_}};
    for (std::size_t place = 0; place < places_.size(); ++place) {
      const Stretch stretch = stretch_from(place);
      if (stretch.score > best.score) best = stretch;
    }
    return best.window;
  }

  /// Where to begin: with the sentence, else with a clause within `reach` graphemes, else with some words of
  /// context.
  std::size_t start_before(Window window, std::size_t reach) const {
    std::size_t at = window.begin;
    while (!starts(at, Gap::kSentence) && fits(at - 1, window.end)) --at;
    if (starts(at, Gap::kSentence)) return at;
    std::size_t clause = window.begin;
    for (at = window.begin; at > body_ && length(at - 1, window.begin) <= reach; --at)
      if (starts(at - 1, Gap::kClause)) clause = at - 1;
    return starts(clause, Gap::kClause) ? clause : at;
  }

  /// The window widened to the left as start_before() says and to the right as far as it goes.
  Window grown(Window window) const {
    const std::size_t left = budget_ - std::min<std::size_t>(budget_, length(window.begin, window.end));
    window.begin = start_before(window, left / 3);
    while (window.end < chunks_.size() && fits(window.begin, window.end + 1)) ++window.end;
    if (window.end == window.begin) ++window.end;
    if (window.end == chunks_.size()) window.begin = earlier_start(window);
    return window;
  }

  /// At the article's end, what room is left is spent on whole sentences before.
  std::size_t earlier_start(Window window) const {
    std::size_t sentence = window.begin;
    std::size_t at = window.begin;
    while (at > body_ && fits(at - 1, window.end))
      if (starts(--at, Gap::kSentence)) sentence = at;
    return 2 * length(sentence, window.end) >= budget_ ? sentence : at;
  }

  Snippet cut(Window window) const {
    const ByteRange piece{chunks_[window.begin].range.begin, chunks_[window.end - 1].range.end};
    std::vector<ByteRange> ranges;
    for (auto at = std::ranges::lower_bound(marked_, chunks_[window.begin].first_token);
         at != marked_.end() && *at < chunks_[window.end - 1].end_token; ++at) {
      ranges.push_back({tokens_[*at].begin, tokens_[*at].end});
    }
    Excerpt excerpt = make_excerpt(text_, piece, ranges);
    Snippet snippet;
    if (!starts(window.begin, Gap::kSentence)) snippet.text = kEllipsis;
    const auto shift = static_cast<std::uint32_t>(snippet.text.size());
    snippet.text += excerpt.text;
    if (window.end < chunks_.size() && !starts(window.end, Gap::kSentence)) snippet.text += kEllipsis;
    for (const ByteRange& range : excerpt.ranges)
      snippet.highlights.push_back({range.begin + shift, range.end + shift});
    widen(snippet);
    join(snippet.highlights);
    return snippet;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::size_t budget_;
  std::vector<std::uint32_t> ends_;
  std::vector<TextChunk> chunks_;
  std::vector<Place> places_;          ///< of chunks the snippet may show
  std::vector<std::uint32_t> marked_;  ///< tokens, ascending
  std::size_t body_ = 0;               ///< first chunk the snippet may begin with
};

}  // namespace

Snippet make_snippet(std::string_view text, std::uint32_t title_end, const TokenStream& tokens,
                     std::span<const Mark> marks, std::span<const MatchTarget> targets,
                     std::uint32_t graphemes) {
  return SnippetMaker(text, title_end, tokens, marks, targets, graphemes).make();
}

}  // namespace mahdar
