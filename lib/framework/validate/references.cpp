// Rules and ceilings that act on other nodes or look at their marks: does what they name exist, can they ever bite?
#include <algorithm>

#include "framework/messages.h"
#include "framework/validate/range.h"
#include "framework/validate/subject.h"

namespace aedile::detail {

namespace {

/// At the member that names a node.
std::optional<std::size_t> check_target(const Subject& subject, std::string_view key, const std::string& code,
                                        Report& report) {
  const std::optional<std::size_t> target = subject.words.node(code);
  if (!target) report.at(key).error(messages::unknown_node, {code});
  return target;
}

/// The effect of a veto or a ceiling on `node`.
void check_effect(const Subject& subject, std::size_t node, const std::optional<Points>& ceiling,
                  const std::optional<std::string>& grade, Report& report) {
  const Node& target = subject.framework.nodes[node];
  if (ceiling) {
    const auto inside = report.at("ceiling");
    if (*ceiling < Points{} && target.lowest && *ceiling < *target.lowest) {
      inside.error(messages::negative_number, {"ceiling", ceiling->to_string()});
    }
    const std::optional<Points> most = target.highest ? target.highest : subject.full_marks[node];
    if (most && *ceiling >= *most && *ceiling > Points{}) {
      inside.warning(messages::idle_ceiling, {ceiling->to_string(), most->to_string(), target.code});
    }
  }
  if (!grade) return;
  const bool known = std::any_of(target.grades.begin(), target.grades.end(),
                                 [&](const Grade& candidate) { return candidate.code == *grade; });
  if (!known) report.at("grade").error(messages::unknown_grade, {*grade, target.code});
}

}  // namespace

std::optional<Points> room_of(const Subject& subject, std::size_t node) {
  const Node& at = subject.framework.nodes[node];
  const std::optional<Points> full = at.full_marks ? at.full_marks : subject.full_marks[node];
  if (!full || !at.lowest) return std::nullopt;
  std::int64_t room = 0;
  if (__builtin_sub_overflow(full->scaled(), at.lowest->scaled(), &room)) return std::nullopt;
  return Points::from_scaled(room);
}

void check_condition(const Subject& subject, const MarkCondition& condition, Report& report) {
  check_target(subject, "node", condition.node, report);
  if (condition.mark.unbounded()) report.error(messages::range_missing);
  check_range(condition.mark, 1, report);
}

void check(const RulePlace& place, const Bonus& rule, Report& report) {
  if (!rule.each.cap) report.error(messages::cap_missing, {place.item.code});
  if (rule.each.cap && place.item.highest && *rule.each.cap > *place.item.highest && *rule.each.cap > Points{}) {
    report.at("cap").error(messages::cap_above_full,
                           {rule.each.cap->to_string(), place.item.highest->to_string(), place.item.code});
  }
  if (!rule.gate) return;
  const auto inside = report.at("gate");
  check_condition(place.subject, *rule.gate, report);
}

void check(const RulePlace& place, const Penalty& rule, Report& report) {
  const std::optional<std::size_t> target = check_target(place.subject, "on", rule.on, report);
  if (!target) return;
  if (*target == place.node) {
    report.at("on").error(messages::penalty_on_itself, {place.item.code});
    return;
  }
  const std::optional<Points> room = room_of(place.subject, *target);
  if (rule.each.cap && room && *rule.each.cap > *room) {
    report.at("cap").error(messages::cap_above_full, {rule.each.cap->to_string(), room->to_string(), rule.on});
  }
}

void check(const RulePlace& place, const Veto& rule, Report& report) {
  check_filter(place.subject, rule.when, report);
  if (!rule.ceiling && !rule.grade) report.error(messages::no_effect);
  const std::optional<std::size_t> target = check_target(place.subject, "on", rule.on, report);
  if (target) check_effect(place.subject, *target, rule.ceiling, rule.grade, report);
}

void check_ceilings(const Subject& subject, std::size_t node, Report& report) {
  const std::vector<Ceiling>& ceilings = subject.framework.nodes[node].ceilings;
  for (std::size_t i = 0; i < ceilings.size(); ++i) {
    const auto inside = report.at("ceilings", i);
    {
      const auto when = report.at("when");
      check_condition(subject, ceilings[i].when, report);
    }
    if (!ceilings[i].ceiling && !ceilings[i].grade) inside.error(messages::no_effect);
    check_effect(subject, node, ceilings[i].ceiling, ceilings[i].grade, report);
  }
}

}  // namespace aedile::detail
