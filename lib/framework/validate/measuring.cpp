// Measuring rules: checklists, rates, progress, letters, rules of the caller's own.
#include <algorithm>
#include <unordered_set>

#include "framework/limits.h"
#include "framework/messages.h"
#include "framework/validate/subject.h"
#include "framework/validate/texts.h"

namespace aedile::detail {

namespace {

void check_member_name(std::string_view key, std::string_view text, Report& report) {
  const auto inside = report.at(key);
  check_name(key, text, report);
}

void check_length(std::string_view key, std::size_t length, Report& report) {
  if (length == 0) report.at(key).error(messages::empty_list, {std::string(key)});
  if (length <= max_names) return;
  report.at(key).error(messages::list_too_long, {std::string(key), std::to_string(length), std::to_string(max_names)});
}

void need_full_marks(const RulePlace& place, std::string_view kind, Report& report) {
  if (place.item.full_marks) return;
  report.error(messages::full_marks_missing, {place.item.code, std::string(kind)});
}

}  // namespace

void check(const RulePlace& place, const Checklist& rule, Report& report) {
  need_full_marks(place, "checklist", report);
  // No criteria at all are allowed: then the item is the one criterion.
  if (rule.criteria.size() > max_names) check_length("criteria", rule.criteria.size(), report);
  std::unordered_set<std::string_view> seen;
  bool some_weight = rule.criteria.empty();
  for (std::size_t i = 0; i < rule.criteria.size(); ++i) {
    const Checklist::Criterion& criterion = rule.criteria[i];
    const auto inside = report.at("criteria", i);
    check_name("criteria", criterion.code, report);
    check_local_text("title", criterion.title, report);
    if (!seen.insert(criterion.code).second) inside.error(messages::duplicate_entry, {"criteria", criterion.code});
    if (criterion.weight < Weight{}) {
      report.at("weight").error(messages::negative_number, {"weight", criterion.weight.to_string()});
    }
    some_weight = some_weight || !criterion.weight.is_zero();
  }
  if (!some_weight) report.at("criteria").error(messages::no_weight, {"criteria"});
}

void check(const RulePlace& place, const Rate& rule, Report& report) {
  need_full_marks(place, "rate", report);
  check_member_name("numerator", rule.numerator, report);
  if (!rule.denominator.empty()) {
    check_member_name("denominator", rule.denominator, report);
    if (rule.denominator == rule.numerator) {
      report.at("denominator").error(messages::duplicate_entry, {"rate", rule.denominator});
    }
  }
  if (rule.target <= Quantity{}) {
    report.at("target").error(messages::target_range, {"target", rule.target.to_string()});
  }
  if (rule.points_per_point && *rule.points_per_point < Points{}) {
    report.at("points_per_point")
        .error(messages::negative_number, {"points_per_point", rule.points_per_point->to_string()});
  }
  if (rule.minimum_sample < 0) {
    report.at("minimum_sample")
        .error(messages::negative_number, {"minimum_sample", std::to_string(rule.minimum_sample)});
  }
  if (rule.minimum_sample > 0 && rule.denominator.empty()) {
    report.at("minimum_sample").error(messages::sample_without_denominator);
  }
  if (rule.confidence != 90 && rule.confidence != 95 && rule.confidence != 99) {
    report.at("confidence").error(messages::confidence_range, {std::to_string(rule.confidence)});
  }
}

void check(const RulePlace& place, const Progress& rule, Report& report) {
  need_full_marks(place, "progress", report);
  check_member_name("actual", rule.actual, report);
  check_length("milestones", rule.milestones.size(), report);
  const Progress::Milestone* before = nullptr;
  for (std::size_t i = 0; i < rule.milestones.size(); ++i) {
    const Progress::Milestone& milestone = rule.milestones[i];
    const auto inside = report.at("milestones", i);
    const std::string name = std::to_string(i + 1);
    if (milestone.plan <= Quantity{}) {
      report.at("plan").error(messages::target_range, {"plan", milestone.plan.to_string()});
    }
    if (milestone.by <= rule.start) {
      report.at("by").error(messages::milestone_before_start, {name, rule.start.to_string()});
    }
    if (before && (milestone.by <= before->by || milestone.plan <= before->plan)) {
      inside.error(messages::milestone_order, {name});
    }
    before = &milestone;
  }
}

void check(const RulePlace& place, const Letters& rule, Report& report) {
  need_full_marks(place, "letters", report);
  check_member_name("reading", rule.reading, report);
  check_length("shares", rule.shares.size(), report);
  std::unordered_set<std::string_view> meanings;
  {
    const auto inside = report.at("shares");
    std::unordered_set<std::string_view> seen;
    for (const auto& [label, share] : rule.shares) {
      const auto at = report.at(label);
      check_name("shares", label, report);
      if (!seen.insert(label).second) at.error(messages::duplicate_entry, {"shares", label});
      if (share < Factor{} || share > Factor::of(1)) at.error(messages::share_range, {label, share.to_string()});
    }
    meanings = std::move(seen);
  }
  for (const auto& [key, labels] :
       {std::pair("not_applicable", &rule.not_applicable), std::pair("not_observed", &rule.not_observed)}) {
    if (labels->size() > max_names) check_length(key, labels->size(), report);
    for (std::size_t i = 0; i < labels->size(); ++i) {
      const auto inside = report.at(key, i);
      check_name(key, (*labels)[i], report);
      if (!meanings.insert((*labels)[i]).second) inside.error(messages::label_twice, {(*labels)[i]});
    }
  }
}

void check(const RulePlace&, const Custom& rule, Report& report) {
  check_member_name("name", rule.name, report);
  std::unordered_set<std::string_view> seen;
  for (const auto& [key, value] : rule.parameters) {
    const auto inside = report.at("parameters", key);
    check_name("parameters", key, report);
    check_prose(key, value, report);
    if (!seen.insert(key).second) inside.error(messages::duplicate_entry, {"parameters", key});
  }
}

}  // namespace aedile::detail
