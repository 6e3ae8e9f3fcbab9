// What --help says, in English and Chinese.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::help {

inline constexpr Message aedile{
    "aedile",
    "Scores inspections against a framework of items and rules, exactly, and explains every "
    "point.",
    "按测评体系对检查进行精确评分，并说明每一分的由来。"};

inline constexpr Message footer{"footer", R"(
A first walk, in examples/county:
  aedile check scheme.json                  is the scheme sound? every problem at its line and column
  aedile score scheme.json --visits visits.csv --findings findings.csv --output scores.csv
  aedile explain scheme.json --visits visits.csv --findings findings.csv T4 --what-if
  aedile schema > framework.schema.json     for the editor in which schemes are written

When is it due?
  aedile calendar due 2026-02-12T10:00 --working-days 5

"aedile COMMAND --help" explains each command. Formats: docs/formats/. More: docs/command_line.md.

Exit codes:
  0  all is well
  1  the data have errors; they are listed on the standard error
  2  the command line is wrong
  3  fewer official results agree than asked for (score --expect)
  4  a file cannot be read or written
  5  a defect of aedile itself)",
                                R"(
入门示例（在 examples/county 中）：
  aedile check scheme.json                  测评体系有无错误？逐行逐列指出所有问题
  aedile score scheme.json --visits visits.csv --findings findings.csv --output scores.csv
  aedile explain scheme.json --visits visits.csv --findings findings.csv T4 --what-if --lang zh
  aedile schema > framework.schema.json     供编写测评体系的编辑器使用

何时到期？
  aedile calendar due 2026-02-12T10:00 --working-days 5 --lang zh

“aedile 命令 --help”说明各个命令。格式见 docs/formats/，详见 docs/command_line.md。

退出码：
  0  一切正常
  1  数据有错误，已列在标准错误输出
  2  命令有误
  3  与正式结果一致的数量少于要求（score --expect）
  4  文件无法读写
  5  aedile 自身的缺陷)"};

// ---- for every command

inline constexpr Message usage{"usage", "Usage", "用法"};
inline constexpr Message options{"options", "Options", "选项"};
inline constexpr Message positionals{"positionals", "Positionals", "位置参数"};
inline constexpr Message commands{"commands", "Commands", "命令"};
inline constexpr Message required{"required", "(required)", "（必填）"};
inline constexpr Message help_flag{"help_flag", "Print this help and exit", "显示本帮助"};
inline constexpr Message version_flag{"version_flag", "Print the version and exit", "显示版本"};
inline constexpr Message lang{"lang", "Language of messages and explanations: en or zh", "消息和说明的语言：en 或 zh"};
inline constexpr Message quiet{"quiet", "No summary and no progress, only results and problems",
                               "不显示小结和进度，只显示结果和问题"};
inline constexpr Message max_problems{"max_problems", "Show at most so many problems; all are counted (1000)",
                                      "最多显示多少个问题；全部计数（1000）"};

// ---- check

inline constexpr Message check{"check", "Report every problem of frameworks, mappings, calendars, ladders, notices",
                               "检查测评体系、版本对照、日历、升级阶梯、通知单，报告所有问题"};
inline constexpr Message check_files{"check_files", "JSON files; - for the standard input",
                                     "JSON 文件；- 表示标准输入"};
inline constexpr Message check_json{"check_json", "Problems as JSON on the standard output", "以 JSON 输出问题"};
inline constexpr Message check_footer{"check_footer", R"(
Problems go to the standard error as file:line:column: error: sentence [code]. A mapping is checked against the
two editions it is between if their files are named too:
  aedile check 2021.json 2026.json mapping.json
Exit code 0 if no file has an error, else 1; warnings alone are no error.)",
                                      R"(
问题以“文件:行:列: error: 说明 [代码]”的形式写到标准错误输出。同时给出两个版本的文件时，对照中的编号也会核对：
  aedile check 2021.json 2026.json mapping.json
没有错误时退出码为 0，否则为 1；仅有警告不算错误。)"};

// ---- score and explain

inline constexpr Message scheme{"scheme", "Framework file, JSON", "测评体系文件（JSON）"};
inline constexpr Message edition{
    "edition",
    "A further edition of the framework; repeatable. Each visit is scored by the edition it "
    "names, else by the one valid on its date",
    "测评体系的其他版本，可重复。每次检查按其注明的版本评分，否则按当日适用的版本评分"};
