#pragma once
/// What an evaluation knows of each node while it runs, and the index of a visit's observations by item.

#include <cstdint>
#include <vector>

#include "aedile/scoring/scorecard.h"
#include "framework/program.h"

namespace aedile::detail {

inline constexpr std::uint32_t end_of_list = 0xFFFFFFFFu;
/// Row of a veto's finding; no veto at all; a veto by a finding without a row is `no_row`.
inline constexpr std::uint32_t no_veto = 0xFFFFFFFEu;

/// What evaluation needs of a node; what a scorecard shows of it is kept apart (Reported).
template <class Value>
struct NodeState {
  Value value{};       // exact mark, before the reported rounding
  Value possible{};    // exact; 0 where open-ended
  Value completion{};  // exact share
  Status status = Status::not_observed;
  bool applicable = false;  // something below it applies
  bool complete = true;     // completion is 1
  bool whole = true;        // possible marks are its full marks (or it is open-ended)

  /// Scored out of its full marks with everything observed: all that a scorecard shows of it besides mark and grade is
  /// known then.
  bool usual() const { return status == Status::scored && whole && complete; }
};

/// The columns of a scorecard.
struct Reported {
  std::vector<Points> marks;
  std::vector<Points> possible;
  std::vector<Factor> completion;
  std::vector<GradeIndex> grades;
  std::vector<Status> status;

  void resize(std::size_t nodes) {
    marks.resize(nodes);
    possible.resize(nodes);
    completion.resize(nodes);
    grades.resize(nodes, no_grade);
    status.resize(nodes);
  }
};

template <class Value>
struct State {
  std::vector<NodeState<Value>> nodes;
  Reported reported;
  std::vector<Value> penalties;          // by slot
  std::vector<std::uint32_t> veto_rows;  // by slot

  void resize(const Program& program) {
    nodes.resize(program.nodes.size());
    reported.resize(program.nodes.size());
    forget_aims(program);
  }
  /// An item that does not apply is not looked at: its penalties and vetoes must not be those of an earlier visit.
  void forget_aims(const Program& program) {
    penalties.assign(program.penalty_count, Value{});
    veto_rows.assign(program.vetoes.size(), no_veto);
  }
  /// The same of one item.
  void forget_aims(const NodeProgram& item) {
    for (const RuleProgram& rule : item.rules) {
      if (rule.kind == RuleKind::penalty) penalties[rule.slot] = {};
      if (rule.kind == RuleKind::veto) veto_rows[rule.slot] = no_veto;
    }
  }
};

/// The first grade whose range holds the mark, whatever vetoes say.
inline GradeIndex grade_of(const Program& program, const NodeProgram& node, Points mark) {
  const std::vector<Grade>& grades = program.framework.nodes[node.authored].grades;
  for (std::size_t g = 0; g < grades.size(); ++g)
    if (grades[g].mark.contains(mark)) return static_cast<GradeIndex>(g);
  return no_grade;
}

/// Lists of a visit's observations by node, threaded through arrays so that building them allocates nothing.
struct ObservationIndex {
  std::vector<std::uint32_t> first_finding, first_reading, first_check;  // by node
  std::vector<std::uint32_t> next_finding, next_reading, next_check;     // by position
  std::vector<Status> forced;  // by node: scored = nothing said; else what a check says of the whole branch

  void resize(std::size_t nodes) {
    first_finding.assign(nodes, end_of_list);
    first_reading.assign(nodes, end_of_list);
    first_check.assign(nodes, end_of_list);
    forced.assign(nodes, Status::scored);
  }
  void forget(std::size_t node) {
    first_finding[node] = first_reading[node] = first_check[node] = end_of_list;
    forced[node] = Status::scored;
  }
};

/// Positions in Program::order that must be evaluated; taken out in order, and those taken out remembered.
class Agenda {
 public:
  void resize(std::size_t nodes) { words_.assign((nodes + 63) / 64, 0); }
  void add(std::uint32_t position) { words_[position >> 6] |= std::uint64_t{1} << (position & 63); }
  template <class Visit>
  void drain(Visit visit) {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      while (words_[w] != 0) {
        const auto bit = static_cast<std::size_t>(__builtin_ctzll(words_[w]));
        words_[w] &= words_[w] - 1;
        visit(w * 64 + bit);
      }
    }
  }
  void clear() { std::fill(words_.begin(), words_.end(), 0); }

 private:
  std::vector<std::uint64_t> words_;
};

}  // namespace aedile::detail
