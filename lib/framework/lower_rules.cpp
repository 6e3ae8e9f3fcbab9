/// Rules with names turned into rules with indices and dense tables.

#include <algorithm>

#include "framework/builtin_attributes.h"
#include "framework/messages_compile.h"
#include "framework/program.h"

namespace aedile::detail {
namespace {

std::size_t slot_of(const Program& program, std::string_view name) {
  for (std::size_t i = 0; i < program.attributes.size(); ++i)
    if (program.attributes[i].name == name) return i;
  throw ContractError("lower_rules: an attribute that the validator let pass: " + std::string(name));
}

void know(Program& program, std::size_t slot, const std::string& value) {
  std::vector<std::string>& known = program.known_values[slot];
  if (std::find(known.begin(), known.end(), value) == known.end()) known.push_back(value);
}

void know_filter(Program& program, const Filter& filter) {
  for (const AttributeTest& test : filter) {
    const std::size_t slot = slot_of(program, test.attribute);
    if (program.closed(slot)) continue;
    for (const std::string& value : test.values) know(program, slot, value);
  }
}

const Filter* filter_of(const Rule& rule) {
  if (const PerOccurrence* each = per_occurrence_of(rule)) return &each->when;
  if (const auto* whole = std::get_if<WholeItem>(&rule)) return &whole->when;
  if (const auto* veto = std::get_if<Veto>(&rule)) return &veto->when;
  return nullptr;
}

FilterProgram lower(const Program& program, const Filter& filter) {
  FilterProgram lowered;
  for (const AttributeTest& test : filter) {
    TestProgram out;
    out.slot = static_cast<std::uint8_t>(slot_of(program, test.attribute));
    const std::vector<std::string>& known = program.known_values[out.slot];
    for (const std::string& value : test.values)
      out.codes.push_back(static_cast<ValueCode>(std::find(known.begin(), known.end(), value) - known.begin() + 1));
    std::sort(out.codes.begin(), out.codes.end());
    lowered.push_back(std::move(out));
  }
  return lowered;
}

PointsLookup lower(const Program& program, const PointsTable& table) {
  PointsLookup lookup;
  if (table.otherwise) lookup.otherwise = table.otherwise->scaled();
  if (table.by.empty()) return lookup;
  std::size_t cells = 1;
  for (const std::string& name : table.by) {
    const std::size_t slot = slot_of(program, name);
    const auto size = static_cast<std::uint32_t>(program.known_values[slot].size());
    lookup.axes.push_back({static_cast<std::uint8_t>(slot), size});
    cells *= size;
  }
  lookup.cells.assign(cells, lookup.otherwise);
  for (const PointsTable::Cell& cell : table.cells) {
    std::size_t at = 0;
    for (std::size_t a = 0; a < lookup.axes.size(); ++a) {
      const std::vector<std::string>& known = program.known_values[lookup.axes[a].slot];
      at = at * lookup.axes[a].size +
           static_cast<std::size_t>(std::find(known.begin(), known.end(), cell.key[a]) - known.begin());
    }
    lookup.cells[at] = cell.points.scaled();
  }
  return lookup;
}

template <class T>
std::uint16_t position_in(std::vector<T>& list, const T& value) {
  const auto found = std::find(list.begin(), list.end(), value);
  const auto position = static_cast<std::uint16_t>(found - list.begin());
  if (found == list.end()) list.push_back(value);
  return position;
}

OccurrenceProgram lower(const Program& program, NodeProgram& node, const PerOccurrence& each) {
  OccurrenceProgram out;
  out.when = lower(program, each.when);
  out.points = lower(program, each.points);
  out.once = each.once;
  for (const std::string& name : each.once_per)
    out.once_slots.push_back(static_cast<std::uint8_t>(slot_of(program, name)));
  for (const Modifier& modifier : each.modifiers)
    out.modifiers.push_back({lower(program, modifier.when), modifier.times.scaled(), modifier.plus.scaled()});
  out.free = each.free;
  if (each.divide_by) {
    const std::vector<VisitAttribute>& known = program.framework.visit_attributes;
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const VisitAttribute& a) { return a.name == *each.divide_by; });
    out.divide_by = static_cast<std::size_t>(found - known.begin());
  }
  if (each.scale) out.scale_reading = position_in(node.readings, each.scale->reading);
  out.cap = each.cap;
  return out;
}

