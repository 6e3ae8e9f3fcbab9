#include "scoring/quick_tables.h"

#include <algorithm>
#include <numeric>

namespace aedile::detail {

namespace {

constexpr std::int64_t most_scaled = quick_most_points * Points::unit;
constexpr std::int64_t most_steps = most_scaled * quick_steps_of_scaled;
/// Σ of the shares in a sum. A sum is below 2^62 · 2^60, however often it is changed on the way.
constexpr std::int64_t most_shares = std::int64_t{1} << 60;
/// Errors beyond this are of no use: rounding to 9 places has steps of 10^6.
constexpr std::uint64_t most_error = 100'000;
constexpr std::int64_t guarded_steps = 1'000;  // steps of 10^-18 in one of 10^-15

/// Whether nothing but its parts, its rules and vetoes on it bear on a node.
bool is_bare(const NodeProgram& node) {
  return node.penalties.empty() && node.ceilings.empty() && !node.always && !node.highest &&
         (!node.lowest || node.lowest->is_zero());
}

bool is_quick_inner(const NodeProgram& node) {
  return node.plain && is_bare(node) && node.dependents.empty() && node.full && node.full->scaled() <= most_scaled &&
         *node.full >= Points{} && node.child_count <= max_plain_parts && node.aggregation.base >= Points{} &&
         node.aggregation.base.scaled() <= most_scaled && (!node.round || node.round->mode == Rounding::half_up);
}

}  // namespace

std::optional<std::int64_t> quick_exactly(const Guarded& value) {
  if (value.error != 0 || value.steps < 0 || value.steps > int128{most_steps} * guarded_steps) return std::nullopt;
  const Division division = divide(static_cast<uint128>(value.steps), guarded_steps);
  if (division.rest != 0) return std::nullopt;
  return static_cast<std::int64_t>(division.quotient);
}

std::uint64_t quick_steps_of_place(int places) {
  std::uint64_t steps = 1'000'000'000'000'000;
  for (int place = 0; place < places; ++place) steps /= 10;
  return steps;
}

QuickTables::QuickTables(const Program& program) {
  if (!program.always.empty()) return;  // every visit has more to evaluate than its findings
  if (program.framework.marks.mode != Rounding::half_up) return;
  items.resize(program.nodes.size());
  ways.resize(program.nodes.size(), QuickWay::none);
  inner_of.resize(program.nodes.size(), no_inner);
  for (const NodeId id : program.order)
    if (program.nodes[id.index()].child_count != 0) add_inner(program, id);
  for (QuickNode& node : inner) share_out(program, node);
  for (std::size_t i = 0; i < program.nodes.size(); ++i)
    if (program.nodes[i].child_count == 0) add_item(program, NodeId{i});
  fits = true;
}

void QuickTables::add_inner(const Program& program, NodeId id) {
  inner_of[id.index()] = static_cast<std::uint32_t>(inner.size());
  inner.push_back({.id = static_cast<std::uint32_t>(id.index()), .fits = is_quick_inner(program.nodes[id.index()])});
}

void QuickTables::share_out(const Program& program, QuickNode& node) {
  const NodeProgram& compiled = program.nodes[node.id];
  if (compiled.parent.valid()) node.parent = inner_of[compiled.parent.index()];
  if (!node.fits) return;
  node.cut = !share_out_exactly(program, compiled, node);
  node.fits = !node.cut || share_out_nearly(program, compiled, node);
}

/// The numerator of the mean goes into the shares of its parts. False where there is no room.
bool QuickTables::share_out_exactly(const Program& program, const NodeProgram& compiled, QuickNode& node) {
  if (compiled.divides) return false;
  const bool is_sum = compiled.aggregation.by == Aggregator::sum;
  const std::int64_t divisor = is_sum ? 1 : std::gcd(compiled.share_numerator, compiled.share_denominator);
  const std::int64_t numerator = is_sum ? 1 : compiled.share_numerator / divisor;
  node.denominator = is_sum ? 1 : compiled.share_denominator / divisor;
  std::int64_t all = 0;
  const std::size_t first = compiled.first_child.index();
  for (std::size_t c = first; c < first + compiled.child_count; ++c) {
    std::int64_t& share = share_of(c);
    if (__builtin_mul_overflow(program.links[c].coefficient, numerator, &share) || share < 0 ||
        __builtin_add_overflow(all, share, &all) || all > most_shares)
      return false;
  }
  return true;
}

/// Shares, full · weight ÷ full of the part, cut to multiples of a power of two, the smallest there is room for.
/// What is cut off is less than one, which QuickProfile reckons with; such a node is never exact.
bool QuickTables::share_out_nearly(const Program& program, const NodeProgram& compiled, QuickNode& node) {
  if (compiled.aggregation.by == Aggregator::sum) return false;
  const auto full = static_cast<uint128>(compiled.full->scaled());  // below 2^42
  const std::size_t first = compiled.first_child.index(), last = first + compiled.child_count;
  uint128 shares = 1, weights = 1;
  for (std::size_t c = first; c < last; ++c) {
    const Link& link = program.links[c];
    if (link.weight < 0 || link.full_scaled <= 0) return false;
    shares +=
        divide(full * static_cast<std::uint64_t>(link.weight), static_cast<std::uint64_t>(link.full_scaled)).quotient +
        1;
    weights += static_cast<uint128>(link.weight);
  }
  const uint128 largest = std::max(shares, weights);
  if (largest > static_cast<uint128>(most_shares / 2)) return false;
  node.denominator = 1;
  while (largest * static_cast<std::uint64_t>(node.denominator) <= static_cast<uint128>(most_shares / 2))
    node.denominator *= 2;
  for (std::size_t c = first; c < last; ++c) {
    const Link& link = program.links[c];
    // weight · denominator is within most_shares
    const uint128 above = full * static_cast<std::uint64_t>(link.weight * node.denominator);
    share_of(c) = static_cast<std::int64_t>(divide(above, static_cast<std::uint64_t>(link.full_scaled)).quotient);
  }
  return true;
}

std::int64_t& QuickTables::share_of(std::size_t node) {
  return inner_of[node] != no_inner ? inner[inner_of[node]].share : items[node].share;
}

void QuickTables::add_item(const Program& program, NodeId id) {
  const NodeProgram& item = program.nodes[id.index()];
  if (!item.parent.valid() || !item.full || item.full->scaled() > most_scaled || *item.full < Points{}) return;
  if (!is_bare(item) || item.round || item.graded || item.measuring || !item.vetoes.empty()) return;
  for (const RuleProgram& rule : item.rules) {
    const bool known = rule.kind == RuleKind::deduction || rule.kind == RuleKind::tally ||
                       rule.kind == RuleKind::whole_item || rule.kind == RuleKind::veto;
    if (!known) return;
    if (rule.kind == RuleKind::veto && inner_of[rule.on.index()] == no_inner) return;
  }
  for (const NodeId dependent : item.dependents) {  // all by vetoes, or this item's mark is asked for elsewhere
    const bool by_veto = std::any_of(item.rules.begin(), item.rules.end(), [&](const RuleProgram& rule) {
      return rule.kind == RuleKind::veto && rule.on == dependent;
    });
    if (!by_veto) return;
  }
  QuickItem& quick = items[id.index()];
  quick.parent = inner_of[item.parent.index()];
  quick.full = item.full->scaled();
  ways[id.index()] = QuickWay::by_rules;
  if (!item.plain) return;
  const OccurrenceProgram& each = item.rules.front().each;
  if (each.points.axes.size() > 1 || (each.cap && *each.cap < Points{})) return;
  ways[id.index()] = QuickWay::by_table;
  quick.most = each.cap ? std::min(each.cap->scaled(), quick.full) : quick.full;
  quick.otherwise = each.points.otherwise;
  if (each.points.axes.empty()) return;
  const PointsLookup::Axis& axis = each.points.axes.front();
  quick.cells = each.points.cells.data();
  quick.size = axis.size;
  quick.slot = axis.slot;
  quick.default_code = program.default_codes[axis.slot];
}

namespace {

/// What building a profile knows of every node.
struct Bounds {
  std::int64_t value = 0;  // without any observation, cut to steps
  std::int64_t most = 0;   // at any visit that is scored here
  std::uint64_t error = 0;
  bool exact = false;
};

/// As the baseline has it; false where it is no number of steps from 0 to the most.
bool cut(const Guarded& value, Bounds& bounds) {
  if (value.steps < 0 || value.steps > int128{most_steps} * guarded_steps) return false;
  const Division division = divide(static_cast<uint128>(value.steps), guarded_steps);
  bounds.value = static_cast<std::int64_t>(division.quotient);
  bounds.exact = value.error == 0 && division.rest == 0;
  bounds.error = bounds.exact ? 0 : value.error / guarded_steps + 2;
  bounds.most = bounds.value;
  return true;
}

class ProfileBuilder {
 public:
  ProfileBuilder(const Program& program, const QuickTables& tables, const State<Guarded>& state,
                 const std::vector<PartsSum>& sums)
      : program_(program), tables_(tables), state_(state), sums_(sums), bounds_(program.nodes.size()) {}

