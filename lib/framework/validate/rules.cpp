// The rules of one item: each by its kind, and how they go together.
#include <algorithm>
#include <unordered_map>

#include "framework/limits.h"
#include "framework/messages.h"
#include "framework/validate/subject.h"

namespace aedile::detail {

namespace {

/// What takes points off an item cannot take more than there is between full marks and the lower end.
void check_own_cap(const RulePlace& place, const PerOccurrence& each, Report& report) {
  if (!each.cap || !place.item.full_marks) return;
  const std::optional<Points> room = room_of(place.subject, place.node);
  if (!room || *each.cap <= *room || *room < Points{}) return;
  report.at("cap").error(messages::cap_above_full, {each.cap->to_string(), room->to_string(), place.item.code});
}

void check(const RulePlace& place, const Deduction& rule, Report& report) { check_own_cap(place, rule.each, report); }
void check(const RulePlace& place, const Tally& rule, Report& report) { check_own_cap(place, rule.each, report); }
void check(const RulePlace& place, const WholeItem& rule, Report& report) {
  check_filter(place.subject, rule.when, report);
}

template <class... Kinds>
bool has(const Node& item) {
  return std::any_of(item.rules.begin(), item.rules.end(),
                     [](const Rule& rule) { return (std::holds_alternative<Kinds>(rule) || ...); });
}

/// Deductions need something to deduct from, tallies something to count up from.
void check_beginning(const Node& item, Report& report) {
  const bool measured = std::any_of(item.rules.begin(), item.rules.end(), is_measuring);
  if (item.start || measured) return;
  const bool takes_off = has<Deduction, WholeItem>(item);
  if (!item.full_marks && takes_off && item.lowest && *item.lowest >= Points{}) {
    report.error(messages::nothing_to_lose, {item.code});
  }
  const bool only_tallies = std::all_of(item.rules.begin(), item.rules.end(),
                                        [](const Rule& rule) { return std::holds_alternative<Tally>(rule); });
  if (item.full_marks && !item.full_marks->is_zero() && has<Tally>(item) && !takes_off && !only_tallies) {
    report.warning(messages::tally_from_full, {item.code});
  }
}

/// A reading has one kind of value, whichever rules of the item use it.
class ReadingKinds {
 public:
  ReadingKinds(const Node& item, Report& report) : item_(item), report_(report) {}

  void learn(const Rule& rule) {
    if (const PerOccurrence* each = per_occurrence_of(rule); each && each->scale) use(each->scale->reading, true);
    if (const auto* letters = std::get_if<Letters>(&rule)) use(letters->reading, true);
    if (const auto* rate = std::get_if<Rate>(&rule)) {
      use(rate->numerator, false);
      use(rate->denominator, false);
    }
    if (const auto* progress = std::get_if<Progress>(&rule)) use(progress->actual, false);
    if (const auto* bands = std::get_if<Bands>(&rule)) {
      for (const std::string& reading : bands->readings) use(reading, false);
    }
  }

 private:
  void use(const std::string& reading, bool label) {
    if (reading.empty()) return;
    const auto [known, unseen] = is_label_.emplace(reading, label);
    if (!unseen && known->second != label) report_.error(messages::reading_kind, {reading, item_.code});
  }

  const Node& item_;
  Report& report_;
  std::unordered_map<std::string_view, bool> is_label_;
};

}  // namespace

void check_rules(const Subject& subject, std::size_t node, Report& report) {
  const Node& item = subject.framework.nodes[node];
  if (!subject.tree.is_item(node)) {
    if (!item.rules.empty()) report.at("rules").error(messages::rules_on_inner_node, {item.code});
  } else if (item.rules.empty()) {
    report.warning(messages::no_rules, {item.code});
  } else {
    check_beginning(item, report);
  }
  const RulePlace place{subject, item, node};
  const Rule* measuring = nullptr;
  ReadingKinds kinds(item, report);
  for (std::size_t i = 0; i < item.rules.size(); ++i) {
    const Rule& rule = item.rules[i];
    const auto inside = report.at("rules", i);
    if (const PerOccurrence* each = per_occurrence_of(rule)) check_occurrence(place, *each, report);
    std::visit([&](const auto& kind) { check(place, kind, report); }, rule);
    kinds.learn(rule);
    if (!is_measuring(rule)) continue;
    if (measuring) {
      inside.error(messages::two_measuring_rules,
                   {item.code, std::string(kind_of(*measuring)), std::string(kind_of(rule))});
    } else {
      measuring = &rule;
    }
  }
}

}  // namespace aedile::detail
