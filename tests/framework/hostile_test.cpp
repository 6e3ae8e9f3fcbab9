// Whatever a model holds, the validator comes back: no exception, no endless loop, and the same answer again.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "aedile/framework/compiled.h"
#include "core/utf8.h"
#include "framework/sound_framework.h"

namespace aedile {
namespace {

using testing::sound_framework;

std::string hostile_text() {
  return *rc::gen::element<std::string>("", "1", "1.1", "5.1", "total", "severity", "minor", "yes", "location", "area",
                                        "a/b~c", "4@1", std::string("a\0b", 3), "\xFF\xFE", "\xED\xA0\x80", "中文",
                                        std::string(10'000, 'x'), "{0}{1}", "line\nbreak");
}

template <class D>
D hostile_decimal() {
  return D::from_scaled(*rc::gen::element<std::int64_t>(0, 1, -1, D::unit, 100 * D::unit, -D::unit, INT64_MAX,
                                                        INT64_MIN, INT64_MAX - 1, INT64_MIN + 1));
}

template <class T>
std::optional<T> perhaps(T value) {
  return *rc::gen::arbitrary<bool>() ? std::optional(value) : std::nullopt;
}

template <class D>
Range<D> hostile_range() {
  return {perhaps(hostile_decimal<D>()), perhaps(hostile_decimal<D>()), perhaps(hostile_decimal<D>()),
          perhaps(hostile_decimal<D>())};
}

std::vector<std::string> hostile_texts() {
  std::vector<std::string> texts(*rc::gen::inRange<std::size_t>(0, 4));
  for (std::string& text : texts) text = hostile_text();
  return texts;
}

Filter hostile_filter() {
  Filter filter(*rc::gen::inRange<std::size_t>(0, 3));
  for (AttributeTest& test : filter) test = {hostile_text(), hostile_texts()};
  return filter;
}

PerOccurrence hostile_occurrence() {
  PerOccurrence each;
  each.when = hostile_filter();
  each.points.by = hostile_texts();
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    each.points.cells.push_back({hostile_texts(), hostile_decimal<Points>()});
  }
  each.points.otherwise = perhaps(hostile_decimal<Points>());
  each.once = *rc::gen::arbitrary<bool>();
  each.once_per = hostile_texts();
  each.modifiers = {{hostile_filter(), hostile_decimal<Factor>(), hostile_decimal<Points>()}};
  each.divide_by = perhaps(hostile_text());
  each.scale = perhaps(ScaleTable{hostile_text(), {{hostile_text(), hostile_decimal<Factor>()}}});
  each.cap = perhaps(hostile_decimal<Points>());
  return each;
}

Bands hostile_bands() {
  Bands rule;
  rule.readings = hostile_texts();
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) {
    rule.bands.push_back({hostile_range<Quantity>(), hostile_range<Quantity>(), hostile_range<Quantity>(),
                          hostile_decimal<Points>(), hostile_text()});
  }
  rule.otherwise = perhaps(hostile_decimal<Points>());
  return rule;
}

Date hostile_date() { return Date(std::chrono::sys_days(std::chrono::days(*rc::gen::inRange(-700'000, 2'900'000)))); }

Rule hostile_rule() {
  const MarkCondition condition{hostile_text(), hostile_range<Points>()};
  switch (*rc::gen::inRange(0, 12)) {
    case 0:
      return Deduction{hostile_occurrence()};
    case 1:
      return Tally{hostile_occurrence()};
    case 2:
      return WholeItem{hostile_filter()};
    case 3:
      return Bonus{hostile_occurrence(), perhaps(condition)};
    case 4:
      return Penalty{hostile_occurrence(), hostile_text()};
    case 5:
      return Veto{hostile_filter(), hostile_text(), perhaps(hostile_decimal<Points>()), perhaps(hostile_text())};
    case 6:
      return Checklist{{{hostile_text(), hostile_text(), hostile_decimal<Weight>()}}, Checklist::Mode::all, true};
    case 7:
      return hostile_bands();
    case 8:
      return Rate{hostile_text(),
                  hostile_text(),
                  hostile_decimal<Quantity>(),
                  perhaps(hostile_decimal<Points>()),
                  Rate::Step::started,
                  *rc::gen::arbitrary<std::int64_t>(),
                  Rate::SmallSample::zero,
                  *rc::gen::arbitrary<int>()};
    case 9:
      return Progress{hostile_text(), hostile_date(), {{hostile_date(), hostile_decimal<Quantity>()}}, {}};
    case 10:
      return Letters{hostile_text(), {{hostile_text(), hostile_decimal<Factor>()}}, hostile_texts(), hostile_texts()};
    default:
      return Custom{hostile_text(), {{hostile_text(), hostile_text()}}};
  }
}

void spoil_node(Node& node) {
  switch (*rc::gen::inRange(0, 15)) {
    case 0:
      node.code = hostile_text();
      break;
    case 1:
      node.parent = perhaps(*rc::gen::element<std::size_t>(0, 1, 2, 5, 13, 14, 1000, SIZE_MAX));
      break;
    case 2:
      node.full_marks = perhaps(hostile_decimal<Points>());
      break;
    case 3:
      node.weight = hostile_decimal<Weight>();
      break;
    case 4:
      node.role = *rc::gen::element(Role::part, Role::adds, Role::deducts);
      break;
    case 5:
      node.supporting = hostile_texts();
      break;
    case 6:
      node.start = perhaps(hostile_decimal<Points>());
      break;
    case 7:
      node.lowest = perhaps(hostile_decimal<Points>());
      break;
    case 8:
      node.highest = perhaps(hostile_decimal<Points>());
      break;
    case 9:
      node.round = MarkRounding{Rounding::half_up, *rc::gen::arbitrary<int>()};
      break;
    case 10:
      node.aggregation = {*rc::gen::element(Aggregator::sum, Aggregator::minimum, Aggregator::harmonic_mean),
                          *rc::gen::element(Basis::shares, Basis::marks),
                          *rc::gen::element(Missing::renormalise, Missing::full_marks, Missing::zero),
                          *rc::gen::element(Missing::renormalise, Missing::full_marks, Missing::leave_out),
                          *rc::gen::element(Degenerate::zero, Degenerate::full_marks),
                          *rc::gen::element(PartSum::equal, PartSum::scaled, PartSum::as_given),
                          hostile_decimal<Factor>(),
                          hostile_decimal<Points>()};
      break;
    case 11:
      node.rules.push_back(hostile_rule());
      break;
    case 12:
      node.ceilings.push_back(
          {{hostile_text(), hostile_range<Points>()}, perhaps(hostile_decimal<Points>()), perhaps(hostile_text())});
      break;
    case 13:
      node.grades.push_back({hostile_text(), hostile_text(), hostile_range<Points>()});
      break;
    default:
      node.cycles = Cycles{hostile_text(),
                           {{hostile_text(), hostile_decimal<Weight>()}, {hostile_text(), hostile_decimal<Weight>()}},
                           Missing::full_marks};
  }
}

void spoil(Framework& framework) {
  switch (*rc::gen::inRange(0, 14)) {
    case 0:
      framework.id = hostile_text();
      break;
    case 1:
      framework.marks.places = *rc::gen::arbitrary<int>();
      break;
    case 2:
      framework.attributes.push_back({hostile_text(), hostile_text(), {{hostile_text(), hostile_text()}}});
      break;
    case 3:
      framework.profiles.push_back({hostile_text(), {}, *rc::gen::arbitrary<bool>(), hostile_texts()});
      break;
    case 4:
      framework.nodes.erase(framework.nodes.begin() +
                            *rc::gen::inRange<std::ptrdiff_t>(0, std::ssize(framework.nodes)));
      break;
    case 5:
      framework.nodes.push_back(*rc::gen::elementOf(framework.nodes));
      break;
    case 6:
      std::swap(framework.nodes[*rc::gen::inRange<std::size_t>(0, framework.nodes.size())],
                framework.nodes[*rc::gen::inRange<std::size_t>(0, framework.nodes.size())]);
      break;
    default:
      spoil_node(framework.nodes[*rc::gen::inRange<std::size_t>(0, framework.nodes.size())]);
  }
}

RC_GTEST_PROP(HostileModel, NeverStopsTheValidator, ()) {
  Framework framework = sound_framework();
  for (int i = *rc::gen::inRange(1, 8); i > 0 && !framework.nodes.empty(); --i) spoil(framework);
  const Diagnostics problems = validate(framework);
  RC_ASSERT(problems == validate(framework));
  for (const Diagnostic& problem : problems) {
    const std::string sentence = problem.text.in(Language::zh);
    RC_ASSERT(detail::is_utf8(sentence));
    RC_ASSERT(!detail::has_control_characters(sentence));
    RC_ASSERT(problem.place.pointer.starts_with('/'));
  }
}

RC_GTEST_PROP(HostileModel, ThatPassesCompiles, ()) {
  Framework framework = sound_framework();
  for (Node& node : framework.nodes) {
    std::erase_if(node.rules, [](const Rule& rule) { return std::holds_alternative<Custom>(rule); });
  }
  for (int i = *rc::gen::inRange(0, 3); i > 0 && !framework.nodes.empty(); --i) spoil(framework);
  for (const Node& node : framework.nodes) {
    for (const Rule& rule : node.rules) RC_PRE(!std::holds_alternative<Custom>(rule));
  }
  const bool sound = !validate(framework).has_errors();
  RC_CLASSIFY(sound, "sound");
  RC_ASSERT(compile(framework).ok() == sound);
}

TEST(HostileModel, OfManyNodesIsCheckedToTheEnd) {
  // A search through all nodes for each of them would not come back.
  Framework framework;
  framework.id = "wide";
  framework.edition = "1";
  framework.nodes.resize(200'001);
  for (std::size_t i = 1; i < framework.nodes.size(); ++i) framework.nodes[i].parent = 0;
  for (Node& node : framework.nodes) node.code = "same";
  EXPECT_GE(validate(framework).size(), 200'000u);
}

TEST(HostileModel, WithALongArgumentHasAShortSentence) {
  Framework framework = sound_framework();
  framework.profiles[0].nodes[0] = std::string(1'000'000, 'x');
  const Diagnostics problems = validate(framework);
  ASSERT_EQ(problems.size(), 1u) << problems;
  EXPECT_LT(problems.items()[0].text.in().size(), 300u);
}

TEST(HostileModel, WithALongTableIsCheckedToTheEnd) {
  Framework framework = sound_framework();
  framework.attributes[0].values.clear();
  PointsTable& table = testing::each(framework, "4").points;
  table = {};
  table.by = {"severity"};
  for (int i = 0; i < 9'999; ++i) {
    framework.attributes[0].values.push_back({"s" + std::to_string(i), {}});
    if (i != 9'998) table.cells.push_back({{"s" + std::to_string(i)}, Points::of(1)});
  }
  const Diagnostics problems = validate(framework);
  EXPECT_TRUE(problems.contains("table_gap")) << problems;
}

}  // namespace
}  // namespace aedile
