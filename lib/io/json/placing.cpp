#include "io/json/placing.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "io/json/pointer.h"

namespace aedile::json {

namespace {

/// A code of the validator that may follow from the loss of one key: anywhere in the document, where names were lost
/// that something else refers to; else only below the node that the problem belongs to.
struct Consequence {
  std::string_view code;
  std::string_view key;
  bool anywhere;
  /// Whether an element of a list that cannot be used may have held the key.
  bool in_elements = true;
};

constexpr std::array consequences{
    Consequence{"part_sum", "full_marks", false},
    Consequence{"full_marks_missing", "full_marks", false},
    Consequence{"full_marks_zero", "full_marks", false},
    Consequence{"open_ended_part", "full_marks", false},
    Consequence{"base_without_full_marks", "full_marks", false},
    Consequence{"base_above_full_marks", "full_marks", false},
    Consequence{"nothing_to_lose", "full_marks", false},
    Consequence{"start_range", "full_marks", false},
    Consequence{"range_order", "full_marks", false},
    Consequence{"cap_above_full", "full_marks", false},
    Consequence{"points_above_full", "full_marks", false},
    Consequence{"grade_gap", "full_marks", false},
    Consequence{"unknown_node", "code", true},
    Consequence{"unknown_node", "children", true},
    Consequence{"unknown_attribute", "attributes", true},
    Consequence{"unknown_attribute", "name", true},
    Consequence{"unknown_value", "values", true},
    Consequence{"unknown_value", "code", true},
    Consequence{"attribute_without_values", "values", true},
    Consequence{"unknown_visit_attribute", "visit_attributes", true},
    Consequence{"unknown_visit_attribute", "name", true},
    Consequence{"unknown_grade", "grades", true},
    Consequence{"unknown_grade", "code", true},
    Consequence{"no_owner", "lead", true},
    // of organisations
    Consequence{"unknown_unit", "units", true},
    Consequence{"unknown_unit", "code", true},
    Consequence{"unknown_site", "sites", true},
    Consequence{"unknown_site", "code", true},
    Consequence{"undeclared_site_class", "site_classes", true},
    Consequence{"undeclared_site_class", "code", true},
    Consequence{"site_outside_grid", "units", true},
    Consequence{"site_outside_grid", "code", true},
    Consequence{"site_outside_grid", "kind", true},
    Consequence{"not_territory", "kind", true},
    Consequence{"not_superior", "kind", true},
    Consequence{"territory_order", "kind", true},
    Consequence{"absent_unit", "valid_from", true},
    Consequence{"absent_unit", "valid_until", true},
    Consequence{"absent_unit", "successors", true},
    Consequence{"territory_gap", "valid_from", true},
    Consequence{"territory_gap", "valid_until", true},
    Consequence{"two_territories", "valid_from", true},
    Consequence{"two_territories", "valid_until", true},
    Consequence{"successor_without_end", "valid_until", true},
    Consequence{"successor_gap", "valid_from", true},
    Consequence{"successor_gap", "valid_until", true},
    Consequence{"equal_duties", "items", true},
    Consequence{"equal_duties", "valid_from", true},
    Consequence{"equal_duties", "valid_until", true},
    Consequence{"equal_rules", "priority", true},
    Consequence{"equal_rules", "items", true},
    Consequence{"equal_rules", "site_classes", true},
    Consequence{"equal_rules", "sites", true},
    Consequence{"equal_rules", "areas", true},
    Consequence{"equal_rules", "valid_from", true},
    Consequence{"equal_rules", "valid_until", true},
    Consequence{"contract_overlap", "kind", true},
    Consequence{"contract_overlap", "items", true},
    Consequence{"contract_overlap", "site_classes", true},
    Consequence{"contract_overlap", "sites", true},
    Consequence{"contract_overlap", "areas", true},
    Consequence{"contract_overlap", "valid_from", true},
    Consequence{"contract_overlap", "valid_until", true},
    Consequence{"contract_overlap", "role", true},
    Consequence{"day_outside_validity", "first", true, false},
    Consequence{"day_outside_validity", "last", true, false},
    Consequence{"calendar_validity_order", "first", true, false},
    Consequence{"validity_too_long", "first", true, false},
    Consequence{"validity_shrinks", "last", true, false},
    Consequence{"no_makeup_hours", "week", true, false},
    Consequence{"no_makeup_hours", "mon", true, false},
    Consequence{"no_makeup_hours", "makeup_hours", true, false},
    Consequence{"known_from_order", "known_from", true, false},
    Consequence{"usual_without_effect", "holidays", true},
    Consequence{"usual_without_effect", "makeup", true},
    Consequence{"makeup_without_effect", "holidays", true},
    Consequence{"makeup_without_effect", "makeup_hours", true},
    Consequence{"makeup_without_effect", "week", true},
    Consequence{"break_without_hours", "shifts", true},
    Consequence{"break_without_hours", "week", true},
};

/// What the reader could not read, and which problems may follow from it.
class Gaps {
 public:
  explicit Gaps(const Reader& reader) : gaps_(reader.gaps().begin(), reader.gaps().end()) {
    for (const Consequence& consequence : consequences) by_key_[consequence.key];
    for (const Gap& gap : gaps_) {
      // Where an element of a list cannot be used, such as a node that is a number, all keys of it are lost.
      const bool every_key = gap.key.empty() && !gap.missing;
      for (auto& [key, indices] : by_key_) {
        if (every_key || gap.key == key) indices.insert(gap.index);
        if (gap.key == key) by_name_[key].insert(gap.index);
      }
    }
  }

