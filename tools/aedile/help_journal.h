// What --help says of aedile journal, prove and verify, in English and Chinese.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::help {

inline constexpr Message journal{"journal", "The record of everything that happened, which nobody can change unseen",
                                 "台账流水：所有事件的记录，任何改动都会被发现"};
inline constexpr Message journal_footer{"journal_footer", R"(
A first walk:
  aedile journal init street.journal --name "street 2026"
  aedile journal append street.journal --actor li.si --command complaint.received --subject C-0012 --payload '{"item":"1.2"}'
  aedile journal head street.journal --output head.json       keep this file elsewhere
  aedile journal verify street.journal --head head.json       was anything changed since?
  aedile prove street.journal 1 --output proof.json           for a stranger, who has only the head
  aedile verify proof.json --head head.json

"aedile journal COMMAND --help" explains each. More: docs/journal.md.)",
                                        R"(
入门示例：
  aedile journal init street.journal --name "东门街 2026"
  aedile journal append street.journal --actor li.si --command complaint.received --subject C-0012 --payload '{"item":"1.2"}'
  aedile journal head street.journal --output head.json       请将该文件另行保存
  aedile journal verify street.journal --head head.json       此后有无改动？
  aedile prove street.journal 1 --output proof.json           交给只有流水头的第三方
  aedile verify proof.json --head head.json

“aedile journal 命令 --help”说明各个命令。详见 docs/journal.md。)"};
inline constexpr Message journal_more{"journal_more", "\nMore: docs/journal.md.", "\n详见 docs/journal.md。"};
inline constexpr Message journal_file{"journal_file", "The journal's file", "台账流水文件"};
inline constexpr Message journal_json{"journal_json", "As JSON, for programs", "以 JSON 输出，供程序使用"};
inline constexpr Message journal_output{"journal_output", "Into this file (the standard output)",
                                        "写入该文件（默认标准输出）"};
inline constexpr Message recorded_now{"recorded_now", "When it is recorded (now): 2026-11-22T08:30:00+08:00",
                                      "记录时刻（默认此刻）：2026-11-22T08:30:00+08:00"};

inline constexpr Message journal_init{"journal_init", "A new journal", "建立台账流水"};
inline constexpr Message journal_name{"journal_name", "What it is called", "名称"};

inline constexpr Message journal_append{"journal_append", "Record events: durable when the command has ended",
                                        "记录事件：命令结束时已确保落盘"};
inline constexpr Message append_footer{"append_footer", R"(
One event by options, or many from a file of JSON lines, all of them or none:
  {"happened":"2026-11-20T09:00:00+08:00","actor":"li.si","command":"complaint.received","subject":"C-0012","payload":{"item":"1.2"}}
An entry with a key that is there already is not recorded again. More: docs/journal.md.)",
                                       R"(
用选项记录一条，或从 JSON 行文件记录多条（全部记录或一条不记）：
  {"happened":"2026-11-20T09:00:00+08:00","actor":"li.si","command":"complaint.received","subject":"C-0012","payload":{"item":"1.2"}}
键已存在的条目不会重复记录。详见 docs/journal.md。)"};
inline constexpr Message append_entries{"append_entries", "Entries, JSON lines", "条目（JSON 行）"};
inline constexpr Message append_actor{"append_actor", "Who", "行为人"};
inline constexpr Message append_command{"append_command", "What was done, such as complaint.received",
                                        "所做的事，如 complaint.received"};
inline constexpr Message append_subject{"append_subject", "On what, such as C-0012", "对象，如 C-0012"};
inline constexpr Message append_payload{"append_payload", "What else there is to say, JSON ({})",
                                        "其他内容，JSON（默认 {}）"};
inline constexpr Message append_happened{"append_happened", "When it happened (when it is recorded)",
                                         "发生时刻（默认记录时刻）"};
inline constexpr Message append_key{"append_key", "The same key is recorded once", "同一个键只记录一次"};
inline constexpr Message append_cause{"append_cause", "The event from which it follows", "所依据的事件序号"};

