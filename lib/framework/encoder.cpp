#include "aedile/framework/encoder.h"

#include <algorithm>
#include <string_view>

#include "core/excerpt.h"
#include "framework/messages_compile.h"
#include "framework/program.h"

namespace aedile {
namespace {

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using TextMap = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

std::string listed(const std::vector<std::string>& words) {
  constexpr std::size_t shown = 12;
  std::string text;
  for (std::size_t i = 0; i < words.size() && i < shown; ++i) text += (i ? ", " : "") + words[i];
  if (words.size() > shown) text += ", …";
  return text.empty() ? "–" : text;
}

/// The compiled nodes that an authored node became: itself, or one per cycle.
struct Target {
  NodeId whole;                // invalid for nodes that exist only as copies
  std::vector<NodeId> copies;  // by cycle
  std::uint8_t cycle_slot = 0;
};

struct SlotCodes {
  TextMap<ValueCode> known;
  bool closed = false;
  ValueCode first_free = 1;
};

}  // namespace

struct Encoder::Impl {
  explicit Impl(CompiledFramework compiled_framework)
      : framework(std::move(compiled_framework)), program(framework.program()) {
    const Framework& source = program.framework;
    targets.resize(source.nodes.size());
    for (std::size_t i = 0; i < program.nodes.size(); ++i) {
      const detail::NodeProgram& node = program.nodes[i];
      Target& target = targets[node.authored];
      if (node.code == source.nodes[node.authored].code) {
        target.whole = NodeId{i};
      } else {
        target.copies.emplace_back(i);
      }
    }
    for (std::size_t i = 0; i < source.nodes.size(); ++i) {
      by_code.emplace(source.nodes[i].code, i);
      if (targets[i].copies.empty()) continue;
      std::size_t carrier = i;
      while (!source.nodes[carrier].cycles) carrier = *source.nodes[carrier].parent;
      targets[i].cycle_slot = static_cast<std::uint8_t>(*framework.find_attribute(source.nodes[carrier].cycles->by));
      cycle_values.resize(source.nodes.size());
      for (const Cycles::Cycle& cycle : source.nodes[carrier].cycles->cycles) cycle_values[i].push_back(cycle.value);
    }
    slots.resize(program.attributes.size());
    for (std::size_t s = 0; s < slots.size(); ++s) {
      slots[s].closed = program.closed(s);
      for (const std::string& value : program.known_values[s]) slots[s].known.emplace(value, slots[s].first_free++);
      slot_by_name.emplace(program.attributes[s].name, s);
    }
    free_texts.resize(slots.size());
    for (std::size_t i = 0; i < source.visit_attributes.size(); ++i)
      visit_attributes.emplace(source.visit_attributes[i].name, i);
  }

  void begin(const VisitRecord& record, EncodedVisit& out) {
    problems = {};
    out.findings.clear();
    out.readings.clear();
    out.checks.clear();
    out.date = record.date;
    out.attributes.assign(visit_attributes.size(), std::nullopt);
    for (TextMap<ValueCode>& texts : free_texts) texts.clear();
  }

  void encode_visit(const VisitRecord& record, EncodedVisit& out) {
    out.applicability = record.site_class.empty() ? &framework.all() : framework.profile(record.site_class);
    if (!out.applicability) {
      std::vector<std::string> classes;
      for (const Profile& profile : program.framework.profiles) classes.push_back(profile.site_class);
      if (classes.empty()) {
        out.applicability = &framework.all();  // a scheme without profiles applies to every site alike
      } else {
        problems.error(place_of(record.place, "/site_class", 0), messages::unknown_site_class,
                       {detail::excerpt(record.site_class), listed(classes)});
      }
    }
    if (!record.edition.empty() && record.edition != program.framework.edition)
      problems.error(record.place, messages::wrong_edition,
                     {detail::excerpt(record.edition), program.framework.edition});
    for (const auto& [name, text] : record.attributes) {
      const auto found = visit_attributes.find(name);
      if (found == visit_attributes.end() || text.empty()) continue;
      const Result<Quantity> number = Quantity::parse(text);
      if (number) {
        out.attributes[found->second] = *number;
      } else {
        problems.error(record.place, messages::bad_visit_attribute, {name, detail::excerpt(text)});
      }
    }
  }

