#include "rectification/workflow_rules.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aedile::detail {

namespace {

constexpr std::array reason{Field::reason};
constexpr std::array evidence{Field::evidence};
constexpr std::array decision{Field::decision};
constexpr std::array reason_until{Field::reason, Field::until};
constexpr std::array into{Field::into};
constexpr std::array parts{Field::parts};
constexpr std::array to_whom{Field::assignee, Field::unit};
constexpr std::array asking_for_time{Guard::deadline_not_passed, Guard::not_suspended, Guard::no_open_request,
                                     Guard::extensions_left};
constexpr std::array asking_for_delay{Guard::deadline_not_passed, Guard::not_suspended, Guard::no_open_request,
                                      Guard::suspensions_left};
constexpr std::array appealing{Guard::late, Guard::no_open_request, Guard::appeals_left};
constexpr std::array deciding{Guard::request_open, Guard::is_asked, Guard::not_requester};
constexpr std::array suspended{Guard::suspended};
constexpr std::array over{Guard::exemption_over};
constexpr std::array reopening{Guard::verification_failed, Guard::evidence_newer_than_closing};

constexpr std::array<std::pair<CommandKind, KindRule>, 18> rules{{
    {CommandKind::return_, {.fields = reason}},
    {CommandKind::assign, {.one_of = to_whom}},
    {CommandKind::report_done, {.fields = evidence}},
    {CommandKind::verify_fail, {.fields = reason}},
    {CommandKind::request_extension, {.guards = asking_for_time, .fields = reason}},
    {CommandKind::decide_extension, {.guards = deciding, .fields = decision}},
    {CommandKind::request_suspension, {.guards = asking_for_delay, .fields = reason_until}},
    {CommandKind::decide_suspension, {.guards = deciding, .fields = decision}},
    {CommandKind::resume, {.guards = suspended}},
    {CommandKind::reply, {.fields = reason}},
    {CommandKind::exempt, {.fields = reason_until, .ending = Ending::exempted}},
    {CommandKind::expire, {.guards = over}},
    {CommandKind::void_, {.fields = reason, .ending = Ending::voided}},
    {CommandKind::merge, {.fields = into, .ending = Ending::merged}},
    {CommandKind::split, {.fields = parts}},
    {CommandKind::reopen, {.guards = reopening, .fields = evidence}},
    {CommandKind::appeal, {.guards = appealing, .fields = reason}},
    {CommandKind::decide_appeal, {.guards = deciding, .fields = decision}},
}};
constexpr KindRule no_rule{};

constexpr std::array<std::pair<Guard, Guard>, 7> opposites{{{Guard::assigned, Guard::unassigned},
                                                            {Guard::is_assignee, Guard::unassigned},
                                                            {Guard::returned, Guard::not_returned},
                                                            {Guard::deadline_passed, Guard::deadline_not_passed},
                                                            {Guard::suspended, Guard::not_suspended},
                                                            {Guard::request_open, Guard::no_open_request},
                                                            {Guard::is_asked, Guard::no_open_request}}};

}  // namespace

const KindRule& rule_of(CommandKind kind) {
  for (const auto& [of, rule] : rules) {
    if (of == kind) return rule;
  }
  return no_rule;
}

bool is_doing(CommandKind kind) { return kind == CommandKind::start || kind == CommandKind::report_done; }

bool makes_doer(CommandKind kind) { return is_doing(kind) || kind == CommandKind::reply; }

bool undoes_verification(CommandKind kind) {
  return makes_doer(kind) || kind == CommandKind::verify_fail || kind == CommandKind::reopen ||
         kind == CommandKind::expire || kind == CommandKind::split;
}

bool may_follow(Ending ending, CommandKind kind) {
  switch (kind) {
    case CommandKind::reopen:
    case CommandKind::note:
    case CommandKind::escalate:
    case CommandKind::appeal:
    case CommandKind::decide_appeal:
    case CommandKind::verify_fail:
    case CommandKind::verify_pass:
      return true;
    case CommandKind::expire:
      return ending == Ending::exempted;
    default:
      return false;
  }
}

bool exclusive(Guard a, Guard b) {
  return std::any_of(opposites.begin(), opposites.end(), [&](const auto& pair) {
    return (pair.first == a && pair.second == b) || (pair.first == b && pair.second == a);
  });
}

std::optional<RequestKind> request_of(CommandKind kind) {
  switch (kind) {
    case CommandKind::request_extension:
    case CommandKind::decide_extension:
      return RequestKind::extension;
    case CommandKind::request_suspension:
    case CommandKind::decide_suspension:
      return RequestKind::suspension;
    case CommandKind::appeal:
    case CommandKind::decide_appeal:
      return RequestKind::appeal;
    default:
      return std::nullopt;
  }
}

bool is_decision(CommandKind kind) {
  return kind == CommandKind::decide_extension || kind == CommandKind::decide_suspension ||
         kind == CommandKind::decide_appeal;
}

const RequestRules& request_rules(const Workflow& workflow, RequestKind kind) {
  switch (kind) {
    case RequestKind::extension:
      return workflow.extension;
    case RequestKind::suspension:
      return workflow.suspension;
    case RequestKind::appeal:
      return workflow.appeal;
  }
  throw ContractError("not a value of RequestKind");
}

}  // namespace aedile::detail
