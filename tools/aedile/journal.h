// aedile journal, prove, verify: what the commands are asked for, and the functions that do it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aedile/calendar/time_zone.h"
#include "aedile/console.h"
#include "aedile/core/date.h"
#include "aedile/journal/ticket_ledger.h"

namespace aedile::tool {

/// What time it is: by the machine's clock, or as the environment's AEDILE_NOW says. Read for nothing but when
/// something is recorded. Throws UsageFailure (AEDILE_NOW is no instant).
Instant machine_now();
/// Whether recording at that time would keep everything else out until then: it is more than a day ahead.
bool far_ahead(Instant recorded, Instant now);

struct JournalInitArguments {
  std::string journal;
  std::string name;
};
int journal_init(const JournalInitArguments& arguments, Console& console);

struct JournalAppendArguments {
  std::string journal;
  std::string entries;  ///< JSON lines; empty: the one entry of the options
  std::string happened;
  std::string actor;
  std::string command;
  std::string subject;
  std::string key;
  std::string payload;
  std::uint64_t cause = 0;  ///< 0: none
  std::string recorded;     ///< empty: now
  bool json = false;
};
int journal_append(const JournalAppendArguments& arguments, Console& console);

struct JournalRedactArguments {
  std::string journal;
  std::uint64_t seq = 0;
  std::string actor;
  std::string reason;
  std::string recorded;
  bool forget_ticket = false;
};
int journal_redact(const JournalRedactArguments& arguments, Console& console);

struct JournalOutboxArguments {
  std::string journal;
  std::vector<std::string> acknowledged;  ///< keys of effects
  std::size_t limit = 1'000;
  bool json = false;
};
int journal_outbox(const JournalOutboxArguments& arguments, Console& console);

struct JournalVerifyArguments {
  std::string journal;
  std::vector<std::string> heads;  ///< files
  bool json = false;
};
int journal_verify(const JournalVerifyArguments& arguments, Console& console);

struct JournalHeadArguments {
  std::string journal;
  std::uint64_t at = 0;  ///< events; 0: all
  std::string output;
  bool json = false;
};
int journal_head(const JournalHeadArguments& arguments, Console& console);

struct JournalProveArguments {
  std::string journal;
  std::uint64_t seq = 0;  ///< 0: growth since `since`
  std::string since;      ///< a head's file
  std::uint64_t at = 0;
  std::string output = "-";
};
int journal_prove(const JournalProveArguments& arguments, Console& console);

struct JournalAsOfArguments {
  std::string journal;
  std::string happened;
  std::string recorded;
  std::string subject;
  std::string command;
  bool json = false;
};
int journal_as_of(const JournalAsOfArguments& arguments, Console& console);

struct JournalExportArguments {
  std::string journal;
  std::string output = "-";
};
int journal_export(const JournalExportArguments& arguments, Console& console);

struct JournalImportArguments {
  std::string lines;
  std::string journal;
};
int journal_import(const JournalImportArguments& arguments, Console& console);

struct VerifyArguments {
  std::vector<std::string> proofs;
  std::string head;  ///< a file; empty: the proof's own
  bool json = false;
};
int verify_proofs(const VerifyArguments& arguments, Console& console);

// ---- what they share

/// The instant of an option. Throws UsageFailure.
Instant instant_argument(const std::string& text);
/// A time until which something is asked, as TimeZone::parse reads it; but a date alone is the end of that day.
Result<Instant> end_of_time(const TimeZone& zone, const std::string& text);
/// The regulations of a journal, without its tickets. Errors: those of TicketLedger::apply, and of reading.
Result<TicketLedger> regulations_of(const JournalView& view);
/// With which code a command ends that has met these problems.
int exit_code_of_journal(const ProblemLog& log);
/// Prints them besides; for programs, if there are errors, as a document of their own.
int ended(const ProblemLog& log, const Console& console, bool json = false);

}  // namespace aedile::tool
