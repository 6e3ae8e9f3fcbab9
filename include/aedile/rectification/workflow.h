#pragma once
/// A workflow as people write it: what a ticket (整改工单) may go through, and who may do what on the way.
///
///   Workflow loop{.id = "loop", .edition = "1"};
///   loop.roles = {{"inspector"}, {"unit"}};
///   loop.states = {{"due"}, {"done"}, {"closed", {}, Ending::closed}};
///   loop.commands = {{"issue", CommandKind::open}, {"report", CommandKind::report_done},
///                    {"pass", CommandKind::verify_pass}, {"fail", CommandKind::verify_fail}};
///   loop.transitions = {{{}, "issue", {"inspector"}, "due"},
///                       {{"due"}, "report", {"unit"}, "done", {}, {Field::evidence}},
///                       {{"done"}, "pass", {"inspector"}, "closed", {Guard::not_doer}},
///                       {{"done"}, "fail", {"inspector"}, "due", {Guard::not_doer}, {Field::reason}}};
///   compile(loop).ok();              // compiled_workflow.h; without Guard::not_doer it is refused, and the way named:
///   // a ticket can be closed although nobody but its doer has verified it: (opening) –issue→ due –report→ done –pass→
///   // closed
///
/// A command has a *kind* from a closed set, so that the engine knows what it means, and a name of the workflow's own.
/// A transition says from which states, by which roles, under which guards and with which particulars a command leads
/// where. Nothing else is asked for: what a transition does not say does not hold, and no role is exempt from what it
/// says.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/calendar/calendar_history.h"
#include "aedile/calendar/deadline.h"
#include "aedile/core/message.h"
#include "aedile/core/result.h"

