#include "schema/taxonomy_reader.h"

#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <rapidcheck.h>

using namespace mahdar;

namespace {

/// A whole taxonomy of another negotiation, in one text: the lines of the table below stand after it.
const std::string kGeneva = R"([process]
id = "geneva"
label_ar = "مسار جنيف"
label_en = "Geneva process"
names = ["جنيف"]
heads = ["جولة"]

[[country]]
id = "switzerland"
iso = "CH"
label_ar = "سويسرا"
label_en = "Switzerland"
names = ["سويسرا"]

[[place]]
id = "geneva"
label_ar = "جنيف"
label_en = "Geneva"
names = ["جنيف", "Geneva"]
country = "CH"

[[person]]
id = "geir-pedersen"
label_ar = "غير بيدرسن"
label_en = "Geir Pedersen"
names = ["بيدرسن"]
)";
const std::size_t kGenevaLines = static_cast<std::size_t>(std::count(kGeneva.begin(), kGeneva.end(), '\n'));

Result<Taxonomy> read(const std::string& text) {
  const Taxonomy::SourceText source{"mine.toml", text};
  return TaxonomyReader::read({&source, 1});
}

struct Fault {
  const char* name;
  const char* text;     ///< appended to kGeneva
  std::size_t line;     ///< of `text`, 1-based
  const char* message;  ///< a part of it
};

constexpr const char* kRound =
    "[[round]]\nnumber = 1\nstart = \"2016-02-01\"\nend = \"2016-02-03\"\ncity = \"geneva\"\n"
    "label_ar = \"الجولة الأولى\"\nlabel_en = \"Round 1\"\n";

void check_faults(std::span<const Fault> faults) {
  for (const Fault& fault : faults) {
    CAPTURE(fault.name);
    const Result<Taxonomy> taxonomy = read(kGeneva + fault.text);
    REQUIRE_FALSE(taxonomy);
    CAPTURE(taxonomy.error().to_string());
    CHECK(taxonomy.error().path == "mine.toml");
    CHECK(taxonomy.error().line == kGenevaLines + fault.line);
    CHECK(taxonomy.error().message.find(fault.message) != std::string::npos);
    CHECK_FALSE(taxonomy.error().remedy.empty());
  }
}

}  // namespace

TEST_CASE("a user's own taxonomy is one file with every section") {
  const Result<Taxonomy> taxonomy = read(kGeneva + kRound + "heads = [\"geir-pedersen\"]\n");
  REQUIRE_MESSAGE(taxonomy, taxonomy.error().to_string());
  CHECK(taxonomy->process().id == "geneva");
  REQUIRE(taxonomy->round(1));
  CHECK(taxonomy->round(1)->heads == std::vector<std::string>{"geir-pedersen"});
  CHECK_FALSE(taxonomy->round(2));
  REQUIRE(taxonomy->country("CH"));
  CHECK(taxonomy->country("CH")->id == "switzerland");
  CHECK(taxonomy->guarantors().empty());
}

