#include "schema/taxonomy_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "schema/checksum.h"
#include "schema/taxonomy_draft.h"
#include "schema/taxonomy_section.h"

namespace mahdar {

namespace {

constexpr int kMaxRound = 255;  // a byte in the index

using Context = TaxonomyReading;
using Section = TaxonomySection;

void read_process(Context& context, Section& section) {
  if (context.draft.process) section.fail("a second [process]", "a taxonomy describes one process: keep one");
  Process process;
  process.id = section.id("id");
  process.label_ar = section.text("label_ar");
  process.label_en = section.text("label_en");
  process.names = section.some_texts("names");
  process.format = section.texts("format");
  process.subject = section.texts("subject");
  process.heads = section.some_texts("heads");
  section.tables("rival", [&](Section& rival) {
    process.rivals.push_back({rival.id("id"), rival.some_texts("names")});
  });
  context.draft.process = std::move(process);
}

void read_round(Context& context, Section& section) {
  Round round;
  round.number = section.number("number", 1, kMaxRound);
  round.start = section.date("start");
  round.end = section.date("end");
  if (round.end < round.start) section.fail("the round ends before it starts", "correct start or end");
  round.city = section.id("city");
  section.refer("city", ReferenceKind::kPlace, round.city);
  round.label_ar = section.text("label_ar");
  round.label_en = section.text("label_en");
  round.keywords = section.texts("keywords");
  round.heads = section.ids("heads");
  for (const std::string& head : round.heads) section.refer("heads", ReferenceKind::kPerson, head);
  context.draft.round_lines.push_back(section.line());
  context.draft.rounds.push_back(std::move(round));
}

void read_topic(Context& context, Section& section) {
  Topic topic;
  topic.id = section.id("id");
  topic.label_ar = section.text("label_ar");
  topic.label_en = section.text("label_en");
  topic.aliases = section.ids("aliases");
  topic.cues = section.some_texts("cues");
  topic.counter_cues = section.texts("counter_cues");
  topic.lead_cues = section.texts("lead_cues");
  topic.formula = section.flag("formula");
  topic.passing = section.flag("passing");
  context.draft.topic_lines.push_back(section.line());
  context.draft.topics.push_back(std::move(topic));
}

void read_framing(Context& context, Section& section) {
  Framing framing;
  framing.id = section.id("id");
  framing.label_ar = section.text("label_ar");
  framing.label_en = section.text("label_en");
  framing.subject = section.id("subject");
  framing.country = section.optional_text("country");
  section.refer("country", ReferenceKind::kCountryCode, framing.country);
  framing.terms = section.some_texts("terms");
  framing.not_in = section.texts("not_in");
  context.draft.framing_lines.push_back(section.line());
  context.draft.framings.push_back(std::move(framing));
}

Delegation read_delegation(Section& section) {
  Delegation delegation;
  delegation.of = section.text("of");
  section.refer("of", ReferenceKind::kDelegation, delegation.of);
  delegation.role_ar = section.optional_text("role_ar");
  delegation.from = section.optional_partial_date("from");
  delegation.to = section.optional_partial_date("to");
  if (!delegation.to.empty() && delegation.to < delegation.from.substr(0, delegation.to.size()))
    section.fail("the delegation ends before it starts", "correct from or to");
  return delegation;
}

/// The keys that only entities of one kind have.
void read_own_keys(Section& section, Entity& entity) {
  switch (entity.kind) {
    case EntityKind::kCountry:
      entity.iso = section.country_code("iso");
      entity.guarantor = section.flag("guarantor");
      break;
    case EntityKind::kPerson:
      section.tables("delegations",
                     [&](Section& table) { entity.delegations.push_back(read_delegation(table)); });
      break;
    case EntityKind::kSource:
      entity.agency = section.flag("agency");
      entity.hosts = section.texts("hosts");
      entity.datelines = section.texts("datelines");
      [[fallthrough]];
    case EntityKind::kPlace:
    case EntityKind::kOrganisation:
    case EntityKind::kArmedGroup:
      entity.country = section.optional_text("country");
      section.refer("country", ReferenceKind::kCountryCode, entity.country);
      break;
    default:
      break;
  }
}

void read_entity(Context& context, Section& section, EntityKind kind) {
  Entity entity;
  entity.kind = kind;
  entity.id = section.id("id");
  entity.label_ar = section.text("label_ar");
  entity.label_en = section.text("label_en");
  entity.names = section.texts("names");
  entity.forms = section.texts("forms");
  entity.not_in = section.texts("not_in");
  entity.same_as = section.optional_text("same_as");
  section.refer("same_as", ReferenceKind::kEntity, entity.same_as);
  read_own_keys(section, entity);
  if (entity.names.empty() && entity.datelines.empty())
    section.fail(fmt::format("\"{}\" has no names", entity.id), "add names = [...]");
  context.draft.entity_lines.push_back(section.line());
  context.draft.entities.push_back(std::move(entity));
}

constexpr std::array<std::pair<std::string_view, EntityKind>, 6> kEntitySections{{
    {"country", EntityKind::kCountry},
    {"organisation", EntityKind::kOrganisation},
    {"armed_group", EntityKind::kArmedGroup},
    {"person", EntityKind::kPerson},
    {"place", EntityKind::kPlace},
    {"source", EntityKind::kSource},
}};

void read_text(Context& context, const toml::table& table) {
  Section top(context, table, "the taxonomy");
  top.tables("process", [&](Section& section) { read_process(context, section); });
  top.tables("round", [&](Section& section) { read_round(context, section); });
  top.tables("topic", [&](Section& section) { read_topic(context, section); });
  top.tables("framing", [&](Section& section) { read_framing(context, section); });
  for (const auto& [name, kind] : kEntitySections)
    top.tables(name, [&, kind = kind](Section& section) { read_entity(context, section, kind); });
  top.find_unknown_keys();
}

std::string hash_of(std::span<const Taxonomy::SourceText> texts) {
  std::string all;
  for (const Taxonomy::SourceText& text : texts) all.append(text.content).push_back('\0');
  return checksum_hex(all);
}

/// Reads every text; the draft is whole where the context holds no fault.
Context read_texts(std::span<const Taxonomy::SourceText> texts) {
  Context context;
  for (const Taxonomy::SourceText& text : texts) context.draft.paths.push_back(text.path);
  for (; context.text < texts.size() && !context.fault; ++context.text) {
    try {
      read_text(context, toml::parse(texts[context.text].content));
    } catch (const toml::parse_error& e) {
      context.fault = context.draft.error({context.text, e.source().begin.line}, std::string(e.description()),
                                          "taxonomies are TOML 1.0 in UTF-8");
    }
  }
  if (!context.fault) context.fault = find_fault(context.draft);
  return context;
}

}  // namespace

Result<Taxonomy> TaxonomyReader::read(std::span<const Taxonomy::SourceText> texts) {
  Context context = read_texts(texts);
  if (context.fault) return Unexpected(std::move(*context.fault));
  Taxonomy taxonomy;
  taxonomy.process_ = std::move(*context.draft.process);
  taxonomy.rounds_ = std::move(context.draft.rounds);
  taxonomy.entities_ = std::move(context.draft.entities);
  taxonomy.topics_ = std::move(context.draft.topics);
  taxonomy.framings_ = std::move(context.draft.framings);
  std::sort(taxonomy.rounds_.begin(), taxonomy.rounds_.end(),
            [](const Round& a, const Round& b) { return a.number < b.number; });
  for (std::size_t i = 0; i < taxonomy.entities_.size(); ++i) {
    taxonomy.entity_by_id_.emplace(taxonomy.entities_[i].id, i);
    if (!taxonomy.entities_[i].iso.empty()) taxonomy.country_by_iso_.emplace(taxonomy.entities_[i].iso, i);
  }
  for (std::size_t i = 0; i < taxonomy.topics_.size(); ++i) {
    taxonomy.topic_by_id_.emplace(taxonomy.topics_[i].id, i);
    for (const std::string& alias : taxonomy.topics_[i].aliases) taxonomy.topic_by_id_.emplace(alias, i);
  }
  taxonomy.texts_.assign(texts.begin(), texts.end());
  taxonomy.hash_ = hash_of(texts);
  return taxonomy;
}

}  // namespace mahdar
