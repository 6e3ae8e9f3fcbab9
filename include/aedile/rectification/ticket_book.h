#pragma once
/// All tickets of a set of workflows: commands in, events out.
///
///   TicketBook book(setup);
///   const auto opened = book.carry_out(issue);             // Result<std::vector<TicketEvent>>, already applied
///   const auto events = book.decide(report);               // or only asked for: the book is as it was …
///   journal.append(*events);
///   for (const TicketEvent& event : *events) book.apply(event);   // … until the events are applied
///   book.due(friday).front().ticket == "T-0012";
///
/// A book is a fold over events, as a ticket is: whoever applies the same events in the order in which they were
/// recorded has the same book, and applying those recorded up to an instant gives the book as of that instant. It is a
/// value and knows nothing of files; a journal keeps the events.
///
/// `may`, `allowed`, `decide` and `carry_out` are one evaluation.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aedile/calendar/calendar_history.h"
#include "aedile/core/result.h"
#include "aedile/rectification/ladder.h"
#include "aedile/rectification/ticket.h"
#include "aedile/rectification/ticket_command.h"

namespace aedile {

/// What tickets go by. Immutable once a book has it.
struct TicketSetup {
  std::vector<CompiledWorkflow> workflows{};  ///< editions of one id in their order: the last is the latest
  std::vector<CalendarHistory> calendars{};
  std::map<std::string, std::string> calendar_of_unit{};  ///< unit → id of a calendar
  std::string calendar{};                                 ///< of all other units; empty: the first
  std::vector<Event> events{};                            ///< meetings and the like, for limits before an event
  std::optional<Ladder> ladder{};                         ///< whose steps commands of kind escalate may name
};

/// A deadline that is coming or has passed.
struct DueTicket {
  std::string ticket{};
  std::string limit{};  ///< code
  Instant due{};
  bool overdue = false;
  friend bool operator==(const DueTicket&, const DueTicket&) = default;
};

namespace detail {
struct SetupIndex;
}

class TicketBook {
 public:
  /// Throws ContractError for two workflows of one id and edition, two calendars of one id, no calendar.
  explicit TicketBook(TicketSetup setup);
  explicit TicketBook(std::shared_ptr<const TicketSetup> setup);

  const TicketSetup& setup() const;
  /// Other calendars, events or further workflows from now on: what has happened stays. Throws ContractError where a
  /// workflow that a ticket goes by is missing.
  void use(std::shared_ptr<const TicketSetup> setup);
  std::size_t size() const { return tickets_.size(); }
  /// In the order in which they were opened.
  const std::deque<Ticket>& tickets() const { return tickets_; }
  /// nullptr if there is none of that id.
  const Ticket* find(std::string_view ticket) const;

  /// Whether the command would be carried out.
  TicketPermission may(const TicketCommand& command) const;
  /// All that this actor may do with the ticket at that time, if the particulars are given.     Errors: no_such_ticket.
  Result<std::vector<AllowedCommand>> allowed(std::string_view ticket, const TicketActor& actor, Instant as_of) const;

  /// What the command would make happen: its event, those of other tickets that it touches, and those that follow by
  /// themselves.     Errors: those that `may` gives.
  Result<std::vector<TicketEvent>> decide(const TicketCommand& command) const;
  /// The same, applied.
  Result<std::vector<TicketEvent>> carry_out(const TicketCommand& command);
  /// An event that has happened. Errors, as the diagnostics returned, and nothing is changed: no_such_ticket,
  /// duplicate_ticket, unknown_workflow, and those of Ticket::apply.
  Diagnostics apply(const TicketEvent& event);
  /// What `apply` would say of these events, one after the other; nothing is changed.
  Diagnostics fits(std::span<const TicketEvent> events) const;

  /// What has come about by time alone until `as_of`: exemptions that are over and whatever the workflows leave to the
  /// clock. Each happened when its time came. A deadline that no calendar gives yet waits for `revised`: no error.
  Result<std::vector<TicketEvent>> elapsed(Instant as_of) const;
  /// Deadlines that move because a version of their calendar became known, or an event got its date or another one, by
  /// the workflow's policy: one event a ticket. None: nothing moves. What cannot be computed stays as it is.
  Result<std::vector<TicketEvent>> revised(Instant as_of) const;

  /// Deadlines of limits that run, up to `until`, by time, then by ticket; those before `as_of` are overdue.
  /// Cost: O(tickets with such deadlines, and with any on the day of `until`).
  std::vector<DueTicket> due(Instant as_of, std::optional<Instant> until = {}) const;

  /// What became of this ticket is not known from now on: it is none of the book's any more, and no other gets its id.
  /// since: where a journal holds the event that is gone.     Cost: O(tickets).
  void forget(std::string_view ticket, std::uint64_t since);
  /// Such tickets, and since when.
  const std::map<std::string, std::uint64_t, std::less<>>& forgotten() const { return forgotten_; }

  /// Tickets split from that one, but for those that were forgotten.
  std::vector<std::string> parts_of(std::string_view ticket) const;

  friend bool operator==(const TicketBook& a, const TicketBook& b) { return a.tickets_ == b.tickets_; }

 private:
  /// Where a ticket of that id stands, or would: its slot.
  std::size_t slot_of(std::string_view ticket, std::uint32_t hash) const;
  void add(Ticket ticket);
  /// As a new one that is found, has its deadlines and is a part of its whole.
  void take(Ticket ticket);
  void index(std::size_t position, std::optional<Instant> due_before);

  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  std::shared_ptr<const detail::SetupIndex> setup_;
  std::deque<Ticket> tickets_;
  /// Positions of tickets by the hashes of their ids, in the slot that the hash names or the next free one; at least
  /// half are free. A book is asked for an id with every command and every event: this way it looks at two places.
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t ticket = 0;  ///< its position + 1; 0: free
  };
  std::vector<Slot> by_id_ = std::vector<Slot>(16);
  /// Tickets with a deadline that runs, by the day of the earliest, and the place of each within its day.
  std::map<std::chrono::sys_days, std::vector<std::size_t>> by_due_;
  std::vector<std::size_t> place_;
  std::unordered_map<std::string, std::vector<std::size_t>, TextHash, std::equal_to<>> parts_;
  std::map<std::string, std::uint64_t, std::less<>> forgotten_;
};

/// The book after these events. With `recorded_until`, only those recorded by then count, with `happened_until` only
/// those that had happened by then: the book as of these times. Errors: those of `apply`, at the first.
Result<TicketBook> replay(std::shared_ptr<const TicketSetup> setup, std::span<const TicketEvent> events,
                          std::optional<Instant> recorded_until = {}, std::optional<Instant> happened_until = {});

}  // namespace aedile
