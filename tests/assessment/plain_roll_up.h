#pragma once
// A roll-up as the rule says it, in fractions all through, with nothing kept or shared: the slow twin of the library's.

#include <map>
#include <optional>
#include <vector>

#include "aedile/assessment/roll_up.h"
#include "aedile/core/rational.h"

namespace aedile::test {

class PlainRollUp {
 public:
  PlainRollUp(const RollUpScheme& scheme, const std::vector<SiteMark>& rows) : scheme_(scheme) {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const std::optional<MarkFault> fault = fault_of(rows[r]);
      if (fault)
        rejected.push_back({r, *fault});
      else
        marks_[{rows[r].site, rows[r].period, rows[r].mode}].push_back(rows[r].mark);
    }
  }

  std::optional<Rational> value(std::size_t level, std::size_t period, std::size_t unit) const {
    std::vector<Rational> parts;
    const auto take = [&](const std::optional<Rational>& part) {
      if (part) parts.push_back(*part);
    };
    if (period >= scheme_.base_periods) {
      for (const std::uint32_t part : scheme_.groups[period - scheme_.base_periods].parts)
        take(value(level, part, unit));
    } else if (level > 0) {
      const RollUpLevel& below = scheme_.levels[level - 1];
      for (std::size_t child = 0; child < below.units; ++child)
        if (below.parent[child] == unit) take(value(level - 1, period, child));
    } else {
      return of_site(period, unit);
    }
    return mean(parts);
  }

  Points rounded(std::size_t level, std::size_t period, std::size_t unit, MarkRounding rounding) const {
    const std::optional<Rational> exact = value(level, period, unit);
    return exact ? exact->rounded_to<Points>(rounding) : no_mark;
  }

  std::optional<MarkFault> fault_of(const SiteMark& row) const {
    if (row.site >= scheme_.levels.front().units) return MarkFault::no_such_site;
    if (row.period >= scheme_.base_periods) return MarkFault::no_such_period;
    if (row.mode >= std::max<std::size_t>(1, scheme_.modes.size())) return MarkFault::no_such_mode;
    if (row.mark == no_mark) return MarkFault::not_scored;
    if (row.mark < scheme_.lowest || row.mark > scheme_.highest) return MarkFault::out_of_range;
    return std::nullopt;
  }

  std::vector<RejectedMark> rejected;

 private:
  static std::optional<Rational> mean(const std::vector<Rational>& parts) {
    if (parts.empty()) return std::nullopt;
    Rational sum;
    for (const Rational& part : parts) sum += part;
    return sum / Rational(static_cast<std::int64_t>(parts.size()));
  }

  std::optional<Rational> of_site(std::size_t period, std::size_t site) const {
    Rational sum, weights;
    for (std::size_t m = 0; m < std::max<std::size_t>(1, scheme_.modes.size()); ++m) {
      const auto found = marks_.find({site, period, m});
      if (found == marks_.end()) continue;
      std::vector<Rational> given;
      for (const Points mark : found->second) given.emplace_back(mark);
      const Rational weight = scheme_.modes.empty() ? Rational(1) : Rational(scheme_.modes[m].weight);
      sum += *mean(given) * weight;
      weights += weight;
    }
    if (weights.is_zero()) return std::nullopt;
    return sum / weights;
  }

  const RollUpScheme& scheme_;
  std::map<std::array<std::size_t, 3>, std::vector<Points>> marks_;
};

}  // namespace aedile::test