  static Place place_of(const Place& place, const char* list, std::size_t row) {
    if (place.line != 0 || !place.file.empty() || !place.pointer.empty()) return place;
    return {{}, 0, 0, std::string(list) + "/" + std::to_string(row)};
  }

  const std::string* text_of(const AttributeTexts& texts, std::string_view name) const {
    for (const auto& [key, value] : texts)
      if (key == name && !value.empty()) return &value;
    return nullptr;
  }

  /// The node that a record means; invalid, with the problem reported, if there is none.
  NodeId find_node(const std::string& code, const AttributeTexts& texts, const Place& place, bool needs_item) {
    const auto found = by_code.find(code);
    if (found == by_code.end()) {
      problems.error(place, messages::unknown_item, {detail::excerpt(code)});
      return {};
    }
    const Target& target = targets[found->second];
    NodeId node = target.whole;
    if (!target.copies.empty()) {
      const std::string& by = program.attributes[target.cycle_slot].name;
      const std::string* value = text_of(texts, by);
      const std::vector<std::string>& values = cycle_values[found->second];
      const auto cycle = value ? std::find(values.begin(), values.end(), *value) : values.end();
      if (cycle != values.end()) {
        node = target.copies[static_cast<std::size_t>(cycle - values.begin())];
      } else if (value || !target.whole.valid() || needs_item) {
        problems.error(place, messages::missing_cycle, {code, by, listed(values)});
        return {};
      }
    }
    if (needs_item && !framework.is_item(node)) {
      problems.error(place, messages::not_an_item, {code});
      return {};
    }
    return node;
  }

  ValueCode code_of(std::size_t slot, const std::string& text, const Place& place) {
    const SlotCodes& codes = slots[slot];
    if (const auto known = codes.known.find(text); known != codes.known.end()) return known->second;
    if (codes.closed) {
      problems.error(place, messages::unknown_attribute_value,
                     {program.attributes[slot].name, detail::excerpt(text), listed(program.known_values[slot])});
      return 0;
    }
    TextMap<ValueCode>& free = free_texts[slot];
    const auto next = static_cast<ValueCode>(codes.first_free + free.size());
    return free.emplace(text, next).first->second;
  }

  void encode_finding(const FindingRecord& record, std::size_t row, EncodedVisit& out) {
    const Place place = place_of(record.place, "/findings", row);
    Finding finding;
    finding.item = find_node(record.item, record.attributes, place, true);
    finding.count = record.count;
    finding.row = static_cast<std::uint32_t>(row);
    for (const auto& [name, text] : record.attributes) {
      const auto slot = slot_by_name.find(name);
      if (slot == slot_by_name.end() || text.empty()) continue;
      finding.values[slot->second] = code_of(slot->second, text, place);
    }
    if (finding.item.valid()) out.findings.push_back(finding);
  }

  void encode_reading(const ReadingRecord& record, std::size_t row, EncodedVisit& out) {
    const Place place = place_of(record.place, "/readings", row);
    const NodeId item = find_node(record.item, record.attributes, place, true);
    if (!item.valid()) return;
    const detail::NodeProgram& node = program.nodes[item.index()];
    const auto name = std::find(node.readings.begin(), node.readings.end(), record.name);
    if (name == node.readings.end()) {
      problems.error(place, messages::unknown_reading,
                     {record.item, detail::excerpt(record.name), listed(node.readings)});
      return;
    }
    Reading reading;
    reading.item = item;
    reading.name = static_cast<std::uint16_t>(name - node.readings.begin());
    reading.row = static_cast<std::uint32_t>(row);
    reading.is_label = is_label(node, reading.name);
    if (reading.is_label) {
      const auto label = std::find(node.labels.begin(), node.labels.end(), record.value);
      if (label == node.labels.end()) {
        problems.error(place, messages::unknown_label,
                       {record.name, record.item, detail::excerpt(record.value), listed(node.labels)});
        return;
      }
      reading.label = static_cast<ValueCode>(label - node.labels.begin() + 1);
    } else {
      const Result<Quantity> number = Quantity::parse(record.value);
      if (!number) {
        problems.error(place, messages::bad_reading_value, {record.name, record.item, detail::excerpt(record.value)});
        return;
      }
      reading.quantity = *number;
    }
    out.readings.push_back(reading);
  }

