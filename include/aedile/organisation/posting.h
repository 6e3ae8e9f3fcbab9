#pragma once
/// Attribution: one finding's points, posted to several units, to a sum that is stated and exact.
///
///   attribute(Points::of(5), {{"street-1", Rational(4, 5)}, {"cgj", Rational(1, 5)}}, 2);
///   // total 5: street-1 4, cgj 1
///   attribute(Points::of(5), {{"street-1", Rational(1)}, {"cgj", Rational(1, 5)}}, 2);
///   // total 6: street-1 5, cgj 1                         a department that loses 20 % of what the street loses
///   besides attribute(Points::of(1), {{"a", Rational(1, 3)}, {"b", Rational(1, 3)}, {"c", Rational(1, 3)}}, 2);
///   // total 1: a 0.34 (remainder −1/150), b 0.33 (1/300), c 0.33 (1/300)
///
/// The total is the amount times the sum of the shares, rounded once (half up). Every posting begins with its exact
/// part cut to the places; what is missing to the total goes, a step at a time, to the largest parts cut off, earlier
/// ones first among equals. A *remainder* is the exact part less what was posted; remainders sum to `total_remainder`,
/// the exact total less the stated one, which is 0 wherever the total needs no rounding.

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/decimal.h"
#include "aedile/core/period.h"
#include "aedile/core/rational.h"
#include "aedile/organisation/compiled_organisation.h"

namespace aedile {

struct PostingShare {
  std::string unit{};  ///< code
  Rational share{};    ///< ≥ 0
  friend bool operator==(const PostingShare&, const PostingShare&) = default;
};

/// The shares of an answer that are not 0, as codes.
std::vector<PostingShare> shares_of(const CompiledOrganisation& organisation, const Responsibility& answer);

struct Posting {
  std::string unit{};
  Rational share{};
  Points amount{};
  Rational remainder{};  ///< its exact part less `amount`
  friend bool operator==(const Posting&, const Posting&) = default;
};

struct Attribution {
  Points amount{};             ///< what is attributed: below 0 for merits
  Points total{};              ///< what the postings sum to, exactly
  Rational total_remainder{};  ///< amount times the sum of shares, less `total`
  std::vector<Posting> postings{};
  friend bool operator==(const Attribution&, const Attribution&) = default;
};

/// amount may be of any sign; places: decimals of the postings, 0–9. Throws ContractError where there are no shares,
/// one is negative or all are 0, or places are outside; OverflowError where the total leaves the range of points. Cost:
/// O(shares · log shares).
Attribution attribute(Points amount, std::span<const PostingShare> shares, int places = 9);

/// What was posted, for what, in the order of posting. Entries are never changed: what was wrong is reversed by an
/// entry of its own.
class PostingLedger {
 public:
  struct Entry {
    std::string finding{};  ///< whatever names it: "V-0007/3"
    std::string item{};
    std::string site{};
    Date day{};
    Attribution attribution{};
    std::optional<std::size_t> reverses{};  ///< the entry taken back
    std::string reason{};                   ///< of the reversal
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  struct Total {
    Points amount{};
    std::size_t findings = 0;  ///< entries with a part for the unit, less those reversed
    friend bool operator==(const Total&, const Total&) = default;
  };

  /// places: decimals of all postings, 0–9 (ContractError outside).
  explicit PostingLedger(int places = 9);

  /// The new entry's number. Throws as `attribute` does; then nothing was posted.
  std::size_t post(Entry what, Points amount, std::span<const PostingShare> shares);
  /// Takes an entry back, on the same day, with its postings of the opposite sign. Throws ContractError if there is no
  /// such entry, if it is a reversal or reversed already, or if the reason is empty.
  std::size_t reverse(std::size_t entry, std::string reason);

  const std::vector<Entry>& entries() const { return entries_; }
  /// The sum of the stated totals; of the entries of a period, if one is given.
  Points total(const Period* period = nullptr) const;
  /// By unit; their amounts sum to `total` of the same entries.
  std::map<std::string, Total> by_unit(const Period* period = nullptr) const;

 private:
  int places_;
  std::vector<Entry> entries_;
  std::vector<bool> reversed_;
};

}  // namespace aedile
