// The help of aedile workflow.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::help {

inline constexpr Message workflow{"workflow", "What tickets go through, and who may do what",
                                  "整改流程：状态、命令和角色"};
inline constexpr Message workflow_footer{"workflow_footer", R"(
  aedile workflow list
  aedile workflow check street_notice loop.json
  aedile workflow check loop.json --dot | dot -Tsvg > loop.svg
  aedile workflow show street_notice > my_loop.json

"aedile workflow COMMAND --help" explains each. More: docs/rectification.md, docs/formats/workflow.md.)",
                                         R"(
  aedile workflow list --lang zh
  aedile workflow check street_notice loop.json --lang zh
  aedile workflow check loop.json --dot --lang zh | dot -Tsvg > loop.svg
  aedile workflow show street_notice > my_loop.json

“aedile workflow 命令 --help”说明各个命令。详见 docs/rectification.md 和 docs/formats/workflow.md。)"};
inline constexpr Message workflow_more{"workflow_more", "\nMore: docs/rectification.md, docs/formats/workflow.md.",
                                       "\n详见 docs/rectification.md 和 docs/formats/workflow.md。"};
inline constexpr Message workflow_check{"workflow_check",
                                        "Prove that no ticket gets stuck, and that nobody closes their own work",
                                        "证明工单不会卡住，且任何人都不能给自己的整改销号"};
inline constexpr Message workflow_list{"workflow_list", "The workflows that come with aedile",
                                       "列出 aedile 自带的流程"};
inline constexpr Message workflow_show{"workflow_show", "The file of a workflow, to begin from",
                                       "输出流程文件，可在此基础上修改"};
inline constexpr Message workflow_files{"workflow_files",
                                        "Files, workflow/1, or ids of workflows that come with aedile",
                                        "流程文件（workflow/1），或自带流程的编号"};
inline constexpr Message workflow_file{"workflow_file",
                                       "A file, workflow/1, or the id of a workflow that comes with aedile",
                                       "流程文件（workflow/1），或自带流程的编号"};
inline constexpr Message workflow_dot{"workflow_dot", "The graph in Graphviz's language instead, for one workflow",
                                      "改为输出一个流程的 Graphviz 图"};
inline constexpr Message workflow_json{"workflow_json", "The result as JSON", "以 JSON 输出结果"};

}  // namespace aedile::tool::help