  static bool is_label(const detail::NodeProgram& node, std::uint16_t name) {
    for (const detail::RuleProgram& rule : node.rules) {
      if (rule.kind == detail::RuleKind::letters && rule.readings.front() == name) return true;
      if (rule.each.scale_reading == name) return true;
    }
    return false;
  }

  void encode_check(const CheckRecord& record, std::size_t row, EncodedVisit& out) {
    const Place place = place_of(record.place, "/checks", row);
    const NodeId id = find_node(record.item, record.attributes, place, !record.criterion.empty());
    if (!id.valid()) return;
    const detail::NodeProgram& node = program.nodes[id.index()];
    const Checklist* checklist = node.measuring ? std::get_if<Checklist>(node.rules[*node.measuring].source) : nullptr;
    Check check;
    check.item = id;
    check.result = record.result;
    check.row = static_cast<std::uint32_t>(row);
    if (!record.criterion.empty()) {
      std::vector<std::string> known;
      if (checklist)
        for (const Checklist::Criterion& criterion : checklist->criteria) known.push_back(criterion.code);
      const auto found = std::find(known.begin(), known.end(), record.criterion);
      if (found == known.end()) {
        problems.error(place, messages::unknown_criterion,
                       {record.item, detail::excerpt(record.criterion), listed(known)});
        return;
      }
      check.criterion = static_cast<std::uint16_t>(found - known.begin());
    } else if (!(checklist && checklist->criteria.empty()) && record.result != CheckResult::not_applicable &&
               record.result != CheckResult::not_checked) {
      problems.error(place, messages::unexpected_check, {record.item, std::string(to_string(record.result))});
      return;
    }
    out.checks.push_back(check);
  }

  /// What is said twice. Sorted by what it speaks of, then by row, so that each repetition is reported once, at its
  /// place.
  void report_duplicates(const VisitRecord& record, const EncodedVisit& out) {
    const auto report = [&](const auto& list, auto key, auto problem) {
      std::vector<std::size_t> by_key(list.size());
      for (std::size_t i = 0; i < by_key.size(); ++i) by_key[i] = i;
      std::sort(by_key.begin(), by_key.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(key(list[a]), list[a].row) < std::pair(key(list[b]), list[b].row);
      });
      for (std::size_t i = 1; i < by_key.size(); ++i)
        if (key(list[by_key[i]]) == key(list[by_key[i - 1]])) problem(list[by_key[i]].row);
    };
    report(
        out.readings, [](const Reading& r) { return std::pair(r.item, r.name); },
        [&](std::uint32_t row) {
          const ReadingRecord& again = record.readings[row];
          problems.error(place_of(again.place, "/readings", row), messages::duplicate_reading,
                         {again.name, again.item});
        });
    report(
        out.checks, [](const Check& c) { return std::pair(c.item, c.criterion); },
        [&](std::uint32_t row) {
          const CheckRecord& again = record.checks[row];
          const std::string what = again.criterion.empty() ? again.item : again.item + " " + again.criterion;
          problems.error(place_of(again.place, "/checks", row), messages::duplicate_check, {what});
        });
  }

  CompiledFramework framework;
  const detail::Program& program;
  TextMap<std::size_t> by_code;
  std::vector<Target> targets;
  std::vector<std::vector<std::string>> cycle_values;
  std::vector<SlotCodes> slots;
  TextMap<std::size_t> slot_by_name;
  TextMap<std::size_t> visit_attributes;
  std::vector<TextMap<ValueCode>> free_texts;
  Diagnostics problems;
};

Encoder::Encoder(CompiledFramework framework) : impl_(std::make_unique<Impl>(std::move(framework))) {}
Encoder::~Encoder() = default;
Encoder::Encoder(Encoder&&) noexcept = default;
Encoder& Encoder::operator=(Encoder&&) noexcept = default;

Diagnostics Encoder::encode(const VisitRecord& record, EncodedVisit& out) {
  impl_->begin(record, out);
  impl_->encode_visit(record, out);
  for (std::size_t i = 0; i < record.findings.size(); ++i) impl_->encode_finding(record.findings[i], i, out);
  for (std::size_t i = 0; i < record.readings.size(); ++i) impl_->encode_reading(record.readings[i], i, out);
  for (std::size_t i = 0; i < record.checks.size(); ++i) impl_->encode_check(record.checks[i], i, out);
  impl_->report_duplicates(record, out);
  return std::move(impl_->problems);
}

}  // namespace aedile
