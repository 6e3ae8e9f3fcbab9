#include "io/json/rectification_format.h"

namespace aedile::json {

namespace {

void write_rules(Writer& json, const RequestRules& rules) {
  json.optional("approvals", rules.approvals);
  json.required("most", rules.most);
}

}  // namespace

void write(Writer& json, const Named& named) {
  json.begin_object();
  json.required("code", named.code);
  json.optional("title", named.title);
  json.end_object();
}

void write(Writer& json, const WorkflowState& state) {
  json.begin_object();
  json.required("code", state.code);
  json.optional("title", state.title);
  json.optional("ending", state.ending);
  json.optional("takes_merges", state.takes_merges);
  json.end_object();
}

void write(Writer& json, const WorkflowCommand& command) {
  json.begin_object();
  json.required("code", command.code);
  json.required("kind", command.kind);
  json.optional("title", command.title);
  json.optional("criteria", command.criteria);
  json.end_object();
}

void write(Writer& json, const Effect& effect) {
  json.begin_object();
  json.required("kind", effect.kind);
  json.optional("argument", effect.argument);
  json.end_object();
}

void write(Writer& json, const Transition& row) {
  json.begin_object();
  json.optional("from", row.from);
  json.required("command", row.command);
  json.optional("roles", row.roles);
  json.optional("to", row.to);
  json.optional("guards", row.guards);
  json.optional("requires", row.requires_);
  json.optional("effects", row.effects);
  json.optional("trigger", row.trigger);
  json.optional("parts_to", row.parts_to);
  json.end_object();
}

void write(Writer& json, const WorkflowLimit& limit) {
  json.begin_object();
  json.required("code", limit.code);
  json.optional("title", limit.title);
  json.required("runs_in", limit.runs_in);
  json.optional("stands_in", limit.stands_in);
  json.optional("met_by", limit.met_by);
  json.optional("limit", limit.limit);
  json.optional("day_end", limit.rules.day_end);
  json.optional("rest_day", limit.rules.rest_day, RestDayRoll::next);
  json.optional("starts_when_open", limit.starts_when_open);
  json.end_object();
}

void write(Writer& json, const Workflow& workflow) {
  json.begin_object();
  json.key("aedile").string(workflow_format);
  json.required("id", workflow.id);
  json.required("edition", workflow.edition);
  json.optional("title", workflow.title);
  json.required("roles", workflow.roles);
  json.required("states", workflow.states);
  json.required("commands", workflow.commands);
  json.required("transitions", workflow.transitions);
  json.optional("limits", workflow.limits);
  if (workflow.extension != RequestRules() || workflow.extension_adds != ExtensionAdds::original_limit) {
    json.key("extension").begin_object();
    write_rules(json, workflow.extension);
    json.optional("adds", workflow.extension_adds);
    json.end_object();
  }
  if (workflow.suspension != RequestRules() || workflow.suspension_days != Workflow().suspension_days) {
    json.key("suspension").begin_object();
    write_rules(json, workflow.suspension);
    json.optional("longest_days", workflow.suspension_days, Workflow().suspension_days);
    json.end_object();
  }
  if (workflow.appeal != RequestRules()) {
    json.key("appeal").begin_object();
    write_rules(json, workflow.appeal);
    json.end_object();
  }
  json.optional("revision", workflow.revision, Workflow().revision);
  json.end_object();
}

}  // namespace aedile::json
