/// From the authoring form to the running form: the tree with its cycle copies, numbered level by level; full marks,
/// weights and coefficients worked out; profiles turned into bits. Rules are lowered in lower_rules.cpp.

#include <algorithm>
#include <numeric>
#include <queue>
#include <unordered_set>

#include "framework/messages_compile.h"
#include "framework/program.h"

namespace aedile {

namespace detail {
namespace {

struct Plan {
  std::size_t authored;
  NodeId parent;
  std::size_t cycle = no_cycle;  // which copy
  bool is_copy_root = false;     // "code@value" of the node that carries the cycles
};

/// Level-order list of the compiled nodes.
std::vector<Plan> plan_nodes(const Framework& framework) {
  std::vector<std::vector<std::size_t>> children(framework.nodes.size());
  for (std::size_t i = 1; i < framework.nodes.size(); ++i) children[*framework.nodes[i].parent].push_back(i);

  std::vector<Plan> plan{{0, NodeId{}}};
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const Plan at = plan[i];
    const Node& node = framework.nodes[at.authored];
    if (node.cycles && !at.is_copy_root) {
      for (std::size_t c = 0; c < node.cycles->cycles.size(); ++c) plan.push_back({at.authored, NodeId{i}, c, true});
      continue;
    }
    for (const std::size_t child : children[at.authored]) plan.push_back({child, NodeId{i}, at.cycle, false});
  }
  return plan;
}

/// Whole numbers in the same proportion, in lowest terms. Weights are scaled decimals, so that is a division by the
/// gcd.
template <class Get, class Set>
void in_lowest_terms(std::size_t count, Get get, Set set) {
  std::int64_t divisor = 0;
  for (std::size_t i = 0; i < count; ++i) divisor = std::gcd(divisor, get(i));
  for (std::size_t i = 0; i < count; ++i) set(i, divisor == 0 ? 0 : get(i) / divisor);
}

Aggregation aggregation_of_cycles(const Node& node) {
  Aggregation combine;
  combine.by = Aggregator::weighted_mean;
  combine.basis = Basis::marks;
  combine.not_observed = node.cycles->not_observed;
  combine.degenerate = node.aggregation.degenerate;
  return combine;
}

void build_tree(Program& program) {
  const Framework& framework = program.framework;
  const std::vector<Plan> plan = plan_nodes(framework);
  program.nodes.resize(plan.size());
  program.links.resize(plan.size());
  std::vector<std::string> leads(framework.nodes.size());
  for (std::size_t i = 0; i < framework.nodes.size(); ++i) {
    const Node& node = framework.nodes[i];
    leads[i] = node.lead.empty() && node.parent ? leads[*node.parent] : node.lead;
  }
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const Node& source = framework.nodes[plan[i].authored];
    NodeProgram& node = program.nodes[i];
    node.authored = static_cast<std::uint32_t>(plan[i].authored);
    node.parent = plan[i].parent;
    node.code = source.code;
    if (plan[i].cycle != no_cycle) {
      std::size_t carrier = plan[i].authored;
      while (!framework.nodes[carrier].cycles) carrier = *framework.nodes[carrier].parent;
      node.code += "@" + framework.nodes[carrier].cycles->cycles[plan[i].cycle].value;
    }
    node.lead = leads[plan[i].authored];
    node.lowest = source.lowest;
    node.highest = source.highest;
    const bool carries_cycles = source.cycles && !plan[i].is_copy_root;
    // A cycle's copy is scored like the node itself; only its place among siblings belongs to the combined node.
    node.round = source.round;
    node.graded = !source.grades.empty();
    if (!plan[i].is_copy_root) program.links[i].role = source.role;
    node.aggregation = carries_cycles ? aggregation_of_cycles(source) : source.aggregation;
    if (node.parent.valid()) {
      NodeProgram& parent = program.nodes[node.parent.index()];
      if (parent.child_count++ == 0) parent.first_child = NodeId{i};
    }
    program.by_code.emplace(node.code, NodeId{i});
  }
}

std::int64_t authored_weight(const Program& program, std::size_t parent, std::size_t offset) {
  const NodeProgram& carrier = program.nodes[parent];
  const std::size_t child = carrier.first_child.index() + offset;
  const Node& source = program.framework.nodes[program.nodes[child].authored];
  const bool copies = program.nodes[child].authored == carrier.authored;
  return copies ? source.cycles->cycles[offset].weight.scaled() : source.weight.scaled();
}

bool takes_part(const Link& link) { return link.role == Role::part && link.weight != 0 && link.full_scaled != 0; }

/// Coefficients over a common denominator, which turn a mean of shares into one sum of products and one division. False
/// where the numbers outgrow what such a sum has room for.
bool common_coefficients(Program& program, NodeProgram& node) {
  const std::size_t first = node.first_child.index(), last = first + node.child_count;
  std::int64_t common = 1;  // least common multiple of the parts' full marks, in steps of 10^-9
  for (std::size_t i = first; i < last; ++i) {
    const Link& link = program.links[i];
    if (!takes_part(link)) continue;
    if (__builtin_mul_overflow(common, link.full_scaled / std::gcd(common, link.full_scaled), &common)) return false;
  }
  for (std::size_t i = first; i < last; ++i) {
    Link& link = program.links[i];
    if (!takes_part(link)) continue;
    if (__builtin_mul_overflow(link.weight, common / link.full_scaled, &link.coefficient)) return false;
    if (link.coefficient >= max_plain_coefficient) return false;
  }
  const std::int64_t divisor = std::gcd(node.full->scaled(), common);
  node.share_numerator = node.full->scaled() / divisor;
  node.share_denominator = common / divisor;
  return true;
}

/// What a share of each part is worth, each with a division of its own. False where even that is too large.
bool own_coefficients(Program& program, NodeProgram& node) {
  const std::size_t first = node.first_child.index();
  for (std::size_t i = first; i < first + node.child_count; ++i) {
    Link& link = program.links[i];
    if (!takes_part(link)) continue;
    const std::int64_t by_full = std::gcd(node.full->scaled(), link.full_scaled);
    const std::int64_t by_weight = std::gcd(link.weight, link.full_scaled / by_full);
    link.divisor = link.full_scaled / by_full / by_weight;
    if (__builtin_mul_overflow(node.full->scaled() / by_full, link.weight / by_weight, &link.coefficient)) return false;
  }
  node.divides = true;
  node.share_numerator = node.share_denominator = 1;
  return true;
}

/// Leaves the denominator 0 where there is no way but exact fractions.
void share_coefficients(Program& program, NodeProgram& node) {
  if (!node.full || node.aggregation.by != Aggregator::weighted_mean || node.aggregation.basis != Basis::shares) return;
  if (!common_coefficients(program, node)) own_coefficients(program, node);
}

/// Parts that do not sum to the full marks are stretched where the scheme says so.
void part_scale(NodeProgram& node) {
  if (node.aggregation.by != Aggregator::sum || node.aggregation.part_sum != PartSum::scaled) return;
  if (!node.full || node.parts_full.is_zero()) return;
  const std::int64_t for_parts = std::max<std::int64_t>(0, (*node.full - node.aggregation.base).scaled());
  const std::int64_t divisor = std::gcd(for_parts, node.parts_full.scaled());
  node.scale_numerator = for_parts / divisor;
  node.scale_denominator = node.parts_full.scaled() / divisor;
}

/// Whether the short loop of `scoring` serves this node; sums have the coefficient 1.
void mark_plain(Program& program, NodeProgram& node) {
  const Aggregation& aggregation = node.aggregation;
  const bool is_sum = aggregation.by == Aggregator::sum;
  const bool is_mean = aggregation.by == Aggregator::weighted_mean && aggregation.basis == Basis::shares;
  if (!is_sum && !is_mean) return;
  if (!node.has_parts || !node.only_parts || node.open_parts || node.parts_full.is_zero()) return;
  if (node.child_count > max_plain_parts || node.scale_numerator != node.scale_denominator) return;
  if (is_mean && node.share_denominator == 0) return;
  const std::size_t first = node.first_child.index();
  for (std::size_t i = first; i < first + node.child_count; ++i) {
    Link& link = program.links[i];
    if (is_sum) link.coefficient = 1;
    if (is_mean && link.full_scaled == 0) return;
  }
  node.plain = true;
  node.plain_skips = is_mean && (aggregation.not_applicable == Missing::renormalise ||
                                 aggregation.not_applicable == Missing::leave_out);
}

/// Bottom-up, so that full marks of children are known first: the reverse of level order.
void derive_marks(Program& program) {
  for (std::size_t i = program.nodes.size(); i-- > 0;) {
    NodeProgram& node = program.nodes[i];
    const Node& source = program.framework.nodes[node.authored];
    node.full = source.full_marks;
    if (node.child_count == 0) continue;
    const std::size_t first = node.first_child.index();
    in_lowest_terms(
        node.child_count, [&](std::size_t c) { return authored_weight(program, i, c); },
        [&](std::size_t c, std::int64_t weight) { program.links[first + c].weight = weight; });
    bool some_full = false;
    for (std::size_t c = first; c < first + node.child_count; ++c) {
      const NodeProgram& part = program.nodes[c];
      program.links[c].open = !part.full;
      program.links[c].full_scaled = part.full ? part.full->scaled() : 0;
      if (program.links[c].role != Role::part) {
        node.only_parts = false;
        continue;
      }
      node.has_parts = true;
      if (part.full) {
        some_full = true;
        node.parts_full += *part.full;
      } else {
        node.open_parts = true;
      }
    }
    if (!node.full) {
      if (node.aggregation.by == Aggregator::sum) {
        if (some_full) node.full = node.parts_full + source.aggregation.base;
      } else if (node.aggregation.basis == Basis::shares) {
        node.full = Points::of(100);
      } else if (source.cycles && program.nodes[first].authored == node.authored) {
        node.full = program.nodes[first].full;
      }
    }
    const bool by_full_marks = node.aggregation.by == Aggregator::sum;
    in_lowest_terms(
        node.child_count,
        [&](std::size_t c) {
          const NodeProgram& child = program.nodes[first + c];
          return by_full_marks && child.full ? child.full->scaled() : authored_weight(program, i, c);
        },
        [&](std::size_t c, std::int64_t weight) { program.links[first + c].completion_weight = weight; });
    share_coefficients(program, node);
    part_scale(node);
    mark_plain(program, node);
  }
}

void derive_starts(Program& program) {
  for (NodeProgram& node : program.nodes) {
    if (node.child_count != 0) continue;
    ++program.item_count;
    const Node& source = program.framework.nodes[node.authored];
    const bool counts_up =
        !source.rules.empty() && std::all_of(source.rules.begin(), source.rules.end(),
                                             [](const Rule& rule) { return std::holds_alternative<Tally>(rule); });
    node.start = source.start ? *source.start : (counts_up || !node.full) ? Points{} : *node.full;
  }
}

std::uint16_t grade_position(const Framework& framework, const NodeProgram& node,
                             const std::optional<std::string>& grade) {
  if (!grade) return 0xFFFF;
  const std::vector<Grade>& grades = framework.nodes[node.authored].grades;
  const auto found = std::find_if(grades.begin(), grades.end(), [&](const Grade& g) { return g.code == *grade; });
  return static_cast<std::uint16_t>(found - grades.begin());
}

/// When all that bears on nodes is known.
void mark_straight(Program& program) {
  for (NodeProgram& node : program.nodes)
    node.straight = node.plain && node.penalties.empty() && node.vetoes.empty() && node.ceilings.empty() &&
                    node.dependents.empty() && !node.graded && !node.round && !node.aims && !node.always &&
                    !node.highest && (!node.lowest || node.lowest->is_zero());
}

/// Items of the commonest kind, for which one loop will do: one deduction by a table, off full marks, down to 0.
void mark_plain_items(Program& program) {
  for (NodeProgram& item : program.nodes) {
    if (item.child_count != 0 || item.rules.size() != 1 || item.rules.front().kind != RuleKind::deduction) continue;
    const OccurrenceProgram& each = item.rules.front().each;
    const bool by_table_alone = each.when.empty() && !each.once && each.modifiers.empty() && each.free == 0 &&
                                !each.divide_by && !each.scale_reading;
    item.plain = by_table_alone && item.full == item.start && item.lowest == Points{} && !item.highest;
  }
}

void lower_ceilings(Program& program) {
  for (std::size_t i = 0; i < program.nodes.size(); ++i) {
    NodeProgram& node = program.nodes[i];
    const bool combines_cycles =
        node.child_count != 0 && program.nodes[node.first_child.index()].authored == node.authored;
    if (combines_cycles) continue;  // its copies carry the ceilings
    for (const Ceiling& ceiling : program.framework.nodes[node.authored].ceilings)
      node.ceilings.push_back({{resolve(program, NodeId{i}, ceiling.when.node), ceiling.when.mark},
                               ceiling.ceiling,
                               grade_position(program.framework, node, ceiling.grade)});
  }
}

void aim_rules(Program& program) {
  for (std::size_t i = 0; i < program.nodes.size(); ++i) {
    for (std::size_t r = 0; r < program.nodes[i].rules.size(); ++r) {
      RuleProgram& rule = program.nodes[i].rules[r];
      if (rule.kind == RuleKind::penalty || rule.kind == RuleKind::veto) program.nodes[i].aims = true;
      if (rule.kind == RuleKind::penalty) {
        rule.slot = static_cast<std::uint32_t>(program.penalty_count++);
        program.nodes[rule.on.index()].penalties.push_back({NodeId{i}, static_cast<std::uint32_t>(r), rule.slot});
      } else if (rule.kind == RuleKind::veto) {
        const Veto& veto = std::get<Veto>(*rule.source);
        NodeProgram& target = program.nodes[rule.on.index()];
        rule.slot = static_cast<std::uint32_t>(program.vetoes.size());
        program.vetoes.push_back({veto.ceiling, grade_position(program.framework, target, veto.grade)});
        target.vetoes.push_back({NodeId{i}, static_cast<std::uint32_t>(r), rule.slot});
      }
    }
  }
}

}  // namespace