inline constexpr Message journal_redact{"journal_redact", "Remove the payload of one event; proofs still hold",
                                        "移除一条事件的内容；证明仍然成立"};
inline constexpr Message redact_footer{"redact_footer", R"(
For personal data that must go. Who, what, on what and when stay; the removal is an event of its own, with its reason.
Events that tickets and units are worked out from (ticket., regulations., unit.) stay whole; one of a single ticket goes with
--forget-ticket: from that event on the ticket is not known any more, and all others are as before.
Copies and exports made before still hold the payload. More: docs/journal.md.)",
                                       R"(
用于必须删除的个人信息。行为人、事项、对象和时间保留；移除本身也是一条事件，并注明原因。
工单和单位所依据的事件（ticket.、regulations.、unit.）不可移除；属于单张工单的事件可加 --forget-ticket 移除：
自该事件起该工单不再可知，其他工单不受影响。
此前的副本和导出文件仍含该内容。详见 docs/journal.md。)"};
inline constexpr Message redact_seq{"redact_seq", "Number of the event", "事件序号"};
inline constexpr Message redact_reason{"redact_reason", "Why", "原因"};
inline constexpr Message redact_forget_ticket{"redact_forget_ticket", "The ticket of the event may be lost with it",
                                              "同意该事件所属工单随之不再可知"};

inline constexpr Message journal_outbox{"journal_outbox", "What is still to be handed over: notifications, prints",
                                        "待发事项：通知、打印等"};
inline constexpr Message outbox_footer{"outbox_footer", R"(
Each effect is shown until it is acknowledged, so it is handed over at least once; its key tells a second time.
  aedile journal outbox street.journal --json
  aedile journal outbox street.journal --acknowledge 7.0 --acknowledge 7.1)",
                                       R"(
每项在确认之前都会列出，因此至少发出一次；凭其编号可识别重复。
  aedile journal outbox street.journal --json
  aedile journal outbox street.journal --acknowledge 7.0 --acknowledge 7.1)"};
inline constexpr Message outbox_acknowledge{"outbox_acknowledge", "This one has been handed over", "该项已发出"};
inline constexpr Message outbox_limit{"outbox_limit", "At most so many (1000)", "至多列出多少项（1000）"};

inline constexpr Message journal_import{"journal_import", "A new journal from an export, with the same root",
                                        "由导出文件建立台账流水，根值相同"};
inline constexpr Message import_lines{"import_lines", "The export, JSON lines", "导出文件（JSON 行）"};
inline constexpr Message import_file{"import_file", "The new journal's file", "新台账流水文件"};

inline constexpr Message journal_verify{"journal_verify", "Check everything, and against heads that were kept",
                                        "全面核验，并与另存的流水头核对"};
inline constexpr Message journal_verify_footer{"journal_verify_footer", R"(
Every event against its hash, the tree against the events, and each kept head against the tree. Without a kept head this
shows damage, but not that the end was cut off, nor that everything was written anew.
  aedile journal verify street.journal --head november.json --head december.json
Exit code 0 if all is as it was recorded, else 1.)",
                                               R"(
逐条核对事件与哈希值、哈希树与事件、另存的流水头与哈希树。没有另存的流水头，只能发现损坏，
不能发现末尾被截去或全部重写。
  aedile journal verify street.journal --head november.json --head december.json
全部与记录时一致时退出码为 0，否则为 1。)"};
inline constexpr Message journal_heads{"journal_heads", "A head that was kept", "另存的流水头"};

inline constexpr Message journal_head{"journal_head", "The head: size and root, to be kept elsewhere",
                                      "流水头：事件数与根值，应另行保存"};
inline constexpr Message head_footer{"head_footer", R"(
  aedile journal head street.journal --output head-2026-11-22.json
Print the root in a gazette, send it by mail, give it to the auditor: wherever the journal's keeper cannot change it.)",
                                     R"(
  aedile journal head street.journal --output head-2026-11-22.json
把根值刊登、寄出或交给审计方：存放在台账流水保管者无法改动之处。)"};
inline constexpr Message head_at{"head_at", "Of the first N events", "前 N 条事件的流水头"};
inline constexpr Message head_output{"head_output", "As journal_head/1 into this file", "以 journal_head/1 写入该文件"};

