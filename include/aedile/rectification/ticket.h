#pragma once
/// A ticket (整改工单): the rectification of one or more findings, from its opening to its ending.
///
///   Ticket ticket = Ticket::opened(loop, events[0]).value();
///   for (const TicketEvent& event : events.subspan(1)) ticket.apply(event);
///   ticket.state() == loop.find_state("done");
///   ticket.is_doer("li");                                        // who therefore cannot verify it
///   ticket.next_due() == at("2026-03-09T18:00:00+08:00");
///
/// It holds nothing that its events do not say, so the same events give the same ticket. What depends on the time that
/// is asked about, such as whether a suspension is over, takes that time.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aedile/calendar/working_calendar.h"
#include "aedile/rectification/compiled_workflow.h"
#include "aedile/rectification/ticket_event.h"

namespace aedile {

/// One of the ticket's limits.
struct TicketLimit {
  LimitId limit{};
  Shared<Deadline> deadline{};            ///< as it stands; none while nobody knows
  Shared<Deadline> last{};                ///< that was set last: its calendar's version goes on
  Instant started{};                      ///< when it began, or began anew
  TimeLimit original{};                   ///< its length, without extensions
  std::vector<TimeLimit> added{};         ///< by extensions, in order
  std::vector<WorkingSpan> pauses{};      ///< that have ended, or end at a known time
  std::optional<Instant> stands_since{};  ///< the ticket is in a state in which it stands still
  std::optional<Instant> met{};           ///< when it was met, or its states were left last; none: it runs
  bool for_good = false;                  ///< met by its command
  bool late = false;                      ///< it was met after its deadline at least once: never taken back

  bool runs() const { return !met; }
  friend bool operator==(const TicketLimit&, const TicketLimit&) = default;
};

enum class RequestKind { extension, suspension, appeal };
std::string_view to_string(RequestKind kind);
std::optional<RequestKind> parse_request_kind(std::string_view text);

struct TicketRequest {
  RequestKind kind = RequestKind::extension;
  Person by{};
  Instant at{};
  std::string reason{};
  std::optional<TimeLimit> limit{};  ///< of an extension
  std::optional<Instant> until{};    ///< of a suspension
  std::uint32_t level = 0;           ///< position in RequestRules::approvals of whoever is asked next
  std::vector<std::string> approved_by{};
  friend bool operator==(const TicketRequest&, const TicketRequest&) = default;
};

class Ticket {
 public:
  /// From its first event. Errors: event_no_opening, event_other_workflow, and those of `apply`.
  static Result<Ticket> opened(const CompiledWorkflow& workflow, const TicketEvent& event);
  /// The next event. Errors, as the diagnostics returned, and nothing is changed: event_number (not the next one),
  /// event_state (it begins elsewhere), event_unknown_state, event_unknown_limit, event_order (of the two times).
  Diagnostics apply(const TicketEvent& event);

  const std::string& id() const { return id_; }
  const CompiledWorkflow& workflow() const { return workflow_; }
  const TicketOpening& opening() const { return *opening_; }
  const TicketSubject& subject() const { return opening_->subject; }
  const std::string& unit() const { return unit_; }          ///< responsible
  const std::string& assignee() const { return assignee_; }  ///< handler; "": nobody
  StateId state() const { return state_; }
  const std::string& state_code() const { return workflow_.state(state_).code; }
  std::optional<Ending> ending() const { return workflow_.state(state_).ending; }
  bool has_ended() const { return ending().has_value(); }
  std::uint32_t events() const { return events_; }  ///< how many
  Instant opened_at() const { return opened_at_; }
  Instant changed_at() const { return changed_at_; }             ///< when the last event happened
  Instant recorded_at() const { return recorded_at_; }           ///< when it was recorded
  std::optional<Instant> ended_at() const { return ended_at_; }  ///< when it ended last; kept when it is reopened
  std::optional<Instant> issued_at() const { return issued_at_; }

  /// Since when there is something to verify: when it was opened, reported done, found wanting, ended, reopened or took
  /// in another ticket, whichever came last. Evidence of a verification is newer.
  Instant to_verify_since() const { return to_verify_since_; }
  /// Number of the event by which it ended last; 0 if it never did.
  std::uint32_t ended_with() const { return ended_with_; }
  /// Number of the event with which a file was first handed in; 0 if none was. mark: the first 16 hex digits of its
  /// SHA-256, as a number.
  std::uint32_t handed_in_with(std::uint64_t mark) const;