inline constexpr Message visits{"visits", "Table of visits, CSV", "检查表（CSV）"};
inline constexpr Message findings{"findings", "Table of findings, readings and checks, CSV, in any order",
                                  "问题、读数和检查结果表（CSV），行的顺序不限"};
inline constexpr Message ignore{"ignore", "Ignore findings on items that do not apply to the site, and count them",
                                "忽略对该点位不适用的测评项目上的问题，并计数"};

inline constexpr Message score{"score", "Score visits, and compare with official scores",
                               "对检查评分，并与正式结果比较"};
inline constexpr Message output{
    "output",
    "Write the scores to this file, all of them or none; - for the standard output, which is "
    "the default without --json and --expect",
    "将得分写入该文件，全部写成或不写；- 表示标准输出（没有 --json 和 --expect 时的默认值）"};
inline constexpr Message expect{
    "expect",
    "Table of official results (visit; score or grade or both): says how many agree, and "
    "explains the first that differ",
    "正式结果表（visit 列，以及 score、grade 列或其一）：报告多少个一致，并说明最先不一致的"};
inline constexpr Message agree{"agree", "Exit code 3 if fewer than N official results agree (default: all of them)",
                               "一致的正式结果少于 N 个时退出码为 3（默认：须全部一致）"};
inline constexpr Message differences{"differences", "Explain at most N differences (10)", "最多说明 N 个不一致（10）"};
inline constexpr Message score_json{"score_json",
                                    "Scores, agreement and problems as one JSON document on the standard output",
                                    "以一个 JSON 文档输出得分、一致情况和问题"};
inline constexpr Message nodes{"nodes",
                               "Marks of single nodes too: all, level:N (1 for the children of the total), or codes "
                               "separated by commas",
                               "同时给出各节点得分：all、level:N（1 为总分的下一级），或以逗号分隔的编号"};
inline constexpr Message derivations{"derivations", "With --json: every step that led to each mark",
                                     "与 --json 合用：给出每个得分的推导步骤"};
inline constexpr Message keep_going{"keep_going",
                                    "Score the visits without errors in spite of others; those with errors get the "
                                    "status error. The exit code is 1 all the same",
                                    "对没有错误的检查照常评分，有错误的检查状态为 error；退出码仍为 1"};
inline constexpr Message threads{"threads",
                                 "Threads to score on, at most 256 (0: one per processor); results do not depend on it",
                                 "评分线程数，最多 256（0：每个处理器一个）；结果与之无关"};
inline constexpr Message score_footer{"score_footer", R"(
Examples:
  aedile score scheme.json --visits visits.csv --findings findings.csv --output scores.csv
  xzcat findings.csv.xz | aedile score scheme.json --visits visits.csv --findings -
  aedile score scheme.json --visits v.csv --findings f.csv --expect official.csv --agree 9024
  aedile score 2026.json --edition 2021.json --visits v.csv --findings f.csv --nodes level:1 --json

An error in any row means exit code 1 and no scores, unless --keep-going is given.)",
                                      R"(
示例：
  aedile score scheme.json --visits visits.csv --findings findings.csv --output scores.csv
  xzcat findings.csv.xz | aedile score scheme.json --visits visits.csv --findings -
  aedile score scheme.json --visits v.csv --findings f.csv --expect official.csv --agree 9024
  aedile score 2026.json --edition 2021.json --visits v.csv --findings f.csv --nodes level:1 --json

任何一行有错误时退出码为 1 且不输出得分，除非给出 --keep-going。)"};

inline constexpr Message explain{"explain", "Explain the score of one visit, point by point", "逐分说明一次检查的得分"};
inline constexpr Message visit{"visit", "Id of the visit", "检查编号"};
inline constexpr Message node{"node", "Only this node and what leads to its mark", "只说明该节点及其得分由来"};
inline constexpr Message everything{"everything", "Nodes with full marks too", "也列出得满分的节点"};
inline constexpr Message what_if{"what_if", "What each finding cost, and what to put right first",
                                 "每个问题影响的分数，以及先整改哪些问题"};
inline constexpr Message explain_json{"explain_json", "The scorecard with every step as JSON on the standard output",
                                      "以 JSON 输出评分表及全部推导步骤"};