  bool empty() const { return gaps_.empty(); }

  /// Whether a problem with this code, at the end of this way, may follow from a gap.
  bool explain(std::string_view code, const PointerResolver::Way& way) const {
    if (!way.complete && lacks(way.values.back(), way.missing)) return true;
    for (const Value value : way.values) {
      if (unusable(value)) return true;
    }
    const std::size_t depth = depth_of_node(way);
    const Value last = way.values.back();
    const Value node = way.values[depth];
    for (const Consequence& consequence : consequences) {
      const auto& keys = consequence.in_elements ? by_key_ : by_name_;
      if (consequence.code == code && lost(keys, consequence.key, consequence.anywhere ? way.values.front() : node)) {
        return true;
      }
    }
    // The whole document, or one node, said to be wrong as such: only its own keys matter, not all that lies below.
    if (depth + 1 == way.values.size()) return depth != 0 && lacks_member(node);
    // Inside a part of a rule, such as its table of points, everything hangs together.
    for (std::size_t i = depth + 3; i < way.values.size(); ++i) {
      if (lacks_any(way.values[i])) return true;
    }
    return within(last);
  }

 private:
  bool has(const Gap& from, const Gap& below) const {
    const auto first = gaps_.lower_bound(from);
    return first != gaps_.end() && *first < below;
  }
  bool unusable(Value value) const { return has({value.index(), {}, false}, {value.index(), {}, true}); }
  bool lacks(Value object, const std::string& key) const { return gaps_.contains({object.index(), key, true}); }
  bool lacks_any(Value object) const { return has({object.index(), {}, true}, {object.index() + 1, {}, false}); }
  bool within(Value value) const { return has({value.index(), {}, false}, {value.end(), {}, false}); }
  bool lacks_member(Value object) const {
    if (lacks_any(object)) return true;
    for (const Member member : object.members()) {
      if (unusable(member.value)) return true;
    }
    return false;
  }
  using Keys = std::map<std::string_view, std::set<std::uint32_t>>;

  static bool lost(const Keys& keys, std::string_view key, Value below) {
    const auto indices = keys.find(key);
    if (indices == keys.end()) return false;
    const auto first = indices->second.lower_bound(below.index());
    return first != indices->second.end() && *first < below.end();
  }

  /// Position on the way of the node that the problem belongs to, 0 if none: document, root, children, 3, rules, 0 …
  static std::size_t depth_of_node(const PointerResolver::Way& way) {
    if (way.values.size() < 2 || key_of(way.values[1]) != "root") return 0;
    std::size_t depth = 1;
    while (depth + 2 < way.values.size() && key_of(way.values[depth + 1]) == "children") depth += 2;
    return depth;
  }
  static std::string_view key_of(Value value) { return value.document().key_of(value); }

  std::set<Gap> gaps_;
  Keys by_key_;   ///< of those keys that have consequences
  Keys by_name_;  ///< the same without elements of lists
};

/// What pointers of second places begin with.
constexpr std::array<std::string_view, 7> second_places{"/root",    "/units/", "/sites/",    "/site_classes/",
                                                        "/duties/", "/rules/", "/contracts/"};

/// An argument that is the pointer of a second place, as line and column.
void place_arguments(std::vector<std::string>& arguments, PointerResolver& resolver, const Document& document) {
  for (std::string& argument : arguments) {
    const bool pointer = std::any_of(second_places.begin(), second_places.end(),
                                     [&](std::string_view list) { return argument.starts_with(list); });
    if (!pointer) continue;
    const PointerResolver::Way second = resolver.find(argument);
    if (!second.complete) continue;
    Place place = document.place(second.values.back().offset());
    place.file.clear();
    argument = to_string(place);
  }
}

}  // namespace

Diagnostics placed(const Diagnostics& found, const Reader& reader) {
  const Document& document = reader.document();
  PointerResolver resolver(document);
  const Gaps gaps(reader);
  Diagnostics result;
  for (const Diagnostic& problem : found) {
    const PointerResolver::Way way = resolver.find(problem.place.pointer);
    if (!gaps.empty() && gaps.explain(problem.code(), way)) continue;
    std::vector<std::string> arguments = problem.text.arguments();
    place_arguments(arguments, resolver, document);
    Place place = document.place(way.values.back().offset());
    place.pointer = problem.place.pointer;
    result.add({problem.level, std::move(place), Text(problem.text.message(), std::move(arguments))});
  }
  return result;
}

Diagnostics placed_in(std::string_view text, std::string file_name, const Diagnostics& found) {
  const Result<Document> document = Document::parse(text, std::move(file_name));
  if (!document) throw ContractError("problems to be placed: not in the text that was read");
  Diagnostics without_file;
  Diagnostics result;
  for (const Diagnostic& problem : found) (problem.place.file.empty() ? without_file : result).add(problem);
  result.append(placed(without_file, Reader(*document)));
  result.sort_by_place();
  return result;
}

}  // namespace aedile::json
