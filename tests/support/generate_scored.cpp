#include "support/generate_scored.h"

#include <algorithm>
#include <map>

#include "support/generate_rules.h"

namespace aedile::test {

namespace {

Rounding any_mode() {
  return one_of<Rounding>({Rounding::half_up, Rounding::half_even, Rounding::floor, Rounding::down, Rounding::up});
}

// Policies that stretch or fill up need to know what every part could have given.
Missing any_missing(bool some_open) {
  if (some_open) return one_of<Missing>({Missing::leave_out, Missing::zero, Missing::not_scored});
  return one_of<Missing>({Missing::renormalise, Missing::leave_out, Missing::renormalise, Missing::zero,
                          Missing::full_marks, Missing::not_scored});
}

// First the tree, then, from the last node to the first, what each node is: a parent follows its children, since its
// full marks may be their sum.
class FrameworkDraw {
 public:
  explicit FrameworkDraw(const Flavour& flavour) : flavour_(flavour) {}

  Framework draw() {
    framework_.id = "drawn";
    framework_.edition = "1";
    framework_.title = "drawn";
    const auto values = [](std::vector<std::string> codes) {
      std::vector<Attribute::Value> result;
      for (std::string& code : codes) result.push_back({std::move(code), {}});
      return result;
    };
    framework_.attributes = {{"severity", {}, values({"minor", "serious", "fatal"})},
                             {"area", {}, values({"inside", "outside"})},
                             {"cycle", {}, values({"c1", "c2", "c3"})}};
    framework_.visit_attributes = {{"units", {}}};
    if (flavour_.tied) {
      framework_.marks.places = pick(0, 2);
    } else if (chance(40)) {
      framework_.marks.places = pick(0, 9);
    }
    framework_.marks.mode = any_mode();
    draw_tree(std::nullopt, "total", 0, false);
    for (std::size_t i = framework_.nodes.size(); i-- > 0;) {
      if (children_[i].empty()) {
        draw_item(i);
        full_[i] = framework_.nodes[i].full_marks;
      } else {
        draw_inner(i);
      }
    }
    if (flavour_.profiles) draw_profiles();
    return framework_;
  }

 private:
  // `taken_off`: in a child that is taken off.
  std::size_t draw_tree(std::optional<std::size_t> parent, const std::string& code, int depth, bool taken_off) {
    const std::size_t index = framework_.nodes.size();
    framework_.nodes.emplace_back();
    children_.emplace_back();
    end_.push_back(0);
    cycle_node_.push_back(parent ? cycle_node_[*parent] : std::nullopt);
    taken_off_.push_back(taken_off);
    {
      Node& node = framework_.nodes[index];
      node.code = code;
      node.title = "node " + code;
      node.parent = parent;
      if (depth > 0 && chance(8) && !taken_off) {
        node.role = Role::deducts;
        taken_off_[index] = true;
      } else if (depth > 0 && chance(8)) {
        node.role = Role::adds;
      }
    }
    if (flavour_.cycles && !cycle_node_[index] && depth > 0 && chance(10)) {
      draw_cycles(framework_.nodes[index]);
      cycle_node_[index] = index;
    }
    const bool grows = depth == 0 || (depth < flavour_.max_depth && !taken_off_[index] && chance(45));
    if (grows) {
      const int count = pick(1, flavour_.max_children);
      for (int i = 1; i <= count; ++i) {
        const std::string child_code = (depth == 0 ? "" : code + ".") + std::to_string(i);
        const std::size_t child = draw_tree(index, child_code, depth + 1, taken_off_[index]);
        children_[index].push_back(child);
      }
      if (depth == 0 || chance(25)) draw_grades(framework_.nodes[index]);
    }
    end_[index] = framework_.nodes.size();
    return index;
  }

  void draw_cycles(Node& node) {
    Cycles cycles;
    cycles.by = "cycle";
    const int count = pick(1, 3);
    for (int i = 1; i <= count; ++i) cycles.cycles.push_back({"c" + std::to_string(i), Weight::of(pick(1, 4))});
    cycles.not_observed = any_missing(false);
    node.cycles = cycles;
  }

  void draw_grades(Node& node) {
    Grade best{"A", {}, {}};
    Grade middle{"B", {}, {}};
    Grade worst{"C", {}, {}};
    const Points upper = Points::of(pick(10, 90));
    const Points lower = Points::of(pick(1, 9));
    if (chance(50)) {
      best.mark.at_least = upper;
      middle.mark.below = upper;
    } else {
      best.mark.above = upper;
      middle.mark.at_most = upper;
    }
    middle.mark.at_least = lower;
    worst.mark.below = lower;
    node.grades = {best, middle, worst};
  }

