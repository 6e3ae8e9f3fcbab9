#include "framework/limits.h"
#include "framework/spoiled.h"

namespace aedile::testing {

namespace {

using namespace messages;

LocalText titles(std::vector<std::pair<std::string, std::string>> texts) { return LocalText(std::move(texts)); }

void append_chain(Framework& f, std::size_t length) {
  std::size_t parent = 0;
  for (std::size_t i = 0; i < length; ++i) {
    Node link;
    link.code = "link" + std::to_string(i);
    link.parent = parent;
    link.role = i == 0 ? Role::adds : Role::part;
    parent = f.nodes.size();
    f.nodes.push_back(link);
  }
}

std::string children(std::size_t first, std::size_t levels) {
  std::string text = "/root/children/" + std::to_string(first);
  for (std::size_t i = 1; i < levels; ++i) text += "/children/0";
  return text;
}

std::vector<Spoiled> spoiled_texts() {
  return {
      error("an empty id", empty_text, "/id", [](auto& f) { f.id.clear(); }),
      error("an empty edition", empty_text, "/edition", [](auto& f) { f.edition.clear(); }),
      error("an attribute without a name", empty_text, "/attributes/1/name",
            [](auto& f) { f.attributes[1].name.clear(); }),
      error("an empty value", empty_text, "/attributes/0/values/1",
            [](auto& f) { f.attributes[0].values[1].code.clear(); }),
      error("an empty site class", empty_text, "/profiles/0/site_class",
            [](auto& f) { f.profiles[0].site_class.clear(); }),
      error("an empty tag", empty_text, "/root/children/0/tags/0", [](auto& f) { node(f, "1").tags = {""}; }),
      error("an empty grade", empty_text, "/root/grades/0/code", [](auto& f) { f.nodes[0].grades[0].code.clear(); }),
      error("a title cut within a character", text_not_utf8, "/title/zh",
            [](auto& f) {
              f.title = titles({{"zh", "\xE7\xA4"}});
            }),
      error("a title in Latin-1", text_not_utf8, "/root/children/0/title",
            [](auto& f) { node(f, "1").title = "caf\xE9"; }),
      error("a clause with a surrogate", text_not_utf8, "/root/children/0/clause",
            [](auto& f) { node(f, "1").clause = "\xED\xA0\x80"; }),
      error("a code that is no UTF-8", text_not_utf8, "/root/children/3/code",
            [](auto& f) { node(f, "4").code = "\xFF"; }),
      error("a criterion's title that is no UTF-8", text_not_utf8,
            "/root/children/0/children/1/rules/0/criteria/0/title",
            [](auto& f) { rule<Checklist>(f, "1.2").criteria[0].title = "\xC0\x80"; }),
      error("a line break in a value", control_character, "/attributes/1/values/0",
            [](auto& f) { f.attributes[1].values[0].code = "in\nside"; }),
      error("two titles in one language", duplicate_language, "/title",
            [](auto& f) {
              f.title = titles({{"en", "a"}, {"en", "b"}});
            }),
      error("a node without a code", empty_code, "/root/children/3/code", [](auto& f) { node(f, "4").code.clear(); }),
      error("a code with the sign of cycles", bad_code, "/root/children/3/code",
            [](auto& f) { node(f, "4").code = "4@1"; }),
      error("a code with a control character", bad_code, "/root/children/3/code",
            [](auto& f) { node(f, "4").code = "4\t"; }),
      error("a code used twice", duplicate_code, "/root/children/3/code", [](auto& f) { node(f, "4").code = "1.1"; }),
  };
}

std::vector<Spoiled> spoiled_head() {
  return {
      error("an end before the beginning", validity_order, "/valid_until",
            [](auto& f) { f.valid_until = Date::of(2025, 12, 31); }),
      error("ten decimals", places_range, "/marks/places", [](auto& f) { f.marks.places = 10; }),
      error("decimals below none", places_range, "/marks/places", [](auto& f) { f.marks.places = -1; }),
      error("ten decimals at a node", places_range, "/root/children/0/round/places",
            [](auto& f) {
              node(f, "1").round = MarkRounding{Rounding::half_up, 10};
            }),
      error("an attribute declared twice", duplicate_attribute, "/attributes/3/name",
            [](auto& f) {
              f.attributes.push_back({"area", {}, {}});
            }),
      error("a value declared twice", duplicate_entry, "/attributes/1/values/2",
            [](auto& f) {
              f.attributes[1].values.push_back({"inside", {}});
            }),
      error("more attributes than findings carry", too_many_attributes, "/attributes/6",
            [](auto& f) {
              for (const char* name : {"a", "b", "c", "d"}) f.attributes.push_back({name, {}, {}});
            }),
      error("more values than are looked up", list_too_long, "/attributes/1/values",
            [](auto& f) {
              for (std::size_t i = 0; i <= detail::max_names; ++i) {
                f.attributes[1].values.push_back({"v" + std::to_string(i), {}});
              }
            }),
      error("a flag with a third value", fixed_values, "/attributes/3/values/1",
            [](auto& f) {
              f.attributes.push_back({"repeat", {}, {{"yes", {}}, {"often", {}}}});
            }),
      error("a visit attribute declared twice", duplicate_visit_attribute, "/visit_attributes/1",
            [](auto& f) {
              f.visit_attributes.push_back({"units_sampled", {}});
            }),
      error("a second profile of a site class", duplicate_profile, "/profiles/1/site_class",
            [](auto& f) { f.profiles[1].site_class = "park"; }),
      error("a profile that names an unknown node", unknown_node, "/profiles/0/only/1",
            [](auto& f) { f.profiles[0].nodes[1] = "9"; }),
      error("a profile that names a node twice", duplicate_entry, "/profiles/0/only/2",
            [](auto& f) { f.profiles[0].nodes.push_back("1"); }),
      error("a profile of nothing", empty_profile, "/profiles/0", [](auto& f) { f.profiles[0].nodes.clear(); }),
      error("a profile of all except all", empty_profile, "/profiles/1",
            [](auto& f) { f.profiles[1].nodes = {"5", "1", "2", "3", "4", "2.1"}; }),
  };
}

std::vector<Spoiled> spoiled_tree() {
  return {
      error("no nodes at all", no_nodes, "/root", [](auto& f) { f.nodes.clear(); }),
      error("a root with a parent", bad_tree, "/root", [](auto& f) { f.nodes[0].parent = 1; }),
      error("a second root", bad_tree, "/nodes/1", [](auto& f) { f.nodes[1].parent.reset(); }),
      error("a parent that does not exist", bad_tree, "/nodes/2", [](auto& f) { f.nodes[2].parent = 1000; }),
      error("a node that is its own parent", bad_tree, "/nodes/2", [](auto& f) { f.nodes[2].parent = 2; }),
      error("two nodes that are each other's parents", bad_tree, "/nodes/2", [](auto& f) { f.nodes[2].parent = 3; }),
      error("a child behind its parent's younger sibling", bad_tree, "/nodes/5",
            [](auto& f) { f.nodes[5].parent = 1; }),
      error("a chain one level too long", too_deep, children(5, max_depth),
            [](auto& f) { append_chain(f, max_depth); }),
      error("a chain of a hundred thousand levels", too_deep, children(5, max_depth),
            [](auto& f) { append_chain(f, 100'000); }),
  };
}

}  // namespace

std::vector<Spoiled> spoiled_structure() {
  std::vector<Spoiled> all = spoiled_texts();
  for (const auto& more : {spoiled_head(), spoiled_tree()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace aedile::testing
