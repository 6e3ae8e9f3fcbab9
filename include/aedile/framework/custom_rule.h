#pragma once
/// The extension point in C++ for what the closed set of rules still lacks. A scheme names it,
///   {"kind": "custom", "name": "noise_limit", "parameters": {"limit": "55"}}
/// and the program that compiles the scheme supplies it:
///   CustomRules rules;
///   rules.add("noise_limit", std::make_shared<NoiseLimit>());
///   compile(framework, rules);
/// A scheme that can do without should.

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aedile/core/rational.h"
#include "aedile/framework/observation.h"

namespace aedile {

/// (name, text), in the order written.
using CustomParameters = std::vector<std::pair<std::string, std::string>>;

/// The observations of one item at one visit, sorted by row.
struct CustomInput {
  Points full_marks;  ///< of the item
  const CustomParameters& parameters;
  const Visit& visit;
  std::span<const Finding> findings;
  std::span<const Reading> readings;
  std::span<const Check> checks;
};

/// The mark before deductions; not observed without one.
struct CustomMark {
  std::optional<Rational> mark;
  LocalText ground;  ///< one sentence for the derivation
};

/// What a program supplies under a name.
class CustomRule {
 public:
  virtual ~CustomRule() = default;
  /// The readings the rule uses, in the order of Reading::name.
  virtual std::vector<std::string> readings(const CustomParameters& parameters) const = 0;
  /// Problems of the parameters, as sentences; empty if there are none.
  virtual std::vector<std::string> check(const CustomParameters& parameters) const = 0;
  /// Must depend on its input alone, and be safe to call from several threads.
  virtual CustomMark mark(const CustomInput& input) const = 0;
};

/// The rules a program supplies, by name. Read by `compile` alone; what is compiled keeps the rules it uses.
class CustomRules {
 public:
  /// Throws ContractError if the name is taken or the rule is null.
  void add(std::string name, std::shared_ptr<const CustomRule> rule);
  /// Null if there is none.
  std::shared_ptr<const CustomRule> find(std::string_view name) const;

 private:
  std::map<std::string, std::shared_ptr<const CustomRule>, std::less<>> rules_;
};

}  // namespace aedile
