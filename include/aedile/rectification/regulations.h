#pragma once
/// The regulations (规程) that tickets are handled by: workflows, calendars, people with their roles, meetings, the
/// pattern of notice numbers, the ladders. One document, so that it can be adopted, journalled and looked up as a
/// whole.
///
///   Regulations street{.id = "donghu", .edition = "2026"};
///   street.workflows = {shipped_workflow("street_notice").value()};          // io/workflow_json.h
///   street.calendars = {shipped_calendar("cn").value()};                     // io/calendar_json.h
///   street.people = {{"wu", "donghu", {"inspector"}}, {"li", "taoyuan", {"unit"}}};
///   street.notices = NoticeRule{.series = "创整", .pattern = "创整〔{year}〕{number:4}号", .authority = "创建办"};
///   const Adopted adopted = adopt(std::span(&street, 1)).value();
///   TicketBook book(adopted.setup);
///
/// Regulations are adopted one after the other. A ticket keeps the edition of the workflow under which it was opened;
/// people, meetings, notices and ladders are those of the regulations adopted last.

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/calendar/calendar.h"
#include "aedile/core/result.h"
#include "aedile/rectification/ladder.h"
#include "aedile/rectification/listing.h"
#include "aedile/rectification/notice_number.h"
#include "aedile/rectification/ticket_book.h"
#include "aedile/rectification/unit_ladder.h"
#include "aedile/rectification/workflow.h"

namespace aedile {

/// Somebody who may act, for which unit, and in which roles of the workflows.
struct RegisteredPerson {
  std::string id{};
  std::string unit{};
  std::vector<std::string> roles{};
  LocalText title{};
  friend bool operator==(const RegisteredPerson&, const RegisteredPerson&) = default;
};

/// A unit that works by another calendar than the rest.
struct UnitCalendar {
  std::string unit{};
  std::string calendar{};  ///< id
  friend bool operator==(const UnitCalendar&, const UnitCalendar&) = default;
};

struct NoticeRule {
  std::string series{};
  std::string pattern{};      ///< NumberPattern: 创整〔{year}〕{number:4}号
  std::string authority{};    ///< who issues them
  std::string consequence{};  ///< what follows if it is late, as every notice says
  std::string contact{};      ///< whom to answer to
  friend bool operator==(const NoticeRule&, const NoticeRule&) = default;
};

struct Regulations {
  std::string id{};
  std::string edition{};
  LocalText title{};
  std::vector<Workflow> workflows{};
  std::vector<Calendar> calendars{};
  std::string calendar{};  ///< id of the one that units go by; empty: the first
  std::vector<UnitCalendar> units{};
  std::vector<RegisteredPerson> people{};
  std::vector<Event> events{};  ///< meetings and the like, for limits before an event
  std::optional<NoticeRule> notices{};
  std::optional<Ladder> ladder{};           ///< of a ticket that is late
  std::optional<UnitLadder> unit_ladder{};  ///< of a unit that fails again
  std::vector<ListRule> lists{};            ///< by which its occasions are judged where they give rates
  friend bool operator==(const Regulations&, const Regulations&) = default;
};

/// Every problem, at JSON pointers: those of the workflows, calendars and the ladders at their places; empty_text,
/// control_character, text_not_utf8, regulations_without_workflow, regulations_without_calendar, duplicate_regulation
/// (a person, unit, workflow edition, calendar or event twice), unknown_calendar_here, unknown_role_here, and those of
/// NumberPattern::parse. Warnings: ladder_without_escalation (tickets of that workflow never take a step),
/// unseen_character, ids_alike.     Cost: that of validating the workflows.
Diagnostics validate(const Regulations& regulations);

/// Why regulations are not adopted now, though a journal may hold such ones from before: ids that hold what nobody sees
/// or look alike (unseen_character, ids_alike: warnings of `validate`); workflow_frees_itself, of a workflow edition
/// that is new; regulations_changed (this id and edition were adopted and said something else); notice_numbers_meet (a
/// number of another series would be printed again). At JSON pointers.     Cost: that of validating.
Diagnostics newly_adopted(std::span<const Regulations> before, const Regulations& regulations);

/// What regulations come to, one adopted after the other.
struct Adopted {
  std::shared_ptr<const TicketSetup> setup{};
  std::vector<RegisteredPerson> people{};  ///< of the last
  std::optional<NoticeRule> notices{};
  std::optional<Ladder> ladder{};
  LocalText title{};
  std::optional<UnitLadder> unit_ladder{};
  std::vector<ListRule> lists{};

  /// The actor of that id; nothing if nobody has it.
  std::optional<TicketActor> actor(std::string_view id) const;
};

/// Why a command cannot be meant: a unit that is neither anybody's nor has a calendar (unregistered_unit), somebody to
/// assign to who is not registered (unregistered_assignee), each naming those that are known. Where the regulations
/// name nobody, nothing is known and nothing refused.     Cost: O(people) if a unit or an assignee is given.
Diagnostics unknown_in(const TicketCommand& command, const Adopted& regulations);

/// Workflows of all of them, each edition once; calendars, people, meetings, notices and ladders of the last, and
/// calendars of earlier ones that it does not have.
/// Errors: those of `validate`, with the place of each; workflow_changed (an edition that was adopted before says
/// something else now: give it an edition of its own).     Throws ContractError if there are none.
Result<Adopted> adopt(std::span<const Regulations> in_order);

}  // namespace aedile