  /// False where the node is none to be scored here.
  bool mean(const QuickNode& node, QuickMean& mean) {
    const NodeProgram& compiled = program_.nodes[node.id];
    Bounds& own = bounds_[node.id];
    const bool in_range = cut(state_.nodes[node.id].value, own);
    const PartsSum& sum = sums_[node.id];
    const NodeState<Guarded>& state = state_.nodes[node.id];
    if (!in_range || !node.fits || !sum.known || !state.usual() || !state.applicable) return false;
    const bool is_sum = compiled.aggregation.by == Aggregator::sum;
    if (!is_sum && (sum.weights <= 0 || __builtin_mul_overflow(node.denominator, sum.weights, &mean.divisor)))
      return false;
    uint128 most = 0, error = 0;
    const std::size_t first = compiled.first_child.index();
    for (std::size_t c = first; c < first + compiled.child_count; ++c) {
      if (!state_.nodes[c].applicable) continue;
      const bool is_item = tables_.inner_of[c] == no_inner;
      const std::int64_t share = is_item ? tables_.items[c].share : tables_.inner[tables_.inner_of[c]].share;
      if (is_item && !item(c)) return false;
      const Bounds& part = bounds_[c];
      if (part.error > most_error) return false;
      mean.sum += int128{part.value} * share;
      mean.inexact = static_cast<std::int16_t>(mean.inexact + (part.exact ? 0 : 1));
      most += uint128{static_cast<std::uint64_t>(part.most)} * static_cast<std::uint64_t>(share);
      error += uint128{part.error} * static_cast<std::uint64_t>(share);
      if (node.cut) error += static_cast<std::uint64_t>(part.most);  // the share itself is cut
    }
    if (node.cut) ++mean.inexact;
    const int128 base = int128{compiled.aggregation.base.scaled()} * quick_steps_of_scaled;
    const auto divisor = static_cast<std::uint64_t>(mean.divisor);
    mean.sum += base * mean.divisor;
    // One for each of: this quotient cut, the division of the other error cut, a value taken from the baseline.
    const uint128 whole_error = divide(error, divisor).quotient + 3;
    const uint128 whole_most = divide(most, divisor).quotient + static_cast<uint128>(base) + 1;
    if (whole_error > most_error || whole_most > static_cast<uint128>(most_steps)) return false;
    own.error = std::max(own.error, static_cast<std::uint64_t>(whole_error));
    own.most = std::max(own.most, static_cast<std::int64_t>(whole_most));
    mean.value = own.value;
    mean.exact = own.exact;
    mean.error = static_cast<std::uint32_t>(own.error);
    mean.share = node.share;
    mean.parent = node.parent;
    mean.id = node.id;
    mean.graded = compiled.graded;
    if (compiled.round) mean.round_to = quick_steps_of_place(compiled.round->places);
    return true;
  }

