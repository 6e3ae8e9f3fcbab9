// Bands over readings, and grades over marks: empty ranges, what is never reached, gaps, overlaps.
#include <algorithm>
#include <array>
#include <unordered_set>

#include "framework/limits.h"
#include "framework/messages.h"
#include "framework/validate/coverage.h"
#include "framework/validate/range.h"
#include "framework/validate/subject.h"
#include "framework/validate/texts.h"

namespace aedile::detail {

namespace {

/// Ranges over one line, first match wins; nothing where a range is wrong in itself.
struct Line {
  std::string_view key;  ///< the list: "bands", "grades"
  std::vector<std::optional<ValueSpan>> spans;
  std::vector<std::string> names;
  std::int64_t step = 1;
  int places = 0;
};

/// Reports what no value reaches and what two ranges both claim; returns what is held.
Coverage check_line(const Line& line, Report& report) {
  Coverage covered;
  std::vector<std::optional<ValueSpan>> reachable = line.spans;
  for (std::size_t i = 0; i < line.spans.size(); ++i) {
    if (!line.spans[i]) continue;
    if (covered.holds(*line.spans[i])) {
      report.at(line.key, i).error(messages::band_unreachable, {line.names[i]});
      reachable[i].reset();
    }
    covered.add(*line.spans[i]);
  }
  for (const auto& [earlier, later] : overlaps(reachable)) {
    const ValueSpan shared{std::max(reachable[earlier]->low, reachable[later]->low),
                           std::min(reachable[earlier]->high, reachable[later]->high)};
    report.at(line.key, later)
        .error(messages::band_overlap,
               {line.names[earlier], line.names[later], example_of(shared, line.step, line.places)});
  }
  return covered;
}

using Measure = Range<Quantity> Bands::Band::*;
struct NamedMeasure {
  const char* key;
  Measure range;
};
constexpr std::array<NamedMeasure, 3> measures{
    {{"total", &Bands::Band::total}, {"largest", &Bands::Band::largest}, {"smallest", &Bands::Band::smallest}}};

/// One span for each measure; nothing if a range is wrong in itself.
using Box = std::array<ValueSpan, measures.size()>;

std::optional<Box> box_of(const Bands::Band& band, Report& report) {
  Box box{};
  bool sound = true;
  for (std::size_t m = 0; m < measures.size(); ++m) {
    const Range<Quantity>& range = band.*measures[m].range;
    const auto inside = report.at(measures[m].key);
    sound = check_range(range, 1, report) && sound;
    box[m] = span_of(range, 1);
  }
  return sound ? std::optional(box) : std::nullopt;
}

bool holds(const Box& outer, const Box& inner) {
  for (std::size_t m = 0; m < measures.size(); ++m) {
    if (!outer[m].holds(inner[m])) return false;
  }
  return true;
}

bool unlimited(const Box& box) {
  return std::all_of(box.begin(), box.end(), [](const ValueSpan& span) {
    return span.low == -ValueSpan::infinity && span.high == ValueSpan::infinity;
  });
}

/// Bands that limit one measure only, or all measures of one reading, lie on a line.
std::optional<Line> line_of(const Bands& rule, const std::vector<std::optional<Box>>& boxes) {
  std::array<bool, measures.size()> used{};
  for (const Bands::Band& band : rule.bands) {
    for (std::size_t m = 0; m < measures.size(); ++m) used[m] = used[m] || !(band.*measures[m].range).unbounded();
  }
  if (rule.readings.size() > 1 && std::count(used.begin(), used.end(), true) > 1) return std::nullopt;
  Line line{"bands", {}, {}, 1, Quantity::places};
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    line.names.push_back("#" + std::to_string(i + 1));
    line.spans.emplace_back();
    if (!boxes[i]) continue;
    ValueSpan all{-ValueSpan::infinity, ValueSpan::infinity};
    for (const ValueSpan& span : *boxes[i]) all = {std::max(all.low, span.low), std::min(all.high, span.high)};
    if (!all.empty()) line.spans.back() = all;
  }
  return line;
}

void check_line_of_bands(const Bands& rule, const Line& line, const std::vector<std::optional<Box>>& boxes,
                         Report& report) {
  bool sound = true;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (boxes[i] && !line.spans[i]) report.at("bands", i).error(messages::range_empty);
    sound = sound && line.spans[i].has_value();
  }
  const Coverage covered = check_line(line, report);
  if (rule.otherwise || !sound) return;
  for (const ValueSpan& gap : covered.gaps({-ValueSpan::infinity, ValueSpan::infinity})) {
    report.at("bands").error(messages::band_gap, {example_of(gap, line.step, line.places)});
  }
}

void check_boxes(const Bands& rule, const std::vector<std::optional<Box>>& boxes, Report& report) {
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const bool reached = !boxes[i] || std::none_of(boxes.begin(), boxes.begin() + static_cast<std::ptrdiff_t>(i),
                                                   [&](const auto& box) { return box && holds(*box, *boxes[i]); });
    if (!reached) report.at("bands", i).error(messages::band_unreachable, {"#" + std::to_string(i + 1)});
  }
  const bool complete = rule.otherwise || std::any_of(boxes.begin(), boxes.end(),
                                                      [](const auto& box) { return !box || unlimited(*box); });
  if (!complete) report.at("bands").error(messages::bands_not_complete);
}

