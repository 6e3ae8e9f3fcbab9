#include "aedile/organisation/posting.h"

#include <algorithm>
#include <numeric>

namespace aedile {

namespace {

constexpr MarkRounding cut(int places) { return {Rounding::down, places}; }

std::int64_t step_of(int places) {
  std::int64_t step = 1;
  for (int i = places; i < Points::places; ++i) step *= 10;
  return step;
}

Attribution negated(Attribution attribution) {
  attribution.amount = -attribution.amount;
  attribution.total = -attribution.total;
  attribution.total_remainder = -attribution.total_remainder;
  for (Posting& posting : attribution.postings) {
    posting.amount = -posting.amount;
    posting.remainder = -posting.remainder;
  }
  return attribution;
}

}  // namespace

std::vector<PostingShare> shares_of(const CompiledOrganisation& organisation, const Responsibility& answer) {
  std::vector<PostingShare> shares;
  for (const ResponsibleUnit& unit : answer.units) {
    if (!unit.share.is_zero()) shares.push_back({organisation.unit(unit.unit).code, unit.share});
  }
  return shares;
}

Attribution attribute(Points amount, std::span<const PostingShare> shares, int places) {
  if (places < 0 || places > Points::places) throw ContractError("attribute: places from 0 to 9");
  Rational sum;
  for (const PostingShare& share : shares) {
    if (share.share.sign() < 0) throw ContractError("attribute: a share below 0");
    sum += share.share;
  }
  if (sum.is_zero()) throw ContractError("attribute: no share above 0");
  // Merits are attributed as faults are, with the sign turned.
  if (amount < Points{}) return negated(attribute(-amount, shares, places));

  const Rational whole = Rational(amount);
  const Rational exact = whole * sum;
  Attribution result;
  result.amount = amount;
  result.total = exact.rounded_to<Points>({Rounding::half_up, places});
  result.total_remainder = exact - Rational(result.total);
  Points missing = result.total;
  for (const PostingShare& share : shares) {
    const Rational part = whole * share.share;
    const Points posted = part.rounded_to<Points>(cut(places));
    result.postings.push_back({share.unit, share.share, posted, part - Rational(posted)});
    missing -= posted;
  }
  // Parts cut off sum to less than one step each; the total was rounded up by less than one step. So what is missing is
  // from 0 to as many steps as there are postings.
  const Points step = Points::from_scaled(step_of(places));
  std::vector<std::size_t> order(result.postings.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return result.postings[a].remainder > result.postings[b].remainder;
  });
  for (std::size_t i = 0; missing > Points{}; ++i, missing -= step) {
    Posting& posting = result.postings[order[i]];
    posting.amount += step;
    posting.remainder -= Rational(step);
  }
  return result;
}

PostingLedger::PostingLedger(int places) : places_(places) {
  if (places < 0 || places > Points::places) throw ContractError("PostingLedger: places from 0 to 9");
}

std::size_t PostingLedger::post(Entry what, Points amount, std::span<const PostingShare> shares) {
  what.attribution = attribute(amount, shares, places_);
  what.reverses.reset();
  what.reason.clear();
  entries_.push_back(std::move(what));
  reversed_.push_back(false);
  return entries_.size() - 1;
}

std::size_t PostingLedger::reverse(std::size_t entry, std::string reason) {
  if (entry >= entries_.size()) throw ContractError("PostingLedger: no such entry");
  if (entries_[entry].reverses) throw ContractError("PostingLedger: a reversal is not reversed; post anew");
  if (reversed_[entry]) throw ContractError("PostingLedger: the entry is reversed already");
  if (reason.empty()) throw ContractError("PostingLedger: a reversal needs a reason");
  Entry back = entries_[entry];
  back.attribution = negated(std::move(back.attribution));
  back.reverses = entry;
  back.reason = std::move(reason);
  entries_.push_back(std::move(back));
  reversed_.push_back(false);
  reversed_[entry] = true;
  return entries_.size() - 1;
}

Points PostingLedger::total(const Period* period) const {
  Points sum;
  for (const Entry& entry : entries_) {
    if (period == nullptr || period->contains(entry.day)) sum += entry.attribution.total;
  }
  return sum;
}

std::map<std::string, PostingLedger::Total> PostingLedger::by_unit(const Period* period) const {
  std::map<std::string, Total> totals;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    if (period != nullptr && !period->contains(entry.day)) continue;
    for (const Posting& posting : entry.attribution.postings) {
      Total& total = totals[posting.unit];
      total.amount += posting.amount;
      if (!entry.reverses && !reversed_[i]) ++total.findings;
    }
  }
  return totals;
}

}  // namespace aedile
