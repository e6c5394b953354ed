#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "schema/result.h"
#include "schema/taxonomy_draft.h"

namespace mahdar {

/// The draft being filled and the first fault met; reading goes on after it, harmlessly.
struct TaxonomyReading {
  TaxonomyDraft draft;
  std::size_t text = 0;  ///< index of the text being read
  std::optional<InputError> fault;

  /// Where the node stands.
  TaxonomyLine line_of(const toml::node& node) const;

  /// Keeps the fault, unless one was met before.
  void fail(const toml::node& node, std::string message, std::string remedy);
};

/// One table of a text: values by key, every fault reported, keys nobody asked for found at the end. A key
/// that is missing or wrong gives an empty value; what is not called optional must be there, lists and flags
/// aside.
class TaxonomySection {
 public:
  /// `kind` is what faults call the table. All must outlive this.
  TaxonomySection(TaxonomyReading& reading, const toml::table& table, std::string_view kind);
  TaxonomySection(const TaxonomySection&) = delete;
  TaxonomySection& operator=(const TaxonomySection&) = delete;

  TaxonomyLine line() const;

  /// One line of text, not empty.
  std::string text(std::string_view key);
  std::string optional_text(std::string_view key);
  std::string id(std::string_view key);
  /// Two capital letters.
  std::string country_code(std::string_view key);
  /// "2017-10-30".
  std::string date(std::string_view key);
  /// "2017-10-30", "2017-10" or "2017".
  std::string optional_partial_date(std::string_view key);
  /// Between `least` and `most`, both included; 0 where it is not.
  int number(std::string_view key, int least, int most);
  /// False where there is none.
  bool flag(std::string_view key);
  std::vector<std::string> texts(std::string_view key);
  /// At least one text.
  std::vector<std::string> some_texts(std::string_view key);
  std::vector<std::string> ids(std::string_view key);

  /// Calls read(TaxonomySection&) for each table under `key`: one, or a list of them.
  template <typename Read>
  void tables(std::string_view key, Read&& read) {
    const toml::node* node = get(key);
    if (!node) return;
    if (const toml::array* array = node->as_array())
      for (const toml::node& item : *array) read_table(item, key, read);
    else
      read_table(*node, key, read);
  }

  /// To be called when all keys the table may have were asked for.
  void find_unknown_keys();

  /// Notes that the value under `key` names something that must be in the taxonomy.
  void refer(std::string_view key, ReferenceKind kind, const std::string& id);

  /// A fault of the table as a whole.
  void fail(std::string message, std::string remedy);

 private:
  const toml::node* get(std::string_view key);
  const toml::node* required(std::string_view key);
  std::string text_of(const toml::node& node, std::string_view key);
  std::string checked_date(std::string_view key, std::string value, bool partial);
  /// The node as a table; null, and a fault, where it is none.
  const toml::table* table_of(const toml::node& node, std::string_view key);

  template <typename Read>
  void read_table(const toml::node& node, std::string_view key, Read&& read) {
    const toml::table* table = table_of(node, key);
    if (!table) return;
    TaxonomySection section(reading_, *table, key);
    read(section);
    section.find_unknown_keys();
  }

  TaxonomyReading& reading_;
  const toml::table& table_;
  std::string_view kind_;
  std::vector<std::string_view> asked_;
};

}  // namespace mahdar
