// Points per occurrence: filters, tables, modifiers, scales, caps.
#include <algorithm>
#include <unordered_set>

#include "framework/limits.h"
#include "framework/messages.h"
#include "framework/validate/subject.h"
#include "framework/validate/texts.h"

namespace aedile::detail {

namespace {

/// Reports an attribute that does not exist.
const Words::Known* known_attribute(const Subject& subject, std::string_view name, Report& report) {
  const Words::Known* const known = subject.words.attribute(name);
  if (!known) report.error(messages::unknown_attribute, {std::string(name)});
  return known;
}

void check_test(const Subject& subject, const AttributeTest& test, Report& report) {
  const Words::Known* const known = known_attribute(subject, test.attribute, report);
  if (test.values.empty()) report.error(messages::empty_list, {test.attribute});
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < test.values.size(); ++i) {
    const std::string& value = test.values[i];
    // A single value may stand without a list around it.
    const auto inside = test.values.size() == 1 ? report.at() : report.at(i);
    check_name(test.attribute, value, report);
    if (!seen.insert(value).second) inside.error(messages::duplicate_entry, {test.attribute, value});
    if (known && !known->allows(value)) inside.error(messages::unknown_value, {test.attribute, value});
  }
}

std::string joined(const std::vector<std::string>& key) {
  std::string text;
  for (const std::string& part : key) text += (text.empty() ? "" : " × ") + part;
  return text;
}

/// Different for different keys, whatever their texts hold.
template <class Key>
std::string identity_of(const Key& key) {
  std::string identity;
  for (const auto& part : key) identity.append(std::to_string(part.size())).append(1, ':').append(part);
  return identity;
}

/// A table's attributes, each with the values that can occur: all declared ones that the rule's filter lets pass.
using Axes = std::vector<std::vector<std::string_view>>;

std::vector<std::string_view> passing(const Words::Known& known, std::string_view attribute, const Filter& filter) {
  std::vector<std::string_view> values = known.list;
  for (const AttributeTest& test : filter) {
    if (test.attribute != attribute) continue;
    const std::unordered_set<std::string_view> allowed(test.values.begin(), test.values.end());
    std::erase_if(values, [&](std::string_view value) { return !allowed.contains(value); });
  }
  return values;
}

/// The axes, or nothing if one of them cannot be used; `by` may be one name or a list in the authoring form.
std::optional<Axes> check_axes(const Subject& subject, const PerOccurrence& each, Report& report) {
  Axes axes;
  bool usable = true;
  std::unordered_set<std::string_view> seen;
  const std::vector<std::string>& by = each.points.by;
  std::size_t combinations = 1;
  for (std::size_t i = 0; i < by.size(); ++i) {
    const auto inside = by.size() == 1 ? report.at("points", "by") : report.at("points", "by", i);
    const Words::Known* const known = known_attribute(subject, by[i], report);
    usable = usable && known;
    if (!seen.insert(by[i]).second) {
      inside.error(messages::duplicate_entry, {"by", by[i]});
      usable = false;
    }
    if (!known) continue;
    if (known->list.empty()) {
      inside.error(messages::attribute_without_values, {by[i]});
      usable = false;
    }
    combinations *= std::max<std::size_t>(1, known->list.size());
    if (combinations > max_table_cells) {
      inside.error(messages::table_too_large, {std::to_string(max_table_cells)});
      return std::nullopt;
    }
    axes.push_back(passing(*known, by[i], each.when));
  }
  return usable ? std::optional(std::move(axes)) : std::nullopt;
}

void check_cells(const Subject& subject, const PointsTable& table, Report& report) {
  std::unordered_set<std::string> seen;
  for (const PointsTable::Cell& cell : table.cells) {
    const auto inside = report.at("points", "table", cell.key);  // nested, one level for each attribute
    if (cell.points < Points{}) inside.error(messages::negative_number, {joined(cell.key), cell.points.to_string()});
    if (cell.key.size() != table.by.size()) {
      inside.error(messages::table_key,
                   {joined(cell.key), std::to_string(cell.key.size()), std::to_string(table.by.size())});
      continue;
    }
    if (!seen.insert(identity_of(cell.key)).second) inside.error(messages::duplicate_cell, {joined(cell.key)});
    for (std::size_t i = 0; i < cell.key.size(); ++i) {
      const Words::Known* const known = subject.words.attribute(table.by[i]);
      if (known && !known->allows(cell.key[i])) {
        inside.error(messages::unknown_value, {table.by[i], cell.key[i]});
      }
    }
  }
}

/// Combinations that the rule lets pass and the table does not know. Of n + 1 combinations, n cells leave one, so the
/// search for the first ends soon.
void check_table_gaps(const PointsTable& table, const Axes& axes, Report& report) {
  std::size_t missing = 1;
  for (const auto& axis : axes) missing *= axis.size();
  std::unordered_set<std::string> known;
  for (const PointsTable::Cell& cell : table.cells) {
    bool relevant = cell.key.size() == axes.size();
    for (std::size_t a = 0; relevant && a < axes.size(); ++a) {
      relevant = std::find(axes[a].begin(), axes[a].end(), cell.key[a]) != axes[a].end();
    }
    if (relevant && known.insert(identity_of(cell.key)).second) --missing;
  }
  if (missing == 0) return;
  std::vector<std::size_t> at(axes.size(), 0);
  std::vector<std::string> key;
  while (true) {
    key.clear();
    for (std::size_t a = 0; a < axes.size(); ++a) key.emplace_back(axes[a][at[a]]);
    if (!known.contains(identity_of(key))) break;
    for (std::size_t a = axes.size(); a-- > 0 && ++at[a] == axes[a].size();) at[a] = 0;
  }
  report.at("points").warning(messages::table_gap, {joined(key), std::to_string(missing)});
}

bool gives_points(const PerOccurrence& each) {
  const PointsTable& table = each.points;
  return (table.otherwise && !table.otherwise->is_zero()) ||
         std::any_of(table.cells.begin(), table.cells.end(), [](const auto& cell) { return !cell.points.is_zero(); }) ||
         std::any_of(each.modifiers.begin(), each.modifiers.end(),
                     [](const Modifier& modifier) { return modifier.plus > Points{}; });
}

void check_points(const Subject& subject, const PerOccurrence& each, Report& report) {
  const PointsTable& table = each.points;
  if (table.cells.empty() && !table.otherwise) {
    report.error(messages::points_missing);
    return;
  }
  if (table.otherwise && *table.otherwise < Points{}) {
    const auto inside = table.by.empty() ? report.at("points") : report.at("points", "otherwise");
    inside.error(messages::negative_number, {table.by.empty() ? "points" : "otherwise", table.otherwise->to_string()});
  }
  const std::optional<Axes> axes = check_axes(subject, each, report);
  check_cells(subject, table, report);
  if (axes && !table.by.empty() && !table.otherwise) check_table_gaps(table, *axes, report);
  if (!gives_points(each)) report.at("points").warning(messages::points_all_zero);
}

void check_modifiers(const Subject& subject, const std::vector<Modifier>& modifiers, Report& report) {
  for (std::size_t i = 0; i < modifiers.size(); ++i) {
    const auto inside = report.at("modifiers", i);
    const Modifier& modifier = modifiers[i];
    check_filter(subject, modifier.when, report);
    if (modifier.times < Factor{}) {
      report.at("times").error(messages::negative_number, {"times", modifier.times.to_string()});
    }
    if (modifier.times == Factor::of(1) && modifier.plus.is_zero()) inside.warning(messages::idle_modifier);
  }
}

void check_once(const Subject& subject, const PerOccurrence& each, Report& report) {
  if (!each.once && !each.once_per.empty()) report.error(messages::once_unset);
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < each.once_per.size(); ++i) {
    const auto inside = report.at("once", i);
    known_attribute(subject, each.once_per[i], report);
    if (!seen.insert(each.once_per[i]).second) inside.error(messages::duplicate_entry, {"once", each.once_per[i]});
  }
}