namespace aedile {

/// How a ticket ends: 销号, 答复, 豁免, 作废, 并案.
enum class Ending { closed, replied, exempted, voided, merged };

/// What a command means.
enum class CommandKind {
  open,               ///< the ticket comes into being; only a transition from no state
  issue,              ///< the notice goes out
  accept,             ///< taken on: filed, signed for
  return_,            ///< handed back: not ours. The receiver may then correct or redirect, not advance
  assign,             ///< to a unit or a handler, also to another one
  unassign,           ///< the handler is taken off
  start,              ///< work begins; the actor becomes a doer
  report_done,        ///< work is done; the actor and the handler become doers
  verify_pass,        ///< looked at and found right
  verify_fail,        ///< looked at and found wanting: rework, counted
  request_extension,  ///< of the limits that run
  decide_extension,
  request_suspension,  ///< 缓办: until a day; the limits stand still
  decide_suspension,
  resume,    ///< before that day
  reply,     ///< cannot be rectified for objective reasons, and why
  exempt,    ///< accepted as it is, until a day
  expire,    ///< that day has come
  void_,     ///< was no case
  merge,     ///< into another ticket, which takes in its doers
  take_in,   ///< the other side of a merge; the engine's own
  split,     ///< parts become tickets of their own, with the doers so far
  escalate,  ///< a step of the ladder
  reopen,    ///< after a verification that failed, on evidence newer than the closing
  appeal,    ///< against being late
  decide_appeal,
  set_deadline,  ///< a limit is set or moved: by a new version of the calendar, or because an event got its date
  note,          ///< anything else: side tasks, remarks
};

/// What must hold of the ticket and whoever acts.
enum class Guard {
  not_doer,             ///< the actor has not started, handled or reported any of the work
  not_unit_of_doer,     ///< nor has anybody of the actor's unit
  is_assignee,          ///< the actor is the one it is assigned to
  assigned,             ///< it is assigned to somebody
  unassigned,           ///< to nobody: revoke the assignment first
  of_unit,              ///< the actor belongs to the responsible unit
  not_returned,         ///< it did not come by a return
  returned,             ///< it did
  deadline_not_passed,  ///< of no limit that runs
  deadline_passed,      ///< of at least one that runs
  extensions_left,      ///< fewer were granted than the workflow allows
  suspensions_left,
  appeals_left,
  late,             ///< at least one limit was not kept
  no_open_request,  ///< of this kind
  request_open,     ///< of this kind
  not_requester,    ///< the actor did not make the request and has not decided on it
  is_asked,         ///< the actor has the role that decides next
  not_suspended,
  suspended,
  evidence_newer_than_closing,  ///< each piece given was taken after the ticket ended
  verification_failed,          ///< one failed since the ticket ended
  parts_ended,                  ///< every ticket split from it has ended
  exemption_over,               ///< its day has come
};

/// What must be given with a command.
enum class Field {
  reason,
  evidence,  ///< at least one piece, each with its SHA-256
  criteria,  ///< every criterion of the command is ticked
  assignee,  ///< to whom
  unit,      ///< to which unit
  until,     ///< an instant that is still to come
  decision,  ///< yes or no
  into,      ///< another ticket
  parts,     ///< at least one
  limit,     ///< a length of time, or a date
};

/// What a transition does besides what its kind means.
enum class EffectKind {
  assign_actor,    ///< whoever acts first owns it
  unassign,        ///< nobody has it any more
  restart_limits,  ///< limits that run in the new state begin anew
  notify,          ///< `argument`: the role or unit to be told
  emit,            ///< `argument`: a word for whoever reads the events
};

/// Who sets a transition off.
enum class Trigger {
  people,  ///< somebody in one of its roles
  clock,   ///< time: as soon as its guards hold
  itself,  ///< nothing: at once, where its guards hold
};

std::string_view to_string(Ending ending);
std::string_view to_string(CommandKind kind);
std::string_view to_string(Guard guard);
std::string_view to_string(Field field);
std::string_view to_string(EffectKind kind);
std::string_view to_string(Trigger trigger);
std::optional<Ending> parse_ending(std::string_view text);
std::optional<CommandKind> parse_command_kind(std::string_view text);
std::optional<Guard> parse_guard(std::string_view text);
std::optional<Field> parse_field(std::string_view text);
std::optional<EffectKind> parse_effect_kind(std::string_view text);
std::optional<Trigger> parse_trigger(std::string_view text);

/// A code with what it is called.
struct Named {
  std::string code{};
  LocalText title{};
  friend bool operator==(const Named&, const Named&) = default;
};

struct WorkflowState {
  std::string code{};
  LocalText title{};
  std::optional<Ending> ending{};  ///< none: the ticket is open
  bool takes_merges = false;       ///< others may be merged into a ticket that is here
  friend bool operator==(const WorkflowState&, const WorkflowState&) = default;
};

struct WorkflowCommand {
  std::string code{};
  CommandKind kind = CommandKind::note;
  LocalText title{};
  std::vector<Named> criteria{};  ///< all to be ticked, where a transition asks for Field::criteria
  friend bool operator==(const WorkflowCommand&, const WorkflowCommand&) = default;
};

struct Effect {
  EffectKind kind = EffectKind::emit;
  std::string argument{};
  friend bool operator==(const Effect&, const Effect&) = default;
};

/// One row. A command may have several for one state, where roles or guards tell them apart.
struct Transition {
  std::vector<std::string> from{};  ///< states; none: the ticket comes into being
  std::string command{};
  std::vector<std::string> roles{};  ///< empty unless set off by people
  std::string to{};                  ///< a state; empty: it stays where it is
  std::vector<Guard> guards{};       ///< in the order in which they are looked at
  std::vector<Field> requires_{};    ///< "requires"
  std::vector<Effect> effects{};
  Trigger trigger = Trigger::people;
  std::string parts_to{};  ///< of a split: the state in which the parts begin
  friend bool operator==(const Transition&, const Transition&) = default;
};

/// A limit with a name. A ticket may have several at once, such as 围护 3 hours and 修复 8 hours. It begins when the
/// ticket first enters one of `runs_in`, and is kept if it is not over when the ticket leaves these, or when `met_by`
/// is done. Time in `stands_in` does not count. A ticket that comes back from anywhere else has the deadline that it
/// had, unless EffectKind::restart_limits gives it a new one.
struct WorkflowLimit {
  std::string code{};
  LocalText title{};
  std::vector<std::string> runs_in{};    ///< states
  std::vector<std::string> stands_in{};  ///< states
  std::string met_by{};                  ///< a command; empty: leaving the states it runs in
  /// None: given with a command before the limit begins, or the ticket has no such limit.
  std::optional<TimeLimit> limit{};
  DeadlineRules rules{};
  bool starts_when_open = false;  ///< what begins outside working hours begins with the next ones
  friend bool operator==(const WorkflowLimit&, const WorkflowLimit&) = default;
};

/// How a request is decided.
struct RequestRules {
  /// Roles, one after the other; whoever has one of them and makes a request himself is not asked, nor is anybody
  /// before. A request that one refuses is refused. None: it is granted at once.
  std::vector<std::string> approvals{};
  std::uint32_t most = 0;  ///< how many may be granted to one ticket; what is refused is not counted
  friend bool operator==(const RequestRules&, const RequestRules&) = default;
};

/// What a granted extension gives.
enum class ExtensionAdds {
  original_limit,  ///< one original limit, from the deadline as it stands
  granted,         ///< the limit named in the request, from the deadline as it stands; a date: that date
};

std::string_view to_string(ExtensionAdds adds);
std::optional<ExtensionAdds> parse_extension_adds(std::string_view text);

struct Workflow {
  std::string id{};
  std::string edition{};
  LocalText title{};
  std::vector<Named> roles{};
  std::vector<WorkflowState> states{};
  std::vector<WorkflowCommand> commands{};
  std::vector<Transition> transitions{};
  std::vector<WorkflowLimit> limits{};
  RequestRules extension{};
  ExtensionAdds extension_adds = ExtensionAdds::original_limit;
  RequestRules suspension{};
  std::uint32_t suspension_days = 365;  ///< the longest
  RequestRules appeal{};
  RevisionPolicy revision = RevisionPolicy::never_earlier;  ///< what a new version of a calendar does to deadlines
  friend bool operator==(const Workflow&, const Workflow&) = default;
};

/// Everything that is wrong with a workflow, at JSON pointers of its file (docs/formats/workflow.md), proved over its
/// graph: whatever passes cannot lead a ticket into a dead end, and cannot close one that only its doers have seen.
/// Errors: those of names and texts (empty_text, text_not_utf8, …), workflow_code_twice, workflow_unknown_state,
/// workflow_unknown_role, workflow_unknown_command, workflow_reserved_kind; workflow_no_opening, workflow_opening_kind,
/// workflow_no_roles, workflow_roles_of_clock; workflow_guard_needed, workflow_field_needed, workflow_ending_needed,
/// workflow_ending_by, workflow_parts_to, workflow_leaves_ending; workflow_unreachable, workflow_dead_end,
/// workflow_ambiguous, workflow_endless, workflow_unverified, workflow_too_large, negative limits.
/// Warnings: workflow_unused, workflow_frees_itself (the responsible unit can come to `replied`, `exempted` or `void`
/// by itself; such a workflow can be read, for tickets that go by it, and is not adopted any more).     Cost: O(states
/// · transitions).
Diagnostics validate(const Workflow& workflow);

/// The graph in Graphviz's language, with titles in that language.
std::string to_dot(const Workflow& workflow, Language language = Language::en);

}  // namespace aedile
