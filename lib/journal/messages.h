// What can be wrong with a journal and its files.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// ---- opening

inline constexpr Message journal_exists{"journal_exists", "there is a file of this name already; choose another name",
                                        "已有同名文件；请另取文件名"};
// {0}: reason
inline constexpr Message cannot_write_journal{"cannot_write_journal",
                                              "the journal cannot be written: {0}; nothing was recorded",
                                              "台账流水无法写入：{0}；本次未作任何记录"};
inline constexpr Message cannot_read_journal{"cannot_read_journal", "the journal cannot be read: {0}",
                                             "台账流水无法读取：{0}"};
inline constexpr Message not_a_journal{"not_a_journal",
                                       "this is no journal of aedile; name a file made by `aedile journal init`",
                                       "该文件不是 aedile 的台账流水；请给出由 `aedile journal init` 建立的文件"};
// {0}: version found, {1}: version known
inline constexpr Message other_journal_version{
    "other_journal_version",
    "the journal has layout {0}, this program knows layouts up to {1}; open it with a newer aedile",
    "该台账流水的版式为 {0}，本程序只认识 {1} 及以下版式；请用新版 aedile 打开"};
// {0}: "4711 (what it called itself)"
inline constexpr Message journal_held{
    "journal_held", "the journal is being written by process {0}; wait until that has ended, or read only",
    "台账流水正由进程 {0} 写入；请等其结束，或只读打开"};
inline constexpr Message journal_linked{
    "journal_linked",
    "the journal's file has {0} names (hard links), and writing through two of them loses events; remove all but one",
    "台账流水文件有 {0} 个名称（硬链接），经两个名称写入会丢失事件；请只保留一个"};
inline constexpr Message bad_journal_name{
    "bad_journal_name", "a journal has a name of 1 to {0} bytes of UTF-8 without control characters; give it one",
    "台账流水须有名称：1 至 {0} 字节的 UTF-8 文本，不含控制字符；请命名"};

// ---- damage

// {0}: what the store found
inline constexpr Message damaged_store{
    "damaged_store", "the file is damaged: {0}; restore it from a copy, and compare with a head that was kept",
    "文件已损坏：{0}；请从副本恢复，并与另存的流水头核对"};
// {0}: events acknowledged, {1}: events found, {2}: first lost
inline constexpr Message events_lost{
    "events_lost",
    "{0} {0|event was|events were} acknowledged, but only {1} {1|is|are} there: events {2} to {0} are lost; restore "
    "the journal with all its files from a copy",
    "已确认 {0} 条事件，但只找到 {1} 条：第 {2} 至 {0} 条已丢失；请连同附属文件一起从副本恢复"};
// {0}: size, {1}: root acknowledged, {2}: root found
inline constexpr Message other_events{
    "other_events",
    "the first {0} events are not those that were acknowledged (root {1}, now {2}); the file was replaced or changed",
    "前 {0} 条事件并非当时确认的内容（根值应为 {1}，现为 {2}）；文件被替换或改动"};
// {0}: byte in the file
inline constexpr Message damaged_log{
    "damaged_log",
    "the write-ahead log is damaged at byte {0}: what was recorded there is lost; restore it from a copy",
    "预写日志在第 {0} 字节处损坏，该处的记录已丢失；请从副本恢复"};
inline constexpr Message unfinished_append{
    "unfinished_append",
    "the write-ahead log ends within a record at byte {0}: an append was under way when the program or the machine "
    "stopped; every event that the lock file knows as acknowledged is there",
    "预写日志在第 {0} 字节处中断：程序或机器停止时有一次写入尚未完成；锁文件所载已确认的事件均在"};
inline constexpr Message unfinished_append_unknown{
    "unfinished_append_unknown",
    "the write-ahead log ends within a record at byte {0}: an append was under way when the program or the machine "
    "stopped, or the file was damaged; there is no lock file that could tell",
    "预写日志在第 {0} 字节处中断：程序或机器停止时有一次写入尚未完成，或文件受损；没有锁文件可供判断"};
inline constexpr Message damaged_lock_file{"damaged_lock_file",
                                           "the lock file is damaged, so it does not say how many events were "
                                           "acknowledged last; it is written anew by the next "
                                           "append",
                                           "锁文件已损坏，无法得知最后确认了多少条事件；下次写入时将重新生成"};
// {0}: seq
inline constexpr Message damaged_event{
    "damaged_event", "event {0} is damaged: it does not have the hash it was recorded with; restore it from a copy",
    "第 {0} 条事件已损坏：与记录时的哈希值不符；请从副本恢复"};
inline constexpr Message missing_event{"missing_event", "event {0} is missing; restore it from a copy",
                                       "缺少第 {0} 条事件；请从副本恢复"};
