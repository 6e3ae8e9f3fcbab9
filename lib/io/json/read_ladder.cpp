#include "io/json/ladder_format.h"
#include "io/json/messages.h"

namespace aedile::json {

/// "due", or an object with one of before_due, share, after_due.
void read(Reader& reader, Value value, LadderMoment& out) {
  if (value.is(Type::string)) {
    if (value.text() == "due") {
      out = AtDue{};
    } else {
      reader.unknown_word(value, {"due"});
    }
    return;
  }
  ObjectReader object(reader, value);
  std::string_view first;
  for (const std::string_view key : {"before_due", "share", "after_due"}) {
    const std::optional<Value> found = object.take(key);
    if (!found) continue;
    if (!first.empty()) {
      reader.error(*found, messages::both_of_two, {std::string(first), std::string(key)});
      continue;
    }
    first = key;
    if (key == "before_due") {
      read(reader, *found, out.emplace<AheadOfDue>().lead);
    } else if (key == "share") {
      read(reader, *found, out.emplace<ShareOfTime>().share);
    } else {
      read(reader, *found, out.emplace<AfterDue>().delay);
    }
  }
  if (first.empty() && object.is_object()) reader.missing_key(value, "before_due");
  object.finish();
}

void read(Reader& reader, Value value, LadderStep& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  object.required("at", out.at);
  object.required("effect", out.effect);
  object.optional("answer_within", out.answer_within);
  object.optional("title", out.title);
  object.optional("clause", out.clause);
  object.finish();
}

void read_ladder(ObjectReader& object, Ladder& out) {
  object.required("id", out.id);
  object.optional("title", out.title);
  object.required("steps", out.steps);
  object.finish();
}

namespace {

void read_count(Reader& reader, Value value, std::variant<FailuresInARow, FailuresInYear>& out) {
  ObjectReader object(reader, value);
  const std::optional<Value> row = object.take("in_a_row");
  const std::optional<Value> year = object.take("within_year");
  if (row && year) reader.error(*year, messages::both_of_two, {"in_a_row", "within_year"});
  if (!row && !year && object.is_object()) reader.missing_key(value, "in_a_row");
  if (row) {
    read(reader, *row, out.emplace<FailuresInARow>().count);
  } else if (year) {
    read(reader, *year, out.emplace<FailuresInYear>().count);
  }
  object.finish();
}

}  // namespace

void read(Reader& reader, Value value, UnitLadderStep& out) {
  ObjectReader object(reader, value);
  object.required("code", out.code);
  if (const std::optional<Value> at = object.take("at")) {
    read_count(reader, *at, out.at);
  } else if (object.is_object()) {
    reader.missing_key(value, "at");
  }
  object.required("effect", out.effect);
  object.optional("answer_within", out.answer_within);
  object.optional("title", out.title);
  object.optional("clause", out.clause);
  object.finish();
}

void read(Reader& reader, Value value, ListRule& out) {
  ObjectReader object(reader, value);
  object.required("group", out.group);
  object.optional("red", out.red);
  object.optional("black", out.black);
  object.optional("ties", out.ties);
  object.optional("full_rate_is_never_black", out.full_rate_is_never_black);
  object.finish();
}

void read_unit_ladder(ObjectReader& object, UnitLadderFile& out) {
  object.required("id", out.ladder.id);
  object.optional("title", out.ladder.title);
  object.required("steps", out.ladder.steps);
  object.optional("no_data", out.ladder.no_data);
  object.optional("year", out.ladder.year);
  object.optional("beyond_last", out.ladder.beyond_last);
  object.optional("row_ends_with_year", out.ladder.row_ends_with_year);
  object.optional("lists", out.lists);
  object.finish();
}

}  // namespace aedile::json
