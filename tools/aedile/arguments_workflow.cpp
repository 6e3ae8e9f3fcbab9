#include "aedile/arguments_groups.h"

#include "aedile/help_workflow.h"
#include "aedile/workflow.h"

namespace aedile::tool {

namespace {

void add_workflow_check(const Command& workflow) {
  const Command command = workflow.add("check", help::workflow_check, help::workflow_more);
  WorkflowCheckArguments& arguments = command.calls(workflow_check);
  command.argument("WORKFLOW", arguments.workflows, help::workflow_files);
  CLI::Option* const dot = command.flag("--dot", arguments.dot, help::workflow_dot);
  command.flag("--json", arguments.json, help::workflow_json)->excludes(dot);
}

void add_list(const Command& workflow) {
  const Command command = workflow.add("list", help::workflow_list, help::workflow_more);
  command.calls(workflow_list);
}

void add_show(const Command& workflow) {
  const Command command = workflow.add("show", help::workflow_show, help::workflow_more);
  WorkflowShowArguments& arguments = command.calls(workflow_show);
  command.argument("WORKFLOW", arguments.workflow, help::workflow_file);
}

}  // namespace

void add_workflow(const Command& tool) {
  const Command workflow = tool.add_group("workflow", help::workflow, help::workflow_footer);
  add_workflow_check(workflow);
  add_list(workflow);
  add_show(workflow);
}

}  // namespace aedile::tool
