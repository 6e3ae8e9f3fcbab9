// Readers and writers of workflows and of the events of tickets.
#pragma once

#include "aedile/rectification/ticket_event.h"
#include "aedile/rectification/workflow.h"
#include "io/json/calendar_format.h"
#include "io/json/duration_format.h"
#include "io/json/reader.h"
#include "io/json/writer.h"

namespace aedile::json {

inline constexpr std::string_view workflow_format = "workflow/1";

template <>
inline constexpr std::array values_of<Ending>{Ending::closed, Ending::replied, Ending::exempted, Ending::voided,
                                              Ending::merged};
template <>
inline constexpr std::array values_of<CommandKind>{CommandKind::open,
                                                   CommandKind::issue,
                                                   CommandKind::accept,
                                                   CommandKind::return_,
                                                   CommandKind::assign,
                                                   CommandKind::unassign,
                                                   CommandKind::start,
                                                   CommandKind::report_done,
                                                   CommandKind::verify_pass,
                                                   CommandKind::verify_fail,
                                                   CommandKind::request_extension,
                                                   CommandKind::decide_extension,
                                                   CommandKind::request_suspension,
                                                   CommandKind::decide_suspension,
                                                   CommandKind::resume,
                                                   CommandKind::reply,
                                                   CommandKind::exempt,
                                                   CommandKind::expire,
                                                   CommandKind::void_,
                                                   CommandKind::merge,
                                                   CommandKind::take_in,
                                                   CommandKind::split,
                                                   CommandKind::escalate,
                                                   CommandKind::reopen,
                                                   CommandKind::appeal,
                                                   CommandKind::decide_appeal,
                                                   CommandKind::set_deadline,
                                                   CommandKind::note};
template <>
inline constexpr std::array values_of<Guard>{Guard::not_doer,
                                             Guard::not_unit_of_doer,
                                             Guard::is_assignee,
                                             Guard::assigned,
                                             Guard::unassigned,
                                             Guard::of_unit,
                                             Guard::not_returned,
                                             Guard::returned,
                                             Guard::deadline_not_passed,
                                             Guard::deadline_passed,
                                             Guard::extensions_left,
                                             Guard::suspensions_left,
                                             Guard::appeals_left,
                                             Guard::late,
                                             Guard::no_open_request,
                                             Guard::request_open,
                                             Guard::not_requester,
                                             Guard::is_asked,
                                             Guard::not_suspended,
                                             Guard::suspended,
                                             Guard::evidence_newer_than_closing,
                                             Guard::verification_failed,
                                             Guard::parts_ended,
                                             Guard::exemption_over};
template <>
inline constexpr std::array values_of<Field>{Field::reason, Field::evidence, Field::criteria, Field::assignee,
                                             Field::unit,   Field::until,    Field::decision, Field::into,
                                             Field::parts,  Field::limit};
template <>
inline constexpr std::array values_of<EffectKind>{EffectKind::assign_actor, EffectKind::unassign,
                                                  EffectKind::restart_limits, EffectKind::notify, EffectKind::emit};
template <>
inline constexpr std::array values_of<Trigger>{Trigger::people, Trigger::clock, Trigger::itself};
template <>
inline constexpr std::array values_of<ExtensionAdds>{ExtensionAdds::original_limit, ExtensionAdds::granted};
template <>
inline constexpr std::array values_of<RevisionPolicy>{RevisionPolicy::freeze, RevisionPolicy::recompute,
                                                      RevisionPolicy::never_earlier};
template <>
inline constexpr std::array values_of<DayEnd>{DayEnd::midnight, DayEnd::closing, DayEnd::same_time};
template <>
inline constexpr std::array values_of<RestDayRoll>{RestDayRoll::next, RestDayRoll::previous, RestDayRoll::keep};
template <>
inline constexpr std::array values_of<LinkKind>{LinkKind::recurrence_of, LinkKind::propagated_from,
                                                LinkKind::split_from, LinkKind::merged_into, LinkKind::took_in};
template <>
inline constexpr std::array values_of<Outcome>{Outcome::pending, Outcome::granted, Outcome::refused};

// read_workflow.cpp: `object` is the document's root, its key "aedile" read already
void read_workflow(ObjectReader& object, Workflow& out);
void read(Reader& reader, Value value, Named& out);
void read(Reader& reader, Value value, WorkflowState& out);
void read(Reader& reader, Value value, WorkflowCommand& out);
void read(Reader& reader, Value value, Effect& out);
void read(Reader& reader, Value value, Transition& out);
void read(Reader& reader, Value value, WorkflowLimit& out);

// write_workflow.cpp
void write(Writer& json, const Workflow& workflow);
void write(Writer& json, const Named& named);
void write(Writer& json, const WorkflowState& state);
void write(Writer& json, const WorkflowCommand& command);
void write(Writer& json, const Effect& effect);
void write(Writer& json, const Transition& row);
void write(Writer& json, const WorkflowLimit& limit);

// read_ticket_event.cpp
void read(Reader& reader, Value value, Person& out);
void read(Reader& reader, Value value, TicketEvidence& out);
void read(Reader& reader, Value value, FindingReference& out);
void read(Reader& reader, Value value, TicketSubject& out);
void read(Reader& reader, Value value, TicketLink& out);
void read(Reader& reader, Value value, TicketOpening& out);
void read(Reader& reader, Value value, Deadline& out);
void read(Reader& reader, Value value, WorkingSpan& out);
void read(Reader& reader, Value value, SetDeadline& out);
void read(Reader& reader, Value value, TicketEvent& out);

// write_ticket_event.cpp
void write(Writer& json, const Person& person);
void write(Writer& json, const TicketEvidence& piece);
void write(Writer& json, const FindingReference& finding);
void write(Writer& json, const TicketSubject& subject);
void write(Writer& json, const TicketLink& link);
void write(Writer& json, const TicketOpening& opening);
void write(Writer& json, const Deadline& deadline);
void write(Writer& json, const WorkingSpan& span);
void write(Writer& json, const SetDeadline& set);
void write(Writer& json, const TicketEvent& event);

}  // namespace aedile::json