inline constexpr Message explain_footer{"explain_footer", R"(
Examples:
  aedile explain scheme.json --visits visits.csv --findings findings.csv V-0007
  aedile explain scheme.json --visits visits.csv --findings findings.csv V-0007 --what-if --lang zh)",
                                        R"(
示例：
  aedile explain scheme.json --visits visits.csv --findings findings.csv V-0007
  aedile explain scheme.json --visits visits.csv --findings findings.csv V-0007 --what-if --lang zh)"};

inline constexpr Message schema{"schema", "Print the JSON Schema of a format", "输出某种格式的 JSON Schema"};
inline constexpr Message schema_format{
    "schema_format", "framework (default), edition-mapping, organisation, calendar, programme, draw-terms or draw",
    "framework（默认）、edition-mapping、organisation、calendar、programme、draw-terms 或 draw"};

// ---- calendar

inline constexpr Message calendar{"calendar", "Deadlines, working days and recurring dates",
                                  "时限、工作日和周期性日期"};
inline constexpr Message calendar_footer{"calendar_footer", R"(
  aedile calendar due 2026-02-12T10:00 --working-days 5
  aedile calendar between 2026-02-01 2026-02-28
  aedile calendar list 2026-02-01 2026-02-28 --only holiday

"aedile calendar COMMAND --help" explains each. More: docs/calendar.md.)",
                                         R"(
  aedile calendar due 2026-02-12T10:00 --working-days 5 --lang zh
  aedile calendar between 2026-02-01 2026-02-28 --lang zh
  aedile calendar list 2026-02-01 2026-02-28 --only holiday --lang zh

“aedile calendar 命令 --help”说明各个命令。详见 docs/calendar.md。)"};
inline constexpr Message which_calendar{"which_calendar",
                                        "A calendar file, or the id of one that is shipped: cn, China 2004-2026 (cn)",
                                        "日历文件，或自带日历的标识：cn 为中国 2004—2026 年（cn）"};
inline constexpr Message which_version{"which_version", "A version of the calendar, by its name (the latest)",
                                       "日历的某个版本，以其名称指定（默认最新）"};
inline constexpr Message known_at{"known_at", "The version that was known at this time", "当时已知的版本"};
inline constexpr Message calendar_json{"calendar_json", "The answer as JSON on the standard output",
                                       "以 JSON 输出结果"};
inline constexpr Message from_day{"from_day", "A date, or a time in the calendar's zone", "日期，或日历所在时区的时间"};
inline constexpr Message to_day{"to_day", "A date, which is included, or a time", "日期（含当日），或时间"};

inline constexpr Message due{"due", "When a limit that begins at START is due", "自起始时间算起的时限何时届满"};
inline constexpr Message start{"start", "When it begins: 2026-02-12T10:00 in the calendar's zone, or with an offset",
                               "起始时间：日历所在时区的 2026-02-12T10:00，或带时差的时刻"};
inline constexpr Message working_days{"working_days", "So many working days; the day of the start is not counted",
                                      "若干个工作日，起始当日不计"};
inline constexpr Message calendar_days{"calendar_days", "So many calendar days; a rest day at the end moves it",
                                       "若干日（自然日），末日为休息日的顺延"};
inline constexpr Message working_hours{"working_hours", "So many hours within working hours, such as 4 or 1.5",
                                       "若干工作时（仅计工作时间），如 4 或 1.5"};
inline constexpr Message hours{"hours", "So many hours by the clock on the wall", "若干紧急工作时（连续计时）"};
inline constexpr Message on_date{"on_date", "On a fixed date", "于固定日期"};
inline constexpr Message day_end{
    "day_end", "When the last day ends: midnight (default), closing or same_time",
    "末日何时届满：midnight（24:00，默认）、closing（下班时）或 same_time（与起始同一时刻）"};
inline constexpr Message rest_day{"rest_day", "Calendar days that end on a rest day: next (default), previous or keep",
                                  "末日为休息日时：next（顺延，默认）、previous（提前）或 keep（不变）"};
inline constexpr Message policy{"policy",
                                "The deadline as set under the version known at START, and what later versions make of "
                                "it: freeze, recompute or never_earlier",
                                "按起始时已知的版本设定时限，并说明其后版本的影响：freeze（不变）、recompute（重算）或 "
                                "never_earlier（只延后不提前）"};
