// What ladders of tickets and of units are checked for alike.
#pragma once

#include <string>
#include <unordered_set>

#include "aedile/calendar/duration.h"
#include "core/report.h"
#include "core/texts.h"
#include "rectification/messages_ladder.h"

namespace aedile::detail {

/// No step is further away.
inline constexpr std::int64_t longest_step_days = 3660;

/// A length from 0 (from 1 day or second, where `positive`) to ten years.
void check_step_length(const Duration& length, bool positive, Report& report);

/// Checks what both have: id, title, and steps with codes of their own, words, and time for an answer. What is a kind's
/// own in a step is for `check_at(step, report)`.
template <class Ladder, class CheckAt>
Diagnostics check_ladder(const Ladder& ladder, CheckAt check_at) {
  Report report;
  {
    const auto inside = report.at("id");
    check_name("id", ladder.id, report);
  }
  check_local_text("title", ladder.title, report);
  if (ladder.steps.empty()) report.at("steps").error(messages::no_ladder_steps);
  std::unordered_set<std::string> codes;
  for (std::size_t i = 0; i < ladder.steps.size(); ++i) {
    const auto inside = report.at("steps", i);
    const auto& step = ladder.steps[i];
    {
      const auto code = report.at("code");
      check_name("code", step.code, report);
      if (!codes.insert(step.code).second) report.error(messages::duplicate_ladder_step, {step.code});
    }
    check_local_text("title", step.title, report);
    check_local_text("clause", step.clause, report);
    check_at(step, report);
    if (step.answer_within) {
      const auto within = report.at("answer_within");
      check_step_length(*step.answer_within, true, report);
    }
  }
  return report.take();
}

}  // namespace aedile::detail