namespace {
/// The topmost copy above a node below cycles: "c@v".
NodeId copy_root(const Program& program, NodeId node) {
  for (;;) {
    const NodeId parent = program.nodes[node.index()].parent;
    if (program.nodes[parent.index()].code.find('@') == std::string::npos) return node;
    node = parent;
  }
}
}  // namespace

NodeId resolve(const Program& program, NodeId from, std::string_view code) {
  const std::string& own = program.nodes[from.index()].code;
  if (const std::size_t at = own.find('@'); at != std::string::npos) {
    // Another branch may have cycles of the same values: its copies are not meant, but its combined node.
    const auto copy = program.by_code.find(std::string(code) + own.substr(at));
    if (copy != program.by_code.end() && copy_root(program, copy->second) == copy_root(program, from))
      return copy->second;
  }
  return program.by_code.find(code)->second;
}

}  // namespace detail

Result<CompiledFramework> compile(Framework framework, const CustomRules& custom) {
  Diagnostics diagnostics = validate(framework);
  if (diagnostics.has_errors()) return diagnostics;

  auto program = std::make_shared<detail::Program>();
  program->framework = std::move(framework);
  detail::build_tree(*program);
  detail::derive_marks(*program);
  detail::derive_starts(*program);
  detail::collect_known_values(*program);
  for (std::size_t i = 0; i < program->nodes.size(); ++i) {
    if (program->nodes[i].child_count != 0) continue;
    detail::RuleContext context{*program, custom, diagnostics};
    detail::lower_rules(context, NodeId{i});
  }
  if (diagnostics.has_errors()) return diagnostics;
  detail::mark_plain_items(*program);
  detail::aim_rules(*program);
  detail::lower_ceilings(*program);
  detail::order_nodes(*program);
  detail::mark_straight(*program);

  CompiledFramework compiled(program);
  std::vector<NodeId> everything{compiled.root()};
  program->all = compiled.applicability(everything);
  for (const Profile& profile : program->framework.profiles) {
    const std::unordered_set<std::string_view> codes(profile.nodes.begin(), profile.nodes.end());
    std::vector<NodeId> named;
    for (std::size_t i = 0; i < program->nodes.size(); ++i)
      if (codes.contains(program->framework.nodes[program->nodes[i].authored].code)) named.emplace_back(i);
    Applicability applies = compiled.applicability(named);
    if (profile.all_except) applies = compiled.applicability_except(applies);
    program->profiles.emplace_back(profile.site_class, std::move(applies));
  }
  return {std::move(compiled), std::move(diagnostics)};
}

}  // namespace aedile