/// Labels are shared by all rules of an item, so the tables by label are filled when all labels are known.
void fill_label_tables(NodeProgram& node) {
  for (RuleProgram& rule : node.rules) {
    const PerOccurrence* each = per_occurrence_of(*rule.source);
    if (each && each->scale) {
      rule.each.scale_factors.assign(node.labels.size(), Factor::of(1).scaled());
      for (const auto& [label, factor] : each->scale->factors)
        rule.each.scale_factors[position_in(node.labels, label)] = factor.scaled();
    }
    if (const auto* letters = std::get_if<Letters>(rule.source)) {
      rule.shares.assign(node.labels.size(), RuleProgram::label_unknown);
      for (const auto& [label, share] : letters->shares) rule.shares[position_in(node.labels, label)] = share.scaled();
      for (const std::string& label : letters->not_applicable)
        rule.shares[position_in(node.labels, label)] = RuleProgram::label_not_applicable;
      for (const std::string& label : letters->not_observed)
        rule.shares[position_in(node.labels, label)] = RuleProgram::label_not_observed;
    }
  }
}

void collect_labels(NodeProgram& node, const Rule& rule) {
  if (const PerOccurrence* each = per_occurrence_of(rule); each && each->scale)
    for (const auto& entry : each->scale->factors) position_in(node.labels, entry.first);
  if (const auto* letters = std::get_if<Letters>(&rule)) {
    for (const auto& entry : letters->shares) position_in(node.labels, entry.first);
    for (const std::string& label : letters->not_applicable) position_in(node.labels, label);
    for (const std::string& label : letters->not_observed) position_in(node.labels, label);
  }
}

class RuleLowering {
 public:
  RuleLowering(RuleContext& context, NodeId item)
      : context_(context), item_(item), node_(context.program.nodes[item.index()]) {}

  void run(const Rule& rule, std::size_t index) {
    RuleProgram out;
    out.index = static_cast<std::uint32_t>(index);
    out.source = &rule;
    std::visit([&](const auto& r) { lower_one(r, out); }, rule);
    collect_labels(node_, rule);
    if (is_measuring(rule)) node_.measuring = node_.rules.size();
    node_.rules.push_back(std::move(out));
  }

 private:
  NodeId target(std::string_view code) const { return resolve(context_.program, item_, code); }
  void reading(RuleProgram& out, const std::string& name) {
    if (!name.empty()) out.readings.push_back(position_in(node_.readings, name));
  }

