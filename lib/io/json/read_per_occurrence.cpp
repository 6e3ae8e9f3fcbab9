// Points per occurrence: filters, tables of points, modifiers, scales.
#include "io/json/framework_read.h"
#include "io/json/messages.h"

namespace aedile::json {

namespace {

/// "minor" for ["minor"]
void read_one_or_list(Reader& reader, Value value, std::vector<std::string>& out) {
  if (value.is(Type::string)) {
    out.emplace_back(value.text());
  } else {
    read(reader, value, out);
  }
}

/// Rows of the first attribute hold columns of the second, and so on; the points stand innermost.
void read_cells(Reader& reader, Value table, std::vector<std::string>& key, std::vector<PointsTable::Cell>& out) {
  for (const Member member : table.members()) {
    if (reader.full()) return;
    key.emplace_back(member.key);
    if (member.value.is(Type::object)) {
      read_cells(reader, member.value, key, out);
    } else {
      PointsTable::Cell& cell = out.emplace_back();
      cell.key = key;
      read(reader, member.value, cell.points);
    }
    key.pop_back();
  }
}

void read_once(Reader& reader, Value value, PerOccurrence& out) {
  if (value.is(Type::boolean)) {
    out.once = value.text() == "true";
  } else if (value.is(Type::array)) {
    out.once = true;
    read(reader, value, out.once_per);
  } else {
    reader.wrong_type(value, messages::expected_once);
  }
}

}  // namespace

void read(Reader& reader, Value value, Filter& out) {
  if (!value.is(Type::object)) {
    reader.wrong_type(value, messages::expected_object);
    return;
  }
  for (const Member member : value.members()) {
    if (reader.full()) return;
    AttributeTest& test = out.emplace_back();
    test.attribute = member.key;
    read_one_or_list(reader, member.value, test.values);
  }
}

void read(Reader& reader, Value value, PointsTable& out) {
  if (value.is(Type::number)) {
    read(reader, value, out.otherwise);
    return;
  }
  if (!value.is(Type::object)) {
    reader.wrong_type(value, messages::expected_points);
    return;
  }
  ObjectReader object(reader, value);
  if (const auto by = object.take("by")) {
    read_one_or_list(reader, *by, out.by);
  } else {
    reader.missing_key(value, "by");
  }
  if (const auto table = object.take("table")) {
    std::vector<std::string> key;
    if (table->is(Type::object)) {
      read_cells(reader, *table, key, out.cells);
    } else {
      reader.wrong_type(*table, messages::expected_object);
    }
  } else {
    reader.missing_key(value, "table");
  }
  object.optional("otherwise", out.otherwise);
  object.finish();
}

void read(Reader& reader, Value value, Modifier& out) {
  ObjectReader object(reader, value);
  object.optional("when", out.when);
  object.optional("times", out.times);
  object.optional("plus", out.plus);
  object.finish();
}

void read(Reader& reader, Value value, ScaleTable& out) {
  ObjectReader object(reader, value);
  object.required("reading", out.reading);
  object.required("factors", out.factors);
  object.finish();
}

void read_per_occurrence(ObjectReader& object, PerOccurrence& out) {
  object.optional("when", out.when);
  object.optional("points", out.points);  // the validator says where they are missing
  if (const auto once = object.take("once")) read_once(object.reader(), *once, out);
  object.optional("modifiers", out.modifiers);
  object.optional("free", out.free);
  object.optional("divide_by", out.divide_by);
  object.optional("scale", out.scale);
  object.optional("cap", out.cap);
}

}  // namespace aedile::json
