#include "support/generate_framework.h"

#include <algorithm>
#include <limits>

namespace aedile::test {

namespace {

std::string any_word() {
  static const std::vector<std::string> words{"1.2",
                                              "total",
                                              "severity",
                                              "中文 名称",
                                              "a \"quoted\" word",
                                              "back\\slash",
                                              "line\nend\ttab\r",
                                              "~0/~1/x",
                                              "",
                                              std::string("zero\0byte", 9),
                                              "\x01\x1F\x7F",
                                              "\u0085\u2028\u2029",
                                              "😀🏛\U0010FFFF",
                                              "\uFEFFmark",
                                              "{0} {1}",
                                              "</script>",
                                              "null",
                                              "-0",
                                              "é",
                                              std::string(300, 'x')};
  return one_of(words);
}

/// Never the same twice.
std::vector<std::string> any_names(int most) {
  std::vector<std::string> names;
  const int count = pick(0, most);
  for (int i = 0; i < count; ++i) {
    std::string name = any_word();
    if (std::find(names.begin(), names.end(), name) != names.end()) name += std::to_string(i);
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<std::string> any_words(int most) {
  std::vector<std::string> words(static_cast<std::size_t>(pick(0, most)));
  for (std::string& word : words) word = any_word();
  return words;
}

LocalText any_text() {
  if (chance(40)) return {};
  if (chance(50)) return any_word();
  std::vector<std::pair<std::string, std::string>> texts;
  for (const char* language : {"zh", "en", "pt-BR", ""}) {
    if (chance(50)) texts.emplace_back(language, any_word());
  }
  return texts;
}

template <class D>
D any_number() {
  using Limits = std::numeric_limits<std::int64_t>;
  switch (pick(0, 3)) {
    case 0:
      return D::of(pick(-100, 100));
    case 1:
      return D::from_scaled(*rc::gen::arbitrary<std::int64_t>());
    case 2:
      return D::from_scaled(one_of<std::int64_t>({Limits::min(), Limits::min() + 1, -1, 0, 1, Limits::max()}));
    default:
      return D::from_scaled(pick(-1000, 1000));
  }
}

template <class T, class Any>
std::optional<T> maybe(int per_cent, Any any) {
  return chance(per_cent) ? std::optional<T>(any()) : std::nullopt;
}

template <class T>
Range<T> any_range() {
  Range<T> range;
  range.at_least = maybe<T>(40, any_number<T>);
  range.above = maybe<T>(20, any_number<T>);
  range.at_most = maybe<T>(40, any_number<T>);
  range.below = maybe<T>(20, any_number<T>);
  return range;
}

Date any_day() { return Date::of(2000, 1, 1)->plus_days(pick(-700'000, 2'000'000)); }

template <class Enum>
Enum any_of(int count) {
  return static_cast<Enum>(pick(0, count - 1));
}

MarkRounding any_mark_rounding() { return {any_of<Rounding>(5), pick(0, 9)}; }

Filter any_filter() {
  Filter filter;
  for (std::string& attribute : any_names(2)) filter.push_back({std::move(attribute), any_words(3)});
  return filter;
}

template <class T>
std::vector<std::pair<std::string, T>> any_map() {
  std::vector<std::pair<std::string, T>> map;
  for (std::string& name : any_names(3)) map.emplace_back(std::move(name), any_number<T>());
  return map;
}

void draw_cells(std::vector<std::string>& key, std::size_t depth, std::vector<PointsTable::Cell>& out) {
  for (std::string& name : any_names(3)) {
    key.push_back(std::move(name));
    if (key.size() < depth) {
      draw_cells(key, depth, out);
    } else {
      out.push_back({key, any_number<Points>()});
    }
    key.pop_back();
  }
}

PointsTable any_table() {
  PointsTable table;
  table.otherwise = maybe<Points>(60, any_number<Points>);
  if (chance(50)) return table;
  table.by = any_words(3);
  std::vector<std::string> key;
  draw_cells(key, static_cast<std::size_t>(pick(1, 3)), table.cells);
  return table;
}

PerOccurrence any_each() {
  PerOccurrence each;
  each.when = any_filter();
  each.points = any_table();
  each.once = chance(50);
  if (each.once) each.once_per = any_words(2);
  const int modifiers = pick(0, 2);
  for (int i = 0; i < modifiers; ++i) {
    each.modifiers.push_back({any_filter(), any_number<Factor>(), any_number<Points>()});
  }
  each.free = chance(30) ? *rc::gen::arbitrary<std::uint32_t>() : 0;
  each.divide_by = maybe<std::string>(30, any_word);
  each.scale = maybe<ScaleTable>(30, [] { return ScaleTable{any_word(), any_map<Factor>()}; });
  each.cap = maybe<Points>(50, any_number<Points>);
  return each;
}

MarkCondition any_condition() { return {any_word(), any_range<Points>()}; }

Rule any_rule() {
  switch (pick(0, 11)) {
    case 0:
      return Deduction{any_each()};
    case 1:
      return Tally{any_each()};
    case 2:
      return WholeItem{any_filter()};
    case 3:
      return Bonus{any_each(), maybe<MarkCondition>(50, any_condition)};
    case 4:
      return Penalty{any_each(), any_word()};
    case 5:
      return Veto{any_filter(), any_word(), maybe<Points>(50, any_number<Points>), maybe<std::string>(50, any_word)};
    case 6: {
      Checklist rule{{}, any_of<Checklist::Mode>(2), chance(50)};
      for (const std::string& code : any_words(3)) rule.criteria.push_back({code, any_text(), any_number<Weight>()});
      if (!rule.criteria.empty() && chance(50)) rule.criteria.front() = {any_word(), {}};
      return rule;
    }
    case 7: {
      Bands rule{any_words(2), {}, maybe<Points>(50, any_number<Points>)};
      const int bands = pick(0, 3);
      for (int i = 0; i < bands; ++i) {
        rule.bands.push_back(
            {any_range<Quantity>(), any_range<Quantity>(), any_range<Quantity>(), any_number<Points>(), any_text()});
      }
      return rule;
    }
    case 8: {
      Rate rule;
      rule.numerator = any_word();
      rule.denominator = any_word();
      if (chance(50)) rule.target = any_number<Quantity>();
      rule.points_per_point = maybe<Points>(50, any_number<Points>);
      rule.step = any_of<Rate::Step>(3);
      if (chance(50)) rule.minimum_sample = *rc::gen::arbitrary<std::int64_t>();
      rule.small_sample = any_of<Rate::SmallSample>(4);
      if (chance(50)) rule.confidence = *rc::gen::arbitrary<int>();
      return rule;
    }
    case 9: {
      Progress rule{any_word(), any_day(), {}, any_of<Progress::Between>(2)};
      const int milestones = pick(0, 3);
      for (int i = 0; i < milestones; ++i) rule.milestones.push_back({any_day(), any_number<Quantity>()});
      return rule;
    }
    case 10:
      return Letters{any_word(), any_map<Factor>(), any_words(2), any_words(2)};
    default: {
      Custom rule{any_word(), {}};
      for (std::string& name : any_names(3)) rule.parameters.emplace_back(std::move(name), any_word());
      return rule;
    }
  }
}

Node any_node() {
  Node node;
  node.code = any_word();
  node.title = any_text();
  node.full_marks = maybe<Points>(50, any_number<Points>);
  if (chance(50)) node.weight = any_number<Weight>();
  node.role = any_of<Role>(3);
  node.clause = any_text();
  node.clause_source = any_word();
  node.method = maybe<Method>(50, [] { return any_of<Method>(5); });
  node.lead = any_word();
  node.supporting = any_words(2);
  node.tags = any_words(2);
  node.start = maybe<Points>(30, any_number<Points>);
  if (chance(50)) node.lowest = maybe<Points>(50, any_number<Points>);
  node.highest = maybe<Points>(30, any_number<Points>);
  node.round = maybe<MarkRounding>(30, any_mark_rounding);
  if (chance(50)) {
    node.aggregation = {any_of<Aggregator>(9), any_of<Basis>(2),   any_of<Missing>(5),   any_of<Missing>(5),
                        any_of<Degenerate>(3), any_of<PartSum>(3), any_number<Factor>(), any_number<Points>()};
  }
  const int rules = pick(0, 3);
  for (int i = 0; i < rules; ++i) node.rules.push_back(any_rule());
  const int ceilings = pick(0, 2);
  for (int i = 0; i < ceilings; ++i) {
    node.ceilings.push_back({any_condition(), maybe<Points>(50, any_number<Points>), maybe<std::string>(50, any_word)});
  }
  const int grades = pick(0, 3);
  for (int i = 0; i < grades; ++i) node.grades.push_back({any_word(), any_text(), any_range<Points>()});
  if (chance(20)) {
    Cycles cycles{any_word(), {}, any_of<Missing>(5)};
    for (std::string& value : any_words(3)) cycles.cycles.push_back({std::move(value), any_number<Weight>()});
    node.cycles = std::move(cycles);
  }
  return node;
}

/// In document order: a new node hangs below the last one or below one of its ancestors.
void draw_nodes(std::vector<Node>& nodes) {
  const int count = pick(0, 12);
  std::vector<std::size_t> open;
  for (int i = 0; i < count; ++i) {
    Node node = any_node();
    if (!open.empty()) {
      open.resize(static_cast<std::size_t>(pick(1, static_cast<int>(open.size()))));
      node.parent = open.back();
    }
    open.push_back(nodes.size());
    nodes.push_back(std::move(node));
  }
}

LocalText dressed(const std::string& text) {
  switch (pick(0, 3)) {
    case 0:
      return {};
    case 1:
      return text;
    case 2:
      return std::vector<std::pair<std::string, std::string>>{{"zh", "名称 " + text}, {"en", "name of\n" + text}};
    default:
      return std::vector<std::pair<std::string, std::string>>{{"", text + " \"?\""}, {"fr", "l'" + text}};
  }
}

void dress_rule(Rule& rule) {
  if (auto* checklist = std::get_if<Checklist>(&rule)) {
    for (Checklist::Criterion& criterion : checklist->criteria) criterion.title = dressed(criterion.code);
  } else if (auto* bands = std::get_if<Bands>(&rule)) {
    for (Bands::Band& band : bands->bands) band.title = dressed("band");
  }
}

void dress_node(Node& node) {
  node.title = dressed(node.code);
  node.clause = dressed("clause of " + node.code);
  if (chance(50)) node.clause_source = "第三条";
  node.method = maybe<Method>(50, [] { return any_of<Method>(5); });
  // Departments of their own for each node: nobody leads and supports the same.
  if (chance(30)) node.lead = "lead of " + node.code;
  if (chance(30)) node.supporting = {"support of " + node.code, "second of " + node.code};
  if (chance(30)) node.tags = {"street", "街道"};
  for (Rule& rule : node.rules) dress_rule(rule);
  for (Grade& grade : node.grades) grade.title = dressed(grade.code);
}

void dress(Framework& framework) {
  framework.title = dressed("framework");
  if (chance(50)) framework.source = "document";
  framework.valid_from = maybe<Date>(50, [] { return *Date::of(2026, 1, 1); });
  framework.valid_until = maybe<Date>(50, [] { return *Date::of(2026, 12, 31); });
  for (Attribute& attribute : framework.attributes) {
    attribute.title = dressed(attribute.name);
    for (Attribute::Value& value : attribute.values) value.title = dressed(value.code);
  }
  if (chance(50)) framework.attributes.push_back({"media", dressed("media"), {{"yes", dressed("yes")}, {"no", {}}}});
  if (chance(50)) framework.attributes.push_back({"plot", {}, {}});
  for (VisitAttribute& attribute : framework.visit_attributes) attribute.title = dressed(attribute.name);
  for (Profile& profile : framework.profiles) profile.title = dressed(profile.site_class);
  for (Node& node : framework.nodes) dress_node(node);
  framework.owners_required = chance(30);
  if (framework.owners_required) framework.nodes.front().lead = "lead of all";
  if (chance(30)) {
    Node noise;
    noise.code = "noise";
    noise.parent = 0;
    noise.role = Role::adds;
    noise.full_marks = Points::of(3);
    noise.rules.push_back(Custom{"noise", {{"limit", "55"}, {"单位", "dB"}}});
    framework.nodes.push_back(std::move(noise));
  }
}

}  // namespace

rc::Gen<Framework> any_framework() {
  return rc::gen::withSize([](int size) {
    Flavour flavour;
    flavour.max_depth = 1 + size / 15;
    flavour.max_children = 2 + size / 25;
    return rc::gen::exec([flavour] {
      Framework framework = *any_framework_to_score(flavour);
      dress(framework);
      return framework;
    });
  });
}

rc::Gen<Framework> any_authoring_form() {
  return rc::gen::exec([] {
    Framework framework;
    framework.id = any_word();
    framework.edition = any_word();
    framework.title = any_text();
    framework.source = any_word();
    framework.valid_from = maybe<Date>(50, any_day);
    framework.valid_until = maybe<Date>(50, any_day);
    framework.marks = any_mark_rounding();
    if (chance(20)) framework.marks.places = *rc::gen::arbitrary<int>();
    framework.owners_required = chance(50);
    for (const std::string& name : any_words(3)) {
      Attribute attribute{name, any_text(), {}};
      for (const std::string& value : any_words(3)) attribute.values.push_back({value, any_text()});
      framework.attributes.push_back(std::move(attribute));
    }
    for (const std::string& name : any_words(2)) framework.visit_attributes.push_back({name, any_text()});
    for (const std::string& name : any_words(2)) {
      framework.profiles.push_back({name, any_text(), chance(50), any_words(3)});
    }
    draw_nodes(framework.nodes);
    return framework;
  });
}

rc::Gen<EditionMapping> any_edition_mapping() {
  return rc::gen::exec([] {
    EditionMapping mapping{any_word(), any_word(), any_word(), {}};
    const int entries = pick(0, 5);
    for (int i = 0; i < entries; ++i) {
      mapping.entries.push_back({any_of<EditionMapping::Kind>(6), any_words(3), any_words(3), any_text()});
    }
    return mapping;
  });
}

}  // namespace aedile::test
