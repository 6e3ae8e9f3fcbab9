#pragma once
/// Tables around rectification: what became of tickets, and how units did on each occasion. docs/formats/ladder.md and
/// docs/statistics.md list the columns.
///
///   std::ifstream in("tickets.csv", std::ios::binary);
///   ProblemLog log;
///   std::optional<TicketStatistics> counted = read_ticket_facts(in, "tickets.csv", log);
///   // tickets.csv:7:4: error: "done" is none of the words that stand here; write one of: … [bad_word]
///
/// Reading is all or nothing: nothing if the log has got an error.

#include <istream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aedile/io/csv.h"
#include "aedile/io/ladder_json.h"
#include "aedile/rectification/fault_recurrence.h"
#include "aedile/rectification/look_back.h"
#include "aedile/rectification/statistics.h"

namespace aedile {

/// Columns unit, fate; count and the others as the page says. Rows are counted as they are read.
/// Errors to the log: those of csv_table.h, bad_word, bad_count, bad_flag, bad_seconds.
std::optional<TicketStatistics> read_ticket_facts(std::istream& in, std::string file, ProblemLog& log,
                                                  CsvOptions options = {});

/// What one table of occasions says.
struct UnitOccasions {
  std::map<std::string, std::vector<Occasion>> by_unit{};
  /// Where verdicts come from lists: for each occasion in order of day and id, the lists of its groups.
  std::vector<std::pair<std::string, GroupLists>> lists{};
};

/// Columns unit, occasion, day; verdict, ground; or group, done, all, from which the ladder's lists reach the verdict.
/// Errors to the log: those of csv_table.h, bad_date, bad_word, bad_count, verdict_missing, no_group_rule,
/// listed_rate_range, duplicate_listed_unit.
std::optional<UnitOccasions> read_occasions(std::istream& in, std::string file, ProblemLog& log,
                                            const UnitLadderFile& ladder, CsvOptions options = {});

/// A closed ticket as look-back and recurrence need it.
struct ClosedRow {
  ClosedFault fault{};
  ClosedTicket ticket{};
};
/// Columns ticket, closed; item, site, location, area, found, times, site_class, severity.
/// Errors to the log: those of csv_table.h, bad_date, bad_count.
std::optional<std::vector<ClosedRow>> read_closed(std::istream& in, std::string file, ProblemLog& log,
                                                  CsvOptions options = {});

/// A fault that was found, with what names it.
struct FoundRow {
  std::string finding{};
  FaultSighting fault{};
};
/// Columns finding, item, site, day; location, area.     Errors to the log: those of csv_table.h, bad_date.
std::optional<std::vector<FoundRow>> read_found(std::istream& in, std::string file, ProblemLog& log,
                                                CsvOptions options = {});

}  // namespace aedile
