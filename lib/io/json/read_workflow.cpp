// A workflow: its states, commands, transitions and limits.
#include "io/json/rectification_format.h"

namespace aedile::json {

namespace {

/// The rules of a kind of request, with what stands beside them in the same object.
struct RequestPart {
  RequestRules& rules;
  ExtensionAdds* adds = nullptr;          ///< of extensions
  std::uint32_t* longest_days = nullptr;  ///< of suspensions
};
void read(Reader& reader, Value value, RequestPart& out) {
  ObjectReader object(reader, value);
  object.optional("approvals", out.rules.approvals);
  object.required("most", out.rules.most);
  if (out.adds != nullptr) object.optional("adds", *out.adds);
  if (out.longest_days != nullptr) object.optional("longest_days", *out.longest_days);
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
  RequestPart extension{out.extension, &out.extension_adds, nullptr};
  object.optional("extension", extension);
  RequestPart suspension{out.suspension, nullptr, &out.suspension_days};
  object.optional("suspension", suspension);
  RequestPart appeal{out.appeal};
  object.optional("appeal", appeal);
  object.optional("revision", out.revision);
  object.finish();
}

}  // namespace aedile::json