inline constexpr Message missing_events{"missing_events", "events {0} to {1} are missing; restore them from a copy",
                                        "缺少第 {0} 至 {1} 条事件；请从副本恢复"};
// {0}: first event, {1}: last event
inline constexpr Message damaged_node{
    "damaged_node",
    "events {0} to {1} do not have the hash they had together: one of them was changed, or the hash was; compare with "
    "a "
    "copy",
    "第 {0} 至 {1} 条事件与其合并哈希值不符：其中有事件被改动，或该哈希值被改动；请与副本核对"};
inline constexpr Message damaged_head{
    "damaged_head",
    "the end of the journal is damaged: it does not have the hash it was written with; restore it from a copy",
    "台账流水的末端记录已损坏：与写入时的哈希值不符；请从副本恢复"};
// {0}: root by the end record, {1}: root by the events
inline constexpr Message other_root{
    "other_root", "the events give the root {1}, but the journal says {0}; events were changed, removed or added",
    "按事件计算的根值为 {1}，而台账流水所载为 {0}；有事件被改动、删除或添加"};
inline constexpr Message surplus_event{
    "surplus_event", "there is an event {0}, but the journal ends with {1}; somebody put it into the file",
    "存在第 {0} 条事件，而台账流水止于第 {1} 条；有人把它放进了文件"};
inline constexpr Message recorded_backwards{
    "recorded_backwards", "event {0} was recorded at {1}, before the one before it ({2}); the file was changed",
    "第 {0} 条事件的记录时间 {1} 早于前一条（{2}）；文件被改动"};
// {0}: seq, {1}: its cause
inline constexpr Message damaged_cause{"damaged_cause",
                                       "event {0} names event {1} as its cause, which does not stand before it",
                                       "第 {0} 条事件所列原因为第 {1} 条，但该条并不在其之前"};
inline constexpr Message unfounded_redaction{
    "unfounded_redaction", "the payload of event {0} is gone, but no event says who removed it and why",
    "第 {0} 条事件的内容已被移除，但没有事件说明由谁、因何移除"};
inline constexpr Message damaged_key{"damaged_key",
                                     "the list of keys is damaged at \"{0}\"; restore the journal from a copy",
                                     "幂等键列表在“{0}”处损坏；请从副本恢复"};
// {0}: keys there, {1}: events with a key
inline constexpr Message damaged_keys{
    "damaged_keys", "the list of keys has {0}, but {1} {1|event has|events have} one; restore the journal from a copy",
    "幂等键列表有 {0} 个键，而有键的事件为 {1} 条；请从副本恢复"};
// {0}: nodes there, {1}: nodes due
inline constexpr Message damaged_nodes{
    "damaged_nodes", "the tree has {0} {0|node|nodes} stored, but {1} {1|is|are} due; restore the journal from a copy",
    "哈希树存有 {0} 个节点，应有 {1} 个；请从副本恢复"};
// {0}: key of the effect
inline constexpr Message damaged_effect{"damaged_effect",
                                        "effect {0} of the outbox is damaged; hand it over by hand, from its event",
                                        "发件箱中的 {0} 已损坏；请依据其事件人工发出"};
// {0}: recorded, {1}: acknowledged, {2}: there
inline constexpr Message damaged_outbox{
    "damaged_outbox", "{0} {0|effect was|effects were} recorded and {1} acknowledged, but the outbox holds {2}",
    "发件箱曾记录 {0} 项、已确认 {1} 项，但现有 {2} 项"};
inline constexpr Message damaged_snapshot{
    "damaged_snapshot", "the snapshot \"{0}\" is damaged and not used; it is made anew from the events",
    "快照“{0}”已损坏，未予使用；将由事件重新生成"};
inline constexpr Message other_snapshot{
    "other_snapshot", "the snapshot \"{0}\" belongs to another journal or another format, and is not used",
    "快照“{0}”属于其他台账流水或其他版式，未予使用"};
// {0}: size, {1}: root kept, {2}: root found
inline constexpr Message head_not_kept{
    "head_not_kept",
    "the head kept at {0} {0|event|events} has the root {1}, but the first {0} events have {2}: something before was "
    "changed",
    "在 {0} 条事件时另存的流水头根值为 {1}，而现在前 {0} 条事件的根值为 {2}：此前的内容已被改动"};
inline constexpr Message journal_shortened{
    "journal_shortened", "a head was kept at {0} {0|event|events}, but the journal has only {1}: events were removed",
    "曾在 {0} 条事件时另存流水头，而台账流水只有 {1} 条：有事件被删除"};

}  // namespace aedile::messages
