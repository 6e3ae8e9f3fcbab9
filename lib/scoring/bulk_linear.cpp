/// The lines of each profile, worked out in exact fractions: what every node has without a finding, and what a point
/// lost at an item takes off the nodes above it. A profile in which this is no line goes to a Scorer whole.

#include <algorithm>

#include "core/rational_impl.h"
#include "scoring/bulk_tables.h"
#include "scoring/messages_bulk.h"

namespace aedile::detail {
namespace {

cpp_rational points(Points value) { return {value.scaled(), Points::unit}; }

/// What is known of a node before any finding, and how far findings can take it.
struct Line {
  Status status = Status::not_applicable;
  cpp_rational base, possible, low, high;
  bool rises = false;  // high is above base
  cpp_rational up;     // what a point more here adds to the parent
};

class ProfileLines {
 public:
  ProfileLines(const Program& program, const BulkLayout& layout, const BulkTables& tables,
               const Applicability& applicability)
      : program_(program), layout_(layout), tables_(tables), applicability_(applicability) {}

  /// Why there are no lines, if there are none.
  std::optional<Text> run() {
    lines_.resize(program_.nodes.size());
    std::vector<std::optional<std::size_t>> codes(lines_.size());
    for (std::size_t i = 0; i < layout_.items.size(); ++i) codes[layout_.items[i].index()] = i;
    for (const NodeId id : program_.order) {
      if (!applicability_.applies(id)) continue;
      const NodeProgram& node = program_.nodes[id.index()];
      Line& line = lines_[id.index()];
      line.status = Status::scored;
      line.possible = node.full ? points(*node.full) : cpp_rational();
      if (node.child_count == 0)
        item(node, codes[id.index()], line);
      else
        inner(node, line);
      if (why_) return std::move(why_);
      if (line.status == Status::scored) aims(node, line);
      if (why_) return std::move(why_);
    }
    return {};
  }

  const Line& line(NodeId id) const { return lines_[id.index()]; }
  /// By node: what a point lost there takes off `to`; 0 for what is not below it.
  std::vector<cpp_rational> weights_of(NodeId to) const {
    std::vector<cpp_rational> weights(lines_.size());
    if (lines_[to.index()].status != Status::scored) return weights;
    weights[to.index()] = 1;
    std::vector<NodeId> open{to};
    while (!open.empty()) {
      const NodeId at = open.back();
      open.pop_back();
      const NodeProgram& node = program_.nodes[at.index()];
      for (std::size_t c = node.first_child.index(); c < node.first_child.index() + node.child_count; ++c) {
        if (lines_[c].status != Status::scored) continue;
        weights[c] = weights[at.index()] * lines_[c].up;
        open.emplace_back(c);
      }
    }
    return weights;
  }

 private:
  void fail(const Message& message, const NodeProgram& node) {
    if (!why_) why_.emplace(message, std::vector<std::string>{node.code});
  }

  void item(const NodeProgram& node, std::optional<std::size_t> code, Line& line) {
    if (node.measuring || node.always) {
      fail(messages::general_measured_item, node);
      return;
    }
    Points start = node.start;
    if (node.lowest) start = std::max(start, *node.lowest);
    if (node.full) start = std::min(start, *node.full);
    if (node.highest) start = std::min(start, *node.highest);
    cpp_rational value = points(start);
    if (node.round)
      value =
          cpp_rational(rounded_steps(value, node.round->places, node.round->mode), power_of_ten(node.round->places));
    line.base = line.low = line.high = value;
    if (code) line.low -= cpp_rational(cpp_int(tables_.caps[*code]) * tables_.units[*code], Points::unit);
  }

  /// As Combine::run and what follows it.
  void inner(const NodeProgram& node, Line& line) {
    const Aggregation& aggregation = node.aggregation;
    const bool sums = aggregation.by == Aggregator::sum;
    if (!sums && aggregation.by != Aggregator::weighted_mean) {
      fail(messages::general_node, node);
      return;
    }
    line.base = points(aggregation.base);
    const bool blocked = node.has_parts && !collect(node, sums);
    if (blocked && !all_not_applicable_) {
      fail(messages::general_unscored, node);
      return;
    }
    if (!node.has_parts) {
      const bool any = for_any_child(node, [&](std::size_t c) { return lines_[c].status == Status::scored; });
      if (!any) line.status = Status::not_applicable;
    } else if (!(sums ? sum(node, line) : mean(node, line))) {
      degenerate(node, line);
    }
    if (why_ || line.status != Status::scored) return;
    reach(node, line);
    limits(node, line);
  }

