#pragma once
/// Tickets that last: each command is decided by the ledger, and what it makes happen is durable before it counts.
///
///   TicketJournal tickets = TicketJournal::open(Journal::open("street.journal").value()).value();
///   tickets.adopt(regulations, "office", nine_o_clock, nine_o_clock).value();
///   TicketCommand issue{.command = "issue", .ticket = "T-0001", .actor = wu, .happened = ten, .recorded = ten};
///   issue.opening = TicketOpening{.workflow = "street_notice", .subject = litter_at_P17};
///   const Receipt receipt = tickets.carry_out(issue, "visit-17/1").value();      // durable
///   receipt.events.front().notice == "创整〔2026〕0012号";                         // taken by the event itself
///   tickets.carry_out(issue, "visit-17/1").value().repeated;                     // sent again: nothing happens twice
///
/// All events of a command are one commit. If it cannot be written, nothing has happened and the ledger is as it was.
/// Effects go to the journal's outbox in the same commit: {"ticket", "event", "to"} for a notice to somebody,
/// {"ticket", "event", "word"} for a word, {"ticket", "step", "effect", "answer_by"} for a step of the ladder.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/journal/journal.h"
#include "aedile/journal/ticket_ledger.h"

namespace aedile {

/// What something that has come waits for before it can come about.
enum class WaitsFor {
  supervisor,  ///< somebody whom the workflow lets escalate
  calendar,    ///< one that reaches further
};
std::string_view to_string(WaitsFor what);

/// A step of the ladder that has come, or a limit that runs, and waits.
struct WaitingStep {
  std::string ticket{};
  std::string step{};            ///< key, "street/talk"; empty: the whole ladder, or a limit
  std::string limit{};           ///< code of a limit that has no deadline yet
  std::optional<Instant> due{};  ///< when the step came
  WaitsFor waits_for = WaitsFor::calendar;
  std::vector<std::string> roles{};  ///< in which people may escalate
  friend bool operator==(const WaitingStep&, const WaitingStep&) = default;
};

/// What became of a command.
struct Receipt {
  std::vector<TicketEvent> events{};   ///< that it made happen
  std::vector<std::uint64_t> seqs{};   ///< where they stand in the journal
  bool repeated = false;               ///< it had been carried out before, under its key; nothing was added
  std::vector<WaitingStep> waiting{};  ///< of `advance`: what has come and could not come about
  friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// Used by one thread at a time; views of the journal may be used beside it.
class TicketJournal {
 public:
  /// Folds what the journal holds. Errors: those of fold_tickets.
  static Result<TicketJournal> open(Journal journal);

  const TicketLedger& ledger() const { return ledger_; }
  /// For reading, and for events of other kinds: not for those of is_ledger_command, nor for redacting them.
  Journal& journal() { return journal_; }

  /// From now on these regulations hold. Errors: adopted_by_nobody, those of `aedile::adopt`, `newly_adopted`
  /// and Journal::append.
  Result<Appended> adopt(const Regulations& regulations, std::string_view actor, Instant happened, Instant recorded);

  /// Whether the command would be carried out. A notice number is not needed for that.
  TicketPermission may(const TicketCommand& command) const;

  /// Carries the command out, once for each key: sent again with all that it asked for, it adds nothing. A command that
  /// opens a ticket or issues a notice and gives no number gets the next one, if the regulations have notices; one that
  /// opens a ticket without an id gets TicketLedger::next_ticket. Errors: those of `may`, which are those of
  /// TicketBook::may and `unknown_in`; key_of_another (the key
  /// belongs to another command, or to this one asking for something else), wrong_notice_number (not the next one);
  /// those of TicketLedger::would_take and of Journal::append. Throws ContractError while no regulations have been
  /// adopted. Cost: some 20 µs and one sync, as what is written is read back first.
  Result<Receipt> carry_out(TicketCommand command, std::string_view key = {});

  /// Removes the payload of an event of a ticket for good: personal data that were written into a title or a reason.
  /// From that event on the ticket is not known any more, and all others are as before; every proof still holds. That
  /// it may go is recorded first, with what others need of it (the number of its notice, the unit), as forget_command;
  /// then it is redacted. Errors: no_such_event, not_an_event_of_a_ticket, counts_for_a_unit (it says how a unit was
  /// judged), forgotten_by_nobody, forgotten_without_reason, forgotten_by_doer (the actor did work on the ticket, or
  /// is, by the regulations, of a unit that did or must), and those of Journal::redact. Warnings: those of
  /// Journal::redact.     Cost: that of fold_tickets.
  Result<Appended> forget(std::uint64_t seq, std::string_view actor, std::string_view reason, Instant recorded);

  /// What time has brought by `as_of`: exemptions and suspensions that are over, deadlines that moved with their
  /// calendar or got their date, and the steps of the ladder, taken by `actor` where the workflow lets somebody
  /// escalate; each happened when its time came, and each once, whenever and however often this is called: a step that
  /// came before the ticket was answered is taken though it is answered, or over, since. What has come and waits is
  /// told: steps without an actor who may take them, whatever the calendar does not reach. Errors: those of
  /// TicketBook::elapsed, revised, and of Journal::append.
  Result<Receipt> advance(Instant as_of, Instant recorded, const std::optional<TicketActor>& actor = {});

 private:
  TicketJournal(Journal journal, TicketLedger ledger) : journal_(std::move(journal)), ledger_(std::move(ledger)) {}
  Result<Receipt> record(const std::vector<TicketEvent>& events, std::string_view key);
  Result<std::optional<Receipt>> earlier(const TicketCommand& command, std::string_view key) const;
  struct LadderRun;
  Diagnostics climb(LadderRun& run, const std::string& ticket) const;
  Diagnostics take_missed(LadderRun& run, const TicketCommand& command, const Ticket& ticket, bool in_charge) const;

  Journal journal_;
  TicketLedger ledger_;
};

}  // namespace aedile
