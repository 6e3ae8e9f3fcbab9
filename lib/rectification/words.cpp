// The names of this room's words, for both directions.
#include <array>

#include "aedile/rectification/ticket.h"
#include "core/enum_names.h"

namespace aedile {

namespace {

using detail::EnumName;

constexpr std::array<EnumName<Ending>, 5> endings{{{Ending::closed, "closed"},
                                                   {Ending::replied, "replied"},
                                                   {Ending::exempted, "exempted"},
                                                   {Ending::voided, "void"},
                                                   {Ending::merged, "merged"}}};
constexpr std::array<EnumName<CommandKind>, 28> kinds{{{CommandKind::open, "open"},
                                                       {CommandKind::issue, "issue"},
                                                       {CommandKind::accept, "accept"},
                                                       {CommandKind::return_, "return"},
                                                       {CommandKind::assign, "assign"},
                                                       {CommandKind::unassign, "unassign"},
                                                       {CommandKind::start, "start"},
                                                       {CommandKind::report_done, "report_done"},
                                                       {CommandKind::verify_pass, "verify_pass"},
                                                       {CommandKind::verify_fail, "verify_fail"},
                                                       {CommandKind::request_extension, "request_extension"},
                                                       {CommandKind::decide_extension, "decide_extension"},
                                                       {CommandKind::request_suspension, "request_suspension"},
                                                       {CommandKind::decide_suspension, "decide_suspension"},
                                                       {CommandKind::resume, "resume"},
                                                       {CommandKind::reply, "reply"},
                                                       {CommandKind::exempt, "exempt"},
                                                       {CommandKind::expire, "expire"},
                                                       {CommandKind::void_, "void"},
                                                       {CommandKind::merge, "merge"},
                                                       {CommandKind::take_in, "take_in"},
                                                       {CommandKind::split, "split"},
                                                       {CommandKind::escalate, "escalate"},
                                                       {CommandKind::reopen, "reopen"},
                                                       {CommandKind::appeal, "appeal"},
                                                       {CommandKind::decide_appeal, "decide_appeal"},
                                                       {CommandKind::set_deadline, "set_deadline"},
                                                       {CommandKind::note, "note"}}};
constexpr std::array<EnumName<Guard>, 24> guards{{{Guard::not_doer, "not_doer"},
                                                  {Guard::not_unit_of_doer, "not_unit_of_doer"},
                                                  {Guard::is_assignee, "is_assignee"},
                                                  {Guard::assigned, "assigned"},
                                                  {Guard::unassigned, "unassigned"},
                                                  {Guard::of_unit, "of_unit"},
                                                  {Guard::not_returned, "not_returned"},
                                                  {Guard::returned, "returned"},
                                                  {Guard::deadline_not_passed, "deadline_not_passed"},
                                                  {Guard::deadline_passed, "deadline_passed"},
                                                  {Guard::extensions_left, "extensions_left"},
                                                  {Guard::suspensions_left, "suspensions_left"},
                                                  {Guard::appeals_left, "appeals_left"},
                                                  {Guard::late, "late"},
                                                  {Guard::no_open_request, "no_open_request"},
                                                  {Guard::request_open, "request_open"},
                                                  {Guard::not_requester, "not_requester"},
                                                  {Guard::is_asked, "is_asked"},
                                                  {Guard::not_suspended, "not_suspended"},
                                                  {Guard::suspended, "suspended"},
                                                  {Guard::evidence_newer_than_closing, "evidence_newer_than_closing"},
                                                  {Guard::verification_failed, "verification_failed"},
                                                  {Guard::parts_ended, "parts_ended"},
                                                  {Guard::exemption_over, "exemption_over"}}};
constexpr std::array<EnumName<Field>, 10> fields{{{Field::reason, "reason"},
                                                  {Field::evidence, "evidence"},
                                                  {Field::criteria, "criteria"},
                                                  {Field::assignee, "assignee"},
                                                  {Field::unit, "unit"},
                                                  {Field::until, "until"},
                                                  {Field::decision, "decision"},
                                                  {Field::into, "into"},
                                                  {Field::parts, "parts"},
                                                  {Field::limit, "limit"}}};
constexpr std::array<EnumName<EffectKind>, 5> effects{{{EffectKind::assign_actor, "assign_actor"},
                                                       {EffectKind::unassign, "unassign"},
                                                       {EffectKind::restart_limits, "restart_limits"},
                                                       {EffectKind::notify, "notify"},
                                                       {EffectKind::emit, "emit"}}};
constexpr std::array<EnumName<Trigger>, 3> triggers{
    {{Trigger::people, "people"}, {Trigger::clock, "clock"}, {Trigger::itself, "itself"}}};
constexpr std::array<EnumName<ExtensionAdds>, 2> adds_names{
    {{ExtensionAdds::original_limit, "original_limit"}, {ExtensionAdds::granted, "granted"}}};
constexpr std::array<EnumName<LinkKind>, 5> links{{{LinkKind::recurrence_of, "recurrence_of"},
                                                   {LinkKind::propagated_from, "propagated_from"},
                                                   {LinkKind::split_from, "split_from"},
                                                   {LinkKind::merged_into, "merged_into"},
                                                   {LinkKind::took_in, "took_in"}}};
constexpr std::array<EnumName<Outcome>, 3> outcomes{
    {{Outcome::pending, "pending"}, {Outcome::granted, "granted"}, {Outcome::refused, "refused"}}};
constexpr std::array<EnumName<RequestKind>, 3> requests{
    {{RequestKind::extension, "extension"}, {RequestKind::suspension, "suspension"}, {RequestKind::appeal, "appeal"}}};

}  // namespace

std::string_view to_string(Ending ending) { return detail::name_of(endings, ending); }
std::string_view to_string(CommandKind kind) { return detail::name_of(kinds, kind); }
std::string_view to_string(Guard guard) { return detail::name_of(guards, guard); }
std::string_view to_string(Field field) { return detail::name_of(fields, field); }
std::string_view to_string(EffectKind kind) { return detail::name_of(effects, kind); }
std::string_view to_string(Trigger trigger) { return detail::name_of(triggers, trigger); }
std::string_view to_string(ExtensionAdds adds) { return detail::name_of(adds_names, adds); }
std::string_view to_string(LinkKind kind) { return detail::name_of(links, kind); }
std::string_view to_string(Outcome outcome) { return detail::name_of(outcomes, outcome); }
std::string_view to_string(RequestKind kind) { return detail::name_of(requests, kind); }

std::optional<Ending> parse_ending(std::string_view text) { return detail::value_of(endings, text); }
std::optional<CommandKind> parse_command_kind(std::string_view text) { return detail::value_of(kinds, text); }
std::optional<Guard> parse_guard(std::string_view text) { return detail::value_of(guards, text); }
std::optional<Field> parse_field(std::string_view text) { return detail::value_of(fields, text); }
std::optional<EffectKind> parse_effect_kind(std::string_view text) { return detail::value_of(effects, text); }
std::optional<Trigger> parse_trigger(std::string_view text) { return detail::value_of(triggers, text); }
std::optional<ExtensionAdds> parse_extension_adds(std::string_view text) { return detail::value_of(adds_names, text); }
std::optional<LinkKind> parse_link_kind(std::string_view text) { return detail::value_of(links, text); }
std::optional<Outcome> parse_outcome(std::string_view text) { return detail::value_of(outcomes, text); }
std::optional<RequestKind> parse_request_kind(std::string_view text) { return detail::value_of(requests, text); }

}  // namespace aedile
