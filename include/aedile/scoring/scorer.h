#pragma once
/// Scoring one visit.
///
///   Scorer scorer(compiled);
///   Result<Scorecard> card = scorer.score(applicability, visit, observations);
///   card->mark()->to_string();                          // "84.5"
///   scorer.score(applicability, visit, observations, Derive::yes)->derivation()->steps(item);
///
/// A mark is the exact rational value of its formula, rounded once. The scorer works with guard digits and turns to
/// exact fractions whenever these do not decide a comparison or a rounding; the result is always the exact one,
/// whatever the order of the observations.
///
/// A scorer keeps work space, so that scoring a visit into an existing card allocates nothing: use one per thread.
/// Cost: O(observations + nodes on their paths to the root), about 2 µs for 12 findings on 111 items; with derivation,
/// ten times that. The first visit of a profile costs O(nodes), about 100 µs.

#include <memory>

#include "aedile/core/result.h"
#include "aedile/framework/compiled.h"
#include "aedile/framework/encoder.h"
#include "aedile/scoring/scorecard.h"

namespace aedile {

/// Whether the scorecard gets a derivation, which `explain` needs.
enum class Derive { no, yes };

/// How what does not fit the site is taken.
struct ScoreOptions {
  /// A finding on an item that does not apply to the site: an error `not_applicable_item`, or ignored and counted.
  bool ignore_not_applicable = false;
};

/// Scores one visit after the other; movable, not copyable.
class Scorer {
 public:
  explicit Scorer(CompiledFramework framework, ScoreOptions options = {});
  ~Scorer();
  Scorer(Scorer&&) noexcept;
  Scorer& operator=(Scorer&&) noexcept;

  const CompiledFramework& framework() const;

  /// Errors, all of them, with nothing scored: bad_item (not an item of the framework), not_applicable_item, no_points
  /// (the table has no entry for these attributes), bad_divisor (missing or not above 0), bad_reading,
  /// negative_reading, reading_above_sample, reading_total_range, not_checked_item (observed, though a check says that
  /// nobody looked), bad_check, missing_date (a progress rule needs the visit's date), mark_range (a value beyond the
  /// range of Points). Places carry the pointer "/findings/<row>", "/readings/<row>" or "/checks/<row>".
  Result<Scorecard> score(const Applicability& applicability, const Visit& visit, const Observations& observations,
                          Derive derive = Derive::no);
  Result<Scorecard> score(const EncodedVisit& visit, Derive derive = Derive::no) {
    return score(*visit.applicability, visit.visit(), visit.observations(), derive);
  }

  /// The same into a card of the caller's, reusing its memory. On error the card is left as it was.
  Diagnostics score_into(const Applicability& applicability, const Visit& visit, const Observations& observations,
                         Scorecard& card, Derive derive = Derive::no);

  /// Scores with exact fractions only, and every node anew: the reference for the fast path. Same bits, slower.
  Result<Scorecard> score_exactly(const Applicability& applicability, const Visit& visit,
                                  const Observations& observations, Derive derive = Derive::no);

  /// How often guard digits did not decide since construction.
  std::uint64_t fallbacks() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// One visit from record to card: encodes and scores. For many visits keep an Encoder and a Scorer. Errors: those of
/// Encoder::encode, then those of Scorer::score, at "/findings/0" and the like where the record has no places.
Result<Scorecard> score(const CompiledFramework& framework, const VisitRecord& visit, Derive derive = Derive::no,
                        ScoreOptions options = {});

/// The same on coded observations. Errors: those of Scorer::score.
Result<Scorecard> score(const CompiledFramework& framework, const Applicability& applicability, const Visit& visit,
                        const Observations& observations, Derive derive = Derive::no, ScoreOptions options = {});

}  // namespace aedile
