#pragma once
/// The ticket ledger (整改台账): everything that a journal says of tickets, folded.
///
///   const TicketLedger now = fold_tickets(JournalView::open("street.journal").value()).value();
///   now.book().find("T-0001")->state_code() == "look_back";
///   const TicketLedger then = fold_tickets(view, {.recorded = end_of_may}).value();       // what was known then
///   now.history("T-0001").size() == 3;                                                 // seqs of its events
///
/// A ledger holds nothing that the journal does not say: the same events give the same ledger. Events of other commands
/// than these two are not its business and are passed over:
///
///   command            subject         payload
///   regulations.adopt  "donghu 2026"   regulations/1, with everything written out (io/regulations_json.h)
///   ticket.<kind>      the ticket      an event of it (io/ticket_event_json.h)

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/journal/journal.h"
#include "aedile/rectification/notice.h"
#include "aedile/rectification/notice_number.h"
#include "aedile/rectification/regulations.h"
#include "aedile/rectification/ticket_book.h"

namespace aedile {

/// What others need of an event of a ticket whose payload may go: recorded before it goes (TicketJournal::forget).
struct KeptOfEvent {
  std::uint64_t seq = 0;  ///< of the event
  std::string notice{};   ///< number that it took
  std::string unit{};     ///< that it made responsible
  friend bool operator==(const KeptOfEvent&, const KeptOfEvent&) = default;
};

class TicketLedger {
 public:
  /// The next event of the journal. Where a payload is gone that is among `kept`, its ticket is forgotten
  /// (TicketBook::forgotten), and what still happens to it is passed over, but for the numbers of its notices. Errors,
  /// and nothing is changed: not_a_ticket_event (a payload that cannot be read), redacted_ticket_event (it is gone, and
  /// nobody consented), tickets_before_regulations, and those of TicketBook::apply, `adopt` and NoticeNumbers::apply;
  /// each names the seq.
  Diagnostics apply(const JournalEvent& event);
  /// What `apply` would say of these entries about tickets, one after the other, if they were read back; nothing is
  /// changed. Cost: some 8 µs an entry.
  Diagnostics would_take(std::span<const JournalEntry> entries) const;

  /// Nothing while no regulations have been adopted.
  const Adopted* regulations() const { return adopted_ ? &*adopted_ : nullptr; }
  /// That a payload may be gone. The consent is recorded later than the event, so it is told before that is applied.
  void keep(KeptOfEvent kept) { kept_.insert_or_assign(kept.seq, std::move(kept)); }
  /// By the seqs of the events.
  const std::map<std::uint64_t, KeptOfEvent>& kept() const { return kept_; }
  /// In the order of adoption.
  const std::vector<Regulations>& adopted() const { return all_; }
  /// Throws ContractError while no regulations have been adopted.
  const TicketBook& book() const;
  const NoticeNumbers& notices() const { return numbers_; }
  /// The seqs of a ticket's events, in order; empty for a ticket that there is not.
  std::span<const std::uint64_t> history(std::string_view ticket) const;
  /// Of the last event that was applied; 0 before the first.
  std::uint64_t seq() const { return seq_; }

  /// The number that the next notice of that instant has, by the rule of the regulations in force; nothing where they
  /// have none. The year is that of the calendar's zone.
  std::optional<std::string> next_notice(Instant issued) const;
  /// The smallest "T-0001", "T-0002" … above all that there are.
  std::string next_ticket() const;

 private:
  Diagnostics adopt_event(const JournalEvent& event);
  Diagnostics ticket_event(const JournalEvent& event);
  Diagnostics forgotten_event(const JournalEvent& event, const std::string& notice);

  std::map<std::uint64_t, KeptOfEvent> kept_;
  std::vector<Regulations> all_;
  std::optional<Adopted> adopted_;
  std::optional<TicketBook> book_;
  NoticeNumbers numbers_;
  std::optional<NumberPattern> pattern_;
  std::map<std::string, std::vector<std::uint64_t>, std::less<>> history_;
  std::uint64_t last_number_ = 0;
  std::uint64_t seq_ = 0;
};

/// Command of the event by which regulations are adopted.
inline constexpr std::string_view adopt_command = "regulations.adopt";
/// Command of the event that consents to the loss of a ticket: {"aedile": "ticket_forgotten/1", "event": 17, "notice":
/// "创整〔2026〕0012号", "unit": "taoyuan"}, with the number that event 17 took and the unit that it named, if any.
inline constexpr std::string_view forget_command = "ticket.forgotten";
/// Commands of the events of tickets begin with this; their kind follows.
inline constexpr std::string_view ticket_command_prefix = "ticket.";

/// Commands of the events of units (unit_ledger.h) begin with this.
inline constexpr std::string_view unit_command_prefix = "unit.";

/// Whether a command belongs to the ledgers of tickets and units: it begins with "ticket.", "regulations." or "unit.".
/// Such events are made by TicketJournal and judge_units alone. A journal takes them from anybody, but one with another
/// payload, or one whose payload was redacted, cannot be folded, and neither can the tickets or units of that journal.
bool is_ledger_command(std::string_view command);

/// The ledger of a journal as of a pair of times: of the tickets, what had happened and had been recorded by then; all
/// regulations that had been recorded. Warnings: ticket_forgotten, for each ticket that is not known any more, with the
/// event whose payload is gone. Errors: those of reading and of TicketLedger::apply.
/// Cost: some 7 µs an event, most of it for reading JSON.
Result<TicketLedger> fold_tickets(const JournalView& view, const AsOf& when = {});

/// The events of a ticket, in order; of one that was forgotten, those before that. Errors: those of reading.
Result<std::vector<TicketEvent>> ticket_events(const JournalView& view, const TicketLedger& ledger,
                                               std::string_view ticket);

/// The notice that a ticket went out with last, with the verification code of the event that issued it: the same from
/// any copy of the journal, and a proof of that event (JournalView::prove) shows a stranger that the code is its own.
/// form: what the journal does not know, such as the findings in full; authority, consequence and contact that it
/// leaves empty are those of the regulations. A fault that came back names the notice that it had before. Errors:
/// no_notice_of_ticket (there is no such ticket, or no notice went out for it), notice_without_unit (nobody answers for
/// it), notice_of_void_ticket, notice_of_merged_ticket (it holds no more), and those of `validate` and of reading.
/// Warning: notice_passed_on (another unit answers for the ticket now: the notice is the one that went out).
Result<Notice> notice_of(const JournalView& view, const TicketLedger& ledger, std::string_view ticket, Notice form = {},
                         Language language = Language::zh);

}  // namespace aedile
