#pragma once
/// What somebody wants to do with a ticket, and the answer.
///
///   TicketCommand report{.command = "report", .ticket = "T-0012", .actor = {{"li", "cleaning"}, {"unit"}}};
///   report.happened = report.recorded = at_ten;
///   book.may(report).allowed == false;             // ticket_book.h
///   // T-0012: "report" takes evidence, at least one piece with its SHA-256 [ticket_field]
///
/// A refusal names everything that stands in the way at once, guards and particulars.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aedile/rectification/ticket_event.h"

namespace aedile {

struct TicketActor {
  Person person{};
  std::vector<std::string> roles{};  ///< codes of the workflow
  friend bool operator==(const TicketActor&, const TicketActor&) = default;
};

/// A part of a ticket that becomes a ticket of its own.
struct TicketPart {
  std::string ticket{};  ///< its id
  std::string unit{};    ///< responsible; empty: that of the whole
  TicketSubject subject{};
  friend bool operator==(const TicketPart&, const TicketPart&) = default;
};

/// Which members count depends on the command.
struct TicketCommand {
  std::string command{};  ///< as the workflow calls it
  std::string ticket{};   ///< its id; of an opening, the new one
  TicketActor actor{};
  Instant happened{};
  Instant recorded{};
  std::string reason{};
  std::vector<TicketEvidence> evidence{};
  std::vector<std::string> criteria{};
  std::optional<std::string> assignee{};
  std::optional<std::string> unit{};
  std::optional<Instant> until{};
  std::optional<bool> decision{};
  std::optional<TimeLimit> limit{};
  std::string into{};
  std::vector<TicketPart> parts{};
  std::string step{};               ///< of the ladder
  std::string notice{};             ///< of an opening or an issue: the number of the notice that goes out
  std::vector<TicketLink> links{};  ///< of an opening
  /// Of an opening, an issue or an assignment: limits of this ticket by their codes, instead of the workflow's.
  std::vector<std::pair<std::string, TimeLimit>> limits{};
  std::optional<TicketOpening>
      opening{};  ///< of an opening; an empty edition: the latest, an empty calendar: the unit's
  friend bool operator==(const TicketCommand&, const TicketCommand&) = default;
};

/// The answer to "may I?".
struct TicketPermission {
  bool allowed = false;
  std::vector<Guard> unmet{};    ///< guards that do not hold
  std::vector<Field> missing{};  ///< particulars that are not given
  Diagnostics why{};             ///< an error each, if refused
};

/// Something that somebody may do now if the particulars are given: what a form offers.
struct AllowedCommand {
  std::string command{};
  std::string to{};                ///< state that it leads to
  std::vector<Field> requires_{};  ///< particulars it takes
  friend bool operator==(const AllowedCommand&, const AllowedCommand&) = default;
};

}  // namespace aedile
