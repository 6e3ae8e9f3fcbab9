// Every word of the enumerations leads back to its value.
#include <gtest/gtest.h>

#include "aedile/framework/editions.h"
#include "aedile/framework/framework.h"

namespace aedile {
namespace {

/// The values are numbered from 0 without gaps; the one behind the last has no name.
template <class Enum, class Parse>
void expect_round_trip(Enum last, Parse parse) {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<Enum>(i);
    const std::string_view name = to_string(value);
    EXPECT_EQ(parse(name), value) << name;
    EXPECT_EQ(std::count(names.begin(), names.end(), name), 0) << name;
    names.emplace_back(name);
  }
  EXPECT_THROW(to_string(static_cast<Enum>(static_cast<int>(last) + 1)), ContractError);
  for (const char* unknown : {"", "Sum", "sum ", "none of these"}) EXPECT_FALSE(parse(unknown)) << unknown;
}

TEST(Names, RoundTrip) {
  expect_round_trip(Aggregator::all_or_nothing, parse_aggregator);
  expect_round_trip(Basis::marks, parse_basis);
  expect_round_trip(Missing::leave_out, parse_missing);
  expect_round_trip(Degenerate::full_marks, parse_degenerate);
  expect_round_trip(PartSum::as_given, parse_part_sum);
  expect_round_trip(Method::observation, parse_method);
  expect_round_trip(Role::deducts, parse_role);
  expect_round_trip(CheckResult::unscored, parse_check_result);
  expect_round_trip(Checklist::Mode::all, parse_checklist_mode);
  expect_round_trip(Rate::Step::whole, parse_rate_step);
  expect_round_trip(Rate::SmallSample::score, parse_small_sample);
  expect_round_trip(Progress::Between::step, parse_between);
  expect_round_trip(EditionMapping::Kind::added, parse_mapping_kind);
}

TEST(Names, AreTheWordsOfTheAuthoringForm) {
  EXPECT_EQ(to_string(Aggregator::weighted_mean), "weighted_mean");
  EXPECT_EQ(to_string(Missing::renormalise), "renormalise");
  EXPECT_EQ(to_string(PartSum::as_given), "as_given");
  EXPECT_EQ(to_string(CheckResult::not_applicable), "not_applicable");
  EXPECT_EQ(to_string(Rate::Step::started), "started");
}

struct Kind {
  Rule rule;
  const char* name;
  bool measures;
  bool per_occurrence;
};

TEST(RuleKinds, HaveTheirNameAndTheirPart) {
  const std::vector<Kind> kinds{
      {Deduction{}, "deduction", false, true},
      {Tally{}, "tally", false, true},
      {WholeItem{}, "whole_item", false, false},
      {Bonus{}, "bonus", false, true},
      {Penalty{}, "penalty", false, true},
      {Veto{}, "veto", false, false},
      {Checklist{}, "checklist", true, false},
      {Bands{}, "bands", true, false},
      {Rate{}, "rate", true, false},
      {Progress{}, "progress", true, false},
      {Letters{}, "letters", true, false},
      {Custom{}, "custom", true, false},
  };
  ASSERT_EQ(kinds.size(), std::variant_size_v<Rule>);
  for (const Kind& kind : kinds) {
    EXPECT_EQ(kind_of(kind.rule), kind.name);
    EXPECT_EQ(is_measuring(kind.rule), kind.measures) << kind.name;
    EXPECT_EQ(per_occurrence_of(kind.rule) != nullptr, kind.per_occurrence) << kind.name;
  }
}

TEST(RuleKinds, GiveTheRulesOwnPoints) {
  const Rule rule = Deduction{{.points = Points::of(2), .free = 1}};
  ASSERT_NE(per_occurrence_of(rule), nullptr);
  EXPECT_EQ(*per_occurrence_of(rule), std::get<Deduction>(rule).each);
}

}  // namespace
}  // namespace aedile
