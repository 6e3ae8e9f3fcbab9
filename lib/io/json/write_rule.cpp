// Rules, each kind with the keys that are not at their default.

#include "io/json/framework_write.h"

namespace aedile::json {

namespace {

void write_one_or_list(Writer& json, const std::vector<std::string>& values) {
  if (values.size() == 1) {
    json.string(values.front());
  } else {
    write(json, values);
  }
}

/// The cells whose keys begin alike, from `level` on, as an object: rows in the order in which they first appear.
void write_cells(Writer& json, const std::vector<const PointsTable::Cell*>& cells, std::size_t level) {
  json.begin_object();
  std::vector<bool> written(cells.size());
  for (std::size_t first = 0; first < cells.size(); ++first) {
    // A key that is too short for the table has its points where it ends; the validator refuses it.
    if (written[first] || cells[first]->key.size() <= level) continue;
    if (cells[first]->key.size() == level + 1) {
      json.required(cells[first]->key[level], cells[first]->points);
      continue;
    }
    std::vector<const PointsTable::Cell*> row;
    for (std::size_t i = first; i < cells.size(); ++i) {
      if (cells[i]->key.size() <= level + 1 || cells[i]->key[level] != cells[first]->key[level]) continue;
      row.push_back(cells[i]);
      written[i] = true;
    }
    json.key(cells[first]->key[level]);
    write_cells(json, row, level + 1);
  }
  json.end_object();
}

}  // namespace

void write(Writer& json, const Filter& filter) {
  json.begin_object();
  for (const AttributeTest& test : filter) {
    json.key(test.attribute);
    write_one_or_list(json, test.values);
  }
  json.end_object();
}

void write(Writer& json, const PointsTable& table) {
  if (table.by.empty() && table.cells.empty() && table.otherwise) {
    write(json, *table.otherwise);
    return;
  }
  std::vector<const PointsTable::Cell*> cells;
  for (const PointsTable::Cell& cell : table.cells) cells.push_back(&cell);
  json.begin_object();
  json.key("by");
  write_one_or_list(json, table.by);
  json.key("table");
  write_cells(json, cells, 0);
  json.optional("otherwise", table.otherwise);
  json.end_object();
}

void write(Writer& json, const Modifier& modifier) {
  json.begin_object();
  json.optional("when", modifier.when);
  json.optional("times", modifier.times, Modifier{}.times);
  json.optional("plus", modifier.plus);
  json.end_object();
}

void write(Writer& json, const ScaleTable& scale) {
  json.begin_object();
  json.required("reading", scale.reading);
  json.required("factors", scale.factors);
  json.end_object();
}

void write(Writer& json, const Checklist::Criterion& criterion) {
  if (criterion == Checklist::Criterion{criterion.code, {}}) {
    json.string(criterion.code);
    return;
  }
  json.begin_object();
  json.required("code", criterion.code);
  json.optional("title", criterion.title);
  json.optional("weight", criterion.weight, Checklist::Criterion{}.weight);
  json.end_object();
}

void write(Writer& json, const Range<Quantity>& range) {
  json.begin_object();
  write_range(json, range);
  json.end_object();
}

void write(Writer& json, const Bands::Band& band) {
  json.begin_object();
  json.optional("total", band.total);
  json.optional("largest", band.largest);
  json.optional("smallest", band.smallest);
  json.required("points", band.points);
  json.optional("title", band.title);
  json.end_object();
}

void write(Writer& json, const Progress::Milestone& milestone) {
  json.begin_object();
  json.required("by", milestone.by);
  json.required("plan", milestone.plan);
  json.end_object();
}

namespace {

void write_per_occurrence(Writer& json, const PerOccurrence& each) {
  json.optional("when", each.when);
  json.optional("points", each.points);
  if (each.once && each.once_per.empty()) {
    json.key("once").boolean(true);
  } else if (each.once || !each.once_per.empty()) {
    json.required("once", each.once_per);
  }
  json.optional("modifiers", each.modifiers);
  json.optional("free", each.free);
  json.optional("divide_by", each.divide_by);
  json.optional("scale", each.scale);
  json.optional("cap", each.cap);
}

void write_keys(Writer& json, const Deduction& rule) { write_per_occurrence(json, rule.each); }
void write_keys(Writer& json, const Tally& rule) { write_per_occurrence(json, rule.each); }
void write_keys(Writer& json, const WholeItem& rule) { json.optional("when", rule.when); }

void write_keys(Writer& json, const Bonus& rule) {
  write_per_occurrence(json, rule.each);
  json.optional("gate", rule.gate);
}

void write_keys(Writer& json, const Penalty& rule) {
  write_per_occurrence(json, rule.each);
  json.required("on", rule.on);
}

void write_keys(Writer& json, const Veto& rule) {
  json.optional("when", rule.when);
  json.required("on", rule.on);
  json.optional("ceiling", rule.ceiling);
  json.optional("grade", rule.grade);
}

void write_keys(Writer& json, const Checklist& rule) {
  json.optional("criteria", rule.criteria);
  json.optional("mode", rule.mode);
  json.optional("unchecked_fails", rule.unchecked_fails);
}

void write_keys(Writer& json, const Bands& rule) {
  json.required("readings", rule.readings);
  json.required("bands", rule.bands);
  json.optional("otherwise", rule.otherwise);
}

void write_keys(Writer& json, const Rate& rule) {
  const Rate by_default;
  json.required("numerator", rule.numerator);
  json.optional("denominator", rule.denominator);
  json.optional("target", rule.target, by_default.target);
  json.optional("points_per_point", rule.points_per_point);
  json.optional("step", rule.step, by_default.step);
  json.optional("minimum_sample", rule.minimum_sample, by_default.minimum_sample);
  json.optional("small_sample", rule.small_sample, by_default.small_sample);
  json.optional("confidence", rule.confidence, by_default.confidence);
}

void write_keys(Writer& json, const Progress& rule) {
  json.required("actual", rule.actual);
  json.required("start", rule.start);
  json.optional("between", rule.between);
  json.required("milestones", rule.milestones);
}

void write_keys(Writer& json, const Letters& rule) {
  json.required("reading", rule.reading);
  json.required("shares", rule.shares);
  json.optional("not_applicable", rule.not_applicable);
  json.optional("not_observed", rule.not_observed);
}

void write_keys(Writer& json, const Custom& rule) {
  json.required("name", rule.name);
  json.optional("parameters", rule.parameters);
}

}  // namespace

void write(Writer& json, const Rule& rule) {
  json.begin_object();
  json.key("kind").string(kind_of(rule));
  std::visit([&](const auto& one) { write_keys(json, one); }, rule);
  json.end_object();
}

}  // namespace aedile::json
