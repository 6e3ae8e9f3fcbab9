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

inline constexpr const Message* tickets_catalogue[] = {
    &not_a_ticket_event, &redacted_ticket_event, &tickets_before_regulations, &key_of_another, &wrong_notice_number};

}  // namespace aedile::messages
