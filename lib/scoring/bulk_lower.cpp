/// The part of bulk tables that no profile changes: what a row costs, what it fires, where its loss is felt.

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <string>

#include "core/int128.h"
#include "scoring/bulk_tables.h"
#include "scoring/messages_bulk.h"
#include "scoring/occurrences.h"

namespace aedile::detail {
namespace {

constexpr std::size_t max_codes = 4096;

Place at(const char* list, std::size_t position) {
  return {{}, 0, 0, "/" + std::string(list) + "/" + std::to_string(position)};
}

/// One layout, checked and lowered.
class Lowering {
 public:
  Lowering(const CompiledFramework& framework, const BulkLayout& layout, BulkTables& tables)
      : framework_(framework), program_(framework.program()), layout_(layout), tables_(tables) {}

  Diagnostics run() {
    attributes();
    items();
    nodes();
    for (std::size_t p = 0; p < layout_.profiles.size(); ++p)
      if (layout_.profiles[p].size() != program_.nodes.size())
        problems_.error(at("profiles", p), messages::bulk_profile,
                        {std::to_string(p), std::to_string(program_.nodes.size())});
    if (problems_.has_errors()) return std::move(problems_);
    find_targets();
    lower_items();
    find_slots();
    for (const Grade& grade : framework_.grades(framework_.root())) tables_.grades.push_back(range_of(grade.mark));
    return std::move(problems_);
  }

 private:
  // ---- what the codes mean ------------------------------------------------------------------------------------------

  void attributes() {
    std::set<std::string> seen;
    for (std::size_t a = 0; a < layout_.attributes.size(); ++a) {
      const BulkLayout::AttributeColumn& column = layout_.attributes[a];
      const std::optional<std::size_t> slot = framework_.find_attribute(column.name);
      if (!slot || !seen.insert(column.name).second) {
        problems_.error(at("attributes", a), messages::bulk_attribute, {column.name});
        continue;
      }
      tables_.attribute_slots.push_back(*slot);
      tables_.radix.push_back(static_cast<std::uint32_t>(column.values.size()));
      tables_.values.push_back(codes_of(column, *slot, a));
      tables_.codes = std::min(tables_.codes * column.values.size(), max_codes + 1);
    }
    if (tables_.codes > max_codes)
      problems_.error(at("attributes", 0), messages::bulk_codes, {std::to_string(max_codes)});
  }

  std::vector<ValueCode> codes_of(const BulkLayout::AttributeColumn& column, std::size_t slot, std::size_t position) {
    const std::vector<std::string>& known = program_.known_values[slot];
    std::vector<ValueCode> codes;
    std::set<std::string> seen;
    auto next = static_cast<ValueCode>(known.size() + 1);  // of texts that no rule names
    for (const std::string& value : column.values) {
      const auto found = std::find(known.begin(), known.end(), value);
      const bool unknown = found == known.end() && !value.empty() && program_.closed(slot);
      if (unknown || !seen.insert(value).second)
        problems_.error(at("attributes", position), messages::bulk_value, {column.name, value});
      codes.push_back(value.empty()          ? ValueCode{0}
                      : found != known.end() ? static_cast<ValueCode>(found - known.begin() + 1)
                                             : next++);
    }
    return codes;
  }

  void items() {
    std::vector<bool> seen(program_.nodes.size());
    for (std::size_t i = 0; i < layout_.items.size(); ++i) {
      const NodeId id = layout_.items[i];
      const bool item = id.valid() && id.index() < seen.size() && framework_.is_item(id);
      if (!item || seen[id.index()])
        problems_.error(at("items", i), messages::bulk_item, {std::to_string(i), std::to_string(id.value())});
      else
        seen[id.index()] = true;
    }
    tables_.items = layout_.items.size();
  }

  void nodes() {
    std::vector<bool> seen(program_.nodes.size());
    for (std::size_t n = 0; n < layout_.nodes.size(); ++n) {
      const NodeId id = layout_.nodes[n];
      if (!id.valid() || id.index() >= seen.size() || seen[id.index()])
        problems_.error(at("nodes", n), messages::bulk_node, {std::to_string(id.value())});
      else
        seen[id.index()] = true;
    }
  }