TEST_CASE("values that are wrong in themselves are named with their line") {
  constexpr Fault kFaults[] = {
      {"unknown section", "[[contry]]\nid = \"x\"\n", 1, "no key \"contry\""},
      {"unknown key",
       "[[topic]]\nid = \"aid\"\nlabel_ar = \"م\"\nlabel_en = \"A\"\ncues = [\"م\"]\ncue = [\"ن\"]\n", 6,
       "no key \"cue\""},
      {"missing key", "[[topic]]\nid = \"aid\"\nlabel_en = \"A\"\ncues = [\"م\"]\n", 1, "lacks label_ar"},
      {"no cues", "[[topic]]\nid = \"aid\"\nlabel_ar = \"م\"\nlabel_en = \"A\"\n", 1, "lacks cues"},
      {"capital in an id", "[[topic]]\nlabel_ar = \"م\"\nid = \"Aid\"\nlabel_en = \"A\"\ncues = [\"م\"]\n", 3,
       "\"Aid\" is no id"},
      {"three letters for a country",
       "[[country]]\nid = \"iran\"\niso = \"IRN\"\nlabel_ar = \"إ\"\nlabel_en = \"I\"\nnames = [\"إيران\"]\n",
       3, "\"IRN\" is no ISO"},
      {"small letters for a country",
       "[[country]]\nid = \"iran\"\niso = \"ir\"\nlabel_ar = \"إ\"\nlabel_en = \"I\"\nnames = [\"إيران\"]\n",
       3, "\"ir\" is no ISO"},
      {"a day that no month has", "[[round]]\nnumber = 1\nstart = \"2017-02-30\"\n", 3,
       "\"2017-02-30\" is no date"},
      {"a date the other way round", "[[round]]\nnumber = 1\nstart = \"30-10-2017\"\n", 3, "is no date"},
      {"half a date where a day is due", "[[round]]\nnumber = 1\nstart = \"2017-02\"\n", 3, "is no date"},
      {"number as text", "[[round]]\nnumber = \"7\"\n", 2, "number is no whole number"},
      {"round without a number", "[[round]]\n", 1, "lacks number"},
      {"round 0", "[[round]]\nnumber = 0\n", 2, "number is no whole number from 1 to 255"},
      {"text as list", "[[topic]]\nid = \"aid\"\nlabel_ar = \"م\"\nlabel_en = \"A\"\ncues = \"م\"\n", 5,
       "cues is no list"},
      {"number in a list of texts",
       "[[topic]]\nid = \"aid\"\nlabel_ar = \"م\"\nlabel_en = \"A\"\ncues = [\n  \"م\",\n  7\n]\n", 7,
       "cues is no text"},
      {"text as yes or no",
       "[[topic]]\nid = \"aid\"\nlabel_ar = \"م\"\nlabel_en = \"A\"\ncues = [\"م\"]\nformula = \"yes\"\n", 6,
       "formula is neither true nor false"},
      {"blank spelling",
       "[[place]]\nid = \"bern\"\nlabel_ar = \"برن\"\nlabel_en = \"Bern\"\nnames = [\"برن\", \"\"]\n", 5,
       "is empty or holds stray blanks"},
      {"blank at an end",
       "[[place]]\nid = \"bern\"\nlabel_ar = \"برن\"\nlabel_en = \"Bern\"\nnames = [\"برن \"]\n", 5,
       "is empty or holds stray blanks"},
      {"nothing to be found by", "[[place]]\nid = \"bern\"\nlabel_ar = \"برن\"\nlabel_en = \"Bern\"\n", 1,
       "has no names"},
      {"section that is no table", "[other]\n", 1, "no key \"other\""},
      {"delegation that ends first",
       "[[person]]\nid = \"x\"\nlabel_ar = \"س\"\nlabel_en = \"X\"\nnames = [\"س\"]\n"
       "delegations = [\n  { of = \"CH\", from = \"2017-05\", to = \"2017-04\" }\n]\n",
       7, "ends before it starts"},
      {"round that ends first",
       "[[round]]\nnumber = 1\nstart = \"2017-02-03\"\nend = \"2017-02-01\"\ncity = \"geneva\"\n", 1,
       "ends before it starts"},
  };
  check_faults(kFaults);
}

TEST_CASE("entries that clash or lead nowhere are named with their line") {
  const std::string again = std::string(kRound) + kRound;
  const Fault faults[] = {
      {"id twice", "[[place]]\nid = \"switzerland\"\nlabel_ar = \"س\"\nlabel_en = \"S\"\nnames = [\"س\"]\n",
       1, "id switzerland stands twice: first at mine.toml:8"},
      {"country code twice",
       "[[country]]\nid = \"helvetia\"\niso = \"CH\"\nlabel_ar = \"س\"\nlabel_en = \"S\"\nnames = [\"س\"]\n",
       1, "country code CH stands twice"},
      {"round twice", again.c_str(), 8, "round 1 stands twice"},
      {"topic id and alias",
       "[[topic]]\nid = \"a\"\nlabel_ar = \"م\"\nlabel_en = \"A\"\ncues = [\"م\"]\n"
       "[[topic]]\nid = \"b\"\naliases = [\"a\"]\nlabel_ar = \"م\"\nlabel_en = \"A\"\ncues = [\"م\"]\n",
       6, "topic id or alias a stands twice"},
      {"one name for two of a kind",
       "[[place]]\nid = \"genf\"\nlabel_ar = \"ج\"\nlabel_en = \"G\"\nnames = [\"GENEVA\"]\n", 1,
       "is a name of \"geneva\" and of \"genf\""},
      {"one name twice",
       "[[place]]\nid = \"bern\"\nlabel_ar = \"ب\"\nlabel_en = \"B\"\nnames = [\"برن\", \"برن\"]\n", 1,
       "stands twice in the names of \"bern\""},
      {"city that is nowhere",
       "[[round]]\nnumber = 1\nstart = \"2016-02-01\"\nend = \"2016-02-03\"\ncity = \"vienna\"\n"
       "label_ar = \"ج\"\nlabel_en = \"R\"\n",
       5, "refers to \"vienna\": no such place"},
      {"city that is no place",
       "[[round]]\nnumber = 1\nstart = \"2016-02-01\"\nend = \"2016-02-03\"\ncity = \"switzerland\"\n"
       "label_ar = \"ج\"\nlabel_en = \"R\"\n",
       5, "no such place"},
      {"head nobody knows",
       "[[round]]\nnumber = 1\nstart = \"2016-02-01\"\nend = \"2016-02-03\"\ncity = \"geneva\"\n"
       "label_ar = \"ج\"\nlabel_en = \"R\"\nheads = [\"nobody\"]\n",
       8, "no such person"},
      {"delegation of no state",
       "[[person]]\nid = \"x\"\nlabel_ar = \"س\"\nlabel_en = \"X\"\nnames = [\"س\"]\ndelegations = [{ of = "
       "\"XX\" }]\n",
       6, "refers to \"XX\": no such country code or organisation"},
      {"place in no state",
       "[[place]]\nid = \"bern\"\nlabel_ar = \"ب\"\nlabel_en = \"B\"\nnames = [\"برن\"]\ncountry = \"XX\"\n",
       6, "no such country code"},
      {"the same as nothing",
       "[[place]]\nid = \"bern\"\nlabel_ar = \"ب\"\nlabel_en = \"B\"\nnames = [\"برن\"]\nsame_as = "
       "\"berne\"\n",
       6, "no such entity"},
      {"the same as another that is the same",
       "[[place]]\nid = \"a\"\nlabel_ar = \"ب\"\nlabel_en = \"B\"\nnames = [\"برن\"]\nsame_as = \"b\"\n"
       "[[place]]\nid = \"b\"\nlabel_ar = \"ب\"\nlabel_en = \"B\"\nnames = [\"بيرن\"]\nsame_as = "
       "\"geneva\"\n",
       1, "which itself has same_as"},
      {"the same as itself",
       "[[place]]\nid = \"a\"\nlabel_ar = \"ب\"\nlabel_en = \"B\"\nnames = [\"برن\"]\nsame_as = \"a\"\n", 1,
       "which itself has same_as"},
  };
  check_faults(faults);
}

