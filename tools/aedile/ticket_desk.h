// What the ticket commands share: the journal with its tickets, people and times as the user writes them, problems.
#pragma once

#include <optional>
#include <string>

#include "aedile/console.h"
#include "aedile/journal/ticket_journal.h"
#include "aedile/ticket.h"

namespace aedile::tool {

/// Answers a command over one journal; collects problems, and tells them with the journal's name where they have no
/// place of their own.
class TicketDesk {
 public:
  /// json_format: of the document in which programs are told problems; empty: people are told them.
  TicketDesk(const std::string& journal, Console& console, std::string_view json_format = {})
      : file_(journal), console_(console), json_format_(json_format), log_(console.problem_limit) {}

  Console& console() { return console_; }
  const ProblemLog& log() const { return log_; }
  void note(const Diagnostics& problems);
  template <class T>
  std::optional<T> value(Result<T> result) {
    note(result.diagnostics());
    if (result) return std::move(*result);
    return std::nullopt;
  }
  void problem(const Message& message, std::vector<std::string> arguments = {});
  /// The same, of an argument that cannot be understood: whatever the journal holds, the command line is wrong.
  void wrong_argument(const Message& message, std::vector<std::string> arguments = {});

  /// For writing; nothing, with problems, if that cannot be.
  std::optional<TicketJournal> open_for_writing();
  /// For reading, as of these times. Problems besides: nothing was known then.
  std::optional<TicketLedger> read(const TicketAsOf& as_of);
  /// The times of `read`.
  const AsOf& when() const { return when_; }
  const std::optional<JournalView>& view() const { return view_; }

  /// The zone in which times are written and shown: that of the regulations' calendar.
  static const TimeZone& zone(const TicketLedger& ledger);
  static const WorkingCalendar& calendar(const TicketLedger& ledger);
  /// Problems: no regulations.
  bool adopted(const TicketLedger& ledger);
  /// When something was so. Problems: no regulations, not a time, a day without a time of day.
  std::optional<Instant> time(const TicketLedger& ledger, const std::string& text);
  /// Until when; a day is meant to its end. Problems: no regulations, not a time.
  std::optional<Instant> until(const TicketLedger& ledger, const std::string& text);
  std::optional<TicketActor> actor(const TicketLedger& ledger, const std::string& id);
  /// Fills actor and times of a command.
  bool moment(const TicketLedger& ledger, const TicketMoment& moment, TicketCommand& command);
  /// When something is written down: as the option says, else when it happened. Problems: not a time.
  std::optional<Instant> recorded(const TicketLedger& ledger, const std::string& text, std::optional<Instant> happened);
  /// A problem where what is written down at that time would lie far ahead of the machine's clock.
  bool may_record(const TicketLedger& ledger, Instant recorded);
  /// As `value`; that something was recorded for a later time already is told in the terms of these commands.
  template <class T>
  std::optional<T> written(Result<T> result, TicketJournal& tickets, Instant recorded) {
    if (!result.diagnostics().contains("recorded_before")) return value(std::move(result));
    recorded_before(tickets.ledger(), recorded, tickets.journal().last_recorded());
    return std::nullopt;
  }
  bool particulars(const TicketLedger& ledger, const TicketParticulars& given, TicketCommand& command);
  /// "working_days:5", "hours:2", "on:2026-06-01", "before:meeting": not of an event that the regulations have only
  /// before that time.
  std::optional<TimeLimit> length(const TicketLedger& ledger, Instant from, const std::string& text);

  /// People of the regulations, once they are known.
  void know(std::vector<RegisteredPerson> people) { people_ = std::move(people); }
  const std::vector<RegisteredPerson>& people() const { return people_; }

  /// Shows the problems; the exit code.
  int finish();

 private:
  std::optional<Instant> understood(Result<Instant> time);
  void told_too_early(const TicketLedger& ledger);
  /// A file as evidence. Throws FileFailure. Problems: it is empty.
  std::optional<Evidence> evidence(const std::string& file);
  bool takes_length(const TicketLedger& ledger, const TicketCommand& command);
  void recorded_before(const TicketLedger& ledger, Instant recorded, Instant last);

  std::string file_;
  Console& console_;
  std::string_view json_format_;
  ProblemLog log_;
  bool told_none_ = false;        ///< that there are no regulations
  bool wrong_arguments_ = false;  ///< some could not be understood
  std::optional<JournalView> view_;
  AsOf when_;
  std::vector<RegisteredPerson> people_;
};

}  // namespace aedile::tool
