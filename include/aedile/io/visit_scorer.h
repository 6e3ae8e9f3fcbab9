#pragma once
/// From a row of visits.csv to a scorecard: chooses the edition, encodes, scores, and reports every problem where it
/// was read.
///
///   Editions editions;  editions.add(compiled_2021);  editions.add(compiled_2026);
///   VisitScorer scorer(editions);
///   ScoredVisit scored = scorer.score(row);
///   if (!scored.card) std::cerr << scored.problems;
///
/// Use one per thread. Results do not depend on the order of the visits, nor on which scorer scored them.

#include <map>
#include <memory>
#include <optional>

#include "aedile/framework/editions.h"
#include "aedile/io/visits_csv.h"
#include "aedile/scoring/scorer.h"

namespace aedile {

/// A scorecard, or why there is none.
struct ScoredVisit {
  const CompiledFramework* framework = nullptr;  ///< the edition it was scored by; nullptr if none could be chosen
  std::optional<Scorecard> card;                 ///< nothing if the visit has an error
  Diagnostics problems;                          ///< of its cells, of its edition, of encoding and scoring
};

/// The edition named by the visit; else, where there is a single one without dates or the visit has a date, the one
/// valid on its day; nullptr, with an error at the visit's place, if there is none. Errors: unknown_edition,
/// no_edition_on_day, no_date_for_edition.
const CompiledFramework* choose_edition(const Editions& editions, const VisitRecord& visit, Diagnostics& problems);

/// Scores visits of any edition; keeps an Encoder and a Scorer for each.
class VisitScorer {
 public:
  /// The editions must outlive the scorer.
  explicit VisitScorer(const Editions& editions, ScoreOptions options = {});
  ~VisitScorer();
  VisitScorer(VisitScorer&&) noexcept;
  VisitScorer& operator=(VisitScorer&&) noexcept;

  /// Errors: the row's own, those of choose_edition, Encoder::encode and Scorer::score. A row that is not clean is
  /// encoded, so that all its problems are known, but not scored.
  ScoredVisit score(const VisitRow& row, Derive derive = Derive::no);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Coded observations of one visit, ready for what_if; nothing where there is a problem.
std::optional<EncodedVisit> encode_visit(const CompiledFramework& framework, const VisitRecord& visit,
                                         Diagnostics& problems);

}  // namespace aedile