inline constexpr Message as_of{"as_of", "With --policy: what was known at this time (everything)",
                               "与 --policy 合用：截至此时已知的情况（默认全部）"};
inline constexpr Message due_footer{"due_footer", R"(
Examples:
  aedile calendar due 2024-02-08T10:00 --working-days 5
  aedile calendar due 2024-02-08T16:00 --working-hours 4 --calendar office.json
  aedile calendar due 2019-04-26 --working-days 3 --policy never_earlier --as-of 2019-03-22

What is done at the instant printed is in time. --quiet prints that instant alone. A time that the calendar does not
know is an error (exit code 1), never a guess.)",
                                    R"(
示例：
  aedile calendar due 2024-02-08T10:00 --working-days 5 --lang zh
  aedile calendar due 2024-02-08T16:00 --working-hours 4 --calendar office.json
  aedile calendar due 2019-04-26 --working-days 3 --policy never_earlier --as-of 2019-03-22

在所示时刻完成的仍属按时。--quiet 只输出该时刻。日历未知的时间报错（退出码 1），不作推测。)"};

inline constexpr Message between{"between", "Working days and working time from one date or time to another",
                                 "两个日期或时间之间的工作日和工作时间"};
inline constexpr Message between_footer{"between_footer", R"(
Two dates are both included:
  aedile calendar between 2026-02-01 2026-02-28
  aedile calendar between 2026-02-12T16:00 2026-02-14T10:00)",
                                        R"(
两端日期均计入：
  aedile calendar between 2026-02-01 2026-02-28
  aedile calendar between 2026-02-12T16:00 2026-02-14T10:00)"};

inline constexpr Message list{"list", "The days of a calendar, or the dates of recurring rules",
                              "列出日历的各日，或周期性规则的日期"};
inline constexpr Message first_date{"first_date", "The first date", "第一天"};
inline constexpr Message last_date{"last_date", "The last date, which is included", "最后一天（含当日）"};
inline constexpr Message only{
    "only", "Only these: working, rest, holiday, makeup or shift",
    "只列：working（工作日）、rest（休息日）、holiday（放假日）、makeup（调休上班日）或 shift（班次日）"};
inline constexpr Message month_days{"month_days", "These days of each month, such as 9,19,29",
                                    "每月的这些日子，如 9,19,29"};
inline constexpr Message short_months{"short_months", "In a month too short for one of them, its last day",
                                      "当月没有该日时取月末"};
inline constexpr Message weekdays{"weekdays", "These weekdays, Monday 1 to Sunday 7",
                                  "每周的这些日子，星期一为 1，星期日为 7"};
inline constexpr Message last_working_day{"last_working_day", "The last working day of each week, month, quarter, ...",
                                          "每个 week、month、quarter 等的最后一个工作日"};
inline constexpr Message irregular{"irregular", "So many working days drawn at random from each period; needs --seed",
                                   "从每个周期随机抽取若干工作日；需要 --seed"};
inline constexpr Message each_period{"each_period", "With --irregular: the period (month)",
                                     "与 --irregular 合用：周期（month）"};
inline constexpr Message seed{"seed", "With --irregular: the seed, a text; the same seed gives the same dates",
                              "与 --irregular 合用：种子文本；种子相同则日期相同"};
inline constexpr Message rest_days{"rest_days",
                                   "Dates of --month-days and --weekdays on rest days: keep (default), skip, "
                                   "next or previous",
                                   "--month-days 和 --weekdays 的日期为休息日时：keep（不变，默认）、skip（略去）、"
                                   "next（顺延）或 previous（提前）"};
inline constexpr Message list_footer{"list_footer", R"(
Rules may be combined; their dates come in order, each once:
  aedile calendar list 2026-02-01 2026-02-28 --only makeup
  aedile calendar list 2026-03-01 2026-03-31 --month-days 9,19,29 --rest-days next --irregular 2 --seed 3f1c)",
                                     R"(
规则可以并用，日期按序列出且不重复：
  aedile calendar list 2026-02-01 2026-02-28 --only makeup
  aedile calendar list 2026-03-01 2026-03-31 --month-days 9,19,29 --rest-days next --irregular 2 --seed 3f1c)"};

}  // namespace aedile::tool::help