  template <class Test>
  static bool for_any_child(const NodeProgram& node, Test test) {
    const std::size_t first = node.first_child.index();
    for (std::size_t c = first; c < first + node.child_count; ++c)
      if (test(c)) return true;
    return false;
  }

  struct Part {
    std::size_t node;
    cpp_rational mark, possible;
    const Link* link;
    bool stand_in;
  };

  /// False where a policy says that the node has no mark.
  bool collect(const NodeProgram& node, bool sums) {
    parts_.clear();
    stretched_ = left_out_ = 0;
    all_not_applicable_ = true;
    bool blocked = false;
    const std::size_t first = node.first_child.index();
    for (std::size_t c = first; c < first + node.child_count; ++c) {
      const Link& link = program_.links[c];
      lines_[c].up = 0;
      if (link.role != Role::part) continue;
      const bool scored = lines_[c].status == Status::scored;
      if (scored) all_not_applicable_ = false;
      if (!sums && link.weight == 0) continue;
      const cpp_rational full(link.full_scaled, Points::unit);
      if (scored) {
        parts_.push_back({c, lines_[c].base, lines_[c].possible, &link, false});
        continue;
      }
      switch (node.aggregation.not_applicable) {  // every node that applies has a mark
        case Missing::full_marks:
          parts_.push_back({c, full, full, &link, true});
          break;
        case Missing::zero:
          parts_.push_back({c, 0, full, &link, true});
          break;
        case Missing::renormalise:
          stretched_ += full;
          break;
        case Missing::leave_out:
          left_out_ += full;
          break;
        case Missing::not_scored:
          blocked = true;
          break;
      }
    }
    return !blocked;
  }

  void take(const Part& part, const cpp_rational& up, Line& line) {
    line.base += up * part.mark;
    if (!part.stand_in) lines_[part.node].up = up;
  }

  /// False where there is nothing to sum.
  bool sum(const NodeProgram& node, Line& line) {
    if (parts_.empty()) return false;
    cpp_rational counted, shrunk = left_out_;
    bool some_full = false, some_open = false;
    for (const Part& part : parts_) {
      (part.link->open ? some_open : some_full) = true;
      counted += part.possible;
      if (!part.link->open) shrunk += cpp_rational(part.link->full_scaled, Points::unit) - part.possible;
    }
    if ((!stretched_.is_zero() || (some_full && !some_open)) && counted.is_zero()) return false;
    const cpp_rational scale(node.scale_numerator, node.scale_denominator);
    const cpp_rational up = stretched_.is_zero() ? scale : scale * (counted + stretched_) / counted;
    for (const Part& part : parts_) take(part, up, line);
    if (node.full) line.possible = std::max<cpp_rational>(0, line.possible - shrunk * scale);
    return true;
  }

  bool mean(const NodeProgram& node, Line& line) {
    const bool by_shares = node.aggregation.basis == Basis::shares;
    if (by_shares) std::erase_if(parts_, [](const Part& part) { return part.possible.is_zero(); });
    if (parts_.empty()) return false;
    cpp_int weights = 0;
    for (const Part& part : parts_) weights += part.link->weight;
    const cpp_rational full = by_shares ? points(*node.full) : cpp_rational();
    for (const Part& part : parts_) {
      cpp_rational up(part.link->weight, weights);
      if (by_shares) up *= full / part.possible;
      take(part, up, line);
    }
    return true;
  }

  void degenerate(const NodeProgram& node, Line& line) {
    const Degenerate answer = node.aggregation.degenerate;
    if (answer == Degenerate::not_scored) {
      line.status = Status::not_applicable;
      if (!all_not_applicable_) fail(messages::general_unscored, node);
      return;
    }
    line.base = answer == Degenerate::full_marks && node.full ? points(*node.full) : cpp_rational();
  }

