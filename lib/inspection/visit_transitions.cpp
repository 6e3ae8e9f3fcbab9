// The table of what may be done with a visit and its findings, and the names of its words.
#include <array>

#include "aedile/inspection/visit_life.h"
#include "core/enum_names.h"

namespace aedile {

namespace {

using Action = VisitAction;
using Guard = VisitGuard;
using Role = VisitRole;
using State = VisitState;
using OfFinding = FindingState;

// What several rows ask for.
constexpr std::array inspector{Guard::of_the_visit, Guard::not_before};
constexpr std::array inspector_on_the_day{Guard::of_the_visit, Guard::date_given, Guard::date_reached,
                                          Guard::not_before};
constexpr std::array inspector_missing{Guard::of_the_visit, Guard::reason_given, Guard::date_given, Guard::date_reached,
                                       Guard::not_before};
constexpr std::array organiser_missing{Guard::reason_given, Guard::date_given, Guard::date_reached, Guard::not_before};
constexpr std::array organiser_moving{Guard::reason_given, Guard::date_given, Guard::not_before};
constexpr std::array inspector_writing{Guard::of_the_visit, Guard::finding_given, Guard::not_before};
constexpr std::array inspector_correcting{Guard::of_the_visit, Guard::not_corrected, Guard::not_before};
constexpr std::array inspector_proving{Guard::of_the_visit, Guard::evidence_given, Guard::not_before};
constexpr std::array inspector_withdrawing{Guard::of_the_visit, Guard::reason_given, Guard::not_before};
constexpr std::array responsible_proving{Guard::evidence_given, Guard::not_before};
constexpr std::array responsible_appealing{Guard::reason_given, Guard::in_time, Guard::not_before};
constexpr std::array reviewer{Guard::not_of_visit, Guard::not_before};
constexpr std::array reviewer_closing{Guard::not_of_visit, Guard::no_drafts, Guard::not_before};
constexpr std::array reviewer_withdrawing{Guard::not_of_visit, Guard::reason_given, Guard::not_before};
constexpr std::array reviewer_deciding{Guard::not_of_visit, Guard::not_appellant, Guard::reason_given,
                                       Guard::not_before};

constexpr auto any = std::nullopt;
constexpr auto same = std::nullopt;

// clang-format off
constexpr std::array<VisitTransition, 20> table{{
    // action                   visit            finding                role               guards                 visit to          finding to
    {Action::record,            State::planned,  any,                   Role::inspector,   inspector_on_the_day,  State::done,      same},
    {Action::miss,              State::planned,  any,                   Role::inspector,   inspector_missing,     State::missed,    same},
    {Action::miss,              State::planned,  any,                   Role::organiser,   organiser_missing,     State::missed,    same},
    {Action::reschedule,        State::planned,  any,                   Role::organiser,   organiser_moving,      State::planned,   same},
    {Action::reschedule,        State::missed,   any,                   Role::organiser,   organiser_moving,      State::planned,   same},
    {Action::set_observations,  State::done,     any,                   Role::inspector,   inspector,             same,             same},
    {Action::add_finding,       State::done,     any,                   Role::inspector,   inspector_writing,     same,             OfFinding::draft},
    {Action::change_finding,    State::done,     OfFinding::draft,      Role::inspector,   inspector_writing,     same,             same},
    {Action::correct_finding,   State::done,     OfFinding::draft,      Role::inspector,   inspector_correcting,  same,             same},
    {Action::add_evidence,      State::done,     OfFinding::draft,      Role::inspector,   inspector_proving,     same,             same},
    {Action::add_evidence,      any,             OfFinding::appealed,   Role::inspector,   inspector_proving,     same,             same},
    {Action::add_evidence,      any,             OfFinding::appealed,   Role::responsible, responsible_proving,   same,             same},
    {Action::confirm_finding,   State::done,     OfFinding::draft,      Role::reviewer,    reviewer,              same,             OfFinding::confirmed},
    {Action::confirm_visit,     State::done,     any,                   Role::reviewer,    reviewer_closing,      State::confirmed, same},
    {Action::appeal,            any,             OfFinding::confirmed,  Role::responsible, responsible_appealing, same,             OfFinding::appealed},
    {Action::uphold,            any,             OfFinding::appealed,   Role::reviewer,    reviewer_deciding,     same,             OfFinding::upheld},
    {Action::withdraw,          State::done,     OfFinding::draft,      Role::inspector,   inspector_withdrawing, same,             OfFinding::withdrawn},
    {Action::withdraw,          State::done,     OfFinding::draft,      Role::reviewer,    reviewer_withdrawing,  same,             OfFinding::withdrawn},
    {Action::withdraw,          any,             OfFinding::confirmed,  Role::reviewer,    reviewer_withdrawing,  same,             OfFinding::withdrawn},
    {Action::withdraw,          any,             OfFinding::appealed,   Role::reviewer,    reviewer_deciding,     same,             OfFinding::withdrawn},
}};
// clang-format on

constexpr std::array<detail::EnumName<VisitState>, 4> visit_states{
    {{State::planned, "planned"}, {State::done, "done"}, {State::confirmed, "confirmed"}, {State::missed, "missed"}}};
constexpr std::array<detail::EnumName<FindingState>, 5> finding_states{{{OfFinding::draft, "draft"},
                                                                        {OfFinding::confirmed, "confirmed"},
                                                                        {OfFinding::appealed, "appealed"},
                                                                        {OfFinding::upheld, "upheld"},
                                                                        {OfFinding::withdrawn, "withdrawn"}}};
constexpr std::array<detail::EnumName<VisitAction>, 13> actions{{{Action::record, "record"},
                                                                 {Action::miss, "miss"},
                                                                 {Action::reschedule, "reschedule"},
                                                                 {Action::set_observations, "set_observations"},
                                                                 {Action::add_finding, "add_finding"},
                                                                 {Action::change_finding, "change_finding"},
                                                                 {Action::correct_finding, "correct_finding"},
                                                                 {Action::add_evidence, "add_evidence"},
                                                                 {Action::confirm_finding, "confirm_finding"},
                                                                 {Action::confirm_visit, "confirm_visit"},
                                                                 {Action::appeal, "appeal"},
                                                                 {Action::uphold, "uphold"},
                                                                 {Action::withdraw, "withdraw"}}};
constexpr std::array<detail::EnumName<VisitRole>, 4> roles{{{Role::inspector, "inspector"},
                                                            {Role::organiser, "organiser"},
                                                            {Role::reviewer, "reviewer"},
                                                            {Role::responsible, "responsible"}}};
constexpr std::array<detail::EnumName<VisitGuard>, 15> guards{{{Guard::state, "state"},
                                                               {Guard::role, "role"},
                                                               {Guard::of_the_visit, "of_the_visit"},
                                                               {Guard::not_of_visit, "not_of_visit"},
                                                               {Guard::reason_given, "reason_given"},
                                                               {Guard::date_reached, "date_reached"},
                                                               {Guard::date_given, "date_given"},
                                                               {Guard::finding_exists, "finding_exists"},
                                                               {Guard::finding_given, "finding_given"},
                                                               {Guard::evidence_given, "evidence_given"},
                                                               {Guard::not_corrected, "not_corrected"},
                                                               {Guard::no_drafts, "no_drafts"},
                                                               {Guard::in_time, "in_time"},
                                                               {Guard::not_appellant, "not_appellant"},
                                                               {Guard::not_before, "not_before"}}};

}  // namespace

std::span<const VisitTransition> transitions() { return table; }

std::string_view to_string(VisitState state) { return detail::name_of(visit_states, state); }
std::string_view to_string(FindingState state) { return detail::name_of(finding_states, state); }
std::string_view to_string(VisitAction action) { return detail::name_of(actions, action); }
std::string_view to_string(VisitRole role) { return detail::name_of(roles, role); }
std::string_view to_string(VisitGuard guard) { return detail::name_of(guards, guard); }
std::optional<VisitState> parse_visit_state(std::string_view text) { return detail::value_of(visit_states, text); }
std::optional<FindingState> parse_finding_state(std::string_view text) {
  return detail::value_of(finding_states, text);
}
std::optional<VisitAction> parse_visit_action(std::string_view text) { return detail::value_of(actions, text); }
std::optional<VisitRole> parse_visit_role(std::string_view text) { return detail::value_of(roles, text); }

}  // namespace aedile
