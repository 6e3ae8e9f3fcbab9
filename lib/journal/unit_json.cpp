#include "journal/unit_json.h"

#include "io/json/ladder_format.h"
#include "io/json/read_document.h"

namespace aedile {

namespace json {

namespace {

constexpr std::string_view occasion_format = "unit_occasion/1";
constexpr std::string_view step_format = "unit_step/1";

/// What is known of a step that was taken; its other keys are for the reader.
struct TakenStep {
  std::string key{};
  std::string occasion{};
  Date day{};
  LadderEffect effect{};
  std::uint32_t in_a_row = 0;
  std::uint32_t within_year = 0;
  std::optional<Instant> answer_by{};
  LocalText ground{};
};

}  // namespace

template <>
inline constexpr std::array values_of<Verdict>{Verdict::passed, Verdict::failed, Verdict::no_data};

namespace {

void read_occasion(ObjectReader& object, Occasion& out) {
  object.required("occasion", out.id);
  object.required("day", out.day);
  object.required("verdict", out.verdict);
  object.optional("ground", out.ground);
  object.finish();
}

void read_step(ObjectReader& object, TakenStep& out) {
  object.required("step", out.key);
  object.required("occasion", out.occasion);
  object.required("day", out.day);
  object.required("effect", out.effect);
  object.required("in_a_row", out.in_a_row);
  object.required("within_year", out.within_year);
  object.optional("answer_by", out.answer_by);
  object.optional("ground", out.ground);
  object.finish();
}

}  // namespace

}  // namespace json

namespace detail {

std::string write_occasion(const Occasion& occasion) {
  std::string text;
  json::Writer json(text, json::Writer::Layout::compact);
  json.begin_object().key("aedile").string(json::occasion_format);
  json.required("occasion", occasion.id);
  json.required("day", occasion.day);
  json.required("verdict", occasion.verdict);
  json.optional("ground", occasion.ground);
  json.end_object();
  return text;
}

Result<Occasion> read_occasion(std::string_view text, std::string file_name) {
  return json::read_document<Occasion>(text, std::move(file_name), json::occasion_format, json::read_occasion, {});
}

std::string write_unit_step(const UnitStep& step) {
  std::string text;
  json::Writer json(text, json::Writer::Layout::compact);
  json.begin_object().key("aedile").string(json::step_format);
  json.required("step", step.key);
  json.required("occasion", step.occasion);
  json.required("day", step.day);
  json.required("effect", step.effect);
  json.required("in_a_row", step.in_a_row);
  json.required("within_year", step.within_year);
  if (step.answer_by) json.required("answer_by", step.answer_by->due);
  json.optional("ground", step.ground);
  json.end_object();
  return text;
}

Result<std::string> read_unit_step(std::string_view text, std::string file_name) {
  const Result<json::TakenStep> step =
      json::read_document<json::TakenStep>(text, std::move(file_name), json::step_format, json::read_step, {});
  if (!step) return step.diagnostics();
  return step->key;
}

std::string write_step_effect(const std::string& unit, const UnitStep& step) {
  std::string text;
  json::Writer json(text, json::Writer::Layout::compact);
  json.begin_object();
  json.required("unit", unit);
  json.required("step", step.key);
  json.required("effect", step.effect);
  if (step.answer_by) json.required("answer_by", step.answer_by->due);
  json.end_object();
  return text;
}

}  // namespace detail

}  // namespace aedile
