#pragma once
/// What happened to a ticket: all that is ever known of it. A ticket is a fold over its events (ticket.h).
///
///   {.ticket = "T-0012", .number = 3, .happened = at_ten, .recorded = at_noon, .kind = CommandKind::report_done,
///    .command = "report", .actor = {"li", "cleaning"}, .role = "unit", .from = "due", .to = "done",
///    .evidence = {{photograph}}, .doers = {{"li", "cleaning"}}}
///
/// An event says what became of the command, too: the new state, who is a doer since, which deadlines are set, under
/// which version of which calendar. So nothing needs to be worked out again when events are read back, and a calendar
/// that is replaced moves nothing. Not for commands (ticket_command.h), which may be refused; an event has happened.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aedile/calendar/deadline.h"
#include "aedile/calendar/working_calendar.h"
#include "aedile/core/date.h"
#include "aedile/core/shared.h"
#include "aedile/inspection/evidence.h"
#include "aedile/rectification/workflow.h"

namespace aedile {

/// Whoever acts, and the unit they act for.
struct Person {
  std::string id{};    ///< empty: the clock, or the engine
  std::string unit{};  ///< code
  friend bool operator==(const Person&, const Person&) = default;
};

/// Evidence, and when it came about: not when it was handed in.
struct TicketEvidence {
  Evidence file{};
  Instant taken{};
  friend bool operator==(const TicketEvidence&, const TicketEvidence&) = default;
};

/// A finding that a ticket is about: a visit and the number of the finding in it.
struct FindingReference {
  std::string visit{};
  std::uint32_t finding = 0;
  friend bool operator==(const FindingReference&, const FindingReference&) = default;
};

/// What a ticket is about. Codes are those of the framework, the organisation and the site ledger.
struct TicketSubject {
  std::string title{};
  std::string site{};
  std::string location{};  ///< within the site
  std::string site_class{};
  std::string item{};         ///< of the framework
  std::string fault_class{};  ///< 部件/事件 class, by which limits and look-back shares go
  std::string severity{};
  std::vector<FindingReference> findings{};
  friend bool operator==(const TicketSubject&, const TicketSubject&) = default;
};

enum class LinkKind {
  recurrence_of,    ///< the same fault at the same place came back after this ticket had ended
  propagated_from,  ///< 举一反三: a check caused by that ticket
  split_from,
  merged_into,
  took_in,
};
std::string_view to_string(LinkKind kind);
std::optional<LinkKind> parse_link_kind(std::string_view text);

struct TicketLink {
  LinkKind kind = LinkKind::recurrence_of;
  std::string ticket{};
  friend bool operator==(const TicketLink&, const TicketLink&) = default;
};

/// What only the first event of a ticket says.
struct TicketOpening {
  std::string workflow{};  ///< id
  std::string edition{};
  std::string calendar{};  ///< id of the calendar that its deadlines go by
  TicketSubject subject{};
  friend bool operator==(const TicketOpening&, const TicketOpening&) = default;
};

/// A deadline as it stands from an event on.
struct SetDeadline {
  std::string limit{};                  ///< code of the workflow's limit
  Shared<Deadline> deadline{};          ///< none: it stands still, or waits for an event without a date
  std::optional<TimeLimit> original{};  ///< where the limit begins or begins anew: its length
  std::vector<TimeLimit> added{};       ///< where it begins on a part: extensions that the whole had
  std::vector<WorkingSpan> pauses{};    ///< and its pauses
  friend bool operator==(const SetDeadline&, const SetDeadline&) = default;
};

/// What an event that decides says came of it.
enum class Outcome {
  pending,  ///< the next one is asked
  granted,
  refused,
};
std::string_view to_string(Outcome outcome);
std::optional<Outcome> parse_outcome(std::string_view text);

/// One event. Which members count depends on its kind; the others are empty.
struct TicketEvent {
  std::string ticket{};
  std::uint32_t number = 0;  ///< 1 for the first of the ticket, then without gaps
  Instant happened{};        ///< when it was so
  Instant recorded{};        ///< when it was written down; never earlier
  CommandKind kind = CommandKind::note;
  std::string command{};  ///< as the workflow calls it; empty where the engine itself acts
  Person actor{};
  std::string role{};  ///< in which the actor acted
  std::string from{};  ///< state; empty before the opening
  std::string to{};    ///< state
  std::string reason{};
  std::vector<TicketEvidence> evidence{};
  std::vector<std::string> criteria{};                      ///< ticked
  std::optional<std::string> assignee{};                    ///< from now on; "": nobody
  std::optional<std::string> unit{};                        ///< responsible from now on
  std::optional<Instant> until{};                           ///< end of an exemption or a suspension
  std::optional<TimeLimit> limit{};                         ///< of an extension: what is asked for
  std::optional<Outcome> outcome{};                         ///< of requests and decisions
  std::vector<Person> doers{};                              ///< who is a doer from now on
  std::vector<std::pair<std::string, TimeLimit>> limits{};  ///< limits of the ticket's own, from now on
  std::vector<SetDeadline> deadlines{};                     ///< those that this event sets or moves
  std::vector<TicketLink> links{};
  std::vector<Effect> effects{};
  std::string step{};               ///< of the ladder
  std::string notice{};             ///< number of the notice that goes out with it
  Shared<TicketOpening> opening{};  ///< the first event, and only that
  friend bool operator==(const TicketEvent&, const TicketEvent&) = default;
};

}  // namespace aedile
