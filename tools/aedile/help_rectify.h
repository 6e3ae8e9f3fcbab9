// The help of aedile ladder, notice and rates.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::help {

inline constexpr Message ladder{"ladder", "What happens when a ticket is late, or a unit fails again and again",
                                "逾期升级和单位累计升级的步骤"};
inline constexpr Message ladder_footer{"ladder_footer", R"(
  aedile ladder steps ladder.json 2026-03-05T10:00 --working-days 5
  aedile ladder steps ladder.json 2026-03-05T10:00 --working-days 5 --as-of 2026-03-16T09:00
  aedile ladder climb unit_ladder.json weeks.csv

"aedile ladder COMMAND --help" explains each. More: docs/ladder.md.)",
                                       R"(
  aedile ladder steps ladder.json 2026-03-05T10:00 --working-days 5 --lang zh
  aedile ladder steps ladder.json 2026-03-05T10:00 --working-days 5 --as-of 2026-03-16T09:00
  aedile ladder climb unit_ladder.json weeks.csv

“aedile ladder 命令 --help”说明各个命令。详见 docs/ladder.md。)"};
inline constexpr Message ladder_more{"ladder_more", "\nMore: docs/ladder.md.", "\n详见 docs/ladder.md。"};
inline constexpr Message ladder_steps{"ladder_steps", "Every step of a ticket's ladder, with its instant",
                                      "一张工单的各个升级步骤及其时间"};
inline constexpr Message ladder_file{"ladder_file", "The ladder, ladder/1", "升级阶梯（ladder/1）"};
inline constexpr Message ladder_ticket{"ladder_ticket", "What the ticket is called (T)", "工单号（默认 T）"};
inline constexpr Message ladder_answered{"ladder_answered", "When the ticket was answered; nothing is due after it",
                                         "工单答复的时间；此后不再升级"};
inline constexpr Message ladder_as_of{"ladder_as_of", "Only what has come by this time",
                                      "只列出截至该时间已到期的步骤"};
inline constexpr Message ladder_climb{"ladder_climb", "The steps of units, by failures in a row and within the year",
                                      "各单位按连续次数和年内次数应采取的措施"};
inline constexpr Message unit_ladder_file{"unit_ladder_file", "The ladder of units, unit_ladder/1",
                                          "单位升级阶梯（unit_ladder/1）"};
inline constexpr Message occasions_file{"occasions_file", "The table of occasions, as docs/ladder.md lists its columns",
                                        "考核场次表，各列见 docs/ladder.md"};
inline constexpr Message climb_unit{"climb_unit", "This unit only", "只看该单位"};

inline constexpr Message notice{"notice", "Rectification notices", "整改通知单"};
inline constexpr Message notice_footer{"notice_footer", R"(
  aedile notice render notice.json
  aedile notice render notice.json --html --output notice.html --lang zh

More: docs/notices.md.)",
                                       R"(
  aedile notice render notice.json --lang zh
  aedile notice render notice.json --html --output notice.html --lang zh

详见 docs/notices.md。)"};
inline constexpr Message notice_more{"notice_more", "\nMore: docs/notices.md.", "\n详见 docs/notices.md。"};
inline constexpr Message notice_render{"notice_render", "Both copies of a notice, as text or as a page to print",
                                       "输出通知单的两联，文本或可打印的网页"};
inline constexpr Message notice_file{"notice_file", "The notice, notice/1", "通知单（notice/1）"};
inline constexpr Message notice_ticket{"notice_ticket", "Of this ticket; NOTICE is then a journal",
                                       "该工单的通知单；此时 NOTICE 为台账流水"};
inline constexpr Message notice_organisation{"notice_organisation", "For the titles of site and unit",
                                             "用于点位和单位名称"};
inline constexpr Message notice_scheme{"notice_scheme", "For the titles of items", "用于项目名称"};
inline constexpr Message notice_visits{"notice_visits", "visits.csv: the day of the inspection",
                                       "visits.csv：检查日期"};
inline constexpr Message notice_findings{"notice_findings",
                                         "findings.csv: what the ticket's findings say, each in full",
                                         "findings.csv：逐条列出工单所涉问题"};
inline constexpr Message notice_copy{"notice_copy", "responsible, look_back or both (both)",
                                     "responsible（责任单位联）、look_back（回头看联）或 both（两联，默认）"};
inline constexpr Message notice_html{"notice_html", "An HTML page, A4, instead of text", "输出 A4 版式的 HTML 网页"};
inline constexpr Message notice_output{"notice_output", "Where it goes; - is the standard output",
                                       "输出到该文件；- 为标准输出"};

inline constexpr Message rates{"rates", "Rates over tickets, each by its formula", "工单各项指标，逐项说明公式"};
inline constexpr Message rates_footer{"rates_footer", R"(
  aedile rates tickets.csv
  aedile rates tickets.csv --by unit --rate on_time_closing_rate --suspended leave
  aedile rates march.csv april.csv --json

More: docs/statistics.md.)",
                                      R"(
  aedile rates tickets.csv --lang zh
  aedile rates tickets.csv --by unit --rate on_time_closing_rate --suspended leave
  aedile rates march.csv april.csv --json

