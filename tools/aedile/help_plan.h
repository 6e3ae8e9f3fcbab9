// The help of `aedile plan`.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::help {

inline constexpr Message plan{"plan", "Draws, programmes, who inspects what, and in which order",
                              "抽查、督查计划、人员安排和路线"};
inline constexpr Message plan_footer{"plan_footer", R"(
  aedile plan draw terms.json
  aedile plan draw terms.json --seed 082915 --output draw.json
  aedile plan verify terms.json draw.json --commitment 3f1c...
  aedile plan generate programme.json organisation.json --seed 082915 --output visits.csv

"aedile plan COMMAND --help" explains each. More: docs/inspection.md.)",
                                     R"(
  aedile plan draw terms.json --lang zh
  aedile plan draw terms.json --seed 082915 --output draw.json
  aedile plan verify terms.json draw.json --commitment 3f1c...
  aedile plan generate programme.json organisation.json --seed 082915 --output visits.csv

“aedile plan 命令 --help”说明各个命令。详见 docs/inspection.md。)"};
inline constexpr Message plan_more{"plan_more", "\nMore: docs/inspection.md.", "\n详见 docs/inspection.md。"};

inline constexpr Message plan_draw{"plan_draw", "The commitment of a draw; with a seed, the draw",
                                   "抽查的承诺值；给出种子则抽取"};
inline constexpr Message plan_terms{"plan_terms", "The list and the rules of the draw, draw_terms/1",
                                    "抽查的名单和规则（draw_terms/1）"};
inline constexpr Message plan_candidates{"plan_candidates", "A table of further candidates", "另附的候选名单表"};
inline constexpr Message plan_seed{"plan_seed", "The seed, as it was published", "公布的种子"};
inline constexpr Message plan_draw_output{"plan_draw_output", "The draw as JSON, draw/1, into this file",
                                          "把抽查结果（draw/1 JSON）写入该文件"};
inline constexpr Message plan_canonical{"plan_canonical", "The text that the commitment is the SHA-256 of",
                                        "输出承诺值所依据的文本"};

inline constexpr Message plan_verify{"plan_verify", "Whether a draw is what its terms and its seed give",
                                     "核验抽查结果与名单、规则和种子是否一致"};
inline constexpr Message plan_claimed{"plan_claimed", "The draw, draw/1", "抽查结果（draw/1）"};
inline constexpr Message plan_promise{"plan_promise", "The commitment that was published before", "事先公布的承诺值"};

inline constexpr Message plan_generate{"plan_generate", "The visits of a programme, as a table",
                                       "按督查计划生成检查表"};
inline constexpr Message plan_programme{"plan_programme", "The programme, programme/1", "督查计划（programme/1）"};
inline constexpr Message plan_calendar{"plan_calendar",
                                       "A calendar file, or the id of one that is shipped: cn, China 2004-2026 (cn)",
                                       "日历文件，或自带日历的标识：cn 为中国2004—2026年（cn）"};
inline constexpr Message plan_output{"plan_output", "Into this file (the standard output)",
                                     "写入该文件（默认标准输出）"};

inline constexpr Message plan_assign{"plan_assign", "Inspectors for planned visits", "为检查安排人员"};
inline constexpr Message plan_visits{"plan_visits", "The planned visits, a table", "检查表"};
inline constexpr Message plan_inspectors{"plan_inspectors", "The inspectors, a table", "检查人员表"};
inline constexpr Message plan_past{"plan_past", "Visits of before, a table with site, date and inspectors",
                                   "以往检查，含 site、date、inspectors 各列的表"};
inline constexpr Message plan_load_cost{"plan_load_cost", "What unequal load costs (1000)", "负担不均的成本（1000）"};
inline constexpr Message plan_kilometre_cost{"plan_kilometre_cost", "What a kilometre costs (1)", "每公里的成本（1）"};

inline constexpr Message plan_route{"plan_route", "A tour of the sites of one day", "一天各点位的路线"};
inline constexpr Message plan_date{"plan_date", "The day", "日期"};
inline constexpr Message plan_from{"plan_from", "Where it begins and ends: 30.25,120.15", "起终点：30.25,120.15"};
inline constexpr Message plan_leave{"plan_leave", "When it begins (08:30)", "出发时刻（08:30）"};
inline constexpr Message plan_speed{"plan_speed", "Metres a minute, as the crow flies (400)",
                                    "每分钟米数，按直线距离（400）"};
inline constexpr Message plan_stay{"plan_stay", "Minutes at each site (30)", "每个点位停留分钟数（30）"};

inline constexpr Message plan_ics{"plan_ics", "Planned visits as iCalendar, for calendar programs",
                                  "把检查导出为 iCalendar 日历"};
inline constexpr Message plan_stamp{"plan_stamp", "When it is written: 2026-11-01T08:00:00+08:00",
                                    "生成时刻：2026-11-01T08:00:00+08:00"};
inline constexpr Message plan_name{"plan_name", "What the calendar is called", "日历名称"};
inline constexpr Message plan_without_covert{"plan_without_covert", "Without covert visits", "不含暗访"};

}  // namespace aedile::tool::help
