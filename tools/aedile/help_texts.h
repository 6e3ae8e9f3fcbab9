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
A first walk, with the files in examples/county:
  aedile check scheme.json                  is the scheme sound? every problem at its line and column
  aedile score scheme.json --visits visits.csv --findings findings.csv --output scores.csv
  aedile explain scheme.json --visits visits.csv --findings findings.csv V-0007 --what-if
  aedile schema > framework.schema.json     for the editor in which schemes are written

"aedile COMMAND --help" explains each command. Formats: docs/formats/. More: docs/command_line.md.

Exit codes:
  0  all is well
  1  the data have errors; they are listed on the standard error
  2  the command line is wrong
  3  fewer official results agree than asked for (score --expect)
  4  a file cannot be read or written
  5  a defect of aedile itself)",
                                R"(
入门示例（文件在 examples/county）：
  aedile check scheme.json                  方案有无错误？逐行逐列指出所有问题
  aedile score scheme.json --visits visits.csv --findings findings.csv --output scores.csv
  aedile explain scheme.json --visits visits.csv --findings findings.csv V-0007 --what-if --lang zh
  aedile schema > framework.schema.json     供编写方案的编辑器使用

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

inline constexpr Message check{"check", "Report every problem of frameworks and edition mappings",
                               "检查测评体系和版本对照，报告所有问题"};
inline constexpr Message check_files{"check_files", "JSON files; - for the standard input",
                                     "JSON 文件；- 表示标准输入"};
inline constexpr Message check_json{"check_json", "Problems as JSON on the standard output", "以 JSON 输出问题"};
inline constexpr Message check_footer{"check_footer", R"(
Problems go to the standard error as file:line:column: error: sentence [code]. A mapping is checked against the
two editions it is between if their files are named too:
  aedile check 2021.json 2026.json mapping.json
Exit code 0 if no file has an error, else 1; warnings alone are no error.)",
                                      R"(
问题以“文件:行:列: error: 说明 [代码]”的形式写到标准错误输出。同时给出两个版本的文件时，对照中的编码也会核对：
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
                                "忽略对该点位不适用的项目上的问题，并计数"};

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
                               "同时给出各节点得分：all、level:N（1 为总分的下一级），或以逗号分隔的编码"};
inline constexpr Message derivations{"derivations", "With --json: every step that led to each mark",
                                     "与 --json 合用：给出每个得分的推导步骤"};
inline constexpr Message keep_going{"keep_going",
                                    "Score the visits without errors in spite of others; those with errors get the "
                                    "status error. The exit code is 1 all the same",
                                    "对没有错误的检查照常评分，有错误的检查状态为 error；退出码仍为 1"};
inline constexpr Message threads{"threads", "Threads to score on (0: one per processor); results do not depend on it",
                                 "评分线程数（0：每个处理器一个）；结果与之无关"};
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
                                 "每个问题的代价，以及先整改哪些问题"};
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
inline constexpr Message schema_format{"schema_format", "framework (default), edition-mapping or organisation",
                                       "framework（默认）、edition-mapping 或 organisation"};

}  // namespace aedile::tool::help