  void draw_item(std::size_t index) {
    Node& node = framework_.nodes[index];
    const bool demerits = node.role == Role::deducts || (node.role == Role::part && flavour_.merits &&
                                                         !flavour_.monotone && !flavour_.only_shares && chance(8));
    if (demerits) {
      draw_demerit_rules(node, flavour_);
      if (node.cycles && node.cycles->not_observed == Missing::full_marks) node.cycles->not_observed = Missing::zero;
      return;
    }
    node.full_marks = flavour_.tied ? one_of<Points>({Points::of(10), Points::of(3), Points::of(6), Points::of(1)})
                                    : any_points(flavour_, 1, 30);
    RuleSurroundings around;
    for (std::size_t other = 0; other < framework_.nodes.size(); ++other) {
      // A veto or penalty is known when its item is done, so it can only reach what is done later.
      if (is_done_before(index, other) && can_refer(index, other) && !(flavour_.monotone && taken_off_[other])) {
        around.vetoable.push_back(framework_.nodes[other].code);
        if (!framework_.nodes[other].grades.empty()) around.with_grades.push_back(framework_.nodes[other].code);
      }
    }
    around.conditional_on = conditions_for(index);
    draw_item_rules(node, flavour_, around);
    if (chance(10)) node.round = MarkRounding{any_mode(), pick(0, 2)};
  }

  // The node with cycles that the node lies strictly below.
  std::optional<std::size_t> enclosing(std::size_t node) const {
    return cycle_node_[node] == std::optional(node) ? std::nullopt : cycle_node_[node];
  }

  bool is_at_or_below(std::size_t node, std::size_t ancestor) const {
    return ancestor <= node && node < end_[ancestor];
  }

  // References stay on their side of the edge of cycles; only what stands above is within reach from inside.
  bool can_refer(std::size_t from, std::size_t to) const {
    if (const auto inside = enclosing(to)) return enclosing(from) == inside || from == *inside;
    const auto inside = enclosing(from);
    return !inside || is_at_or_below(*inside, to);
  }

  // Done earlier: the branches written before it, and what is below it.
  bool is_done_before(std::size_t first, std::size_t second) const {
    return end_[first] <= second || (first > second && first < end_[second]);
  }

  std::vector<std::string> conditions_for(std::size_t index) const {
    std::vector<std::string> codes;
    for (std::size_t other = 0; other < framework_.nodes.size(); ++other) {
      if (!is_done_before(other, index) || !can_refer(index, other) || (flavour_.monotone && taken_off_[other]))
        continue;
      codes.push_back(framework_.nodes[other].code);
    }
    return codes;
  }

  void draw_inner(std::size_t index) {
    Node& node = framework_.nodes[index];
    std::vector<std::size_t> parts;
    Points sum;
    bool some_open = false;
    for (std::size_t child : children_[index]) {
      if (framework_.nodes[child].role != Role::part) continue;
      parts.push_back(child);
      const std::optional<Points> full = full_[child];
      if (!full) some_open = true;
      sum += full.value_or(Points{});
    }
    Aggregation& how = node.aggregation;
    draw_aggregator(how, some_open);
    how.not_applicable = any_missing(some_open);
    how.not_observed = any_missing(some_open);
    how.degenerate = one_of<Degenerate>({Degenerate::not_scored, Degenerate::zero, Degenerate::full_marks});
    if (chance(10) || parts.empty()) how.base = any_points(flavour_, 0, 10);
    if (how.by == Aggregator::sum) {
      draw_full_of_sum(node, how.base + sum, some_open || parts.empty());
      if (!how.base.is_zero() && !node.full_marks && sum != Points{}) node.full_marks = how.base + sum;
    } else if (chance(40) || (how.basis == Basis::marks && how.by >= Aggregator::count_passes)) {
      node.full_marks = Points::of(pick(1, 100));
    }
    for (std::size_t child : parts) framework_.nodes[child].weight = any_weight(how.by);
    if (!flavour_.monotone && chance(10)) node.lowest = std::nullopt;
    if (chance(8)) node.highest = Points::of(pick(1, 100));
    if (node.highest && node.full_marks) node.highest = std::max(*node.highest, *node.full_marks);
    if (chance(15)) node.round = MarkRounding{any_mode(), pick(0, 2)};
    const std::vector<std::string> conditional_on = conditions_for(index);
    if (flavour_.conditions && !conditional_on.empty() && chance(15)) {
      Ceiling ceiling;
      ceiling.when.node = one_of(conditional_on);
      (chance(50) ? ceiling.when.mark.below : ceiling.when.mark.at_most) = any_points(flavour_, 1, 30);
      ceiling.ceiling = any_points(flavour_, 0, 60);
      if (!node.grades.empty() && chance(50)) ceiling.grade = "B";
      node.ceilings.push_back(ceiling);
    }
    full_[index] = node.full_marks;
    if (!node.full_marks && how.by == Aggregator::sum && sum != Points{}) full_[index] = how.base + sum;
    if (!node.full_marks && how.by != Aggregator::sum && how.basis == Basis::shares) full_[index] = Points::of(100);
    if (!full_[index] && how.degenerate == Degenerate::full_marks) how.degenerate = Degenerate::zero;
    if (!full_[index] && node.cycles && node.cycles->not_observed == Missing::full_marks) {
      node.cycles->not_observed = Missing::renormalise;
    }
  }

