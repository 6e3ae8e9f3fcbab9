#pragma once
/// The lines of one profile, worked out in exact fractions: what every node has without a finding, and what a point
/// lost at an item takes off the nodes above it.

#include <algorithm>
#include <optional>

#include "core/fraction.h"
#include "core/rational_impl.h"
#include "scoring/bulk_tables.h"
#include "scoring/messages_bulk.h"

namespace aedile::detail {

/// What is known of a node before any finding, and how far findings can take it.
template <class Number>
struct Line {
  Status status = Status::not_applicable;
  Number base, possible, low, high;
  bool rises = false;  // high is above base
  Number up;           // what a point more here adds to the parent
};

/// `Number`: Fraction, which throws FractionTooLarge, or cpp_rational.
template <class Number>
class ProfileLines {
 public:
  using Line = detail::Line<Number>;

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
      line.possible = node.full ? points(*node.full) : Number();
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
  std::vector<Number> weights_of(NodeId to) const {
    std::vector<Number> weights(lines_.size());
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
  static Number points(Points value) { return Number(value.scaled(), Points::unit); }
  static Number rounded(Points value, const MarkRounding& to) {
    const cpp_int steps = rounded_steps(cpp_rational(value.scaled(), Points::unit), to.places, to.mode);
    return Number(to_int64(steps), to_int64(power_of_ten(to.places)));
  }

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
    line.base = line.low = line.high = node.round ? rounded(start, *node.round) : points(start);
    if (code) line.low -= Number(std::int64_t{tables_.caps[*code]} * tables_.units[*code], Points::unit);
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
    Number mark, possible;
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
      const Number full(link.full_scaled, Points::unit);
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

  void take(const Part& part, const Number& up, Line& line) {
    line.base += up * part.mark;
    if (!part.stand_in) lines_[part.node].up = up;
  }

  /// False where there is nothing to sum.
  bool sum(const NodeProgram& node, Line& line) {
    if (parts_.empty()) return false;
    Number counted, shrunk = left_out_;
    bool some_full = false, some_open = false;
    for (const Part& part : parts_) {
      (part.link->open ? some_open : some_full) = true;
      counted += part.possible;
      if (!part.link->open) shrunk += Number(part.link->full_scaled, Points::unit) - part.possible;
    }
    if ((!stretched_.is_zero() || (some_full && !some_open)) && counted.is_zero()) return false;
    const Number scale(node.scale_numerator, node.scale_denominator);
    const Number up = stretched_.is_zero() ? scale : scale * (counted + stretched_) / counted;
    for (const Part& part : parts_) take(part, up, line);
    if (node.full) line.possible = std::max<Number>(0, line.possible - shrunk * scale);
    return true;
  }

  bool mean(const NodeProgram& node, Line& line) {
    const bool by_shares = node.aggregation.basis == Basis::shares;
    if (by_shares) std::erase_if(parts_, [](const Part& part) { return part.possible.is_zero(); });
    if (parts_.empty()) return false;
    Number weights;
    for (const Part& part : parts_) weights += Number(part.link->weight);
    const Number full = by_shares ? points(*node.full) : Number();
    for (const Part& part : parts_) {
      Number up = Number(part.link->weight) / weights;
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
    line.base = answer == Degenerate::full_marks && node.full ? points(*node.full) : Number();
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
    line.low = falls_to_zero ? Number() : line.base;
    line.high = line.base;
    if (falls_to_zero && !line.rises) return;
    for (std::size_t c = first; c < last; ++c) {
      const Line& child = lines_[c];
      if (child.status != Status::scored) continue;
      const Number down = child.up * (child.low - child.base), rise = child.up * (child.high - child.base);
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
  Number stretched_, left_out_;
  bool all_not_applicable_ = true;
};

}  // namespace aedile::detail
