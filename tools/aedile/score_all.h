// All visits of two tables, scored on several threads, handed over in the order of the table.
#pragma once

#include <functional>

#include "aedile/console.h"
#include "aedile/io/visit_scorer.h"

namespace aedile::tool {

inline constexpr unsigned max_threads = 256;

struct ScoreAllOptions {
  ScoreOptions score;
  Derive derive = Derive::no;
  unsigned threads = 1;  ///< at most max_threads
};

/// Reads the visits in batches and scores each batch on all threads; what is handed over does not depend on their
/// number, nor on how many the system lets start. Memory: two thousand visits.
void score_all(VisitsCsv& visits, const Editions& editions, const ScoreAllOptions& options, Progress& progress,
               const std::function<void(const VisitRow&, const ScoredVisit&)>& take);

}  // namespace aedile::tool
