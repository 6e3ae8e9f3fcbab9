#include "aedile/score_all.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <new>
#include <thread>
#include <utility>
#include <vector>

namespace aedile::tool {

namespace {

constexpr std::size_t batch_visits = 2048;
constexpr std::size_t batch_observations = 65536;  // visits with very many findings make smaller batches
constexpr std::size_t chunk_visits = 32;           // what a thread takes at a time

/// Some of `rows`, chunk by chunk, until none is left.
void score_chunks(VisitScorer& scorer, const std::vector<VisitRow>& rows, std::size_t count, Derive derive,
                  std::atomic<std::size_t>& next, std::vector<ScoredVisit>& scored) {
  for (;;) {
    const std::size_t begin = next.fetch_add(chunk_visits);
    if (begin >= count) return;
    for (std::size_t i = begin; i < std::min(begin + chunk_visits, count); ++i) {
      scored[i] = scorer.score(rows[i], derive);
    }
  }
}

void score_batch(std::vector<VisitScorer>& scorers, const std::vector<VisitRow>& rows, std::size_t count, Derive derive,
                 std::vector<ScoredVisit>& scored) {
  std::atomic<std::size_t> next{0};
  std::vector<std::exception_ptr> failures(scorers.size());
  const auto work = [&](std::size_t worker) {
    try {
      score_chunks(scorers[worker], rows, count, derive, next, scored);
    } catch (...) {
      failures[worker] = std::current_exception();
    }
  };
  std::vector<std::thread> threads;
  const std::size_t chunks = (count + chunk_visits - 1) / chunk_visits;
  try {
    for (std::size_t i = 1; i < std::min(scorers.size(), chunks); ++i) threads.emplace_back(work, i);
  } catch (const std::exception&) {
    // A limit of the system, or of memory: those that did start, and this one, do all the work.
  }
  work(0);
  for (std::thread& thread : threads) thread.join();
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace

void score_all(VisitsCsv& visits, const Editions& editions, const ScoreAllOptions& options, Progress& progress,
               const std::function<void(const VisitRow&, const ScoredVisit&)>& take) {
  std::vector<VisitScorer> scorers;
  for (unsigned i = 0; i < std::max(options.threads, 1u); ++i) scorers.emplace_back(editions, options.score);
  std::vector<VisitRow> rows(batch_visits);
  std::vector<ScoredVisit> scored(batch_visits);
  std::uint64_t done = 0;
  for (bool more = true; more;) {
    std::size_t count = 0;
    for (std::size_t observations = 0; count < batch_visits && observations < batch_observations; ++count) {
      more = visits.next(rows[count]);
      if (!more) break;
      const VisitRecord& record = rows[count].record;
      observations += record.findings.size() + record.readings.size() + record.checks.size();
    }
    try {
      score_batch(scorers, rows, count, options.derive, scored);
    } catch (const std::bad_alloc&) {
      if (scorers.size() == 1) throw;
      // The threads took the memory that the work needs: from here on, one does it.
      scorers.clear();
      scorers.emplace_back(editions, options.score);
      score_batch(scorers, rows, count, options.derive, scored);
    }
    for (std::size_t i = 0; i < count; ++i) take(rows[i], scored[i]);
    done += count;
    progress.show(done, visits.visit_count());
  }
}

}  // namespace aedile::tool
