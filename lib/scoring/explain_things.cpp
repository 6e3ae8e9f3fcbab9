#include "scoring/explain_things.h"

#include <algorithm>

#include "framework/builtin_attributes.h"

namespace aedile::detail {

namespace {

template <class List>
const auto& entry_at(const List& list, std::uint32_t row) {
  if (row >= list.size()) throw ContractError("explain: the card was not scored from this visit record");
  return list[row];
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += between;
    text += word;
  }
  return text;
}

std::string quoted(const Scene& scene, const std::string& text) {
  return (scene.language == Language::zh ? "“" : " “") + text + "”";
}

/// A text beside its code: "B (good)"; the code alone where the title says no more.
std::string code_and_title(const Scene& scene, const std::string& code, const LocalText& title) {
  const std::string& text = title.in(scene.language);
  return text.empty() || text == code
             ? code
             : code + (scene.language == Language::zh ? "" : " ") + in_parentheses(scene, text);
}

const Message* builtin_title(std::string_view name) {
  static constexpr std::pair<std::string_view, const Message*> titles[] = {
      {"severity", &messages::explain_attribute_severity}, {"location", &messages::explain_attribute_location},
      {"source", &messages::explain_attribute_source},     {"repeat", &messages::explain_flag_repeat},
      {"overdue", &messages::explain_flag_overdue},        {"media", &messages::explain_flag_media},
      {"corrected", &messages::explain_flag_corrected}};
  for (const auto& [known, title] : titles)
    if (known == name) return title;
  return nullptr;
}

bool is_flag(std::string_view name) {
  const BuiltinAttribute* builtin = find_builtin(name);
  return builtin && builtin->flag;
}

std::string name_of_value(const Scene& scene, const std::string& attribute, const std::string& value) {
  const std::optional<std::size_t> slot = scene.framework.find_attribute(attribute);
  if (!slot) return value;
  for (const Attribute::Value& known : scene.framework.attributes()[*slot].values)
    if (known.code == value && !known.title.empty()) return known.title.in(scene.language);
  return value;
}

/// "serious", "source: hotline", "repeat". Of severities and flags the value alone says enough.
std::string named_value(const Scene& scene, const std::string& attribute, const std::vector<std::string>& values) {
  if (is_flag(attribute) && values.size() == 1) {
    const std::string flag = name_of_attribute(scene, attribute);
    return values.front() == "yes" ? flag : say(scene, messages::explain_flag_not, {flag});
  }
  std::vector<std::string> names;
  for (const std::string& value : values) names.push_back(name_of_value(scene, attribute, value));
  const std::string text = alternatives(scene, names);
  if (attribute == "severity") return text;
  return with_colon(scene, name_of_attribute(scene, attribute), text);
}

}  // namespace

std::string listed(const Scene& scene, const std::vector<std::string>& words) {
  return joined(words, scene.language == Language::zh ? "、" : ", ");
}

std::string alternatives(const Scene& scene, const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text = text.empty() ? word : say(scene, messages::explain_or, {text, word});
  return text;
}

std::string with_colon(const Scene& scene, const std::string& what, const std::string& that) {
  return what + (scene.language == Language::zh ? "：" : ": ") + that;
}

std::string in_parentheses(const Scene& scene, const std::string& text) {
  return scene.language == Language::zh ? "（" + text + "）" : "(" + text + ")";
}

std::string name_of(const Scene& scene, NodeId node) {
  const std::string code(scene.framework.code(node));
  const std::string& title = scene.framework.node(node).title.in(scene.language);
  return title.empty() || title == code ? code : code + " " + title;
}

std::string mark_of(const Scene& scene, NodeId node) {
  const std::optional<Points> mark = scene.card->mark(node);
  if (!mark) return name_of(scene, scene.card->status(node));
  const Points possible = scene.card->possible(node);
  return possible.is_zero() ? written(*mark) : written(*mark) + " / " + written(possible);
}

std::string name_and_mark(const Scene& scene, NodeId node) {
  return scene.card ? with_colon(scene, name_of(scene, node), mark_of(scene, node)) : name_of(scene, node);
}

std::string name_of(const Scene& scene, const Grade& grade) { return code_and_title(scene, grade.code, grade.title); }

std::string name_of(const Scene& scene, Status status) {
  return say(scene,
             status == Status::not_applicable ? messages::explain_not_applicable : messages::explain_not_observed);
}

