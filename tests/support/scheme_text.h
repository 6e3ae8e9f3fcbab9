#pragma once
// Schemes written as data inside a test, and visits to score by them. Every score that comes back has been compared
// with the oracle's, node by node.
//
//   const Scheme scheme(R"({"code": "total", "full_marks": 10, "rules": [{"kind": "deduction", "points": 2}]})");
//   Seen seen;
//   seen.finding("total", 2);
//   scheme.mark(seen) == "6"

#include <gtest/gtest.h>

#include <string>

#include "aedile/io/framework_json.h"
#include "aedile/scoring/scorer.h"
#include "support/oracle.h"

namespace aedile::test {

/// A visit, put together in one line each.
class Seen {
 public:
  Seen& finding(std::string item, std::uint32_t count = 1, AttributeTexts attributes = {}) {
    FindingRecord record;
    record.item = std::move(item);
    record.count = count;
    record.attributes = std::move(attributes);
    visit.findings.push_back(std::move(record));
    return *this;
  }
  Seen& reading(std::string item, std::string name, std::string value, AttributeTexts attributes = {}) {
    ReadingRecord record;
    record.item = std::move(item);
    record.name = std::move(name);
    record.value = std::move(value);
    record.attributes = std::move(attributes);
    visit.readings.push_back(std::move(record));
    return *this;
  }
  Seen& check(std::string item, CheckResult result, std::string criterion = {}, AttributeTexts attributes = {}) {
    CheckRecord record;
    record.item = std::move(item);
    record.criterion = std::move(criterion);
    record.result = result;
    record.attributes = std::move(attributes);
    visit.checks.push_back(std::move(record));
    return *this;
  }
  Seen& attribute(std::string name, std::string value) {
    visit.attributes.emplace_back(std::move(name), std::move(value));
    return *this;
  }

  VisitRecord visit;
};

class Scheme {
 public:
  /// `root` is the root as JSON; `more` other members of the framework, each ended by a comma.
  explicit Scheme(const std::string& root, const std::string& more = "") : program_(compiled(root, more)) {}

  const CompiledFramework& program() const { return program_; }

  /// With derivation, and equal to the oracle's.
  Scorecard score(const Seen& seen) const {
    Result<Scorecard> card = aedile::score(program_, seen.visit, Derive::yes);
    if (!card) throw std::runtime_error(card.diagnostics().to_string());
    const OracleCard expected = oracle_score(program_.source(), seen.visit);
    EXPECT_EQ(differences(program_, *card, expected), "");
    return std::move(card).value();
  }

  /// The mark of a node as text, the total's where none is named; its status where it has no mark.
  std::string mark(const Seen& seen, const std::string& code = "") const {
    const Scorecard card = score(seen);
    const NodeId node = code.empty() ? program_.root() : program_.find(code).value();
    const std::optional<Points> mark = card.mark(node);
    return mark ? mark->to_string() : std::string(to_string(card.status(node)));
  }

  /// The code of a node's grade, "" without one.
  std::string grade(const Seen& seen, const std::string& code = "") const {
    const Scorecard card = score(seen);
    const NodeId node = code.empty() ? program_.root() : program_.find(code).value();
    const GradeIndex grade = card.grade(node);
    return grade == no_grade ? "" : program_.grades(node)[grade].code;
  }

 private:
  static CompiledFramework compiled(const std::string& root, const std::string& more) {
    const std::string text = R"({"aedile": "framework/1", "id": "test", "edition": "1", "title": "test", )" + more +
                             "\"root\": " + root + "}";
    Result<Framework> framework = read_framework(text, "scheme");
    if (!framework) throw std::runtime_error(framework.diagnostics().to_string());
    Result<CompiledFramework> program = compile(std::move(framework).value());
    if (!program) throw std::runtime_error(program.diagnostics().to_string());
    return std::move(program).value();
  }

  CompiledFramework program_;
};

}  // namespace aedile::test