  void lower_one(const Deduction& r, RuleProgram& out) {
    out.kind = RuleKind::deduction;
    out.each = lower(context_.program, node_, r.each);
  }
  void lower_one(const Tally& r, RuleProgram& out) {
    out.kind = RuleKind::tally;
    out.each = lower(context_.program, node_, r.each);
  }
  void lower_one(const WholeItem& r, RuleProgram& out) {
    out.kind = RuleKind::whole_item;
    out.when = lower(context_.program, r.when);
  }
  void lower_one(const Bonus& r, RuleProgram& out) {
    out.kind = RuleKind::bonus;
    out.each = lower(context_.program, node_, r.each);
    if (r.gate) out.gate = ConditionProgram{target(r.gate->node), r.gate->mark};
  }
  void lower_one(const Penalty& r, RuleProgram& out) {
    out.kind = RuleKind::penalty;
    out.each = lower(context_.program, node_, r.each);
    out.on = target(r.on);
  }
  void lower_one(const Veto& r, RuleProgram& out) {
    out.kind = RuleKind::veto;
    out.when = lower(context_.program, r.when);
    out.on = target(r.on);
  }
  void lower_one(const Checklist&, RuleProgram& out) { out.kind = RuleKind::checklist; }
  void lower_one(const Bands& r, RuleProgram& out) {
    out.kind = RuleKind::bands;
    for (const std::string& name : r.readings) reading(out, name);
  }
  void lower_one(const Rate& r, RuleProgram& out) {
    out.kind = RuleKind::rate;
    reading(out, r.numerator);
    reading(out, r.denominator);
  }
  void lower_one(const Progress& r, RuleProgram& out) {
    out.kind = RuleKind::progress;
    reading(out, r.actual);
  }
  void lower_one(const Letters& r, RuleProgram& out) {
    out.kind = RuleKind::letters;
    reading(out, r.reading);
  }
  void lower_one(const Custom& r, RuleProgram& out) {
    out.kind = RuleKind::custom;
    node_.always = true;
    out.custom = context_.custom.find(r.name);
    const Place place{
        {}, 0, 0, pointer_to(context_.program.framework, node_.authored) + "/rules/" + std::to_string(out.index)};
    if (!out.custom) {
      context_.diagnostics.error(place, messages::unknown_custom_rule, {r.name});
      return;
    }
    for (std::string& problem : out.custom->check(r.parameters))
      context_.diagnostics.error(place, messages::bad_custom_parameters, {r.name, std::move(problem)});
    for (const std::string& name : out.custom->readings(r.parameters)) reading(out, name);
  }

  RuleContext& context_;
  NodeId item_;
  NodeProgram& node_;
};

}  // namespace

void collect_known_values(Program& program) {
  const std::vector<Attribute>& declared = program.framework.attributes;
  for (const BuiltinAttribute& builtin : builtin_attributes) {
    const auto found =
        std::find_if(declared.begin(), declared.end(), [&](const Attribute& a) { return a.name == builtin.name; });
    program.attributes.push_back(found == declared.end() ? Attribute{std::string(builtin.name), {}, {}} : *found);
  }
  for (const Attribute& attribute : declared)
    if (find_builtin(attribute.name) == nullptr) program.attributes.push_back(attribute);
  for (std::size_t slot = slot_repeat; slot <= slot_corrected; ++slot) {
    Attribute& flag = program.attributes[slot];
    Attribute::Value yes{"yes", LocalText({{"en", "yes"}, {"zh", "是"}})};
    Attribute::Value no{"no", LocalText({{"en", "no"}, {"zh", "否"}})};
    for (const Attribute::Value& value : flag.values) (value.code == "yes" ? yes : no) = value;
    flag.values = {std::move(yes), std::move(no)};
    program.default_codes[slot] = flag_no;
  }
  program.known_values.resize(program.attributes.size());
  for (std::size_t slot = 0; slot < program.attributes.size(); ++slot)
    for (const Attribute::Value& value : program.attributes[slot].values)
      program.known_values[slot].push_back(value.code);
  for (const Node& node : program.framework.nodes) {
    if (node.cycles) {
      const std::size_t slot = slot_of(program, node.cycles->by);
      for (const Cycles::Cycle& cycle : node.cycles->cycles) know(program, slot, cycle.value);
    }
    for (const Rule& rule : node.rules) {
      if (const Filter* filter = filter_of(rule)) know_filter(program, *filter);
      if (const PerOccurrence* each = per_occurrence_of(rule))
        for (const Modifier& modifier : each->modifiers) know_filter(program, modifier.when);
    }
  }
}

void lower_rules(RuleContext& context, NodeId item) {
  NodeProgram& node = context.program.nodes[item.index()];
  const std::vector<Rule>& rules = context.program.framework.nodes[node.authored].rules;
  RuleLowering lowering(context, item);
  for (std::size_t i = 0; i < rules.size(); ++i) lowering.run(rules[i], i);
  fill_label_tables(node);
  if (node.always) context.program.always.push_back(static_cast<std::uint32_t>(item.index()));
}

}  // namespace aedile::detail
