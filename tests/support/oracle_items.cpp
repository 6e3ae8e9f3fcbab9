#include "support/oracle_items.h"

#include <algorithm>
#include <map>

#include "support/oracle.h"

namespace aedile::test {

namespace {

const ReadingRecord* find_reading(const ItemObservations& seen, const std::string& name) {
  for (const ReadingRecord* reading : seen.readings) {
    if (reading->name == name) return reading;
  }
  return nullptr;
}

std::optional<Fraction> number_read(const ItemObservations& seen, const std::string& name) {
  const ReadingRecord* reading = find_reading(seen, name);
  if (!reading) return std::nullopt;
  return fraction(Quantity::parse(reading->value).value());
}

Fraction points_of_one(const PointsTable& table, const FindingRecord& finding) {
  if (!table.by.empty()) {
    std::vector<std::string> key;
    for (const std::string& attribute : table.by) key.push_back(attribute_of(finding.attributes, attribute));
    for (const PointsTable::Cell& cell : table.cells) {
      if (cell.key == key) return fraction(cell.points);
    }
  }
  if (!table.otherwise) throw OracleError("no_points");
  return fraction(*table.otherwise);
}

// What one occurrence costs: its points after the modifiers that see it.
Fraction cost_of_one(const PerOccurrence& each, const FindingRecord& finding) {
  Fraction points = points_of_one(each.points, finding);
  for (const Modifier& modifier : each.modifiers) {
    if (!meets(modifier.when, finding)) continue;
    points = points * fraction(modifier.times) + fraction(modifier.plus);
    if (points < 0) points = 0;
  }
  return points;
}

// One cost for each occurrence that counts.
std::vector<std::pair<Fraction, std::uint32_t>> occurrences(const PerOccurrence& each, const ItemObservations& seen) {
  std::vector<std::pair<Fraction, std::uint32_t>> result;  // cost of one, how many
  std::map<std::vector<std::string>, Fraction> dearest;
  for (const FindingRecord* finding : seen.findings) {
    if (finding->count == 0 || !meets(each.when, *finding)) continue;
    const Fraction cost = cost_of_one(each, *finding);
    if (!each.once) {
      result.emplace_back(cost, finding->count);
      continue;
    }
    std::vector<std::string> key;
    for (const std::string& attribute : each.once_per) key.push_back(attribute_of(finding->attributes, attribute));
    const auto [place, is_new] = dearest.emplace(key, cost);
    if (!is_new) place->second = std::max(place->second, cost);
  }
  for (const auto& [key, cost] : dearest) result.emplace_back(cost, 1u);
  return result;
}

enum class Checked { passed, failed, not_applicable, not_observed };

Checked reading_of(CheckResult result) {
  switch (result) {
    case CheckResult::pass:
    case CheckResult::fixed:
      return Checked::passed;
    case CheckResult::fail:
    case CheckResult::error:
    case CheckResult::unknown:
      return Checked::failed;
    case CheckResult::not_applicable:
      return Checked::not_applicable;
    case CheckResult::not_checked:
    case CheckResult::not_selected:
    case CheckResult::informational:
    case CheckResult::unscored:
      return Checked::not_observed;
  }
  throw std::logic_error("oracle: a check result it does not know");
}

}  // namespace

bool says_something(CheckResult result) {
  const Checked read = reading_of(result);
  return read == Checked::passed || read == Checked::failed;
}

namespace {

Checked checked(const ItemObservations& seen, const std::string& criterion) {
  for (const CheckRecord* check : seen.checks) {
    if (check->criterion == criterion) return reading_of(check->result);
  }
  return Checked::not_observed;
}

// The measuring rules: each gives the mark before deductions, or the reason why there is none.

ItemMark measured(const Checklist& rule, const Fraction& full, const ItemObservations& seen) {
  std::vector<Checklist::Criterion> criteria = rule.criteria;
  if (criteria.empty()) criteria.push_back({.code = "", .title = {}});
  Fraction passed = 0;
  Fraction all = 0;
  bool somebody_checked = false;
  bool every_one_not_applicable = true;
  for (const Checklist::Criterion& criterion : criteria) {
    const Checked result = checked(seen, criterion.code);
    every_one_not_applicable = every_one_not_applicable && result == Checked::not_applicable;
    if (result == Checked::not_applicable) continue;
    if (result == Checked::not_observed && !rule.unchecked_fails) continue;
    somebody_checked = somebody_checked || result != Checked::not_observed;
    all += fraction(criterion.weight);
    if (result == Checked::passed) passed += fraction(criterion.weight);
  }
  if (every_one_not_applicable) return {Status::not_applicable, 0};
  if (!somebody_checked || all == 0) return {Status::not_observed, 0};
  if (rule.mode == Checklist::Mode::all) return {Status::scored, passed == all ? full : Fraction(0)};
  return {Status::scored, full * passed / all};
}

ItemMark measured(const Bands& rule, const Fraction&, const ItemObservations& seen) {
  std::vector<Fraction> values;
  for (const std::string& name : rule.readings) {
    const std::optional<Fraction> value = number_read(seen, name);
    if (!value) return {Status::not_observed, 0};
    values.push_back(*value);
  }
  Fraction total = 0;
  for (const Fraction& value : values) total += value;
  const Fraction largest = *std::max_element(values.begin(), values.end());
  const Fraction smallest = *std::min_element(values.begin(), values.end());
  const auto holds = [](const Range<Quantity>& range, const Fraction& value) {
    if (range.at_least && !(value >= fraction(*range.at_least))) return false;
    if (range.above && !(value > fraction(*range.above))) return false;
    if (range.at_most && !(value <= fraction(*range.at_most))) return false;
    if (range.below && !(value < fraction(*range.below))) return false;
    return true;
  };
  for (const Bands::Band& band : rule.bands) {
    if (holds(band.total, total) && holds(band.largest, largest) && holds(band.smallest, smallest)) {
      return {Status::scored, fraction(band.points)};
    }
  }
  return {Status::scored, fraction(rule.otherwise.value())};
}

ItemMark measured(const Rate& rule, const Fraction& full, const ItemObservations& seen) {
  const std::optional<Fraction> numerator_read = number_read(seen, rule.numerator);
  if (!numerator_read) return {Status::not_observed, 0};
  Fraction rate = *numerator_read;
  if (!rule.denominator.empty()) {
    const std::optional<Fraction> sample = number_read(seen, rule.denominator);
    if (!sample) return {Status::not_observed, 0};
    if (*sample < Fraction(rule.minimum_sample)) {
      if (rule.small_sample == Rate::SmallSample::not_observed) return {Status::not_observed, 0};
      if (rule.small_sample == Rate::SmallSample::zero) return {Status::scored, 0};
      if (rule.small_sample == Rate::SmallSample::full_marks) return {Status::scored, full};
    }
    if (*sample == 0) return {Status::not_observed, 0};
    rate = *numerator_read * 100 / *sample;
  }
  const Fraction target = fraction(rule.target);
  if (!rule.points_per_point) return {Status::scored, rate < target ? Fraction(full * rate / target) : full};
  Fraction short_of_target = rate < target ? Fraction(target - rate) : Fraction(0);
  if (rule.step == Rate::Step::whole) short_of_target = Fraction(floor_of(short_of_target));
  if (rule.step == Rate::Step::started) short_of_target = Fraction(-floor_of(-short_of_target));
  return {Status::scored, full - fraction(*rule.points_per_point) * short_of_target};
}

Fraction expected_by(const Progress& rule, Date day) {
  Date since = rule.start;
  Fraction plan = 0;
  for (const Progress::Milestone& milestone : rule.milestones) {
    if (day >= milestone.by) {
      since = milestone.by;
      plan = fraction(milestone.plan);
      continue;
    }
    if (rule.between == Progress::Between::step || day <= since) return plan;
    return plan + (fraction(milestone.plan) - plan) * Fraction(day.days_since(since)) /
                      Fraction(milestone.by.days_since(since));
  }
  return plan;
}

ItemMark measured(const Progress& rule, const Fraction& full, const ItemObservations& seen, const VisitRecord& visit) {
  const std::optional<Fraction> actual = number_read(seen, rule.actual);
  if (!actual) return {Status::not_observed, 0};
  if (!visit.date) throw OracleError("missing_date");
  const Fraction expected = expected_by(rule, *visit.date);
  if (expected == 0 || *actual >= expected) return {Status::scored, full};
  return {Status::scored, full * *actual / expected};
}

ItemMark measured(const Letters& rule, const Fraction& full, const ItemObservations& seen) {
  const ReadingRecord* reading = find_reading(seen, rule.reading);
  if (!reading) return {Status::not_observed, 0};
  const auto is_one_of = [&](const std::vector<std::string>& labels) {
    return std::find(labels.begin(), labels.end(), reading->value) != labels.end();
  };
  if (is_one_of(rule.not_applicable)) return {Status::not_applicable, 0};
  if (is_one_of(rule.not_observed)) return {Status::not_observed, 0};
  for (const auto& [label, share] : rule.shares) {
    if (label == reading->value) return {Status::scored, full * fraction(share)};
  }
  throw OracleError("unknown_label");
}

ItemMark start_of(const Node& item, const ItemObservations& seen, const VisitRecord& visit) {
  const Fraction full = item.full_marks ? fraction(*item.full_marks) : Fraction(0);
  bool every_rule_is_a_tally = !item.rules.empty();
  for (const Rule& rule : item.rules) {
    if (const auto* checklist = std::get_if<Checklist>(&rule)) return measured(*checklist, full, seen);
    if (const auto* bands = std::get_if<Bands>(&rule)) return measured(*bands, full, seen);
    if (const auto* rate = std::get_if<Rate>(&rule)) return measured(*rate, full, seen);
    if (const auto* progress = std::get_if<Progress>(&rule)) return measured(*progress, full, seen, visit);
    if (const auto* letters = std::get_if<Letters>(&rule)) return measured(*letters, full, seen);
    if (std::holds_alternative<Custom>(rule)) throw std::logic_error("oracle: custom rules are not for it");
    every_rule_is_a_tally = every_rule_is_a_tally && std::holds_alternative<Tally>(rule);
  }
  if (item.start) return {Status::scored, fraction(*item.start)};
  return {Status::scored, every_rule_is_a_tally ? Fraction(0) : full};
}

}  // namespace

std::string attribute_of(const AttributeTexts& attributes, const std::string& name) {
  for (const auto& [given, value] : attributes) {
    if (given == name && !value.empty()) return value;
  }
  const bool is_flag = name == "repeat" || name == "overdue" || name == "media" || name == "corrected";
  return is_flag ? "no" : "";
}

bool meets(const Filter& filter, const FindingRecord& finding) {
  for (const AttributeTest& test : filter) {
    const std::string value = attribute_of(finding.attributes, test.attribute);
    if (value.empty() || std::find(test.values.begin(), test.values.end(), value) == test.values.end()) return false;
  }
  return true;
}

Fraction points_for(const PerOccurrence& each, const ItemObservations& seen, const VisitRecord& visit) {
  auto counted = occurrences(each, seen);
  std::sort(counted.begin(), counted.end());
  std::uint64_t still_free = each.free;  // the cheapest are forgiven first
  Fraction total = 0;
  for (const auto& [cost, count] : counted) {
    const std::uint64_t forgiven = std::min<std::uint64_t>(still_free, count);
    still_free -= forgiven;
    total += cost * Fraction(Whole(count - forgiven));
  }
  if (each.divide_by) {
    std::optional<Fraction> divisor;
    for (const auto& [name, value] : visit.attributes) {
      if (name == *each.divide_by) divisor = fraction(Quantity::parse(value).value());
    }
    if (!divisor || *divisor <= 0) throw OracleError("bad_divisor");
    total /= *divisor;
  }
  if (each.scale) {
    if (const ReadingRecord* reading = find_reading(seen, each.scale->reading)) {
      for (const auto& [label, factor] : each.scale->factors) {
        if (label == reading->value) total *= fraction(factor);
      }
    }
  }
  if (each.cap) total = std::min(total, fraction(*each.cap));
  return total;
}

ItemMark mark_of_item(const Node& item, const ItemObservations& seen, const VisitRecord& visit,
                      const GateIsOpen& gate_is_open) {
  ItemMark mark = start_of(item, seen, visit);
  if (mark.status != Status::scored) return mark;
  Fraction& value = mark.value;
  for (const Rule& rule : item.rules) {
    if (const auto* deduction = std::get_if<Deduction>(&rule)) value -= points_for(deduction->each, seen, visit);
    if (const auto* whole = std::get_if<WholeItem>(&rule)) {
      for (const FindingRecord* finding : seen.findings) {
        if (finding->count > 0 && meets(whole->when, *finding)) value = std::min(value, Fraction(0));
      }
    }
  }
  for (const Rule& rule : item.rules) {
    if (const auto* tally = std::get_if<Tally>(&rule)) value += points_for(tally->each, seen, visit);
  }
  if (item.lowest) value = std::max(value, fraction(*item.lowest));
  if (item.full_marks) value = std::min(value, fraction(*item.full_marks));
  for (const Rule& rule : item.rules) {
    if (const auto* bonus = std::get_if<Bonus>(&rule)) {
      if (!bonus->gate || gate_is_open(*bonus->gate)) value += points_for(bonus->each, seen, visit);
    }
  }
  if (item.highest) value = std::min(value, fraction(*item.highest));
  return mark;
}

}  // namespace aedile::test
