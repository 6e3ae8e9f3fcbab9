// What tickets go by, found by name in constant time.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aedile/rectification/ticket_book.h"

namespace aedile::detail {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// A calendar with the instants from which its versions were known.
struct KnownCalendar {
  const CalendarHistory* history = nullptr;
  std::vector<Instant> known_from;

  /// nullptr before the first.
  const WorkingCalendar* at(Instant instant) const;
};

struct SetupIndex {
  explicit SetupIndex(std::shared_ptr<const TicketSetup> kept);

  /// An empty edition: the latest. nullptr if there is none.
  const CompiledWorkflow* workflow(std::string_view id, std::string_view edition) const;
  const KnownCalendar* calendar(std::string_view id) const;
  /// The id of the calendar of a unit.
  const std::string& calendar_of(std::string_view unit) const;

  std::shared_ptr<const TicketSetup> setup;
  ByText<KnownCalendar> calendars;
};

}  // namespace aedile::detail