TEST_CASE("what is no TOML or no UTF-8 is named with its line") {
  constexpr Fault kFaults[] = {
      {"unclosed text", "[[topic]]\nid = \"aid\n", 2, ""},
      {"key twice", "[[topic]]\nid = \"a\"\nid = \"b\"\n", 3, ""},
      {"windows-1256", "[[topic]]\nid = \"a\"\nlabel_ar = \"\xD3\xE6\xD1\xED\xC7\"\n", 3, ""},
  };
  check_faults(kFaults);
}

TEST_CASE("a taxonomy needs its process, once") {
  const Result<Taxonomy> none =
      read("[[place]]\nid = \"a\"\nlabel_ar = \"ب\"\nlabel_en = \"B\"\nnames = [\"برن\"]\n");
  REQUIRE_FALSE(none);
  CHECK(none.error().message.find("no [process]") != std::string::npos);

  const Taxonomy::SourceText twice[] = {{"a.toml", kGeneva}, {"b.toml", "\n" + kGeneva}};
  const Result<Taxonomy> second = TaxonomyReader::read(twice);
  REQUIRE_FALSE(second);
  CHECK(second.error().path == "b.toml");
  CHECK(second.error().line == 2);
}

TEST_CASE("texts are read as one, and give the same taxonomy and hash when read again") {
  const Taxonomy::SourceText parts[] = {{"a.toml", kRound}, {"b.toml", kGeneva}};
  const Result<Taxonomy> first = Taxonomy::parse(parts);
  REQUIRE_MESSAGE(first, first.error().to_string());
  const Result<Taxonomy> again = Taxonomy::parse(first->source_texts());
  REQUIRE(again);
  CHECK(again->hash() == first->hash());
  CHECK(again->entities().size() == first->entities().size());
  CHECK(first->hash().size() == 32);

  const Taxonomy::SourceText other[] = {{"a.toml", std::string(kRound) + "# changed\n"}, {"b.toml", kGeneva}};
  CHECK(Taxonomy::parse(other)->hash() != first->hash());
}

TEST_CASE("rounds are sorted by number, in whatever order they stand") {
  std::string text = kGeneva;
  for (const int number : {12, 3, 100, 7})
    text += "[[round]]\nnumber = " + std::to_string(number) +
            "\nstart = \"2016-02-01\"\nend = \"2016-02-01\"\ncity = \"geneva\"\nlabel_ar = \"ج\"\nlabel_en = "
            "\"R\"\n";
  const Result<Taxonomy> taxonomy = read(text);
  REQUIRE(taxonomy);
  std::vector<int> numbers;
  for (const Round& round : taxonomy->rounds()) numbers.push_back(round.number);
  CHECK(numbers == std::vector<int>{3, 7, 12, 100});
  CHECK(taxonomy->round(100)->number == 100);
}

TEST_CASE("whatever is done to a taxonomy's bytes, reading it gives a taxonomy or says what is wrong") {
  CHECK(rc::check("one stretch overwritten", [](std::uint16_t at, const std::string& bytes) {
    std::string text = kGeneva;
    text.replace(at % text.size(), bytes.size(), bytes);
    const Result<Taxonomy> taxonomy = read(text);
    if (!taxonomy) RC_ASSERT(!taxonomy.error().message.empty());
  }));
}
