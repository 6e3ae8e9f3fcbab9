#pragma once
/// How an inner node combines its parts, and what happens where a part has no mark.
///
/// Notation: part i has mark v, possible marks p (its full marks, or less where its own parts left them out), weight w,
/// share s = v ÷ p. F is the node's full marks. Only children with role `part` take part; `adds` and `deducts` follow
/// after. A part of weight 0 is reported and influences nothing (in `sum`, weights play no role).
///
///   sum             Σ v
///   weighted_mean   F · Σ w s ÷ Σ w
///   minimum         F · min s            maximum  F · max s
///   product         F · Π s
///   geometric_mean  F · (Π s^w)^(1 ÷ Σ w)     0 if a share is 0
///   harmonic_mean   F · Σ w ÷ Σ (w ÷ s)       0 if a share is 0
///   count_passes    F · Σ w [s ≥ pass_at] ÷ Σ w
///   all_or_nothing  F if every s ≥ pass_at, else 0
///
/// With Basis::marks the marks v stand in for F · s: for parts without full marks (demerit scores), or means of raw
/// values. `base` is added to every one of them. Everything is exact; the geometric mean, being irrational, is rounded
/// at its node, correctly, to the node's rounding or else the framework's.
///
/// In a sum, F is base + Σ full marks of the parts unless it is stated. Let P be the possible marks of the parts that
/// count, R the full marks of those that `renormalise` leaves to the others: the sum is Σ v · (P + R) ÷ P, and
/// PartSum::scaled stretches it by (F − base) ÷ Σ full marks. A node's possible marks are F less what was left out
/// below, and not below 0 (parts may sum to more than F where the scheme takes them as given).
///
/// A node to which no item applies (by the profile, or by a check of the branch) is not applicable whatever its
/// policies say. Otherwise parts are looked at in this order: weight 0 (but for `sum`) and, where shares are taken,
/// possible marks 0 take no part; a part without a mark goes by its policy; if one of them says not_scored, the node
/// has no mark; if nothing is left to combine, `degenerate` answers. A node with no child of role `part` is its base,
/// with what is added and taken off; it has no mark if none of its children has.
///
/// Worked example: parts worth 60, 30, 10; the second not applicable; marks 54 and 10.
///   renormalise: 64 · 100 ÷ 70 = 91.428571429   full_marks: 94   zero: 64   leave_out: 64 of 70   not_scored: none

#include <optional>
#include <string_view>

#include "aedile/core/decimal.h"

namespace aedile {

/// How marks are combined: the formulas above.
enum class Aggregator {
  sum,
  weighted_mean,
  minimum,
  maximum,
  product,
  geometric_mean,
  harmonic_mean,
  count_passes,
  all_or_nothing
};

/// What is combined: shares of full marks, or the marks themselves.
enum class Basis { shares, marks };

/// What a part without a mark does to its parent.
enum class Missing {
  renormalise,  ///< the rest is stretched to the full marks (in `sum`), or shares the whole weight (in means)
  full_marks,   ///< it counts as if it had full marks
  zero,         ///< it counts as 0
  not_scored,   ///< the parent has no mark either
  leave_out,    ///< the possible marks shrink by its own; in means the same as renormalise
};

/// The one answer where nothing is left to combine: no part with a mark, all weights zero, no possible marks at all.
/// It takes the place of the combination and its base.
enum class Degenerate {
  not_scored,  ///< no mark: not applicable if every part is not applicable, else not observed
  zero,        ///< the mark 0
  full_marks,  ///< the node's full marks
};

/// Whether the parts' full marks must sum to the node's own (aggregator sum with full marks stated).
enum class PartSum {
  equal,     ///< else the scheme is in error `part_sum`
  scaled,    ///< the sum of parts is stretched to the node's full marks; the difference is reported as a warning
  as_given,  ///< the parts count as they are; the difference is reported as a warning
};

/// The whole answer of one inner node; the defaults are those of a plain sum.
struct Aggregation {
  Aggregator by = Aggregator::sum;
  Basis basis = Basis::shares;
  Missing not_applicable = Missing::renormalise;  ///< for parts that do not apply
  Missing not_observed = Missing::renormalise;    ///< for parts that apply and have no mark
  Degenerate degenerate = Degenerate::not_scored;
  PartSum part_sum = PartSum::equal;
  Factor pass_at = Factor::of(1);  ///< share, 0–1, for count_passes and all_or_nothing
  Points base{};                   ///< added first: 100 where parts only deduct
  friend bool operator==(const Aggregation&, const Aggregation&) = default;
};

/// The words of the JSON form, which are the enumerators' names; and back: nothing for any other text.
std::string_view to_string(Aggregator value);
std::string_view to_string(Basis value);
std::string_view to_string(Missing value);
std::string_view to_string(Degenerate value);
std::string_view to_string(PartSum value);
std::optional<Aggregator> parse_aggregator(std::string_view text);
std::optional<Basis> parse_basis(std::string_view text);
std::optional<Missing> parse_missing(std::string_view text);
std::optional<Degenerate> parse_degenerate(std::string_view text);
std::optional<PartSum> parse_part_sum(std::string_view text);

}  // namespace aedile
