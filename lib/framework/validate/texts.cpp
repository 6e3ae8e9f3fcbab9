#include "framework/validate/texts.h"

#include <unordered_map>

#include "core/excerpt.h"
#include "core/utf8.h"
#include "framework/messages.h"

namespace aedile::detail {

namespace {

/// A member that holds one name.
void check_member_name(std::string_view key, std::string_view text, Report& report) {
  const auto inside = report.at(key);
  check_name(key, text, report);
}

void check_member_prose(std::string_view key, std::string_view text, Report& report) {
  const auto inside = report.at(key);
  check_prose(key, text, report);
}

void check_list(std::string_view key, const std::vector<std::string>& names, Report& report) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto inside = report.at(key, i);
    check_name(key, names[i], report);
  }
}

void check_head(const Framework& framework, Report& report) {
  check_member_name("id", framework.id, report);
  check_member_name("edition", framework.edition, report);
  check_local_text("title", framework.title, report);
  check_member_prose("source", framework.source, report);
  for (std::size_t i = 0; i < framework.attributes.size(); ++i) {
    const Attribute& attribute = framework.attributes[i];
    const auto inside = report.at("attributes", i);
    check_member_name("name", attribute.name, report);
    check_local_text("title", attribute.title, report);
    for (std::size_t v = 0; v < attribute.values.size(); ++v) {
      const auto value = report.at("values", v);
      check_name("values", attribute.values[v].code, report);
      check_local_text("title", attribute.values[v].title, report);
    }
  }
  for (std::size_t i = 0; i < framework.visit_attributes.size(); ++i) {
    const auto inside = report.at("visit_attributes", i);
    check_name("name", framework.visit_attributes[i].name, report);
    check_local_text("title", framework.visit_attributes[i].title, report);
  }
  for (std::size_t i = 0; i < framework.profiles.size(); ++i) {
    const auto inside = report.at("profiles", i);
    check_member_name("site_class", framework.profiles[i].site_class, report);
    check_local_text("title", framework.profiles[i].title, report);
  }
}

void check_node(const Node& node, Report& report) {
  check_local_text("title", node.title, report);
  check_local_text("clause", node.clause, report);
  check_member_prose("clause_source", node.clause_source, report);
  check_member_prose("lead", node.lead, report);
  check_list("supporting", node.supporting, report);
  check_list("tags", node.tags, report);
  for (std::size_t i = 0; i < node.grades.size(); ++i) {
    const auto inside = report.at("grades", i);
    check_member_name("code", node.grades[i].code, report);
    check_local_text("title", node.grades[i].title, report);
  }
}

void check_code(const std::string& code, Report& report) {
  const auto inside = report.at("code");
  if (code.empty()) {
    inside.error(messages::empty_code);
  } else if (!is_utf8(code)) {
    inside.error(messages::text_not_utf8, {"code"});
  } else if (has_control_characters(code) || code.find('@') != std::string::npos) {
    inside.error(messages::bad_code, {code});
  }
}

}  // namespace

void check_texts(const Framework& framework, const Tree& tree, Report& report) {
  check_head(framework, report);
  std::unordered_map<std::string_view, std::size_t> first_of_code;
  for (std::size_t i = 0; i < framework.nodes.size(); ++i) {
    if (!tree.placed(i)) continue;
    const Node& node = framework.nodes[i];
    const auto inside = tree.enter(report, i);
    check_code(node.code, report);
    check_node(node, report);
    const auto [first, unseen] = first_of_code.emplace(node.code, i);
    if (!unseen && !node.code.empty()) {
      report.at("code").error_verbatim(messages::duplicate_code, {excerpt(node.code), tree.pointer(first->second)});
    }
  }
}

}  // namespace aedile::detail
