// A workflow and a calendar as tables, for tickets in columns.
#pragma once

#include <cstdint>
#include <vector>

#include "aedile/rectification/bulk_tickets.h"

namespace aedile::detail {

/// What a transition does to the limit.
enum class ClockStep : std::uint8_t { keep, pause, resume, meet };

/// What a command does in a state.
struct TicketStep {
  static constexpr std::uint8_t none = 0xFF;  // there is no transition

  std::uint8_t to = none;
  EventArgument argument = EventArgument::none;
  ClockStep clock = ClockStep::keep;
  bool extends = false;
  bool counts_extensions = false;  ///< only while one is left
  bool before_deadline = false;    ///< only while it is not over
};

struct TicketDay {
  std::uint16_t working = 0;  ///< working days from the first day up to this one
  std::uint16_t month = 0;    ///< from that of the first day
  /// From this minute on the day is counted whatever the ticket does afterwards; 0 where it never matters.
  std::uint16_t closing = 0;
};

struct TicketTables {
  std::uint32_t states = 0;
  std::uint32_t commands = 0;         ///< of the layout
  std::vector<TicketStep> steps;      ///< state after state, and a last one of rejected tickets, which has none
  std::vector<LimitClock> clocks;     ///< by state
  std::uint8_t opened_in = 0;         ///< state
  std::vector<std::uint16_t> limits;  ///< working days by priority, at least one
  std::uint32_t most_extensions = 0;
  bool by_day = false;
  bool has_arguments = false;
  std::vector<TicketDay> days;
  std::vector<std::uint16_t> day_of_working;  ///< of the n-th working day, from 1; [0] is not used

  std::uint32_t working_days() const { return static_cast<std::uint32_t>(day_of_working.size() - 1); }
};

/// Errors: those of BulkTickets::create.
Diagnostics lower_tickets(const CompiledWorkflow& workflow, const WorkingCalendar& calendar, const TicketLayout& layout,
                          TicketTables& tables);

}  // namespace aedile::detail
