#include "searcher/web/article_page.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "searcher/web/correction_list.h"
#include "searcher/web/facet_panel.h"
#include "searcher/web/hit_list.h"
#include "searcher/web/html.h"
#include "searcher/web/marked_text.h"
#include "searcher/web/page_frame.h"
#include "searcher/web/page_links.h"

namespace mahdar {
namespace {

constexpr std::size_t kLinkedMatches = 30;

using Titles = std::vector<std::string>;

void known(Html& html, const Words& words, std::string_view name, const Titles& values) {
  if (values.empty()) return;
  html.leaf("dt", {}, name).open("dd");
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) html.text(words.english() ? ", " : "، ");
    html.leaf("bdi", {}, values[i]);
  }
  html.close();
}

template <typename Items, typename Id>
Titles titles(const Items& items, Facet facet, Id id, const Words& words, const Taxonomy& taxonomy) {
  Titles list;
  for (const auto& item : items) list.push_back(value_title(facet, id(item), words, taxonomy));
  return list;
}

std::string entity_title(const std::string& id, const Words& words, const Taxonomy& taxonomy) {
  const Entity* entity = taxonomy.entity(id);
  if (entity == nullptr) return id;
  return words.english() ? entity->label_en : entity->label_ar;
}

void write_known(Html& html, const Article& article, const Words& words, const Taxonomy& taxonomy) {
  html.open("section", {{"class", "known"}, {"aria-labelledby", "known"}});
  html.leaf("h2", {{"id", "known"}}, words("article.about")).open("dl");
  Titles mentioned;
  for (const RoundMention& m : article.round.mentioned)
    mentioned.push_back(value_title(Facet::kRound, std::to_string(m.round), words, taxonomy));
  known(html, words, fmt::format("{} ({})", words("facet.round"), words("mentioned")), mentioned);
  known(html, words, words("article.countries"),
        titles(
            article.countries, Facet::kCountry, [](const auto& c) { return c.code; }, words, taxonomy));
  known(html, words, words("article.topics"),
        titles(
            article.topics, Facet::kTopic, [](const auto& t) { return t.id; }, words, taxonomy));
  known(html, words, words("facet.framing"),
        titles(
            article.framing, Facet::kFraming, [](const auto& f) { return f.id; }, words, taxonomy));
  Titles people;
  for (const PersonInfo& person : article.people) {
    const std::string name = entity_title(person.id, words, taxonomy);
    const Entity* state = taxonomy.country(person.delegation);
    const std::string side = state != nullptr ? (words.english() ? state->label_en : state->label_ar)
                                              : entity_title(person.delegation, words, taxonomy);
    people.push_back(side.empty() ? name : fmt::format("{} ({})", name, side));
  }
  known(html, words, words("article.people"), people);
  Titles organisations;
  for (const OrganisationInfo& o : article.organisations)
    organisations.push_back(entity_title(o.id, words, taxonomy));
  known(html, words, words("article.organisations"), organisations);
  if (!article.source.agency.empty())
    known(html, words, words("article.agency"),
          {value_title(Facet::kSource, article.source.agency, words, taxonomy)});
  if (!article.date.event.empty() && article.date.event != article.date.published)
    known(html, words, words("article.event"), {words.date(article.date.event)});
  known(html, words, words("article.id"), {article.id});
  html.close().close();
}

/// Links to the words found, for readers without scripts.
void write_match_links(Html& html, std::size_t matches, const Words& words) {
  html.open(
      "nav",
      {{"class", "matches"}, {"aria-label", words("matches.go")}, {"data-matches", std::to_string(matches)}});
  html.leaf("span", {}, words.count("matches", matches));
  for (std::size_t i = 1; i <= std::min(matches, kLinkedMatches); ++i)
    html.leaf("a", {{"href", fmt::format("#match-{}", i)}}, std::to_string(i));
  html.close();
}