  /// What other children add and take off, and how far all of them can go. Where nothing is below 0 or can rise, that
  /// is known without sums of fractions: no lower than 0, no higher than the base.
  void reach(const NodeProgram& node, Line& line) {
    const std::size_t first = node.first_child.index(), last = first + node.child_count;
    bool falls_to_zero = line.base.sign() >= 0;
    for (std::size_t c = first; c < last; ++c) {
      Line& child = lines_[c];
      if (child.status != Status::scored) continue;
      if (program_.links[c].role != Role::part) {
        child.up = program_.links[c].role == Role::adds ? 1 : -1;
        line.base += child.up * child.base;
      }
      falls_to_zero = falls_to_zero && child.low.sign() >= 0 && child.up.sign() >= 0;
      line.rises = line.rises || child.rises || child.up.sign() < 0;
    }
    line.low = falls_to_zero ? cpp_rational() : line.base;
    line.high = line.base;
    if (falls_to_zero && !line.rises) return;
    for (std::size_t c = first; c < last; ++c) {
      const Line& child = lines_[c];
      if (child.status != Status::scored) continue;
      const cpp_rational down = child.up * (child.low - child.base), rise = child.up * (child.high - child.base);
      if (!falls_to_zero) line.low += std::min(down, rise);
      line.high += std::max(down, rise);
    }
  }

  void limits(const NodeProgram& node, const Line& line) {
    const bool bites =
        (node.lowest && (node.lowest->is_zero() ? line.low.sign() < 0 : line.low < points(*node.lowest))) ||
        (node.highest && line.high > points(*node.highest)) || node.round;
    if (bites) fail(messages::general_node_limits, node);
  }

  /// Vetoes and penalties are taken one by one; here only how low they can bring the node.
  void aims(const NodeProgram& node, Line& line) {
    if (!node.penalties.empty()) {
      if (!node.lowest)
        fail(messages::general_node_limits, node);
      else
        line.low = std::min(line.low, points(*node.lowest));
    }
    for (const Aimed& aimed : node.vetoes)
      if (const std::optional<Points>& ceiling = program_.vetoes[aimed.slot].ceiling)
        line.low = std::min(line.low, points(*ceiling));
  }

  const Program& program_;
  const BulkLayout& layout_;
  const BulkTables& tables_;
  const Applicability& applicability_;
  std::vector<Line> lines_;
  std::optional<Text> why_;
  std::vector<Part> parts_;
  cpp_rational stretched_, left_out_;
  bool all_not_applicable_ = true;
};

bool has_conditions(const Program& program) {
  return std::any_of(program.nodes.begin(), program.nodes.end(), [](const NodeProgram& node) {
    return !node.ceilings.empty() || std::any_of(node.rules.begin(), node.rules.end(),
                                                 [](const RuleProgram& rule) { return rule.gate.has_value(); });
  });
}

constexpr int least_shift = 8, most_shift = 30, grain_bits = 61;

/// Lines turned into whole grains.
class Grains {
 public:
  Grains(int shift, BulkProfile& profile) : shift_(shift), grains_(cpp_int(Points::unit) << shift), profile_(profile) {}

  std::int64_t whole(const cpp_rational& points) { return nearest(numerator(points) * grains_, denominator(points)); }
  /// Of `units` steps of 10^-9.
  std::int64_t whole(const cpp_rational& weight, std::int64_t units) {
    return nearest((numerator(weight) * units) << shift_, denominator(weight));
  }
  BulkRatio ratio(const cpp_rational& value) {
    BulkRatio ratio;
    if (value == 0) return ratio;
    cpp_rational scaled = value * cpp_rational(cpp_int(1) << most_ratio_shift);
    ratio.shift = most_ratio_shift;
    const cpp_int limit = cpp_int(1) << 62;
    for (; abs(scaled) >= limit; scaled /= 2) --ratio.shift;
    if (denominator(scaled) != 1) profile_.exact = false;
    ratio.mantissa = to_int64(rounded_steps(scaled, 0, Rounding::half_even));
    return ratio;
  }

 private:
  /// The nearest whole number; which of two does not matter.
  std::int64_t nearest(const cpp_int& dividend, const cpp_int& divisor) {
    cpp_int quotient, rest;
    divide_qr(dividend, divisor, quotient, rest);
    if (rest != 0) profile_.exact = false;
    if (abs(rest) * 2 >= divisor) quotient += rest < 0 ? -1 : 1;
    return to_int64(quotient);
  }

