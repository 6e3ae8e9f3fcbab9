#include "aedile/io/follow_up_json.h"

#include <array>
#include <unordered_set>

#include "core/excerpt.h"
#include "core/texts.h"
#include "io/json/duration_format.h"
#include "io/json/read_document.h"
#include "io/messages_ladder.h"

namespace aedile {

namespace json {

namespace {
constexpr std::string_view follow_up_format = "follow_up/1";
}

template <>
inline constexpr std::array values_of<SamePlace>{SamePlace::location, SamePlace::site, SamePlace::area};
template <>
inline constexpr std::array values_of<CheckWithin>{CheckWithin::everywhere, CheckWithin::area};

void read(Reader& reader, Value value, RecurrencePolicy& out) {
  ObjectReader object(reader, value);
  object.optional("place", out.place);
  object.optional("window_days", out.window_days);
  object.optional("multipliers", out.multipliers);
  object.finish();
}

void read(Reader& reader, Value value, PropagationRule& out) {
  ObjectReader object(reader, value);
  object.required("id", out.id);
  object.optional("items", out.items);
  object.optional("site_classes", out.site_classes);
  object.optional("within", out.within);
  object.optional("limit", out.limit);
  object.optional("at_most", out.at_most);
  object.finish();
}

void read(Reader& reader, Value value, LookBackShare& out) {
  ObjectReader object(reader, value);
  object.required("site_class", out.site_class);
  object.required("share", out.share);
  object.optional("at_least", out.at_least);
  object.finish();
}

void read(Reader& reader, Value value, LookBackRule& out) {
  ObjectReader object(reader, value);
  object.optional("shares", out.shares);
  object.optional("otherwise", out.otherwise);
  object.optional("all_of", out.all_of);
  object.finish();
}

void read_follow_up(ObjectReader& object, FollowUpRules& out) {
  object.required("id", out.id);
  object.optional("title", out.title);
  object.optional("recurrence", out.recurrence);
  object.optional("propagation", out.propagation);
  object.optional("look_back", out.look_back);
  if (out.look_back) out.look_back->id = out.id;
  object.finish();
}

void write(Writer& json, const RecurrencePolicy& policy) {
  json.begin_object();
  json.optional("place", policy.place, SamePlace::site);
  json.optional("window_days", policy.window_days, 60);
  json.optional("multipliers", policy.multipliers);
  json.end_object();
}

void write(Writer& json, const PropagationRule& rule) {
  json.begin_object();
  json.required("id", rule.id);
  json.optional("items", rule.items);
  json.optional("site_classes", rule.site_classes);
  json.optional("within", rule.within);
  json.optional("limit", rule.limit, TimeLimit(WorkingDays(5)));
  json.optional("at_most", rule.at_most);
  json.end_object();
}

void write(Writer& json, const LookBackShare& share) {
  json.begin_object();
  json.required("site_class", share.site_class);
  json.required("share", share.share);
  json.optional("at_least", share.at_least);
  json.end_object();
}

void write(Writer& json, const LookBackRule& rule) {
  json.begin_object();
  json.optional("shares", rule.shares);
  json.optional("otherwise", rule.otherwise, Rational(1, 10));
  json.optional("all_of", rule.all_of);
  json.end_object();
}

void write(Writer& json, const FollowUpRules& rules) {
  json.begin_object();
  json.key("aedile").string(follow_up_format);
  json.required("id", rules.id);
  json.optional("title", rules.title);
  json.optional("recurrence", rules.recurrence);
  json.optional("propagation", rules.propagation);
  json.optional("look_back", rules.look_back);
  json.end_object();
}

}  // namespace json

namespace {

/// The problems of a part, at its place in the whole.
void append_at(const std::string& pointer, const Diagnostics& found, Diagnostics& problems) {
  for (Diagnostic problem : found) {
    problem.place.pointer = pointer + problem.place.pointer;
    problems.add(std::move(problem));
  }
}

}  // namespace

Diagnostics validate(const FollowUpRules& rules) {
  detail::Report report;
  {
    const auto inside = report.at("id");
    detail::check_name("id", rules.id, report);
  }
  detail::check_local_text("title", rules.title, report);
  Diagnostics problems = report.take();
  if (rules.recurrence) append_at("/recurrence", validate(*rules.recurrence), problems);
  std::unordered_set<std::string_view> ids;
  for (std::size_t i = 0; i < rules.propagation.size(); ++i) {
    const std::string pointer = "/propagation/" + std::to_string(i);
    append_at(pointer, validate(rules.propagation[i]), problems);
    if (ids.insert(rules.propagation[i].id).second) continue;
    problems.error(Place{{}, 0, 0, pointer + "/id"}, messages::duplicate_propagation,
                   {detail::excerpt(rules.propagation[i].id)});
  }
  if (rules.look_back) {
    LookBackRule look_back = *rules.look_back;
    // The id is the rules' own, and was looked at there.
    look_back.id = "look-back";
    append_at("/look_back", validate(look_back), problems);
  }
  return problems;
}

Result<FollowUpRules> read_follow_up(std::string_view text, std::string file_name) {
  return json::read_document<FollowUpRules>(text, std::move(file_name), json::follow_up_format, json::read_follow_up,
                                            [](const FollowUpRules& rules) { return validate(rules); });
}
Result<FollowUpRules> load_follow_up(const std::filesystem::path& file) {
  return json::load_document(file, read_follow_up);
}
std::string write_follow_up(const FollowUpRules& rules) { return json::file_text(rules); }

}  // namespace aedile