/// Further copies of the same text.
void write_copies(Html& html, const std::vector<ArticleCopy>& copies, const std::string& own,
                  const PageLinks& links, const Words& words, const Taxonomy& taxonomy) {
  if (copies.size() < 2) return;
  html.open("section", {{"class", "similar copies"}, {"aria-labelledby", "copies"}});
  html.leaf("h2", {{"id", "copies"}}, words("article.copies")).open("ul");
  for (const ArticleCopy& copy : copies) {
    if (copy.id == own) continue;
    html.open("li").leaf("a", {{"href", links.article(copy.id)}, {"dir", "auto"}}, copy.title);
    html.open("ul", {{"class", "facts"}});
    if (!copy.source.empty())
      html.open("li").leaf("bdi", {}, value_title(Facet::kSource, copy.source, words, taxonomy)).close();
    if (!copy.date.empty()) html.open("li").leaf("bdi", {}, words.date(copy.date)).close();
    html.close().close();
  }
  html.close().close();
}

/// What a corrections file put in the place of what was detected.
void write_corrected(Html& html, const Article& article, const Words& words, const Taxonomy& taxonomy) {
  if (article.corrections.empty()) return;
  html.open("section", {{"class", "known"}, {"aria-labelledby", "corrections"}});
  html.leaf("h2", {{"id", "corrections"}}, words("corrections"));
  write_corrections(html, article.corrections, words, taxonomy);
  html.close();
}

void write_similar(Html& html, const ResultPage& similar, const PageLinks& links, const Words& words,
                   const Taxonomy& taxonomy) {
  if (similar.hits.empty()) return;
  html.open("section", {{"class", "similar"}, {"aria-labelledby", "similar"}});
  html.leaf("h2", {{"id", "similar"}}, words("similar")).open("ul");
  for (const Hit& hit : similar.hits) {
    html.open("li").leaf("a", {{"href", links.article(hit.article.id)}, {"dir", "auto"}},
                         hit.article.shown_title());
    write_facts(html, hit.article, words, taxonomy);
    html.close();
  }
  html.close().close();
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://");
}

}  // namespace

std::string article_page(const ArticleView& view, const std::vector<ArticleCopy>& copies,
                         const ResultPage& similar, const SearchRequest& request, const Words& words,
                         const Taxonomy& taxonomy) {
  const Article& article = view.article;
  const PageLinks links(request, words.english());
  Html html;
  open_page(html, words, fmt::format("{} · {}", article.shown_title(), words("name")), request,
            PageLinks(request, !words.english()).article(article.id));
  html.open("main", {{"id", "results"}, {"class", "reading"}, {"tabindex", "-1"}});
  html.open("p", {{"class", "back"}})
      .leaf("a", {{"href", links.at("/")}, {"id", "back"}}, words("article.back"))
      .close();
  html.open("article", {{"class", "hit"},
                        {"data-id", article.id},
                        {"data-citation", citation(article, words, taxonomy)},
                        {"lang", article.language}});
  html.open("h1", {{"dir", "auto"}});
  MarkedText text(view, words);
  text.write(html, {0, article.title_end});
  if (article.title_is_cut()) html.text(" …");
  html.close();
  write_facts(html, article, words, taxonomy);
  if (is_web_address(article.url))
    html.open("p", {{"class", "original"}})
        .leaf("a", {{"href", article.url}, {"rel", "noreferrer noopener external"}},
              words("article.original"))
        .close();
  if (!view.matches.empty()) write_match_links(html, text.matches(), words);
  html.open("div", {{"class", "text"}});
  const std::string_view whole = article.text;
  for (std::size_t at = article.title_is_cut() ? 0 : article.title_end; at < whole.size();) {
    const std::size_t end = std::min(whole.find('\n', at), whole.size());
    if (end > at) {
      html.open("p", {{"dir", "auto"}});
      text.write(html, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
      html.close();
    }
    at = end + 1;
  }
  html.close().close();
  text.write_legend(html);
  write_known(html, article, words, taxonomy);
  write_corrected(html, article, words, taxonomy);
  html.open("p", {{"class", "citation"}}).leaf("strong", {}, std::string(words("citation")) + ": ");
  html.leaf("span", {{"dir", "auto"}}, citation(article, words, taxonomy)).close();
  write_copies(html, copies, article.id, links, words, taxonomy);
  write_similar(html, similar, links, words, taxonomy);
  html.close();
  end_page(html, words, similar.index_articles);
  return html.take();
}

}  // namespace mahdar
