// aedile workflow: what is wrong with workflows, their graph, those that are shipped.
#include "aedile/workflow.h"

#include "aedile/input.h"
#include "aedile/io/workflow_json.h"
#include "aedile/texts_workflow.h"

namespace aedile::tool {

namespace {

std::string name_of(const std::string& id_or_file) {
  return shipped_workflow_text(id_or_file).empty() ? shown_name(id_or_file) : id_or_file;
}

Result<Workflow> load(const std::string& id_or_file) {
  if (!shipped_workflow_text(id_or_file).empty()) return shipped_workflow(id_or_file);
  return read_workflow(read_text(id_or_file), shown_name(id_or_file));
}

struct Checked {
  std::string name;
  Result<Workflow> workflow;
};

void write(const Console& console, const std::vector<Checked>& checked, const ProblemLog& log) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("aedile").string("workflow_check/1").key("workflows").begin_array();
  for (const Checked& each : checked) {
    json.begin_object().key("file").string(each.name).key("ok").boolean(each.workflow.ok());
    if (each.workflow) {
      json.key("id").string(each.workflow->id).key("edition").string(each.workflow->edition);
      json.key("states").number(each.workflow->states.size());
      json.key("transitions").number(each.workflow->transitions.size());
    }
    json.end_object();
  }
  json.end_array();
  write_problems(json, console, log);
  json.end_object();
  console.out << text << '\n';
}

}  // namespace

int workflow_check(const WorkflowCheckArguments& arguments, Console& console) {
  if (arguments.dot && arguments.workflows.size() != 1) throw UsageFailure{Text(texts::one_workflow_to_draw)};
  ProblemLog log(console.problem_limit);
  std::vector<Checked> checked;
  for (const std::string& each : arguments.workflows) {
    checked.push_back({name_of(each), load(each)});
    log.append(checked.back().workflow.diagnostics());
  }
  if (arguments.json) {
    write(console, checked, log);
    return exit_code_of(log);
  }
  print(console, log);
  for (const Checked& each : checked) {
    if (!each.workflow) continue;
    const Workflow& workflow = *each.workflow;
    if (arguments.dot) {
      console.out << to_dot(workflow, console.language);
    } else if (!console.quiet) {
      console.out << console.text(texts::workflow_is_sound,
                                  {each.name, workflow.id, workflow.edition, std::to_string(workflow.states.size()),
                                   std::to_string(workflow.transitions.size())})
                  << '\n';
    }
  }
  return exit_code_of(log);
}

int workflow_list(Console& console) {
  for (const std::string_view id : shipped_workflows()) {
    const Workflow workflow = shipped_workflow(id).value();
    console.out << workflow.id << std::string(18 - workflow.id.size(), ' ') << workflow.title.in(console.language)
                << '\n';
  }
  return exit_fine;
}

int workflow_show(const WorkflowShowArguments& arguments, Console& console) {
  const Result<Workflow> workflow = load(arguments.workflow);
  ProblemLog log(console.problem_limit);
  log.append(workflow.diagnostics());
  print(console, log);
  if (workflow) console.out << write_workflow(*workflow);
  return exit_code_of(log);
}

}  // namespace aedile::tool
