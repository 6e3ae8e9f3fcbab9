// The comparison with official scores: how many agree, and why the first ones do not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aedile/console.h"
#include "aedile/input.h"
#include "aedile/io/scores_csv.h"

namespace aedile::tool {

class Expectation {
 public:
  /// Differences beyond `limit` are counted only. Throws FileFailure.
  Expectation(const std::string& file, std::size_t limit, ProblemLog& log);
  bool ok() const { return agreement_.ok(); }
  /// A visit that differs is scored again with its derivation, if it is among the first.
  void compare(const Editions& editions, const ScoreOptions& options, Language language, const VisitRow& row,
               const ScoredVisit& scored);
  const Agreement& agreement() const { return agreement_; }
  bool reached(std::optional<std::uint64_t> wanted) const {
    return agreement_.agreeing() >= wanted.value_or(agreement_.official());
  }
  void print(std::ostream& out, const Console& console) const;
  /// The member "agreement" of the object that is open.
  void write(JsonWriter& json) const;

 private:
  struct Shown {
    std::string visit;
    Agreement::Difference difference;
    std::string explanation;
  };
  InputFile file_;
  std::size_t limit_;
  Agreement agreement_;
  std::vector<Shown> shown_;
};

}  // namespace aedile::tool
