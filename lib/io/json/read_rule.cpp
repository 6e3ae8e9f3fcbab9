// Rules: the key "kind" says which, and each kind has its keys.
#include "io/json/framework_read.h"
#include "io/json/messages.h"

namespace aedile::json {

void read(Reader& reader, Value value, Checklist::Criterion& out) {
  if (value.is(Type::string)) {
    out.code = value.text();
    return;
  }
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.optional("title", out.title);
  object.optional("weight", out.weight);
  object.finish();
}

void read(Reader& reader, Value value, Range<Quantity>& out) {
  ObjectReader object(reader, value);
  read_range(object, out);
  object.finish();
}

void read(Reader& reader, Value value, Bands::Band& out) {
  ObjectReader object(reader, value);
  object.optional("total", out.total);
  object.optional("largest", out.largest);
  object.optional("smallest", out.smallest);
  object.required("points", out.points);
  object.optional("title", out.title);
  object.finish();
}

void read(Reader& reader, Value value, Progress::Milestone& out) {
  ObjectReader object(reader, value);
  object.required("by", out.by);
  object.required("plan", out.plan);
  object.finish();
}

namespace {

void read_keys(ObjectReader& object, Deduction& out) { read_per_occurrence(object, out.each); }
void read_keys(ObjectReader& object, Tally& out) { read_per_occurrence(object, out.each); }
void read_keys(ObjectReader& object, WholeItem& out) { object.optional("when", out.when); }

void read_keys(ObjectReader& object, Bonus& out) {
  read_per_occurrence(object, out.each);
  object.optional("gate", out.gate);
}

void read_keys(ObjectReader& object, Penalty& out) {
  read_per_occurrence(object, out.each);
  object.required("on", out.on);
}

void read_keys(ObjectReader& object, Veto& out) {
  object.optional("when", out.when);
  object.required("on", out.on);
  object.optional("ceiling", out.ceiling);
  object.optional("grade", out.grade);
}

void read_keys(ObjectReader& object, Checklist& out) {
  object.optional("criteria", out.criteria);
  object.optional("mode", out.mode);
  object.optional("unchecked_fails", out.unchecked_fails);
}

void read_keys(ObjectReader& object, Bands& out) {
  object.required("readings", out.readings);
  object.required("bands", out.bands);
  object.optional("otherwise", out.otherwise);
}

void read_keys(ObjectReader& object, Rate& out) {
  object.required("numerator", out.numerator);
  object.optional("denominator", out.denominator);
  object.optional("target", out.target);
  object.optional("points_per_point", out.points_per_point);
  object.optional("step", out.step);
  object.optional("minimum_sample", out.minimum_sample);
  object.optional("small_sample", out.small_sample);
  object.optional("confidence", out.confidence);
}

void read_keys(ObjectReader& object, Progress& out) {
  object.required("actual", out.actual);
  object.required("start", out.start);
  object.optional("between", out.between);
  object.required("milestones", out.milestones);
}

void read_keys(ObjectReader& object, Letters& out) {
  object.required("reading", out.reading);
  object.required("shares", out.shares);
  object.optional("not_applicable", out.not_applicable);
  object.optional("not_observed", out.not_observed);
}

void read_keys(ObjectReader& object, Custom& out) {
  object.required("name", out.name);
  object.optional("parameters", out.parameters);
}

/// Each kind of rule with an empty rule of it.
const std::vector<Rule>& kinds() {
  static const std::vector<Rule> all = {Deduction{}, Tally{}, WholeItem{}, Bonus{},    Penalty{}, Veto{},
                                        Checklist{}, Bands{}, Rate{},      Progress{}, Letters{}, Custom{}};
  return all;
}

}  // namespace

void read(Reader& reader, Value value, Rule& out) {
  ObjectReader object(reader, value);
  if (!object.is_object()) return;
  const std::optional<Value> kind = object.take("kind");
  if (!kind) {
    reader.missing_key(value, "kind");
    return;
  }
  if (!kind->is(Type::string)) {
    reader.wrong_type(*kind, messages::expected_string);
    return;
  }
  std::vector<std::string_view> words;
  for (const Rule& candidate : kinds()) {
    words.push_back(kind_of(candidate));
    if (words.back() != kind->text()) continue;
    out = candidate;
    std::visit([&](auto& rule) { read_keys(object, rule); }, out);
    object.finish();
    return;
  }
  // Which keys belong here cannot be said without the kind.
  reader.unknown_word(*kind, words);
}

}  // namespace aedile::json
