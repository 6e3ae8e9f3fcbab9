// A workflow as a drawing.

#include "aedile/rectification/workflow.h"

namespace aedile {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out + '"';
}

std::string shown(const std::string& code, const LocalText& title, Language language) {
  const std::string& text = title.in(language);
  return text.empty() ? code : text;
}

std::string label(const Workflow& workflow, const Transition& row, Language language) {
  std::string text = row.command;
  for (const WorkflowCommand& command : workflow.commands) {
    if (command.code == row.command) text = shown(command.code, command.title, language);
  }
  std::string who;
  for (const std::string& role : row.roles) {
    std::string title = role;
    for (const Named& named : workflow.roles) {
      if (named.code == role) title = shown(named.code, named.title, language);
    }
    who += (who.empty() ? "" : ", ") + title;
  }
  if (row.trigger != Trigger::people) who = to_string(row.trigger);
  std::string guards;
  for (const Guard guard : row.guards) guards += (guards.empty() ? "" : ", ") + std::string(to_string(guard));
  return text + " (" + who + ")" + (guards.empty() ? "" : " [" + guards + "]");
}

}  // namespace

std::string to_dot(const Workflow& workflow, Language language) {
  std::string dot = "digraph " + quoted(workflow.id) + " {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n";
  dot += "  label=" + quoted(shown(workflow.id, workflow.title, language)) + ";\n";
  dot += "  \"\" [shape=circle, width=0.2];\n";
  for (const WorkflowState& state : workflow.states) {
    dot += "  " + quoted(state.code) + " [label=" + quoted(shown(state.code, state.title, language)) +
           (state.ending ? ", peripheries=2" : "") + "];\n";
  }
  for (const Transition& row : workflow.transitions) {
    const std::vector<std::string> opening{""};
    for (const std::string& from : row.from.empty() ? opening : row.from) {
      dot += "  " + quoted(from) + " -> " + quoted(row.to.empty() ? from : row.to) +
             " [label=" + quoted(label(workflow, row, language)) + "];\n";
      if (row.parts_to.empty()) continue;
      dot += "  " + quoted(from) + " -> " + quoted(row.parts_to) +
             " [style=dashed, label=" + quoted(label(workflow, row, language)) + "];\n";
    }
  }
  return dot + "}\n";
}

}  // namespace aedile
