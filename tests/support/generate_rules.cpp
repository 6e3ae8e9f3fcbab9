#include "support/generate_rules.h"

namespace aedile::test {

namespace {

Factor any_factor() {
  static const std::vector<Factor> choices{
      Factor::of(1), Factor::of(2), *Factor::parse("1.5"), *Factor::parse("0.5"), *Factor::parse("0.333333333"),
      Factor::of(0), Factor::of(3)};
  return one_of(choices);
}

AttributeTest any_test() {
  switch (pick(0, 3)) {
    case 0:
      return {"severity", {one_of<std::string>({"minor", "serious", "fatal"})}};
    case 1:
      return {"severity", {"serious", "fatal"}};
    case 2:
      return {"repeat", {one_of<std::string>({"yes", "no"})}};
    default:
      return {"area", {one_of<std::string>({"inside", "outside"})}};
  }
}

Filter any_filter(int per_cent) {
  Filter filter;
  if (chance(per_cent)) filter.push_back(any_test());
  if (!filter.empty() && chance(20)) filter.push_back({"overdue", {"yes"}});
  return filter;
}

PointsTable any_table(const Flavour& flavour, int high) {
  PointsTable table;
  table.otherwise = any_points(flavour, 0, high);
  const int dimensions = pick(0, 3);
  if (dimensions == 0 || dimensions == 3) return table;
  table.by = {"severity"};
  if (dimensions == 2) table.by.push_back("area");
  for (const char* severity : {"minor", "serious", "fatal"}) {
    for (const char* area : {"inside", "outside"}) {
      if (dimensions == 1 && area == std::string("outside")) continue;
      if (chance(25)) continue;
      PointsTable::Cell cell;
      cell.key = {severity};
      if (dimensions == 2) cell.key.push_back(area);
      cell.points = any_points(flavour, 0, high);
      table.cells.push_back(cell);
    }
  }
  if (table.cells.empty()) table.by.clear();
  return table;
}

Range<Points> any_condition(const Flavour& flavour) {
  Range<Points> range;
  const Points edge = any_points(flavour, 1, 90);
  if (flavour.monotone || chance(60)) {
    (chance(50) ? range.below : range.at_most) = edge;
  } else {
    (chance(50) ? range.above : range.at_least) = edge;
  }
  return range;
}

Checklist any_checklist() {
  Checklist rule;
  const int criteria = pick(0, 4);
  for (int i = 1; i <= criteria; ++i) {
    Checklist::Criterion criterion;
    criterion.code = "c" + std::to_string(i);
    criterion.title = "criterion";
    criterion.weight = Weight::of(i > 1 && chance(10) ? 0 : pick(1, 4));
    rule.criteria.push_back(criterion);
  }
  if (chance(25)) rule.mode = Checklist::Mode::all;
  rule.unchecked_fails = chance(25);
  return rule;
}

// Bands from the top down to an `otherwise`, over one reading or several.
Bands any_bands(const Points& full) {
  Bands rule;
  const int readings = pick(1, 3);
  for (int i = 1; i <= readings; ++i) rule.readings.push_back("r" + std::to_string(i));
  const int bands = pick(1, 4);
  for (int i = 0; i < bands; ++i) {
    Bands::Band band;
    const Quantity edge = Quantity::of(5 * (i + 1) + pick(0, 2));
    (chance(70) ? band.total.at_most : band.total.below) = edge;
    if (readings > 1 && chance(50)) band.largest.at_most = Quantity::of(5 * (i + 1));
    band.points = Points::from_scaled(full.scaled() / bands * (bands - i));
    rule.bands.push_back(band);
  }
  rule.otherwise = Points{};
  return rule;
}

Rate any_rate(const Flavour& flavour, const Points& full) {
  Rate rule;
  rule.numerator = "k";
  if (chance(70)) rule.denominator = "n";
  rule.target = one_of<Quantity>({Quantity::of(100), Quantity::of(95), *Quantity::parse("99.5"), Quantity::of(30)});
  if (chance(50)) rule.points_per_point = any_points(flavour, 0, static_cast<int>(full.scaled() / Points::unit));
  rule.step = one_of<Rate::Step>({Rate::Step::exact, Rate::Step::started, Rate::Step::whole});
  if (!rule.points_per_point) rule.step = Rate::Step::exact;
  if (!rule.denominator.empty() && chance(40)) rule.minimum_sample = pick(1, 5);
  rule.small_sample = one_of<Rate::SmallSample>({Rate::SmallSample::not_observed, Rate::SmallSample::zero,
                                                 Rate::SmallSample::full_marks, Rate::SmallSample::score});
  if (rule.minimum_sample == 0) rule.small_sample = Rate::SmallSample::not_observed;
  return rule;
}

Progress any_progress() {
  Progress rule;
  rule.actual = "done";
  rule.start = *Date::of(2025, 12, 31);
  rule.milestones.push_back({*Date::of(2026, 3, 31), Quantity::of(pick(1, 7))});
  if (chance(60)) rule.milestones.push_back({*Date::of(2026, 12, 31), Quantity::of(pick(8, 30))});
  if (chance(40)) rule.between = Progress::Between::step;
  return rule;
}

Letters any_letters() {
  Letters rule;
  rule.reading = "letter";
  rule.shares = {{"A", Factor::of(1)}, {"B", *Factor::parse("0.8")}, {"C", *Factor::parse("0.333333333")}};
  rule.not_applicable = {"n/a"};
  rule.not_observed = {"-"};
  return rule;
}

void draw_measuring_rule(Node& item, const Flavour& flavour) {
  switch (pick(0, 4)) {
    case 0:
      item.rules.push_back(any_checklist());
      break;
    case 1:
      item.rules.push_back(any_bands(*item.full_marks));
      break;
    case 2:
      item.rules.push_back(any_rate(flavour, *item.full_marks));
      break;
    case 3:
      item.rules.push_back(any_progress());
      break;
    default:
      item.rules.push_back(any_letters());
      break;
  }
}

void draw_reach(Node& item, const Flavour& flavour, const RuleSurroundings& around) {
  if (!around.vetoable.empty() && chance(12)) {
    Penalty penalty;
    penalty.each = any_per_occurrence(flavour, *item.full_marks);
    penalty.on = one_of(around.vetoable);
    if (penalty.each.cap) penalty.each.cap = *Points::parse("0.75");
    item.rules.push_back(penalty);
  }
  if (!around.vetoable.empty() && chance(12)) {
    Veto veto;
    veto.when = {{"severity", {"fatal"}}};
    veto.on = chance(25) ? item.code : one_of(around.vetoable);
    for (const std::string& code : around.with_grades) {
      if (code == veto.on && chance(60)) veto.grade = one_of<std::string>({"B", "C"});
    }
    if (!veto.grade || chance(50)) veto.ceiling = any_points(flavour, 0, 60);
    item.rules.push_back(veto);
  }
}

}  // namespace

Points any_points(const Flavour& flavour, int low, int high) {
  const Points whole = Points::of(pick(low, high));
  static const std::vector<Points> tied{Points{}, *Points::parse("0.5"), *Points::parse("0.25"),
                                        *Points::parse("0.05")};
  static const std::vector<Points> free{Points{}, *Points::parse("0.5"), *Points::parse("0.1"),
                                        *Points::parse("0.333333333"), *Points::parse("0.000000001")};
  if (whole == Points::of(high)) return whole;
  return whole + one_of(flavour.tied ? tied : free);
}

PerOccurrence any_per_occurrence(const Flavour& flavour, const Points& full) {
  const int most = static_cast<int>(full.scaled() / Points::unit);
  PerOccurrence each;
  each.when = any_filter(30);
  each.points = any_table(flavour, std::max(1, most / 2));
  if (flavour.once && chance(25)) {
    each.once = true;
    each.once_per = one_of<std::vector<std::string>>({{}, {"location"}, {"location", "severity"}, {"repeat"}});
  }
  if (chance(30)) each.modifiers.push_back({{{"repeat", {"yes"}}}, any_factor(), Points{}});
  if (chance(15)) each.modifiers.push_back({any_filter(70), any_factor(), any_points(flavour, 0, 2)});
  if (chance(15)) each.modifiers.push_back({{{"corrected", {"yes"}}}, Factor::of(1), -any_points(flavour, 0, 2)});
  if (chance(25)) each.free = static_cast<std::uint32_t>(pick(1, 3));
  if (chance(15)) each.divide_by = "units";
  if (chance(10)) each.scale = ScaleTable{"revisits", {{"1", Factor::of(1)}, {"2", any_factor()}, {"3", any_factor()}}};
  if (chance(40)) each.cap = any_points(flavour, 0, most);
  return each;
}

void draw_item_rules(Node& item, const Flavour& flavour, const RuleSurroundings& around) {
  const bool measures = chance(35);
  if (measures) draw_measuring_rule(item, flavour);
  const bool counts_up = flavour.merits && !flavour.monotone && chance(12);
  if (counts_up) item.rules.push_back(Tally{any_per_occurrence(flavour, *item.full_marks)});
  const int deductions = measures ? pick(0, 1) : (counts_up ? pick(0, 1) : pick(0, 2));
  for (int i = 0; i < deductions; ++i) {
    Deduction deduction;
    deduction.each = any_per_occurrence(flavour, *item.full_marks);
    item.rules.push_back(deduction);
  }
  if (chance(10)) item.rules.push_back(WholeItem{{{"severity", {"fatal"}}}});
  if (flavour.merits && !flavour.monotone && chance(12)) {
    Bonus bonus;
    bonus.each = any_per_occurrence(flavour, *item.full_marks);
    bonus.each.cap = any_points(flavour, 1, 5);
    if (flavour.conditions && !around.conditional_on.empty() && chance(60)) {
      bonus.gate = MarkCondition{one_of(around.conditional_on), any_condition(flavour)};
    }
    item.rules.push_back(bonus);
  }
  draw_reach(item, flavour, around);
  if (!measures && chance(15))
    item.start = any_points(flavour, 0, static_cast<int>(item.full_marks->scaled() / Points::unit));
  if (!flavour.monotone && chance(12)) item.lowest = std::nullopt;
  if (chance(8)) {
    item.highest = *item.full_marks + any_points(flavour, 0, 3);
    for (const Rule& rule : item.rules)  // a bonus whose cap no mark can hold is an error of the scheme
      if (const auto* bonus = std::get_if<Bonus>(&rule)) item.highest = std::max(*item.highest, *bonus->each.cap);
  }
  if (flavour.conditions && !around.conditional_on.empty() && chance(10)) {
    Ceiling ceiling;
    ceiling.when = {one_of(around.conditional_on), any_condition(flavour)};
    ceiling.ceiling = any_points(flavour, 0, static_cast<int>(item.full_marks->scaled() / Points::unit));
    item.ceilings.push_back(ceiling);
  }
}

void draw_demerit_rules(Node& item, const Flavour& flavour) {
  const int tallies = pick(1, 2);
  for (int i = 0; i < tallies; ++i) {
    Tally tally;
    tally.each = any_per_occurrence(flavour, Points::of(8));
    item.rules.push_back(tally);
  }
}

}  // namespace aedile::test