void check_scale(const ScaleTable& scale, Report& report) {
  const auto inside = report.at("scale");
  {
    const auto reading = report.at("reading");
    check_name("reading", scale.reading, report);
  }
  const auto factors = report.at("factors");
  if (scale.factors.empty()) factors.error(messages::empty_list, {"factors"});
  if (scale.factors.size() > max_names) {
    factors.error(messages::list_too_long,
                  {"factors", std::to_string(scale.factors.size()), std::to_string(max_names)});
  }
  std::unordered_set<std::string_view> seen;
  for (const auto& [label, factor] : scale.factors) {
    const auto at = report.at(label);
    check_name("factors", label, report);
    if (!seen.insert(label).second) at.error(messages::duplicate_entry, {"factors", label});
    if (factor < Factor{}) at.error(messages::negative_number, {label, factor.to_string()});
  }
}

void check_cap(const std::optional<Points>& cap, Report& report) {
  if (!cap) return;
  const auto inside = report.at("cap");
  if (*cap < Points{}) inside.error(messages::negative_number, {"cap", cap->to_string()});
  if (cap->is_zero()) inside.warning(messages::cap_zero);
}

}  // namespace

void check_filter(const Subject& subject, const Filter& filter, Report& report) {
  std::unordered_set<std::string_view> seen;
  for (const AttributeTest& test : filter) {
    const auto inside = report.at("when", test.attribute);
    if (!seen.insert(test.attribute).second) inside.error(messages::duplicate_entry, {"when", test.attribute});
    check_test(subject, test, report);
  }
}

void check_occurrence(const RulePlace& place, const PerOccurrence& each, Report& report) {
  check_filter(place.subject, each.when, report);
  check_points(place.subject, each, report);
  check_once(place.subject, each, report);
  check_modifiers(place.subject, each.modifiers, report);
  if (each.divide_by && !place.subject.words.visit_attributes.contains(*each.divide_by)) {
    report.at("divide_by").error(messages::unknown_visit_attribute, {*each.divide_by});
  }
  if (each.scale) check_scale(*each.scale, report);
  check_cap(each.cap, report);
}

}  // namespace aedile::detail
