// What the commands of `aedile journal` say.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

inline constexpr Message journal_made{"journal_made", "{0}: a new journal, \"{1}\"", "{0}：已建立台账流水“{1}”"};
// {0}: appended, {1}: repeated, {2}: size
inline constexpr Message journal_appended{"journal_appended", "events recorded: {0}; there already: {1}; in all: {2}",
                                          "新记录 {0} 条事件，{1} 条此前已有；共 {2} 条"};
inline constexpr Message journal_redacted{"journal_redacted",
                                          "event {0}: salt and payload removed; event {1} says by whom and why",
                                          "第 {0} 条事件：盐值与内容已移除；第 {1} 条事件注明由谁、因何移除"};
inline constexpr Message journal_acknowledged{"journal_acknowledged",
                                              "effects acknowledged: {0}; still to be handed over: {1}",
                                              "已确认 {0} 项，尚有 {1} 项待发"};
// {0}: name, {1}: size, {2}: root
inline constexpr Message journal_sound{
    "journal_sound", "\"{0}\": {1} {1|event|events}, root {2}; everything agrees with the heads that were kept",
    "“{0}”：{1} 条事件，根值 {2}；全部内容与另存的流水头一致"};
inline constexpr Message journal_consistent{
    "journal_consistent",
    "\"{0}\": {1} {1|event|events}, root {2}; nothing is damaged. That nothing was written anew is shown by a kept "
    "head alone: "
    "--head",
    "“{0}”：{1} 条事件，根值 {2}；没有损坏。是否被重写，须用 --head 与另存的流水头核对"};
inline constexpr Message journal_head_line{"journal_head_line", "\"{0}\": {1} {1|event|events}, root {2}",
                                           "“{0}”：{1} 条事件，根值 {2}"};
inline constexpr Message journal_details{
    "journal_details", "redacted: {0}; effects to be handed over: {1}; snapshots: {2}; kept heads that agree: {3}",
    "已移除内容 {0} 条，待发 {1} 项，快照 {2} 个，相符的流水头 {3} 个"};
inline constexpr Message journal_keep_elsewhere{
    "journal_keep_elsewhere",
    "Keep this where whoever keeps the journal cannot change it: without it nobody can show that the end was not cut "
    "off "
    "or everything written anew.",
    "请把它存放在台账流水保管者无法改动之处：否则末尾被截去或全部重写都无从证明。"};
// {0}: events, {1}: whole size
inline constexpr Message journal_listed{"journal_listed", "{0} of {1} {1|event|events}", "{1} 条事件中的 {0} 条"};
inline constexpr Message journal_redacted_word{"journal_redacted_word", "(redacted)", "（内容已移除）"};
inline constexpr Message journal_imported{"journal_imported", "{0}: {1} {1|event|events}, root {2}, as in the export",
                                          "{0}：{1} 条事件，根值 {2}，与导出文件一致"};
inline constexpr Message journal_nothing_pending{"journal_nothing_pending", "nothing to be handed over",
                                                 "没有待发事项"};
// {0}: file, {1}: seq, {2}: size, {3}: root, {4}: name
inline constexpr Message proof_holds{"proof_holds",
                                     "{0}: event {1} stands in \"{4}\" of {2} {2|event|events} with the root {3}",
                                     "{0}：第 {1} 条事件在 {2} 条事件、根值为 {3} 的“{4}”之中"};
// {0}: file, {1}: old size, {2}: new size, {3}: old root, {4}: new root, {5}: name
inline constexpr Message growth_holds{
    "growth_holds",
    "{0}: \"{5}\" of {2} {2|event|events} (root {4}) begins with the one of {1} {1|event|events} (root {3})",
    "{0}：{2} 条事件的“{5}”（根值 {4}）以其 {1} 条时的内容开头（根值 {3}）"};
inline constexpr Message proof_needs_head{
    "proof_needs_head",
    "Compare the root with the head of that day, kept elsewhere, or give that one with --head: a proof alone shows "
    "nothing "
    "about which journal it is.",
    "请与当日另存的流水头核对根值，或用 --head 给出该流水头：单凭证明无法说明属于哪一份台账流水。"};
inline constexpr Message proof_as_kept{"proof_as_kept", "The head is the one that was kept ({0}).",
                                       "流水头与另存的一致（{0}）。"};
// {0}: time
inline constexpr Message journal_without_zone{
    "journal_without_zone",
    "\"{0}\" is of no zone: the journal has no regulations that name one; write an offset, such as "
    "2026-05-19T16:00:00+08:00",
    "“{0}”没有写明时区，台账流水中也没有指明时区的规程；请写出时差，如 2026-05-19T16:00:00+08:00"};
inline constexpr Message entry_or_file{"entry_or_file",
                                       "give a file of entries, or one entry with --actor and --command",
                                       "请给出条目文件，或用 --actor 和 --command 给出一条"};
// {0}: command
inline constexpr Message journal_ticket_command{
    "ticket_command_reserved",
    "\"{0}\" is a word of the tickets and units: an event of this kind that was not made by `aedile ticket` would make "
    "all of them in the journal unreadable; use `aedile ticket`, or a word that does not begin with \"ticket.\", "
    "\"regulations.\" or \"unit.\"",
    "“{0}”为工单和单位专用：此类事件若不是由 `aedile ticket` 生成，该台账流水中的工单和单位将全部无法读取；"
    "请使用 `aedile ticket`，或改用不以“ticket.”“regulations.”“unit.”开头的词"};
// {0}: seq, {1}: command, {2}: subject
inline constexpr Message journal_ticket_event{
    "ticket_event_kept",
    "event {0} ({1}, {2}) is one that tickets and units are worked out from: without its payload none of this journal "
    "could be shown or carried on; nothing was removed. --forget-ticket removes it and gives up the one ticket, where "
    "it "
    "is of one. What `journal append` recorded can be redacted; of evidence the "
    "journal has name and hash alone, so delete the file itself",
    "第 {0} "
    "条事件（{1}，{2}"
    "）是推算工单和单位的依据：移除其内容后，该台账流水中的工单和单位将全部无法查看和办理；未移除任何内容。"
    "若该事件只属于一张工单，可加 --forget-ticket 移除并放弃该工单。"
    "可移除的是由 `journal append` 记录的内容；佐证在流水中只存名称和哈希值，如需删除请删除佐证文件本身"};
// {0}: given, {1}: the machine's time
inline constexpr Message recorded_ahead{
    "recorded_ahead",
    "{0} lies more than a day ahead of this machine's clock ({1}): nothing could be recorded for an earlier time any "
    "more; correct it, or the clock (a rehearsal says with AEDILE_NOW what time it is)",
    "{0} 比本机时钟（{1}）超前一天以上：一经记录，此前的时间便再也无法记录；请更正该时间或校正时钟"
    "（演练时可用环境变量 AEDILE_NOW 指定当前时刻）"};
inline constexpr Message seq_or_since{"seq_or_since",
                                      "give the number of an event, or --since with a head that was kept",
                                      "请给出事件序号，或用 --since 给出另存的流水头"};
// {0}: size asked for, {1}: size
inline constexpr Message no_such_size{"no_such_size", "the journal has {1} {1|event|events}, not {0}",
                                      "台账流水共 {1} 条事件，不足 {0} 条"};
inline constexpr Message bad_effect_key{"bad_effect_key",
                                        "\"{0}\" is no effect; write its key as the outbox shows it, such as 7.0",
                                        "“{0}”不是发件箱中的编号；请照发件箱所示书写，如 7.0"};

}  // namespace aedile::tool::texts
