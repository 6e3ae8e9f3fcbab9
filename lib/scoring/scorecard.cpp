#include "aedile/scoring/scorecard.h"

namespace aedile {

std::string_view to_string(Status status) {
  switch (status) {
    case Status::scored:
      return "scored";
    case Status::not_applicable:
      return "not_applicable";
    case Status::not_observed:
      break;
  }
  return "not_observed";
}

bool operator==(const Scorecard& a, const Scorecard& b) {
  return a.marks_ == b.marks_ && a.possible_ == b.possible_ && a.completion_ == b.completion_ &&
         a.grades_ == b.grades_ && a.status_ == b.status_ && a.ignored_findings_ == b.ignored_findings_;
}

std::span<const Step> Derivation::steps(NodeId node) const {
  const Nodes& nodes = with(node);
  const std::size_t place = nodes.place[node.index()];
  return std::span(nodes.steps).subspan(nodes.first[place], nodes.first[place + 1] - nodes.first[place]);
}

const Rational& Derivation::value(NodeId node) const {
  const Nodes& nodes = with(node);
  return nodes.values[nodes.place[node.index()]];
}

std::string_view to_string(StepKind kind) {
  static constexpr std::string_view names[] = {
      "start",         "occurrence",     "forgiven",     "divided",   "scaled",      "capped",     "whole_item",
      "duplicate",     "modifier",       "reading",      "check",     "band",        "rate",       "interval_low",
      "interval_high", "expected",       "letter",       "custom",    "gate_closed", "aimed",      "base",
      "part",          "missing_part",   "renormalised", "part_sum",  "combined",    "degenerate", "adds",
      "deducts",       "clamp_low",      "clamp_high",   "penalty",   "ceiling",     "rounded",    "grade",
      "grade_ceiling", "not_applicable", "not_observed", "not_scored"};
  static_assert(std::size(names) == static_cast<std::size_t>(StepKind::not_scored) + 1);
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace aedile