void check_band_points(const RulePlace& place, std::string_view key, Points points, Report& report) {
  const Node& item = place.item;
  const auto inside = report.at(key);
  if (points < Points{} && item.lowest && points < *item.lowest) {
    inside.error(messages::negative_number, {std::string(key), points.to_string()});
  }
  if (item.full_marks && points > *item.full_marks) {
    inside.error(messages::points_above_full,
                 {std::string(key), points.to_string(), item.full_marks->to_string(), item.code});
  }
}

void check_readings(const Bands& rule, Report& report) {
  if (rule.readings.empty()) report.at("readings").error(messages::empty_list, {"readings"});
  if (rule.readings.size() > max_names) {
    report.at("readings")
        .error(messages::list_too_long, {"readings", std::to_string(rule.readings.size()), std::to_string(max_names)});
  }
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < rule.readings.size(); ++i) {
    const auto inside = report.at("readings", i);
    check_name("readings", rule.readings[i], report);
    if (!seen.insert(rule.readings[i]).second) inside.error(messages::duplicate_entry, {"readings", rule.readings[i]});
  }
}

/// Marks that the node can have at all, in steps of its grid.
ValueSpan marks_of(const Subject& subject, std::size_t node, std::int64_t step) {
  const Node& at = subject.framework.nodes[node];
  ValueSpan marks{-ValueSpan::infinity, ValueSpan::infinity};
  if (at.lowest) marks.low = ceil_div(at.lowest->scaled(), step);
  bool beyond = !subject.full_marks[node];
  for (std::size_t i = node; i < subject.tree.end[node] && !beyond; ++i) {
    const Node& below = subject.framework.nodes[i];
    beyond = (i != node && below.role == Role::adds) || below.aggregation.part_sum == PartSum::as_given ||
             std::any_of(below.rules.begin(), below.rules.end(),
                         [](const Rule& rule) { return std::holds_alternative<Bonus>(rule); });
  }
  if (!beyond) marks.high = floor_div(subject.full_marks[node]->scaled(), step);
  if (at.highest && (beyond || *at.highest < *subject.full_marks[node])) {
    marks.high = floor_div(at.highest->scaled(), step);
  }
  return marks;
}

}  // namespace

void check(const RulePlace& place, const Bands& rule, Report& report) {
  check_readings(rule, report);
  if (rule.otherwise) check_band_points(place, "otherwise", *rule.otherwise, report);
  if (rule.bands.empty()) report.at("bands").error(messages::empty_list, {"bands"});
  if (rule.bands.size() > max_bands) {
    report.at("bands").error(messages::list_too_long,
                             {"bands", std::to_string(rule.bands.size()), std::to_string(max_bands)});
    return;
  }
  std::vector<std::optional<Box>> boxes;
  for (std::size_t i = 0; i < rule.bands.size(); ++i) {
    const Bands::Band& band = rule.bands[i];
    const auto inside = report.at("bands", i);
    check_local_text("title", band.title, report);
    check_band_points(place, "points", band.points, report);
    for (const NamedMeasure& measure : {measures[1], measures[2]}) {
      if (rule.readings.size() != 1 || (band.*measure.range).unbounded()) continue;
      report.at(measure.key).warning(messages::one_reading, {measure.key});
    }
    boxes.push_back(box_of(band, report));
  }
  if (rule.bands.empty()) return;
  if (const std::optional<Line> line = line_of(rule, boxes)) {
    check_line_of_bands(rule, *line, boxes, report);
  } else {
    check_boxes(rule, boxes, report);
  }
}

void check_grades(const Subject& subject, std::size_t node, Report& report) {
  const Node& at = subject.framework.nodes[node];
  if (at.grades.empty()) return;
  if (at.grades.size() > max_names) {
    report.at("grades").error(messages::list_too_long,
                              {"grades", std::to_string(at.grades.size()), std::to_string(max_names)});
  }
  const int stated =
      at.round ? std::min(at.round->places, subject.framework.marks.places) : subject.framework.marks.places;
  const int places = std::clamp(stated, 0, Points::places);
  Line line{"grades", {}, {}, 1, Points::places};
  for (int i = places; i < Points::places; ++i) line.step *= 10;
  std::unordered_set<std::string_view> seen;
  bool sound = true;
  for (std::size_t i = 0; i < at.grades.size(); ++i) {
    const Grade& grade = at.grades[i];
    const auto inside = report.at("grades", i);
    if (!seen.insert(grade.code).second) inside.error(messages::duplicate_entry, {"grades", grade.code});
    line.names.push_back(grade.code);
    line.spans.emplace_back();
    if (check_range(grade.mark, line.step, report)) {
      line.spans.back() = span_of(grade.mark, line.step);
    } else {
      sound = false;
    }
  }
  const Coverage covered = check_line(line, report);
  if (!sound || !subject.tree.sound) return;
  for (const ValueSpan& gap : covered.gaps(marks_of(subject, node, line.step))) {
    report.at("grades").error(messages::grade_gap, {example_of(gap, line.step, line.places), at.code});
  }
}

}  // namespace aedile::detail
