#pragma once
/// How units stand (单位升级阶梯), as a journal says: on which occasions each failed, and which steps of the unit
/// ladder were taken for it.
///
///   TicketJournal town = TicketJournal::open(Journal::open("town.journal").value()).value();
///   judge_units(town, {{"河湾村", {{"2026-03", 1 April, Verdict::failed, "81.2 分"}}}}, sun, nine, nine);
///   town.carry_out(look_back_failed);             // of the talk's ticket; its workflow emits "unit.failed"
///   climb_units(town, "office", now, now);        // talk for 2026-03, second talk for T-0001/3: written down, each
///   once climb_units(town, "office", now, now);        // nothing
///
/// Nobody types the result of a look-back twice: what is judged on tickets counts by itself, where the workflow says
/// so.
///
///   command      subject   payload
///   unit.judged  the unit  unit_occasion/1: occasion, day, verdict, ground
///   ticket.*     a ticket  its event with the effect {"kind": "emit", "argument": "unit.failed"}, or "unit.passed" or
///                          "unit.no_data": the occasion T-0001/3 (event 3 of that ticket) of the unit that then
///                          answered for it; the reason is the ground
///   unit.step    the unit  unit_step/1: step, occasion, day, effect, in_a_row, within_year, answer_by, ground
///
/// The counters are folded from the occasions; a step that was written down stays written down, whatever becomes known
/// later. Each step goes to the outbox too: {"unit", "step", "effect", "answer_by"}.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/journal/ticket_journal.h"
#include "aedile/rectification/unit_ladder.h"

namespace aedile {

inline constexpr std::string_view unit_judged_command = "unit.judged";
inline constexpr std::string_view unit_step_command = "unit.step";

/// An occasion, and where the journal says so.
struct JudgedOccasion {
  Occasion occasion{};
  Instant happened{};
  std::uint64_t seq = 0;
  friend bool operator==(const JudgedOccasion&, const JudgedOccasion&) = default;
};

/// All that a journal says of one unit.
struct UnitRecord {
  std::vector<JudgedOccasion> occasions{};  ///< as recorded
  std::vector<std::string> steps{};         ///< keys of those written down: "town-talks/talk/2026-03"
  friend bool operator==(const UnitRecord&, const UnitRecord&) = default;
};

class UnitLedger {
 public:
  /// The next event of the journal. `zone`: in which an instant becomes a day. Errors, and nothing is changed:
  /// not_a_unit_event (a payload that cannot be read), redacted_unit_event (it is gone).
  /// kept: of an event of a ticket whose payload is gone.
  Diagnostics apply(const JournalEvent& event, const TimeZone& zone, const KeptOfEvent* kept = nullptr);

  const std::map<std::string, UnitRecord, std::less<>>& units() const { return units_; }

 private:
  Diagnostics unit_event(const JournalEvent& event);
  Diagnostics ticket_event(const JournalEvent& event, const TimeZone& zone);

  std::map<std::string, UnitRecord, std::less<>> units_;
  std::map<std::string, std::string, std::less<>> unit_of_ticket_;
};

/// What a journal says of units, as of a pair of times; without regulations nothing. Errors: those of reading and of
/// UnitLedger::apply.
Result<UnitLedger> fold_units(const JournalView& view, const TicketLedger& tickets, const AsOf& when = {});

/// Where a unit stands: the steps that follow from what the journal says, whether written down or not, and the
/// counters; of a unit that it does not know, none. Errors: no_unit_ladder, those of `climb`.
Result<Climb> climb_of(const TicketLedger& tickets, const UnitLedger& units, std::string_view unit);

/// What has been written down now.
struct UnitReceipt {
  std::vector<std::pair<std::string, Occasion>> judged{};
  std::vector<std::pair<std::string, UnitStep>> steps{};
  std::size_t repeated = 0;  ///< occasions that stood there already
  friend bool operator==(const UnitReceipt&, const UnitReceipt&) = default;
};

/// Records occasions, each once: one commit. Errors, and nothing is recorded: no_unit_ladder, own_occasion (the actor
/// belongs to the unit), unseen_character (in the name of the unit), occasion_recorded (the journal says something else
/// of it), occasion_ahead (a day that lies after `happened`), those of Journal::append.
Result<UnitReceipt> judge_units(TicketJournal& tickets, const std::map<std::string, std::vector<Occasion>>& by_unit,
                                const Person& actor, Instant happened, Instant recorded);

/// Records the steps that follow from what had been judged by `as_of`, each once, with the event that caused it: one
/// commit. Without a unit ladder nothing. Errors: those of `climb` and of Journal::append.
Result<UnitReceipt> climb_units(TicketJournal& tickets, std::string_view actor, Instant as_of, Instant recorded);

}  // namespace aedile
