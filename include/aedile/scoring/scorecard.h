#pragma once
/// 评分表: the result of scoring one visit: a mark for every node, and, if asked for, its derivation.

#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string_view>
#include <vector>

#include "aedile/framework/compiled.h"
#include "aedile/scoring/derivation.h"

namespace aedile {

/// Whether a node has a mark.
enum class Status : std::uint8_t {
  scored,          ///< it has
  not_applicable,  ///< by the profile, by a check, or because every part is not applicable
  not_observed,    ///< applicable, but nothing was observed that gives a mark (or a policy said not_scored)
};
std::string_view to_string(Status status);  ///< the enumerator's name

/// Position in the node's list of grades; `no_grade` where it has none or no range holds.
using GradeIndex = std::uint16_t;
inline constexpr GradeIndex no_grade = 0xFFFFu;

/// Marks by node, in the order of the compiled framework. A value; two scorecards of the same visit are equal, with or
/// without derivation. Ids must be of its framework; they are not checked.
class Scorecard {
 public:
  std::size_t size() const { return marks_.size(); }  ///< nodes
  /// Whether the node has a mark, and if not why.
  Status status(NodeId node) const { return status_[node.index()]; }
  /// The mark, rounded once as the framework says; nothing unless scored.
  std::optional<Points> mark(NodeId node) const {
    return status(node) == Status::scored ? std::optional(marks_[node.index()]) : std::nullopt;
  }
  /// What the node could have given at this visit: its full marks, less what policies left out; 0 where open-ended.
  Points possible(NodeId node) const { return possible_[node.index()]; }
  /// 完成度: the share, 0–1 to 9 decimals, of the applicable weight below the node that was observed. An item counts 1
  /// with a mark, else 0; an inner node is the mean of its applicable children, weighted by full marks in a sum (by
  /// weight where open-ended) and by weight elsewhere; 1 where nothing applies or all these are 0. Exact, rounded
  /// half-up once.
  Factor completion(NodeId node) const { return completion_[node.index()]; }
  /// Position in CompiledFramework::grades, or `no_grade`.
  GradeIndex grade(NodeId node) const { return grades_[node.index()]; }

  /// The total's.
  std::optional<Points> mark() const { return mark(NodeId{0u}); }
  Status status() const { return status(NodeId{0u}); }
  Factor completion() const { return completion(NodeId{0u}); }
  GradeIndex grade() const { return grade(NodeId{0u}); }
  /// Findings on items that do not apply, where the options say to ignore them.
  std::uint32_t ignored_findings() const { return ignored_findings_; }

  /// Why the marks are what they are; nullptr unless scored with Derive::yes. Lives as long as a copy of the card.
  const Derivation* derivation() const { return derivation_.get(); }

  /// Compares marks, not derivations.
  friend bool operator==(const Scorecard& a, const Scorecard& b);

 private:
  friend class Scorer;
  std::vector<Points> marks_;
  std::vector<Points> possible_;
  std::vector<Factor> completion_;
  std::vector<GradeIndex> grades_;
  std::vector<Status> status_;
  std::uint32_t ignored_findings_ = 0;
  std::shared_ptr<const Derivation> derivation_;
};

}  // namespace aedile
