#include "io/json/ladder_format.h"

namespace aedile::json {

namespace {

void write_moment(Writer& json, const AheadOfDue& ahead) {
  json.begin_object();
  json.required("before_due", ahead.lead);
  json.end_object();
}
void write_moment(Writer& json, const ShareOfTime& share) {
  json.begin_object();
  json.required("share", share.share);
  json.end_object();
}
void write_moment(Writer& json, const AtDue&) { json.string("due"); }
void write_moment(Writer& json, const AfterDue& after) {
  json.begin_object();
  json.required("after_due", after.delay);
  json.end_object();
}

/// What steps of tickets and of units have in common.
template <class Step>
void write_rest(Writer& json, const Step& step) {
  json.required("effect", step.effect);
  json.optional("answer_within", step.answer_within);
  json.optional("title", step.title);
  json.optional("clause", step.clause);
}

}  // namespace

void write(Writer& json, const LadderStep& step) {
  json.begin_object();
  json.required("code", step.code);
  json.key("at");
  std::visit([&](const auto& at) { write_moment(json, at); }, step.at);
  write_rest(json, step);
  json.end_object();
}

void write(Writer& json, const Ladder& ladder) {
  json.begin_object();
  json.key("aedile").string(ladder_format);
  json.required("id", ladder.id);
  json.optional("title", ladder.title);
  json.required("steps", ladder.steps);
  json.end_object();
}

void write(Writer& json, const UnitLadderStep& step) {
  json.begin_object();
  json.required("code", step.code);
  json.key("at").begin_object();
  const bool row = std::holds_alternative<FailuresInARow>(step.at);
  json.required(row ? "in_a_row" : "within_year", std::visit([](const auto& at) { return at.count; }, step.at));
  json.end_object();
  write_rest(json, step);
  json.end_object();
}

void write(Writer& json, const ListRule& rule) {
  json.begin_object();
  json.required("group", rule.group);
  json.optional("red", rule.red);
  json.optional("black", rule.black);
  json.optional("ties", rule.ties);
  json.optional("full_rate_is_never_black", rule.full_rate_is_never_black, true);
  json.end_object();
}

void write(Writer& json, const UnitLadderFile& ladder) {
  json.begin_object();
  json.key("aedile").string(unit_ladder_format);
  json.required("id", ladder.ladder.id);
  json.optional("title", ladder.ladder.title);
  json.required("steps", ladder.ladder.steps);
  json.optional("no_data", ladder.ladder.no_data);
  json.optional("year", ladder.ladder.year);
  json.optional("beyond_last", ladder.ladder.beyond_last);
  json.optional("row_ends_with_year", ladder.ladder.row_ends_with_year);
  json.optional("lists", ladder.lists);
  json.end_object();
}

}  // namespace aedile::json