  /// Everyone who started, handled or reported any of the work, also of tickets merged into it or that it was split
  /// from; sorted by id.
  const std::vector<Person>& doers() const { return doers_; }
  /// Ids that differ only in case, width, composition, invisible characters or blanks around name one person, one unit.
  bool is_doer(std::string_view person) const;
  bool is_unit_of_doer(std::string_view unit) const;

  /// Counters: none ever falls.
  std::uint32_t rework() const { return rework_; }  ///< failed verifications
  std::uint32_t returns() const { return returns_; }
  std::uint32_t reopenings() const { return reopenings_; }
  std::uint32_t granted(RequestKind kind) const { return granted_[static_cast<std::size_t>(kind)]; }
  std::uint32_t appeals() const { return appeals_; }  ///< made, whatever came of them
  bool came_by_return() const { return returned_; }   ///< and was not redirected since
  /// A verification failed since the ticket ended last.
  bool failed_since_end() const { return failed_since_end_; }

  /// The request of that kind that waits for a decision; nullptr if there is none.
  const TicketRequest* request(RequestKind kind) const;
  /// The end of the suspension, which ends by itself.
  std::optional<Instant> suspended_until() const { return suspended_until_; }
  bool suspended(Instant as_of) const { return suspended_until_ && as_of < *suspended_until_; }
  std::optional<Instant> exempt_until() const { return exempt_until_; }

  const std::vector<TicketLimit>& limits() const { return limits_; }  ///< those that have begun
  /// Limits of this ticket's own, by their codes: they count instead of the workflow's when they begin.
  const std::vector<std::pair<std::string, TimeLimit>>& own_limits() const { return own_limits_; }
  /// The earliest deadline of those that run; nothing if none does.
  std::optional<Instant> next_due() const;
  /// Whether a limit that runs is over.
  bool overdue(Instant as_of) const { return next_due() && *next_due() < as_of; }
  /// Whether any limit was not kept: the plain fact, which no appeal takes back.
  bool was_late() const;
  /// An appeal against that was accepted: statistics leave it out.
  bool lateness_exempt() const { return lateness_exempt_; }

  const std::vector<TicketLink>& links() const { return links_; }
  const std::vector<std::string>& steps() const { return steps_; }  ///< of the ladder, in order

  friend bool operator==(const Ticket&, const Ticket&) = default;

 private:
  struct HandedIn {
    std::uint64_t mark = 0;
    std::uint32_t event = 0;
    friend bool operator==(const HandedIn&, const HandedIn&) = default;
  };

  explicit Ticket(const CompiledWorkflow& workflow) : workflow_(workflow) {}
  Diagnostics unfit(const TicketEvent& event, StateId to) const;
  void fold(const TicketEvent& event, StateId to);
  void fold_kind(const TicketEvent& event);
  void fold_evidence(const TicketEvent& event);
  void fold_limits(const TicketEvent& event, StateId to);
  void fold_request(RequestKind kind, const TicketEvent& event);

  CompiledWorkflow workflow_;
  std::string id_;
  Shared<TicketOpening> opening_;
  std::string unit_;
  std::string assignee_;
  StateId state_;
  std::uint32_t events_ = 0;
  Instant opened_at_;
  Instant changed_at_;
  Instant recorded_at_;
  std::optional<Instant> ended_at_;
  std::optional<Instant> issued_at_;
  Instant to_verify_since_;
  std::uint32_t ended_with_ = 0;
  std::vector<HandedIn> handed_in_;  ///< each file once
  std::vector<Person> doers_;
  std::uint32_t rework_ = 0;
  std::uint32_t returns_ = 0;
  std::uint32_t reopenings_ = 0;
  std::uint32_t appeals_ = 0;
  std::array<std::uint32_t, 3> granted_{};
  bool returned_ = false;
  bool failed_since_end_ = false;
  bool lateness_exempt_ = false;
  std::vector<TicketRequest> requests_;  ///< that are open: at most one of a kind
  std::optional<Instant> suspended_until_;
  std::optional<Instant> exempt_until_;
  std::vector<TicketLimit> limits_;
  std::vector<std::pair<std::string, TimeLimit>> own_limits_;
  std::vector<TicketLink> links_;
  std::vector<std::string> steps_;
};

}  // namespace aedile