  // ---- where losses are felt ----------------------------------------------------------------------------------------

  bool is_below(NodeId node, NodeId above) const {
    for (; node.valid(); node = program_.nodes[node.index()].parent)
      if (node == above) return true;
    return false;
  }

  void find_slots() {
    tables_.slots = layout_.nodes;
    if (tables_.slots.empty()) tables_.slots.push_back(framework_.root());
    tables_.wanted = tables_.slots.size();
    const auto total = std::find(tables_.slots.begin(), tables_.slots.end(), framework_.root());
    tables_.total = static_cast<std::uint32_t>(total - tables_.slots.begin());
    if (total == tables_.slots.end()) tables_.slots.push_back(framework_.root());
    std::vector<std::vector<std::uint32_t>> above(tables_.items);
    for (std::size_t i = 0; i < tables_.items; ++i) {
      for (std::uint32_t s = 0; s < tables_.slots.size(); ++s)
        if (s != tables_.total && is_below(layout_.items[i], tables_.slots[s])) above[i].push_back(s);
      tables_.depth = std::max(tables_.depth, above[i].size() + 1);
    }
    const std::size_t lines = tables_.depth - 1;
    tables_.item_lines.assign(tables_.lines() * lines, first_slot + static_cast<std::uint32_t>(tables_.slots.size()));
    for (std::size_t i = 0; i < tables_.items; ++i)
      for (std::size_t d = 0; d < above[i].size(); ++d) tables_.item_lines[i * lines + d] = first_slot + above[i][d];
    for (BulkTarget& target : tables_.targets) {
      const auto slot = std::find(tables_.slots.begin(), tables_.slots.end(), target.node);
      if (slot != tables_.slots.end()) target.slot = static_cast<std::size_t>(slot - tables_.slots.begin());
    }
  }

  void find_targets() {
    std::set<std::uint32_t> aimed_at;
    for (const NodeId item : layout_.items)
      for (const RuleProgram& rule : program_.nodes[item.index()].rules)
        if (rule.kind == RuleKind::veto || rule.kind == RuleKind::penalty) aimed_at.insert(rule.on.value());
    for (const NodeId id : program_.order) {
      if (!aimed_at.contains(id.value())) continue;
      BulkTarget target{
          .node = id, .items = {}, .lowest = {}, .below = {}, .slot = {}, .is_root = id == framework_.root()};
      const NodeProgram& node = program_.nodes[id.index()];
      if (node.lowest) target.lowest = node.lowest->scaled();
      for (std::size_t i = 0; i < tables_.items; ++i)
        if (is_below(layout_.items[i], id)) target.items.push_back(static_cast<std::uint32_t>(i));
      for (std::size_t t = 0; t < tables_.targets.size(); ++t)
        if (is_below(tables_.targets[t].node, id)) target.below.push_back(t);
      tables_.targets.push_back(std::move(target));
    }
  }

