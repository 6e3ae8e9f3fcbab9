// What --help says of aedile org, in English and Chinese.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::help {

inline constexpr Message org{"org", "Units, sites and who answers for what", "单位、点位与责任"};
inline constexpr Message org_footer{"org_footer", R"(
A first walk, with the files in examples/systems/s8_three_level_grid:
  aedile org check organisation.json                          is it sound? every problem at its line and column
  aedile org who organisation.json 6.1.1 F1 2026-05-12        who answers, with which share, and why
  aedile org ledger organisation.json                         the sites, by class

"aedile org COMMAND --help" explains each command. The format: docs/formats/organisation.md. More: docs/organisation.md.)",
                                    R"(
入门示例（文件在 examples/systems/s8_three_level_grid）：
  aedile org check organisation.json                          有无错误？逐行逐列指出所有问题
  aedile org who organisation.json 6.1.1 F1 2026-05-12        由谁负责、份额多少、依据什么
  aedile org ledger organisation.json                         各类点位

“aedile org 命令 --help”说明各个命令。格式见 docs/formats/organisation.md，详见 docs/organisation.md。)"};

inline constexpr Message org_file{"org_file", "Organisation, JSON", "组织（JSON）"};
inline constexpr Message org_sites{"org_sites", "A table of further sites, CSV", "补充点位的表（CSV）"};
inline constexpr Message org_scheme{
    "org_scheme", "The framework: its leads become duties where the organisation has none for an item",
    "测评体系：组织没有责任分解的项目，按其中的牵头单位补充"};

inline constexpr Message org_check{"org_check", "Report every problem of an organisation", "检查组织，报告所有问题"};
inline constexpr Message org_on{"org_on", "Day of the checks that need the framework (default: its first day)",
                                "需要测评体系的检查以哪一天为准（默认：起始日）"};
inline constexpr Message org_check_footer{"org_check_footer", R"(
Alone: unknown units, gaps of validity, circles, sites outside the grid, rules with no lead or two, shares that do not sum,
contracts that overlap. With --scheme: every item has one lead, and somebody answers for it at every site.
  aedile org check organisation.json
  aedile org check organisation.json --sites sites.csv --scheme scheme.json --on 2026-05-01
Exit code 0 if there is no error, else 1; warnings alone are no error.)",
                                          R"(
单独检查：不存在的单位、有效期空档、循环隶属、网格之外的点位、没有或有两个牵头单位的规则、合计不符的份额、重叠的包保。
加 --scheme：每个项目有且只有一个牵头单位，并且在每个点位都有人负责。
  aedile org check organisation.json
  aedile org check organisation.json --sites sites.csv --scheme scheme.json --on 2026-05-01
没有错误时退出码为 0，否则为 1；仅有警告不算错误。)"};

inline constexpr Message org_who{"org_who", "Who answers for an item at a site on a day, and why",
                                 "某日某点位某项目由谁负责，依据什么"};
inline constexpr Message org_item{"org_item", "Code of the item", "测评项目编号"};
inline constexpr Message org_site{"org_site", "Code of the site", "点位编号"};
inline constexpr Message org_date{"org_date", "The day, YYYY-MM-DD", "日期（YYYY-MM-DD）"};
inline constexpr Message org_points{"org_points", "Post these points to the units, to the last step",
                                    "将这些分值记到各单位，分毫不差"};
inline constexpr Message org_places{"org_places", "Decimals of the postings, 0 to 9 (2)", "记账的小数位数，0至9（2）"};
inline constexpr Message org_who_json{"org_who_json", "The answer with its grounds as JSON on the standard output",
                                      "以 JSON 输出结果及依据"};
inline constexpr Message org_who_footer{"org_who_footer", R"(
Examples:
  aedile org who organisation.json 6.1.1 F1 2026-05-12
  aedile org who organisation.json 6.1.1 F1 2026-05-12 --points 5
  aedile org who organisation.json 6.1.1 P001 2026-05-12 --sites sites.csv --scheme scheme.json --lang zh

Exit code 1 if the organisation has errors, or if nobody answers.)",
                                        R"(
示例：
  aedile org who organisation.json 6.1.1 F1 2026-05-12
  aedile org who organisation.json 6.1.1 F1 2026-05-12 --points 5
  aedile org who organisation.json 6.1.1 P001 2026-05-12 --sites sites.csv --scheme scheme.json --lang zh

组织有错误，或者没有人负责时，退出码为 1。)"};

inline constexpr Message org_ledger{"org_ledger", "The site ledger: changes, sites never visited, coverage",
                                    "点位台账：变更、未检查的点位、覆盖率"};
inline constexpr Message org_ledger_sites{"org_ledger_sites", "The ledger: a table, CSV, or an organisation, JSON",
                                          "点位台账：表（CSV）或组织（JSON）"};
inline constexpr Message org_before{"org_before", "An older edition: what was added, removed and changed since",
                                    "旧版台账：列出此后新增、撤销和变更的点位"};
inline constexpr Message org_visits{"org_visits", "A table with the columns site and date: what was visited",
                                    "含 site 和 date 列的表：检查过哪些点位"};
inline constexpr Message org_period{"org_period", "The period of the visits: 2026-03, 2026-Q1, 2026-03-1/2 …",
                                    "检查的时段：2026-03、2026-Q1、2026-03-1/2 等"};
inline constexpr Message org_levels{"org_levels", "Count for every unit of this organisation's territory too",
                                    "同时按该组织的各级区域统计"};
inline constexpr Message org_output{"org_output",
                                    "Write the ledger as a table, all of it or none; - for the standard output",
                                    "将台账写成表，全部写成或不写；- 表示标准输出"};
inline constexpr Message org_ledger_json{"org_ledger_json", "Everything as JSON on the standard output",
                                         "以 JSON 输出全部内容"};
inline constexpr Message org_ledger_footer{"org_ledger_footer", R"(
Examples:
  aedile org ledger sites.csv                                               sites by class
  aedile org ledger april.csv --before march.csv                            what changed
  aedile org ledger sites.csv --visits visits.csv --period 2026-03          coverage, and what was never visited
  aedile org ledger sites.csv --visits visits.csv --period 2026-03 --organisation organisation.json
  aedile org ledger organisation.json --output sites.csv)",
                                           R"(
示例：
  aedile org ledger sites.csv                                               各类点位
  aedile org ledger april.csv --before march.csv                            变更
  aedile org ledger sites.csv --visits visits.csv --period 2026-03          覆盖率和未检查的点位
  aedile org ledger sites.csv --visits visits.csv --period 2026-03 --organisation organisation.json
  aedile org ledger organisation.json --output sites.csv)"};

}  // namespace aedile::tool::help
