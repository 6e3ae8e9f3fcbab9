#pragma once
// Tickets in columns: the workflow of the shared workload W4 as data, and a table like it, the same on every machine.

#include <cstdint>
#include <span>
#include <vector>

#include "aedile/rectification/bulk_tickets.h"

namespace aedile::workload {

/// new –assign→ assigned –pause→ paused –resume→ assigned –close→ closed –reopen→ assigned; extended at most twice.
/// What the engine asks for besides (another person, evidence, reasons) is vouched for by the layout.
Workflow loop_workflow();
/// Priorities 0–3 with 1, 3, 7 and 15 working days; commands 0 assign, 1 pause, 2 resume, 3 extend, 4 close, 5 reopen.
TicketLayout loop_layout(Date first_day, std::size_t units, PauseDays pause_days);
/// Those days from the first on that are marked are working days.
WorkingCalendar calendar_of(Date first_day, std::span<const std::uint8_t> working);

struct TicketTable {
  explicit TicketTable(std::size_t tickets);
  TicketColumns ticket_columns() const { return {.opened = opened, .priority = priority, .unit = unit}; }
  TicketEventColumns event_columns() const {
    return {.ticket = ticket, .minute = minute, .command = command, .argument = argument};
  }

  std::vector<std::uint8_t> working;  ///< of 1,600 days
  std::vector<std::uint32_t> opened;
  std::vector<std::uint8_t> priority;
  std::vector<std::uint16_t> unit;  ///< of 50
  std::vector<std::uint32_t> ticket, minute;
  std::vector<std::uint8_t> command;
  std::vector<std::uint16_t> argument;
};

}  // namespace aedile::workload