  static BulkGrade range_of(const Range<Points>& mark) {
    BulkGrade range{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    if (mark.at_least) range.low = mark.at_least->scaled();
    if (mark.above) range.low = mark.above->scaled() + 1;
    if (mark.at_most) range.high = mark.at_most->scaled();
    if (mark.below) range.high = mark.below->scaled() - 1;
    return range;
  }

  // ---- what a row costs ---------------------------------------------------------------------------------------------

  /// Points of one occurrence with these attributes, in steps of 10^-9.
  struct Cost {
    enum Kind { none, points, no_points, too_fine } kind = none;
    std::int64_t scaled = 0;
  };
  Cost cost(const OccurrenceProgram& each, const Finding& finding) const {
    if (!matches(program_, each.when, finding)) return {};
    int128 scaled = points_of(program_, each.points, finding);
    if (scaled == PointsLookup::absent) return {Cost::no_points, 0};
    for (const ModifierProgram& modifier : each.modifiers) {
      if (!matches(program_, modifier.when, finding)) continue;
      scaled *= modifier.times_scaled;
      if (scaled % Factor::unit != 0) return {Cost::too_fine, 0};
      scaled = std::max<int128>(0, scaled / Factor::unit + modifier.plus_scaled);
      if (scaled > std::numeric_limits<std::int64_t>::max()) return {Cost::too_fine, 0};
    }
    return {Cost::points, static_cast<std::int64_t>(scaled)};
  }

  /// An item on the way to its row of cells.
  struct Draft {
    std::vector<std::int64_t> scaled;  // by code
    std::vector<bool> no_points, whole, fires;
    std::int64_t cap = 0;
    std::optional<Text> general;
  };

  void generalise(Draft& draft, const Message& message, std::vector<std::string> arguments = {}) const {
    if (!draft.general) draft.general.emplace(message, std::move(arguments));
  }

  void lower_items() {
    tables_.cells.assign((tables_.items + 1) * tables_.stride(), 0);
    for (std::size_t i = 0; i < tables_.items; ++i) lower_item(i);
    tables_.most_units = std::accumulate(tables_.caps.begin(), tables_.caps.end(), std::uint64_t{0});
    tables_.caps.push_back(0);
    tables_.first_aim.push_back(tables_.aims.size());
    std::fill(tables_.cells.end() - static_cast<std::ptrdiff_t>(tables_.stride()), tables_.cells.end(),
              cell_fault | static_cast<Cell>(RowFault::no_such_item));
  }

  void lower_item(std::size_t i) {
    tables_.first_aim.push_back(tables_.aims.size());
    const NodeProgram& item = program_.nodes[layout_.items[i].index()];
    Draft draft;
    draft.scaled.assign(tables_.codes, 0);
    draft.no_points.assign(tables_.codes, false);
    draft.whole.assign(tables_.codes, false);
    draft.fires.assign(tables_.codes, false);
    if (item.measuring) generalise(draft, messages::general_measured);
    limits(item, draft);
    for (const RuleProgram& rule : item.rules) lower_rule(rule, draft);
    caps(item, draft);
    fill_cells(i, draft);
  }

  /// Marks run from the start down to the lower end, and nowhere else.
  void limits(const NodeProgram& item, Draft& draft) const {
    const bool runs = item.full && item.lowest && *item.lowest <= item.start && item.start <= *item.full &&
                      (!item.highest || item.start <= *item.highest) && !item.round;
    if (!runs) {
      generalise(draft, messages::general_limits);
      return;
    }
    const int128 cap = int128{item.start.scaled()} - item.lowest->scaled();
    if (cap > std::numeric_limits<std::int64_t>::max())
      generalise(draft, messages::general_numbers);
    else
      draft.cap = static_cast<std::int64_t>(cap);
  }

  /// Of several deductions none may have a cap of its own that can bite before the item's does.
  void caps(const NodeProgram& item, Draft& draft) const {
    std::size_t deductions = 0;
    std::int64_t least = draft.cap;
    for (const RuleProgram& rule : item.rules) {
      if (rule.kind != RuleKind::deduction && rule.kind != RuleKind::whole_item) continue;
      ++deductions;
      if (rule.kind == RuleKind::deduction && rule.each.cap) least = std::min(least, rule.each.cap->scaled());
    }
    if (least == draft.cap) return;
    if (deductions == 1)
      draft.cap = least;
    else
      generalise(draft, messages::general_caps);
  }

  Finding finding_of(std::size_t code) const {
    Finding finding;
    finding.values = tables_.attribute_codes(code);
    return finding;
  }

  void lower_rule(const RuleProgram& rule, Draft& draft) {
    const std::string number = std::to_string(rule.index + 1);
    const bool counts = rule.kind == RuleKind::deduction || rule.kind == RuleKind::penalty;
    if (!counts && rule.kind != RuleKind::whole_item && rule.kind != RuleKind::veto) {
      generalise(draft, messages::general_rule, {number, std::string(kind_of(*rule.source))});
      return;
    }
    const OccurrenceProgram& each = rule.each;
    if (counts && (each.once || each.free != 0 || each.divide_by || each.scale_reading))
      generalise(draft, messages::general_occurrences, {number});
    BulkAim aim;
    aim.veto = rule.kind == RuleKind::veto;
    aim.points.assign(tables_.codes, -1);
    for (std::size_t code = 0; code < tables_.codes; ++code) {
      const Finding finding = finding_of(code);
      if (!counts) {
        if (!matches(program_, rule.when, finding)) continue;
        if (aim.veto) {
          aim.points[code] = 0;
          draft.fires[code] = true;
        } else {
          draft.whole[code] = true;
        }
        continue;
      }
      const Cost one = cost(each, finding);
      if (one.kind == Cost::too_fine) generalise(draft, messages::general_numbers);
      if (one.kind == Cost::no_points) draft.no_points[code] = true;
      if (one.kind != Cost::points) continue;
      if (rule.kind == RuleKind::penalty) {
        aim.points[code] = one.scaled;
        if (one.scaled != 0) draft.fires[code] = true;
      } else if (__builtin_add_overflow(draft.scaled[code], one.scaled, &draft.scaled[code])) {
        generalise(draft, messages::general_numbers);
      }
    }
    if (rule.kind == RuleKind::veto || rule.kind == RuleKind::penalty) add_aim(rule, std::move(aim));
  }

  void add_aim(const RuleProgram& rule, BulkAim aim) {
    const auto target = std::find_if(tables_.targets.begin(), tables_.targets.end(),
                                     [&](const BulkTarget& t) { return t.node == rule.on; });
    aim.target = static_cast<std::size_t>(target - tables_.targets.begin());
    if (aim.veto) {
      const VetoEffect& effect = program_.vetoes[rule.slot];
      if (effect.ceiling) aim.ceiling = effect.ceiling->scaled();
      aim.grade = effect.grade;
    } else if (rule.each.cap) {
      aim.cap = rule.each.cap->scaled();
    }
    tables_.aims.push_back(std::move(aim));
  }

  void fill_cells(std::size_t i, Draft& draft) {
    std::int64_t unit = draft.cap;
    for (std::size_t code = 0; code < tables_.codes; ++code) {
      if (draft.whole[code]) draft.scaled[code] = draft.cap;
      draft.scaled[code] = std::min(draft.scaled[code], draft.cap);
      unit = std::gcd(unit, draft.scaled[code]);
    }
    if (unit == 0) unit = 1;
    if (draft.cap / unit > cell_units) generalise(draft, messages::general_numbers);
    tables_.caps.push_back(draft.general ? 0 : static_cast<std::uint32_t>(draft.cap / unit));
    tables_.units.push_back(unit);
    Cell* cells = &tables_.cells[i * tables_.stride()];
    for (std::size_t code = 0; code < tables_.codes; ++code) {
      if (draft.general)
        cells[code] = cell_general;
      else
        cells[code] = static_cast<Cell>(draft.scaled[code] / unit) | (draft.fires[code] ? cell_aims : 0);
      if (draft.no_points[code]) cells[code] = cell_fault | static_cast<Cell>(RowFault::no_points);
    }
    cells[tables_.codes] = cell_fault | static_cast<Cell>(RowFault::no_such_value);
    if (draft.general) tables_.general_items.push_back({i, std::move(*draft.general)});
  }

  const CompiledFramework& framework_;
  const Program& program_;
  const BulkLayout& layout_;
  BulkTables& tables_;
  Diagnostics problems_;
};

}  // namespace

AttributeCodes BulkTables::attribute_codes(std::size_t code) const {
  AttributeCodes meant{};
  for (std::size_t a = radix.size(); a-- > 0;) {
    meant[attribute_slots[a]] = values[a][code % radix[a]];
    code /= radix[a];
  }
  return meant;
}

Diagnostics lower_layout(const CompiledFramework& framework, const BulkLayout& layout, BulkTables& tables) {
  return Lowering(framework, layout, tables).run();
}

}  // namespace aedile::detail
