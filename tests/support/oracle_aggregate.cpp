#include "support/oracle_aggregate.h"

#include <algorithm>
#include <stdexcept>

namespace aedile::test {

Fraction aggregate(const Aggregation& how, const Fraction& full, const std::vector<Part>& parts,
                   MarkRounding mean_rounding) {
  // With Basis::marks the marks stand in for full · share.
  const bool by_marks = how.basis == Basis::marks;
  const auto value = [&](const Part& part) { return by_marks ? part.mark : part.share; };
  const Fraction times = by_marks ? Fraction(1) : full;
  const Fraction pass_at = fraction(how.pass_at);
  Fraction weights = 0;
  for (const Part& part : parts) weights += part.weight;

  switch (how.by) {
    case Aggregator::sum:
      break;
    case Aggregator::weighted_mean: {
      Fraction sum = 0;
      for (const Part& part : parts) sum += part.weight * value(part);
      return times * sum / weights;
    }
    case Aggregator::minimum: {
      Fraction least = value(parts.front());
      for (const Part& part : parts) least = std::min(least, value(part));
      return times * least;
    }
    case Aggregator::maximum: {
      Fraction most = value(parts.front());
      for (const Part& part : parts) most = std::max(most, value(part));
      return times * most;
    }
    case Aggregator::product: {
      Fraction product = 1;
      for (const Part& part : parts) product *= value(part);
      return times * product;
    }
    case Aggregator::geometric_mean: {
      std::vector<std::pair<Fraction, Fraction>> shares_weights;
      for (const Part& part : parts) {
        if (value(part) <= 0) return 0;
        shares_weights.emplace_back(value(part), part.weight);
      }
      return rounded_geometric_mean(times, shares_weights, mean_rounding);
    }
    case Aggregator::harmonic_mean: {
      Fraction sum = 0;
      for (const Part& part : parts) {
        if (value(part) <= 0) return 0;
        sum += part.weight / value(part);
      }
      return times * weights / sum;
    }
    case Aggregator::count_passes: {
      Fraction passes = 0;
      for (const Part& part : parts) {
        if (part.share >= pass_at) passes += part.weight;
      }
      return full * passes / weights;
    }
    case Aggregator::all_or_nothing:
      return std::all_of(parts.begin(), parts.end(), [&](const Part& part) { return part.share >= pass_at; })
                 ? full
                 : Fraction(0);
  }
  throw std::logic_error("oracle: an aggregator it does not know");
}

}  // namespace aedile::test
