#pragma once
/// Collects the steps of a derivation, or nothing at all: the evaluator is compiled for both, so that there is one code
/// path and the fast one pays nothing.

#include <utility>
#include <vector>

#include "aedile/scoring/derivation.h"
#include "core/rational_impl.h"

namespace aedile::detail {

struct NoTrace {
  static constexpr bool on = false;
  void begin(NodeId) {}
};

class StepTrace {
 public:
  static constexpr bool on = true;

  explicit StepTrace(std::size_t nodes) : steps_(nodes) {}

  void begin(NodeId node) { current_ = &steps_[node.index()]; }
  Step& add(StepKind kind, const cpp_rational& amount = {}) {
    Step& step = current_->emplace_back();
    step.kind = kind;
    step.amount = rational(amount);
    return step;
  }
  static Rational rational(const cpp_rational& value) { return Rational(Rational::Impl{value}); }

  Derivation finish(std::vector<Rational> values) {
    std::vector<Step> all;
    std::vector<std::uint32_t> first{0};
    for (std::vector<Step>& steps : steps_) {
      for (Step& step : steps) all.push_back(std::move(step));
      first.push_back(static_cast<std::uint32_t>(all.size()));
    }
    return {std::move(all), std::move(first), std::move(values)};
  }

 private:
  std::vector<std::vector<Step>> steps_;
  std::vector<Step>* current_ = nullptr;
};

}  // namespace aedile::detail
