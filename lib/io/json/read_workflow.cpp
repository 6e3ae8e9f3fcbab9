// A workflow: its states, commands, transitions and limits.
#include "io/json/rectification_format.h"

namespace aedile::json {

namespace {

void read_rules(ObjectReader& object, RequestRules& out) {
  object.optional("approvals", out.approvals);
  object.required("most", out.most);
}

/// Of extensions, with what they add.
struct ExtensionPart {
  RequestRules& rules;
  ExtensionAdds& adds;
};
void read(Reader& reader, Value value, ExtensionPart& out) {
  ObjectReader object(reader, value);
  read_rules(object, out.rules);
  object.optional("adds", out.adds);
  object.finish();
}

/// Of suspensions, with how long they may be.
struct SuspensionPart {
  RequestRules& rules;
  std::uint32_t& days;
};
void read(Reader& reader, Value value, SuspensionPart& out) {
  ObjectReader object(reader, value);
  read_rules(object, out.rules);
  object.optional("longest_days", out.days);
  object.finish();
}

struct AppealPart {
  RequestRules& rules;
};
void read(Reader& reader, Value value, AppealPart& out) {
  ObjectReader object(reader, value);
  read_rules(object, out.rules);
  object.finish();
}

}  // namespace

void read(Reader& reader, Value value, Named& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.optional("title", out.title);
  object.finish();
}

void read(Reader& reader, Value value, WorkflowState& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.optional("title", out.title);
  object.optional("ending", out.ending);
  object.optional("takes_merges", out.takes_merges);
  object.finish();
}

void read(Reader& reader, Value value, WorkflowCommand& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.required("kind", out.kind);
  object.optional("title", out.title);
  object.optional("criteria", out.criteria);
  object.finish();
}

void read(Reader& reader, Value value, Effect& out) {
  ObjectReader object(reader, value);
  object.required("kind", out.kind);
  object.optional("argument", out.argument);
  object.finish();
}

void read(Reader& reader, Value value, Transition& out) {
  ObjectReader object(reader, value);
  object.optional("from", out.from);
  object.required("command", out.command);
  object.optional("roles", out.roles);
  object.optional("to", out.to);
  object.optional("guards", out.guards);
  object.optional("requires", out.requires_);
  object.optional("effects", out.effects);
  object.optional("trigger", out.trigger);
  object.optional("parts_to", out.parts_to);
  object.finish();
}

void read(Reader& reader, Value value, WorkflowLimit& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.optional("title", out.title);
  object.required("runs_in", out.runs_in);
  object.optional("stands_in", out.stands_in);
  object.optional("met_by", out.met_by);
  object.optional("limit", out.limit);
  object.optional("day_end", out.rules.day_end);
  object.optional("rest_day", out.rules.rest_day);
  object.optional("starts_when_open", out.starts_when_open);
  object.finish();
}

void read_workflow(ObjectReader& object, Workflow& out) {
  object.required("id", out.id);
  object.required("edition", out.edition);
  object.optional("title", out.title);
  object.required("roles", out.roles);
  object.required("states", out.states);
  object.required("commands", out.commands);
  object.required("transitions", out.transitions);
  object.optional("limits", out.limits);
  ExtensionPart extension{out.extension, out.extension_adds};
  object.optional("extension", extension);
  SuspensionPart suspension{out.suspension, out.suspension_days};
  object.optional("suspension", suspension);
  AppealPart appeal{out.appeal};
  object.optional("appeal", appeal);
  object.optional("revision", out.revision);
  object.finish();
}

}  // namespace aedile::json