inline constexpr Message journal_as_of{"journal_as_of", "The events as they were known at some time, of some time",
                                       "某一时刻所知的、某一时刻之前的事件"};
inline constexpr Message as_of_footer{"as_of_footer", R"(
What had happened until the end of March, as it was known on 10 April:
  aedile journal as-of street.journal --happened 2026-03-31T23:59:59+08:00 --recorded 2026-04-10T23:59:59+08:00)",
                                      R"(
截至三月底发生的、截至 4 月 10 日已记录的事件：
  aedile journal as-of street.journal --happened 2026-03-31T23:59:59+08:00 --recorded 2026-04-10T23:59:59+08:00)"};
inline constexpr Message as_of_happened{"as_of_happened", "Happened until then (whenever)",
                                        "截至该时刻发生（默认不限）"};
inline constexpr Message as_of_recorded{"as_of_recorded", "Recorded until then (now)", "截至该时刻记录（默认全部）"};
inline constexpr Message as_of_subject{"as_of_subject", "On this only", "只列该对象"};
inline constexpr Message as_of_command{"as_of_command", "This command only", "只列该事项"};
inline constexpr Message as_of_json{"as_of_json", "As JSON lines, as in an export", "以 JSON 行输出，同导出文件"};

inline constexpr Message journal_export{"journal_export", "All events as JSON lines, always the same bytes",
                                        "把全部事件导出为 JSON 行，字节恒定"};

inline constexpr Message prove{"prove", "A small file that shows what stands in a journal",
                               "生成证明某事件在台账流水中的小文件"};
inline constexpr Message prove_footer{"prove_footer", R"(
  aedile prove street.journal 17 --output proof.json          event 17 stands in the journal
  aedile prove street.journal 17 --at 1200                    … of the head that was kept at 1,200 events
  aedile prove street.journal --since head.json               since that head the journal was only added to
A proof of an event holds the whole event. "aedile verify" checks it without the journal.)",
                                      R"(
  aedile prove street.journal 17 --output proof.json          第 17 条事件在台账流水中
  aedile prove street.journal 17 --at 1200                    ……针对 1200 条事件时另存的流水头
  aedile prove street.journal --since head.json               自该流水头以来只有增加
事件的证明含有该事件全文。“aedile verify”可在没有台账流水时核验。)"};
inline constexpr Message prove_seq{"prove_seq", "Number of the event", "事件序号"};
inline constexpr Message prove_since{"prove_since", "A head that was kept: prove that the journal begins with it",
                                     "另存的流水头：证明台账流水以其内容开头"};
inline constexpr Message prove_at{"prove_at", "Under the head of the first N events (all)",
                                  "针对前 N 条事件的流水头（默认全部）"};

inline constexpr Message verify{"verify", "Check proofs, without the journal", "核验证明，无需台账流水"};
inline constexpr Message verify_footer{"verify_footer", R"(
  aedile verify proof.json --head head.json
The head is the one you have kept, or were given by somebody other than whoever gave you the proof.
Exit code 0 if every proof holds, else 1. How to check by hand: docs/formats/journal.md.)",
                                       R"(
  aedile verify proof.json --head head.json
流水头应为自己保存的，或由证明提供者以外的人给出的。
全部证明成立时退出码为 0，否则为 1。手工核验方法见 docs/formats/journal.md。)"};
inline constexpr Message verify_files{"verify_files", "Proofs, journal_proof/1 or journal_consistency/1",
                                      "证明（journal_proof/1 或 journal_consistency/1）"};
inline constexpr Message verify_head{"verify_head", "The head that was kept, journal_head/1",
                                     "另存的流水头（journal_head/1）"};

}  // namespace aedile::tool::help
