// The help of aedile ticket.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::help {

inline constexpr Message ticket{"ticket", "Rectification tickets in a journal", "台账流水中的整改工单"};
inline constexpr Message ticket_footer{"ticket_footer", R"(
  aedile journal init street.journal --name "Donghu 2026"
  aedile ticket adopt street.journal regulations.json --as office --at 2026-05-01T09:00
  aedile ticket open street.journal street_notice --as wu --at 2026-05-19T16:00 --unit taoyuan --site P17 --item 1.1
  aedile ticket allowed street.journal T-0001 --as li --at 2026-05-20T09:00
  aedile ticket do street.journal T-0001 report --as li --at 2026-05-25T15:00 --evidence after.jpg
  aedile ticket due street.journal --at 2026-05-26T09:00

"aedile ticket COMMAND --help" explains each. More: docs/tickets.md.)",
                                       R"(
  aedile journal init street.journal --name "台账 2026"
  aedile ticket adopt street.journal regulations.json --as office --at 2026-05-01T09:00
  aedile ticket open street.journal street_notice --as wu --at 2026-05-19T16:00 --unit taoyuan --site P17 --item 1.1
  aedile ticket allowed street.journal T-0001 --as li --at 2026-05-20T09:00
  aedile ticket do street.journal T-0001 report --as li --at 2026-05-25T15:00 --evidence after.jpg
  aedile ticket due street.journal --at 2026-05-26T09:00

“aedile ticket 命令 --help”说明各个命令。详见 docs/tickets.md。)"};
inline constexpr Message ticket_more{"ticket_more", "\nMore: docs/tickets.md.", "\n详见 docs/tickets.md。"};

inline constexpr Message ticket_adopt{"ticket_adopt", "Regulations hold from now on", "采用规程"};
inline constexpr Message ticket_open{"ticket_open", "A ticket comes into being", "立案，开具工单"};
inline constexpr Message ticket_do{"ticket_do", "Carry out a command on a ticket", "对工单执行命令"};
inline constexpr Message ticket_allowed{"ticket_allowed", "What somebody may do with a ticket",
                                        "某人可对工单执行的命令"};
inline constexpr Message ticket_show{"ticket_show", "A ticket and its history, or all tickets",
                                     "一张工单及其经过，或全部工单"};
inline constexpr Message ticket_due{"ticket_due", "Deadlines that run, the earliest first",
                                    "正在计时的时限，先到期者在前"};
inline constexpr Message ticket_stats{"ticket_stats", "Counts and rates of the tickets", "工单的数量与各项比率"};
inline constexpr Message ticket_advance{
    "ticket_advance", "Record what time has brought: exemptions that end, deadlines that move, steps of the ladders",
    "记录到时事项：豁免期满、时限变动、工单与单位的升级步骤"};

inline constexpr Message ticket_journal{"ticket_journal", "The journal, made by aedile journal init",
                                        "台账流水，由 aedile journal init 建立"};
inline constexpr Message ticket_regulations{"ticket_regulations", "The regulations, regulations/1",
                                            "规程（regulations/1）"};
inline constexpr Message ticket_id{"ticket_id", "The ticket", "工单号"};
inline constexpr Message ticket_workflow{"ticket_workflow", "Id of the workflow", "流程编号"};
inline constexpr Message ticket_command{"ticket_command", "The command, as the workflow calls it",
                                        "命令，按流程中的名称"};
inline constexpr Message ticket_as{"ticket_as", "Who acts: a person of the regulations", "执行人，须在规程中"};
inline constexpr Message ticket_as_office{"ticket_as_office", "Who adopts them", "采用人"};
inline constexpr Message ticket_as_judge{"ticket_as_judge",
                                         "Who records it: a person of the regulations, of none of the units",
                                         "登记人，须在规程中，且不是被考评单位的人员"};
inline constexpr Message ticket_as_ladder{
    "ticket_as_ladder", "Who escalates; without it no step of the ladder is taken", "执行升级的人员；不写则不执行升级"};
inline constexpr Message ticket_at{"ticket_at",
                                   "When: 2026-05-19T16:00 in the zone of the regulations, or with an offset",
                                   "时间，须写到时分：2026-05-19T16:00（规程所用时区），或带时差"};
inline constexpr Message ticket_recorded{"ticket_recorded", "When it is written down, where that is later (the same)",
                                         "记录时间，补录时填写（默认与前者相同）"};
inline constexpr Message ticket_new_id{"ticket_new_id", "Number of the new ticket (T-0001, T-0002 …)",
                                       "新工单号（默认 T-0001、T-0002……）"};
inline constexpr Message ticket_opening{"ticket_opening", "The command that opens it, where there are several",
                                        "立案命令（有多种时须写明）"};
inline constexpr Message ticket_title{"ticket_title", "What is the matter", "事由"};
inline constexpr Message ticket_site{"ticket_site", "Code of the site", "点位编号"};
inline constexpr Message ticket_site_class{"ticket_site_class", "Class of the site", "点位类别"};
inline constexpr Message ticket_location{"ticket_location", "Where in the site", "点位内的位置"};
inline constexpr Message ticket_item{"ticket_item", "Code of the item", "项目编号"};
inline constexpr Message ticket_fault_class{"ticket_fault_class", "Class of the fault", "问题类别"};
inline constexpr Message ticket_severity{"ticket_severity", "How severe it is", "严重程度"};
inline constexpr Message ticket_finding{"ticket_finding", "The finding it is about; repeatable", "所涉问题；可重复"};
inline constexpr Message ticket_link{"ticket_link", "recurrence_of or propagated_from another ticket; repeatable",
                                     "与其他工单的关联：recurrence_of 或 propagated_from；可重复"};
