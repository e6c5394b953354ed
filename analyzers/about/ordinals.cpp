#include "analyzers/about/ordinals.h"

#include <array>
#include <string_view>

namespace mahdar {
namespace {

using Words = std::vector<std::string_view>;

struct Unit {
  Words masculine, feminine;
};

const std::array<Unit, 11>& ordinal_units() {
  static const std::array<Unit, 11> kUnits = {{
      {},
      {{"أول"}, {"أولى"}},
      {{"ثاني", "ثان"}, {"ثانية"}},
      {{"ثالث"}, {"ثالثة"}},
      {{"رابع"}, {"رابعة"}},
      {{"خامس"}, {"خامسة"}},
      {{"سادس"}, {"سادسة"}},
      {{"سابع"}, {"سابعة"}},
      {{"ثامن"}, {"ثامنة"}},
      {{"تاسع"}, {"تاسعة"}},
      {{"عاشر"}, {"عاشرة"}},
  }};
  return kUnits;
}

/// Before the tens eleven and twenty-one have a unit of their own.
Unit compound_ordinal_unit(std::size_t unit) {
  if (unit == 1) return {{"حادي", "واحد"}, {"حادية", "واحدة"}};
  return ordinal_units()[unit];
}

/// Spellings of 1 to 10 in counting; `before_ten` those that stand before عشر.
Words cardinal_unit(std::size_t unit, bool before_ten) {
  static const std::array<Words, 11> kUnits = {{{},
                                                {"واحد", "واحدة", "أحد", "إحدى"},
                                                {"اثنان", "اثنين", "اثنتان", "اثنتين"},
                                                {"ثلاث", "ثلاثة"},
                                                {"أربع", "أربعة"},
                                                {"خمس", "خمسة"},
                                                {"ست", "ستة"},
                                                {"سبع", "سبعة"},
                                                {"ثمان", "ثماني", "ثمانية"},
                                                {"تسع", "تسعة"},
                                                {"عشر", "عشرة"}}};
  if (before_ten && unit == 1) return {"أحد", "إحدى", "احدى"};
  if (before_ten && unit == 2) return {"اثنا", "اثني", "اثنتا", "اثنتي"};
  return kUnits[unit];
}

Words tens(std::size_t ten) {
  static const std::array<Words, 5> kTens = {
      {{}, {}, {"عشرون", "عشرين"}, {"ثلاثون", "ثلاثين"}, {"أربعون", "أربعين"}}};
  return kTens[ten];
}

class Phrases {
 public:
  std::vector<NumberPhrase> take() { return std::move(phrases_); }

  void ordinals() {
    for (std::size_t n = 1; n <= 10; ++n) {
      for (const auto w : ordinal_units()[n].masculine) both(w, n, NumberKind::kOrdinal, Gender::kMasculine);
      for (const auto w : ordinal_units()[n].feminine) both(w, n, NumberKind::kOrdinal, Gender::kFeminine);
    }
    for (std::size_t unit = 1; unit <= 9; ++unit) {
      const Unit words = compound_ordinal_unit(unit);
      teens(words.masculine, unit, Gender::kMasculine);
      teens(words.feminine, unit, Gender::kFeminine);
      for (std::size_t ten = 2; ten <= 4; ++ten) {
        above_twenty(words.masculine, ten, unit, Gender::kMasculine);
        above_twenty(words.feminine, ten, unit, Gender::kFeminine);
      }
    }
  }

  void cardinals() {
    for (std::size_t n = 3; n <= 10; ++n)
      for (const auto w : cardinal_unit(n, false)) both(w, n, NumberKind::kCardinal, Gender::kAny);
    for (std::size_t unit = 1; unit <= 9; ++unit) {
      for (const auto w : cardinal_unit(unit, true))
        for (const std::string_view ten : {" عشر", " عشرة"})
          both(std::string(w) + std::string(ten), 10 + unit, NumberKind::kCardinal, Gender::kAny);
      for (std::size_t ten = 2; ten <= 4; ++ten)
        for (const auto w : cardinal_unit(unit, false))
          for (const auto t : tens(ten))
            add(std::string(w) + " و" + std::string(t), ten * 10 + unit, NumberKind::kCardinal, Gender::kAny,
                false);
    }
    for (std::size_t ten = 2; ten <= 4; ++ten)
      for (const auto t : tens(ten)) both(t, ten * 10, NumberKind::kEither, Gender::kAny);
  }

 private:
  void add(std::string words, std::size_t value, NumberKind kind, Gender gender, bool definite) {
    phrases_.push_back({std::move(words), static_cast<int>(value), kind, gender, definite});
  }

  void both(std::string_view words, std::size_t value, NumberKind kind, Gender gender) {
    add(std::string(words), value, kind, gender, false);
    add("ال" + std::string(words), value, kind, gender, true);
  }

  void teens(const Words& units, std::size_t unit, Gender gender) {
    for (const auto w : units) {
      both(std::string(w) + " عشر", 10 + unit, NumberKind::kOrdinal, gender);
      if (gender == Gender::kFeminine)
        both(std::string(w) + " عشرة", 10 + unit, NumberKind::kOrdinal, gender);
    }
  }

  void above_twenty(const Words& units, std::size_t ten, std::size_t unit, Gender gender) {
    for (const auto w : units)
      for (const auto t : tens(ten)) {
        const std::string word(w), of_tens(t);
        const std::size_t value = ten * 10 + unit;
        add("ال" + word + " وال" + of_tens, value, NumberKind::kOrdinal, gender, true);
        add(word + " وال" + of_tens, value, NumberKind::kOrdinal, gender, false);
        add(word + " و" + of_tens, value, NumberKind::kOrdinal, gender, false);
      }
  }

  std::vector<NumberPhrase> phrases_;
};

}  // namespace

std::vector<NumberPhrase> arabic_number_phrases() {
  Phrases phrases;
  phrases.ordinals();
  phrases.cardinals();
  return phrases.take();
}

}  // namespace mahdar
