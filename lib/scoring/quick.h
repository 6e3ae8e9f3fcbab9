#pragma once
/// Scoring a visit of nothing but findings in 64 bits, which is most visits: points are taken off as the findings go
/// by, every inner node above costs one division, and nothing has to be put back. What does not fit (another kind of
/// rule, a finding without points, a mark that lies too near a boundary) is left to ScoringByChanges as a whole.

#include <vector>

#include "scoring/items.h"
#include "scoring/quick_tables.h"

namespace aedile::detail {

class QuickScoring {
 public:
  QuickScoring(const Program& program, const QuickTables& tables);

  struct Visited {
    const Applicability& applicability;
    const Visit& visit;
    const Observations& seen;  // without readings and checks
    ObservationIndex& index;   // empty, and empty again afterwards
    State<Guarded>& state;     // of the baseline
    bool ignore_not_applicable;
  };
  /// A node that the visit changes.
  struct Change {
    std::uint32_t node;
    bool graded;
    GradeIndex grade;
    Points mark;
  };

  /// What the visit changes of its profile's marks is in `changes` then. False where it must be scored in another way.
  bool score(const QuickProfile& profile, const Visited& visited);

  const std::vector<Change>& changes() const { return changes_; }
  std::uint32_t ignored() const { return ignored_; }
  /// After an exception.
  void forget(ObservationIndex& index);

 private:
  /// What the visit does to an inner node. Zero between visits.
  struct Work {
    int128 change = 0;  // of its sum
    std::int64_t ceiling = no_ceiling;
    std::int32_t inexact = 0;  // how many more parts are not exact
    std::uint16_t best_grade = 0;
  };
  static constexpr std::int64_t no_ceiling = INT64_MAX;
  static constexpr std::int64_t untouched = INT64_MIN;

  bool take(const QuickProfile& profile, const Visited& visited);
  void score_by_table(std::uint32_t at);
  bool score_by_rules(const Visited& visited);
  bool hold_under(const Visited& visited, const NodeProgram& item);
  bool score_mean(const QuickMean& mean, Work& work);
  bool rounded(std::int64_t value, std::uint64_t to, std::uint64_t error, std::int64_t& steps) const;

  void tell(std::uint32_t parent, int128 change, int inexact) {
    Work& work = work_[parent];
    work.change += change;
    work.inexact += inexact;
    agenda_.add(parent);
  }

  const Program& program_;
  const QuickTables& tables_;
  const std::uint64_t step_;                        // of reported marks, in steps of 10^-15
  const std::uint64_t step9_;                       // the same in steps of 10^-9
  std::vector<std::int64_t> taken_;                 // by node: points off an item by a table
  std::vector<std::uint32_t> by_table_, by_rules_;  // items with findings
  std::vector<Work> work_;                          // by inner node
  Agenda agenda_;                                   // of inner nodes
  Scratch<Guarded> scratch_;
  std::vector<Change> changes_;
  std::uint32_t ignored_ = 0;
};

}  // namespace aedile::detail
