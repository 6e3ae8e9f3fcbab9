#pragma once
/// Names of the things that an explanation speaks of, in the reader's language: nodes, findings, attributes, ranges.

#include <string>
#include <vector>

#include "aedile/scoring/scorecard.h"
#include "scoring/explain_numbers.h"
#include "scoring/messages_explain.h"

namespace aedile::detail {

/// What every sentence may look at.
struct Scene {
  const CompiledFramework& framework;
  const VisitRecord& visit;
  Language language;
  const Scorecard* card = nullptr;  ///< with it, sentences name the marks of other nodes
};

inline std::string say(const Scene& scene, const Message& message, std::vector<std::string> arguments = {}) {
  return Text(message, std::move(arguments)).in(scene.language);
}

/// "a, b, c" or "a、b、c".
std::string listed(const Scene& scene, const std::vector<std::string>& words);
/// "a or b or c", "a或b或c".
std::string alternatives(const Scene& scene, const std::vector<std::string>& words);
/// "what: that".
std::string with_colon(const Scene& scene, const std::string& what, const std::string& that);
std::string in_parentheses(const Scene& scene, const std::string& text);

/// "1.2 Streets are clean".
std::string name_of(const Scene& scene, NodeId node);
/// "4.5 / 6", "15" without full marks, "not applicable". Needs the card.
std::string mark_of(const Scene& scene, NodeId node);
/// The two together, as far as known.
std::string name_and_mark(const Scene& scene, NodeId node);
/// "B (good)".
std::string name_of(const Scene& scene, const Grade& grade);
std::string name_of(const Scene& scene, Status status);
std::string name_of(const Scene& scene, CheckResult result);
std::string name_of(const Scene& scene, Rounding mode);
/// "a whole number", "2 decimals".
std::string name_of_places(const Scene& scene, int places);
/// "units inspected", the title of a visit attribute, or its name.
std::string name_of_visit_attribute(const Scene& scene, const std::string& name);
std::string name_of_attribute(const Scene& scene, const std::string& name);

/// "Finding 3", counted from 1 in the order of the record.
std::string number_of_finding(const Scene& scene, std::uint32_t row);
/// "Finding 3 “litter by the bench” (serious, repeat), north gate".
std::string describe_finding(const Scene& scene, std::uint32_t row);
/// "serious, repeat": what a filter asks for; "every finding" if it asks for nothing.
std::string describe(const Scene& scene, const Filter& filter);

/// The record's entry that a row refers to. Throws ContractError if the record has no such row: then it is not the one
/// that was scored.
const FindingRecord& finding_at(const VisitRecord& visit, std::uint32_t row);
const ReadingRecord& reading_at(const VisitRecord& visit, std::uint32_t row);
const CheckRecord& check_at(const VisitRecord& visit, std::uint32_t row);

/// "at least 75 and below 90"; "" if unbounded.
template <class T>
std::string describe(const Scene& scene, const Range<T>& range) {
  std::string text;
  const auto add = [&](const std::optional<T>& edge, const Message& message) {
    if (!edge) return;
    const std::string one = say(scene, message, {written(*edge)});
    text = text.empty() ? one : say(scene, messages::explain_and, {text, one});
  };
  add(range.at_least, messages::explain_at_least);
  add(range.above, messages::explain_above);
  add(range.at_most, messages::explain_at_most);
  add(range.below, messages::explain_below);
  return text;
}

}  // namespace aedile::detail