  static constexpr int most_ratio_shift = 61;
  int shift_;
  cpp_int grains_;
  BulkProfile& profile_;
};

void fill(const ProfileLines& lines, const BulkLayout& layout, const BulkTables& tables, BulkProfile& profile) {
  profile.exact = true;
  Grains grains(tables.shift, profile);
  const auto scored = [&](NodeId id) { return lines.line(id).status == Status::scored; };
  std::vector<std::vector<cpp_rational>> by_slot;
  for (const NodeId slot : tables.slots) {
    profile.unscored.push_back(scored(slot) ? 0 : no_mark.scaled());
    profile.base.push_back(scored(slot) ? grains.whole(lines.line(slot).base) : 0);
    by_slot.push_back(lines.weights_of(slot));
  }
  const auto item_weight = [&](std::size_t i, const std::vector<cpp_rational>& weights) {
    if (profile.excluded[i] || tables.caps[i] == 0) return std::int64_t{0};
    return grains.whole(weights[layout.items[i].index()], tables.units[i]);
  };
  for (std::size_t i = 0; i < tables.items; ++i) {
    profile.weights[i * tables.depth] = item_weight(i, by_slot[tables.total]);
    for (std::size_t at = i * tables.depth + 1; at < (i + 1) * tables.depth; ++at) {
      const std::uint32_t slot = tables.item_lines[at];
      if (slot < tables.slots.size()) profile.weights[at] = item_weight(i, by_slot[slot]);
    }
  }
  for (const BulkTarget& target : tables.targets) {
    BulkTargetLine line;
    line.scored = scored(target.node);
    if (line.scored) {
      const std::vector<cpp_rational> weights = lines.weights_of(target.node);
      line.base = grains.whole(lines.line(target.node).base);
      for (const std::uint32_t i : target.items) line.weights.push_back(item_weight(i, weights));
      for (const std::vector<cpp_rational>& slot : by_slot)
        line.to_slots.push_back(grains.ratio(slot[target.node.index()]));
      for (const std::size_t below : target.below)
        line.from_below.push_back(grains.ratio(weights[tables.targets[below].node.index()]));
    }
    profile.targets.push_back(std::move(line));
  }
}

}  // namespace

void lower_profiles(const CompiledFramework& framework, const BulkLayout& layout, BulkTables& tables) {
  const Program& program = framework.program();
  const std::vector<Applicability> everything{framework.all()};
  const std::vector<Applicability>& profiles = layout.profiles.empty() ? everything : layout.profiles;
  const bool conditions = has_conditions(program);
  std::vector<ProfileLines> lines;
  cpp_rational largest = 0;
  bool below_zero = false;
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    BulkProfile& profile = tables.profiles.emplace_back();
    for (const NodeId item : layout.items) profile.excluded.push_back(!profiles[p].applies(item));
    profile.excluded.push_back(0);
    profile.weights.assign(tables.items * tables.depth, 0);
    lines.emplace_back(program, layout, tables, profiles[p]);
    std::optional<Text> why;
    if (conditions) why.emplace(messages::general_conditions);
    if (!why) why = lines.back().run();
    if (why) {
      profile.general = true;
      tables.general_profiles.push_back({p, std::move(*why)});
      continue;
    }
    const auto look_at = [&](NodeId id) {
      const Line& line = lines.back().line(id);
      if (line.status != Status::scored) return;
      largest = std::max({largest, cpp_rational(abs(line.low)), cpp_rational(abs(line.high))});
      below_zero |= line.low.sign() < 0;
    };
    for (const NodeId slot : tables.slots) look_at(slot);
    for (const BulkTarget& target : tables.targets) look_at(target.node);
  }
  tables.shift = most_shift;
  while (tables.shift >= least_shift &&
         largest * cpp_rational(cpp_int(Points::unit) << tables.shift) >= cpp_int(1) << grain_bits)
    --tables.shift;
  const MarkRounding marks = program.framework.marks;
  tables.rounding = marks;
  tables.rounds_plainly = marks.mode == Rounding::half_up && marks.places == 9 && !below_zero;
  for (std::size_t p = 0; p < profiles.size(); ++p) {
    BulkProfile& profile = tables.profiles[p];
    if (profile.general) continue;
    if (tables.shift < least_shift) {
      profile.general = true;
      tables.general_profiles.push_back({p, Text(messages::general_numbers)});
      continue;
    }
    fill(lines[p], layout, tables, profile);
  }
}

}  // namespace aedile::detail