inline constexpr Message ticket_reason{"ticket_reason", "Why", "理由"};
inline constexpr Message ticket_evidence{"ticket_evidence", "A file whose SHA-256 is recorded; repeatable",
                                         "佐证文件，记录其 SHA-256；可重复"};
inline constexpr Message ticket_taken{"ticket_taken", "When the evidence was taken (the same as --at)",
                                      "佐证取得时间（默认与 --at 相同）"};
inline constexpr Message ticket_criteria{"ticket_criteria", "Criteria that are met, separated by commas",
                                         "已满足的条件，以逗号分隔"};
inline constexpr Message ticket_assignee{"ticket_assignee", "Who is to handle it", "承办人"};
inline constexpr Message ticket_unit{"ticket_unit", "Which unit answers for it", "责任单位"};
inline constexpr Message ticket_until{"ticket_until", "Until when; a date alone means the end of that day",
                                      "截止时间；只写日期即指当日终了"};
inline constexpr Message ticket_decision{"ticket_decision", "On a request", "对申请的审批意见"};
inline constexpr Message ticket_length{"ticket_length", "Of an extension asked for: working_days:2, on:2026-06-01 …",
                                       "申请延期的时长：working_days:2、on:2026-06-01 等"};
inline constexpr Message ticket_into{"ticket_into", "The ticket that it is merged into", "并入的工单"};
inline constexpr Message ticket_part{"ticket_part", "A part that becomes a ticket of its own; repeatable",
                                     "拆分出的工单；可重复"};
inline constexpr Message ticket_limit{"ticket_limit", "A limit of this ticket: rectify=working_days:3; repeatable",
                                      "本工单的时限：rectify=working_days:3；可重复"};
inline constexpr Message ticket_step{"ticket_step", "Step of the ladder", "升级步骤"};
inline constexpr Message ticket_notice{"ticket_notice", "Number of the notice (the next one)",
                                       "通知单编号（默认为下一个）"};
inline constexpr Message ticket_key{"ticket_key", "The same command with the same key is carried out once",
                                    "同一键的同一命令只执行一次"};
inline constexpr Message ticket_json{"ticket_json", "For programs", "供程序读取"};
inline constexpr Message ticket_shown{"ticket_shown", "The ticket; left out: all", "工单号；不写则列出全部"};
inline constexpr Message ticket_known{"ticket_known", "As it was known then: what had been recorded by that time",
                                      "按当时所知：只计该时间以前记录的"};
inline constexpr Message ticket_now{"ticket_now",
                                    "As things stood then: what had happened, and was overdue. A date alone means the "
                                    "end of that day",
                                    "截至该时间已发生的情况，并据此判断是否超时；只写日期即指当日终了"};
inline constexpr Message ticket_due_until{"ticket_due_until",
                                          "Only deadlines up to this time; a date alone means the end of that day",
                                          "只列出该时间以前的时限；只写日期即指当日终了"};

inline constexpr Message ticket_judge{"ticket_judge", "Record how units were judged: months, lists, talks",
                                      "登记对各单位的考评结果：月度、榜单、约谈等"};
inline constexpr Message ticket_occasions{"ticket_occasions", "The table of occasions, as of aedile ladder climb",
                                          "考核场次表，与 aedile ladder climb 相同"};
inline constexpr Message ticket_units{"ticket_units",
                                      "How units stand: failures in a row and within the year, and steps",
                                      "各单位现状：连续与年内不合格次数、升级步骤"};
inline constexpr Message ticket_which_unit{"ticket_which_unit", "The unit; left out: all", "单位；不写则列出全部"};
inline constexpr Message ticket_closed{"ticket_closed", "A table of closed tickets, for aedile follow-up",
                                       "已销号工单表，供 aedile follow-up 使用"};
inline constexpr Message ticket_closed_from{"ticket_closed_from", "Closed on this day or later", "该日或之后销号的"};
inline constexpr Message ticket_closed_until{"ticket_closed_until", "Closed on this day or before", "该日或之前销号的"};
inline constexpr Message ticket_closed_sites{"ticket_closed_sites", "The site ledger, whose cell is the area of a site",
                                             "点位台账，以其网格为片区"};
inline constexpr Message ticket_closed_output{"ticket_closed_output", "Where the table goes (standard output)",
                                              "输出文件（默认为标准输出）"};

inline constexpr Message ticket_findings{"ticket_findings",
                                         "The table of findings with what scores read: overdue, come back, put right",
                                         "在问题表中标注评分所用情况：逾期、反弹、及时整改"};
inline constexpr Message ticket_findings_file{
    "ticket_findings_file", "findings.csv, of which the tickets name findings", "findings.csv，工单所涉问题在其中"};
inline constexpr Message ticket_findings_restore{
    "ticket_findings_restore", "corrected = yes for what was closed in time", "及时销号的，corrected 记 yes"};
inline constexpr Message ticket_findings_degrees{"ticket_findings_degrees", "recurrence = 1, 2 … besides repeat = yes",
                                                 "除 repeat 外，另记反弹次数 recurrence"};

}  // namespace aedile::tool::help