 private:
  bool item(std::size_t at) {
    Bounds& bounds = bounds_[at];
    if (!cut(state_.nodes[at].value, bounds)) return false;
    if (tables_.ways[at] != QuickWay::none)
      bounds.most = std::max(bounds.most, tables_.items[at].full * quick_steps_of_scaled);
    return true;
  }

  const Program& program_;
  const QuickTables& tables_;
  const State<Guarded>& state_;
  const std::vector<PartsSum>& sums_;
  std::vector<Bounds> bounds_;
};

/// Whether the vetoes of an item act on nodes that are scored here.
bool aims_well(const Program& program, const QuickTables& tables, const std::vector<bool>& reached, std::size_t item) {
  for (const RuleProgram& rule : program.nodes[item].rules)
    if (rule.kind == RuleKind::veto && !reached[tables.inner_of[rule.on.index()]]) return false;
  return true;
}

}  // namespace

QuickProfile::QuickProfile(const Program& program, const QuickTables& tables, const Applicability& applicability,
                           const State<Guarded>& state, const std::vector<PartsSum>& sums) {
  ways.resize(program.nodes.size(), QuickWay::none);
  if (!tables.fits) return;
  means.resize(tables.inner.size());
  ProfileBuilder builder(program, tables, state, sums);
  std::vector<bool> reached(tables.inner.size());  // it and everything above it is scored here
  for (std::size_t i = 0; i < means.size(); ++i) reached[i] = builder.mean(tables.inner[i], means[i]);
  for (std::size_t i = means.size(); i-- > 0;) {  // parents come later in the order of evaluation
    const std::uint32_t parent = tables.inner[i].parent;
    if (parent != no_inner && !reached[parent]) reached[i] = false;
  }
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (program.nodes[i].child_count != 0) continue;
    if (!applicability.applies(NodeId{i})) {
      ways[i] = QuickWay::not_applicable;
      continue;
    }
    const QuickWay way = tables.ways[i];
    const NodeState<Guarded>& item = state.nodes[i];
    if (way == QuickWay::none || !item.usual() || !item.applicable || !reached[tables.items[i].parent]) continue;
    if (way == QuickWay::by_table || aims_well(program, tables, reached, i)) ways[i] = way;
    if (!quick_exactly(item.value)) ways[i] = QuickWay::none;
  }
}

}  // namespace aedile::detail
