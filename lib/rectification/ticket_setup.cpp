#include "rectification/ticket_setup.h"

#include <algorithm>
#include <limits>

#include "aedile/rectification/setup_lookup.h"

namespace aedile::detail {

const WorkingCalendar* KnownCalendar::at(Instant instant) const {
  const auto after = std::upper_bound(known_from.begin(), known_from.end(), instant);
  if (after == known_from.begin()) return nullptr;
  return &history->versions()[static_cast<std::size_t>(after - known_from.begin()) - 1];
}

SetupIndex::SetupIndex(std::shared_ptr<const TicketSetup> kept) : setup(std::move(kept)) {
  if (setup->calendars.empty()) throw ContractError("TicketSetup: no calendar");
  for (const CalendarHistory& history : setup->calendars) {
    KnownCalendar known{&history, {}};
    for (const WorkingCalendar& version : history.versions()) {
      known.known_from.push_back(version.known_from()
                                     ? version.zone().instant(*version.known_from(), std::chrono::seconds(0))
                                     : Instant(std::chrono::sys_seconds::min()));
    }
    if (!calendars.emplace(history.id(), std::move(known)).second) {
      throw ContractError("TicketSetup: two calendars \"" + history.id() + "\"");
    }
  }
  for (std::size_t i = 0; i < setup->workflows.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const CompiledWorkflow& a = setup->workflows[i];
      const CompiledWorkflow& b = setup->workflows[j];
      if (a.id() == b.id() && a.edition() == b.edition()) {
        throw ContractError("TicketSetup: two workflows \"" + a.id() + "\" in edition \"" + a.edition() + "\"");
      }
    }
  }
}

const CompiledWorkflow* SetupIndex::workflow(std::string_view id, std::string_view edition) const {
  return find_workflow(*setup, id, edition);
}

const KnownCalendar* SetupIndex::calendar(std::string_view id) const {
  const auto found = calendars.find(id);
  return found == calendars.end() ? nullptr : &found->second;
}

const std::string& SetupIndex::calendar_of(std::string_view unit) const {
  if (!setup->calendar_of_unit.empty()) {
    const auto found = setup->calendar_of_unit.find(std::string(unit));
    if (found != setup->calendar_of_unit.end()) return found->second;
  }
  return setup->calendar.empty() ? setup->calendars.front().id() : setup->calendar;
}

}  // namespace aedile::detail