  void draw_aggregator(Aggregation& how, bool some_open) {
    how.by = one_of<Aggregator>({Aggregator::sum, Aggregator::weighted_mean, Aggregator::minimum, Aggregator::maximum,
                                 Aggregator::product, Aggregator::geometric_mean, Aggregator::harmonic_mean,
                                 Aggregator::count_passes, Aggregator::all_or_nothing, Aggregator::sum, Aggregator::sum,
                                 Aggregator::weighted_mean, Aggregator::weighted_mean});
    if (some_open || chance(15)) how.basis = Basis::marks;
    // Products of marks soon leave the range of points; passes need shares.
    if (how.basis == Basis::marks && (how.by == Aggregator::product || how.by >= Aggregator::count_passes)) {
      if (some_open)
        how.by = Aggregator::sum;
      else
        how.basis = Basis::shares;
    }
    if (how.by == Aggregator::sum) how.basis = Basis::shares;
    if (how.by >= Aggregator::count_passes) {
      how.pass_at = one_of<Factor>({Factor::of(1), *Factor::parse("0.6"), *Factor::parse("0.5"), Factor{}});
    }
  }

  void draw_full_of_sum(Node& node, Points sum, bool open) {
    if (open) {
      if (chance(50)) node.full_marks = Points::of(100);
      node.aggregation.part_sum = PartSum::as_given;
      return;
    }
    switch (pick(0, 3)) {
      case 0:
        break;
      case 1:
        node.full_marks = sum;
        break;
      case 2:
        node.full_marks = Points::of(pick(1, 100));
        node.aggregation.part_sum = PartSum::scaled;
        node.full_marks = std::max(*node.full_marks, node.aggregation.base);
        break;
      default:
        node.full_marks = Points::of(pick(1, 100));
        node.aggregation.part_sum = PartSum::as_given;
        break;
    }
  }

  Weight any_weight(Aggregator by) {
    if (chance(5)) return Weight{};
    if (by != Aggregator::geometric_mean && !flavour_.tied && chance(10)) return *Weight::parse("0.333333333");
    return Weight::of(pick(1, 8));
  }

  void draw_profiles() {
    for (const bool all_except : {false, true}) {
      Profile profile;
      profile.site_class = all_except ? "most" : "some";
      profile.all_except = all_except;
      // The last item always applies.
      const std::size_t last = framework_.nodes.size() - 1;
      if (!all_except) profile.nodes.push_back(framework_.nodes[last].code);
      const int count = pick(1, 3);
      for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(pick(0, static_cast<int>(last)));
        const std::string& code = framework_.nodes[index].code;
        if (all_except && is_at_or_below(last, index)) continue;
        if (std::find(profile.nodes.begin(), profile.nodes.end(), code) == profile.nodes.end()) {
          profile.nodes.push_back(code);
        }
      }
      if (profile.nodes.empty()) continue;
      framework_.profiles.push_back(profile);
    }
  }

  Flavour flavour_;
  Framework framework_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::size_t> end_;  // one past the last node of the branch
  std::vector<std::optional<std::size_t>> cycle_node_;
  std::vector<bool> taken_off_;
  std::map<std::size_t, std::optional<Points>> full_;
};

}  // namespace

int pick(int low, int high) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(low, high + 1)); }
bool chance(int per_cent) { return pick(0, 99) >= 100 - per_cent; }

rc::Gen<Framework> any_framework_to_score(Flavour flavour) {
  return rc::gen::exec([flavour] { return FrameworkDraw(flavour).draw(); });
}

rc::Gen<ScoredCase> any_scored_case(Flavour flavour) {
  return rc::gen::exec([flavour] {
    ScoredCase drawn;
    drawn.framework = *any_framework_to_score(flavour);
    drawn.visit = *any_visit_to(drawn.framework, flavour);
    return drawn;
  });
}

}  // namespace aedile::test
