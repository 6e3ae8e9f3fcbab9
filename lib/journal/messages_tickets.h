// What can be wrong where a journal holds tickets.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// {0}: seq, {1}: what is wrong
inline constexpr Message not_a_ticket_event{
    "not_a_ticket_event", "event {0} of the journal is no event of a ticket that this program can read: {1}",
    "台账流水的事件 {0} 不是本程序能读取的工单事件：{1}"};
inline constexpr Message redacted_ticket_event{
    "redacted_ticket_event",
    "event {0} of the journal has been redacted, so what became of the ticket {1} is not known any more",
    "台账流水的事件 {0} 已脱敏，工单 {1} 的情况已无从得知"};
// {0}: seq
inline constexpr Message tickets_before_regulations{
    "tickets_before_regulations",
    "event {0} of the journal is about a ticket, but no regulations had been adopted before",
    "台账流水的事件 {0} 涉及工单，但此前尚未采用规程"};
inline constexpr Message key_of_another{
    "key_of_another",
    "the key \"{0}\" belongs to another command, event {1} of the journal; give this one a key of its own",
    "键“{0}”已属于另一命令（台账流水事件 {1}）；请另取键名"};
// {0}: number given, {1}: next number
inline constexpr Message wrong_notice_number{
    "wrong_notice_number", "the notice \"{0}\" would leave a gap or stand twice; the next number is {1}",
    "通知单编号“{0}”会造成断号或重号；下一个编号为 {1}"};
inline constexpr Message no_notice_of_ticket{"no_notice_of_ticket",
                                             "no notice went out for \"{0}\"; name a ticket that was issued with one",
                                             "“{0}”没有开具过通知单；请给出已下达通知单的工单"};

// {0}: ticket
inline constexpr Message notice_without_unit{"notice_without_unit",
                                             "{0}: nobody answers for the ticket yet, so its notice cannot be made out "
                                             "to anyone; name the responsible unit first",
                                             "{0}：工单尚无责任单位，通知单无从送达；请先指定责任单位"};
// {0}: ticket, {1}: number of the notice
inline constexpr Message notice_of_void_ticket{
    "notice_of_void_ticket", "{0}: the ticket is void, so its notice {1} holds no more and is not printed again",
    "{0}：工单已作废，通知单 {1} 随之失效，不再打印"};
// {2}: ticket
inline constexpr Message notice_of_merged_ticket{
    "notice_of_merged_ticket",
    "{0}: the ticket was merged into {2}, so its notice {1} holds no more and is not printed again; print that of {2}",
    "{0}：工单已并入 {2}，通知单 {1} 随之失效，不再打印；请打印 {2} 的通知单"};
// {1}: number, {2}: unit on the notice, {3}: unit now
inline constexpr Message notice_passed_on{
    "notice_passed_on",
    "{0}: the notice {1} went to {2}, and is printed as it went out; {3} has been given the ticket since and was sent "
    "no "
    "notice of its own, see the ticket for its deadline",
    "{0}：通知单 {1} 系向 {2} 下达，按下达时内容打印；工单此后已转 {3}，未另行下达通知单，其时限请查看工单"};

// {0}: seq
inline constexpr Message not_an_event_of_a_ticket{
    "not_an_event_of_a_ticket",
    "event {0} of the journal ({1}) is no event of a ticket: those of regulations and units stay, "
    "and all others are redacted as events are",
    "台账流水的事件 {0}（{1}）不是工单事件：制度和单位的事件须保留，其余事件请按一般事件脱敏"};
inline constexpr Message counts_for_a_unit{
    "counts_for_a_unit", "event {0} of the ticket {1} says how a unit was judged, which its counters rest on; it stays",
    "事件 {0}（工单 {1}）记有对单位的评判结果，单位累计次数以此为据，不能移除"};
// {0}: ticket, {1}: actor
inline constexpr Message forgotten_by_doer{
    "forgotten_by_doer", "{1} did work on {0}, or is of a unit that did or must: somebody else lets it go",
    "{1} 办理过工单 {0}，或属于其承办单位：须由他人移除"};
inline constexpr Message forgotten_by_nobody{"forgotten_by_nobody",
                                             "nobody is named who removes the content of event {0}; say who",
                                             "没有写明由谁移除事件 {0} 的内容；请写明"};
inline constexpr Message forgotten_without_reason{"forgotten_without_reason",
                                                  "no reason is given why the content of event {0} goes; give one",
                                                  "没有说明为何移除事件 {0} 的内容；请填写理由"};

inline constexpr const Message* tickets_catalogue[] = {
    &not_a_ticket_event,      &redacted_ticket_event,    &tickets_before_regulations, &key_of_another,
    &wrong_notice_number,     &no_notice_of_ticket,      &notice_without_unit,        &notice_of_void_ticket,
    &notice_of_merged_ticket, &notice_passed_on,         &not_an_event_of_a_ticket,   &counts_for_a_unit,
    &forgotten_by_nobody,     &forgotten_without_reason, &forgotten_by_doer};

}  // namespace aedile::messages