std::string name_of(const Scene& scene, CheckResult result) {
  switch (result) {
    case CheckResult::pass:
      return say(scene, messages::explain_check_pass);
    case CheckResult::fixed:
      return say(scene, messages::explain_check_fixed);
    case CheckResult::fail:
      return say(scene, messages::explain_check_fail);
    case CheckResult::error:
      return say(scene, messages::explain_check_error);
    case CheckResult::unknown:
      return say(scene, messages::explain_check_unknown);
    case CheckResult::not_applicable:
      return say(scene, messages::explain_check_not_applicable);
    case CheckResult::not_checked:
      return say(scene, messages::explain_check_not_checked);
    case CheckResult::not_selected:
      return say(scene, messages::explain_check_not_selected);
    case CheckResult::informational:
      return say(scene, messages::explain_check_informational);
    case CheckResult::unscored:
      break;
  }
  return say(scene, messages::explain_check_unscored);
}

std::string name_of(const Scene& scene, Rounding mode) {
  switch (mode) {
    case Rounding::half_up:
      return say(scene, messages::explain_round_half_up);
    case Rounding::half_even:
      return say(scene, messages::explain_round_half_even);
    case Rounding::down:
      return say(scene, messages::explain_round_down);
    case Rounding::up:
      return say(scene, messages::explain_round_up);
    case Rounding::floor:
      break;
  }
  return say(scene, messages::explain_round_floor);
}

std::string name_of_places(const Scene& scene, int places) {
  if (places == 0) return say(scene, messages::explain_to_whole);
  if (places == 1) return say(scene, messages::explain_to_one_place);
  return say(scene, messages::explain_to_places, {std::to_string(places)});
}

std::string name_of_visit_attribute(const Scene& scene, const std::string& name) {
  for (const VisitAttribute& attribute : scene.framework.source().visit_attributes)
    if (attribute.name == name && !attribute.title.empty()) return attribute.title.in(scene.language);
  return name;
}

std::string name_of_attribute(const Scene& scene, const std::string& name) {
  const std::optional<std::size_t> slot = scene.framework.find_attribute(name);
  if (slot && !scene.framework.attributes()[*slot].title.empty())
    return scene.framework.attributes()[*slot].title.in(scene.language);
  const Message* title = builtin_title(name);
  return title ? say(scene, *title) : name;
}

std::string number_of_finding(const Scene& scene, std::uint32_t row) {
  if (row == no_row) return say(scene, messages::explain_unknown_finding);
  finding_at(scene.visit, row);
  return say(scene, messages::explain_finding, {std::to_string(row + 1)});
}

std::string describe_finding(const Scene& scene, std::uint32_t row) {
  std::string text = number_of_finding(scene, row);
  if (row == no_row) return text;
  const FindingRecord& finding = finding_at(scene.visit, row);
  if (!finding.note.empty()) text += quoted(scene, finding.note);
  std::vector<std::string> qualities;
  std::string location;
  for (const auto& [name, value] : finding.attributes) {
    if (value.empty() || (is_flag(name) && value != "yes")) continue;
    if (name == "location") {
      location = name_of_value(scene, name, value);
    } else {
      qualities.push_back(named_value(scene, name, {value}));
    }
  }
  const bool zh = scene.language == Language::zh;
  if (!qualities.empty()) text += (zh ? "" : " ") + in_parentheses(scene, joined(qualities, zh ? "，" : ", "));
  if (!location.empty()) text += (zh ? "，" : ", ") + location;
  return text;
}

std::string describe(const Scene& scene, const Filter& filter) {
  if (filter.empty()) return say(scene, messages::explain_every_finding);
  std::vector<std::string> tests;
  for (const AttributeTest& test : filter) tests.push_back(named_value(scene, test.attribute, test.values));
  return joined(tests, scene.language == Language::zh ? "，" : ", ");
}

const FindingRecord& finding_at(const VisitRecord& visit, std::uint32_t row) { return entry_at(visit.findings, row); }
const ReadingRecord& reading_at(const VisitRecord& visit, std::uint32_t row) { return entry_at(visit.readings, row); }
const CheckRecord& check_at(const VisitRecord& visit, std::uint32_t row) { return entry_at(visit.checks, row); }

}  // namespace aedile::detail