详见 docs/statistics.md。)"};
inline constexpr Message rates_files{"rates_files", "Tables of what became of tickets; they are added up",
                                     "工单情况表，可给出多个，合并统计"};
inline constexpr Message rates_by{"rates_by", "A row for each: unit, site_class, item or period",
                                  "分组：unit（单位）、site_class（点位类别）、item（项目）或 period（时段）"};
inline constexpr Message rates_rate{"rates_rate", "Only this rate, by its code; repeatable",
                                    "只看该指标（代码），可重复"};
inline constexpr Message rates_rework{"rates_rework", "Rework counts tickets or send_backs (tickets)",
                                      "返工按 tickets（案件）或 send_backs（次数）计（默认 tickets）"};
inline constexpr Message rates_suspended{"rates_suspended",
                                         "Suspended tickets stay in the denominator, or leave (stay)",
                                         "缓办案件 stay（计入）或 leave（不计入）分母（默认 stay）"};
inline constexpr Message rates_replied{
    "rates_replied",
    "Tickets that cannot be rectified and were replied to: not_rectified, rectified or "
    "leave (not_rectified)",
    "无法整改已答复：not_rectified（未整改）、rectified（视同整改）或 leave（不计入），默认 "
    "not_rectified"};
inline constexpr Message rates_excused{"rates_excused",
                                       "Lateness excused on appeal counts as on_time or late (on_time)",
                                       "申诉成立的超时按 on_time（按期）或 late（超时）计（默认 on_time）"};
inline constexpr Message rates_unit{"rates_unit", "Only tickets of this unit", "只统计该单位"};
inline constexpr Message rates_class{"rates_class", "Only tickets at this class of site", "只统计该点位类别"};
inline constexpr Message rates_item{"rates_item", "Only tickets of this item", "只统计该项目"};
inline constexpr Message rates_period{"rates_period", "Only tickets opened in this period", "只统计该时段登记的工单"};
inline constexpr Message rates_counts{"rates_counts", "The counted numbers besides", "同时列出各项计数"};
inline constexpr Message rates_json{"rates_json", "Counts and rates as JSON", "以 JSON 输出计数和指标"};

inline constexpr Message follow_up{"follow_up",
                                   "What follows a finding and a closing: returns, checks elsewhere, look-back",
                                   "发现问题和销号之后：反弹认定、举一反三、回头看抽查"};
inline constexpr Message follow_up_footer{"follow_up_footer", R"(
  aedile follow-up returns follow_up.json closed.csv found.csv
  aedile follow-up spread follow_up.json sites.csv --ticket T-12 --item 3.2.4 --site S007 --date 2026-03-05
  aedile follow-up look-back follow_up.json closed.csv --period 2026-03 --seed-source "lottery of 8 April"

More: docs/formats/follow_up.md.)",
                                          R"(
  aedile follow-up returns follow_up.json closed.csv found.csv --lang zh
  aedile follow-up spread follow_up.json sites.csv --ticket T-12 --item 3.2.4 --site S007 --date 2026-03-05
  aedile follow-up look-back follow_up.json closed.csv --period 2026-03 --seed-source 4月8日开奖号码

详见 docs/formats/follow_up.md。)"};
inline constexpr Message follow_up_more{"follow_up_more", "\nMore: docs/formats/follow_up.md.",
                                        "\n详见 docs/formats/follow_up.md。"};
inline constexpr Message follow_up_rules{"follow_up_rules", "The rules, follow_up/1", "规则（follow_up/1）"};
inline constexpr Message returns{"returns", "Which faults are the return of closed ones", "哪些问题是已销号问题的反弹"};
inline constexpr Message closed_file{"closed_file", "The table of closed tickets", "已销号工单表"};
inline constexpr Message found_file{"found_file", "The table of faults that were found", "新发现问题表"};
inline constexpr Message spread{"spread", "Where else one fault sends somebody to look", "由一个问题到同类点位检查"};
inline constexpr Message spread_sites{"spread_sites", "The site ledger", "点位台账"};
inline constexpr Message spread_ticket{"spread_ticket", "The ticket of the fault", "该问题的工单号"};
inline constexpr Message spread_item{"spread_item", "Its item", "测评项目"};
inline constexpr Message spread_site{"spread_site", "Its site", "所在点位"};
inline constexpr Message spread_date{"spread_date", "The day it was found", "发现日期"};
inline constexpr Message look_back{"look_back", "The terms of the draw of closed tickets to look at again",
                                   "生成回头看抽查的名单和规则"};
inline constexpr Message look_back_period{"look_back_period", "Tickets closed in this period: 2026-03, 2026-W14 …",
                                          "只取该时段内销号的：2026-03、2026-W14 等"};
inline constexpr Message look_back_seed{"look_back_seed", "Where the seed will come from", "种子的来源"};
inline constexpr Message look_back_output{"look_back_output", "Where the terms go; - is the standard output",
                                          "写入该文件；- 为标准输出"};
inline constexpr Message follow_up_json{"follow_up_json", "As JSON", "以 JSON 输出"};

}  // namespace aedile::tool::help
