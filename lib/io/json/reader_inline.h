// Bodies of the templates of reader.h.
#pragma once

#include "io/json/messages.h"
#include "io/json/reader.h"
#include "io/json/words.h"

namespace aedile::json {

template <class Tag, int Places>
void read(Reader& reader, Value value, Decimal<Tag, Places>& out) {
  if (!value.is(Type::number)) {
    reader.wrong_type(value, messages::expected_number);
    return;
  }
  const auto parsed = Decimal<Tag, Places>::parse(value.text());
  if (parsed) {
    out = *parsed;
  } else {
    take_problems(reader, value, parsed.diagnostics());
  }
}

template <class Enum>
requires std::is_enum_v<Enum>
void read(Reader& reader, Value value, Enum& out) {
  if (!value.is(Type::string)) {
    reader.wrong_type(value, messages::expected_string);
    return;
  }
  const std::string_view text = value.text();
  for (const Enum candidate : values_of<Enum>) {
    if (to_string(candidate) == text) {
      out = candidate;
      return;
    }
  }
  std::vector<std::string_view> words;
  for (const Enum candidate : values_of<Enum>) words.push_back(to_string(candidate));
  reader.unknown_word(value, words);
}

template <class T>
void read(Reader& reader, Value value, std::vector<T>& out) {
  if (!value.is(Type::array)) {
    reader.wrong_type(value, messages::expected_list);
    return;
  }
  out.reserve(value.size());
  for (const Value element : value.elements()) {
    if (reader.full()) return;
    read(reader, element, out.emplace_back());
  }
}

template <class T>
void read(Reader& reader, Value value, std::vector<std::pair<std::string, T>>& out) {
  if (!value.is(Type::object)) {
    reader.wrong_type(value, messages::expected_object);
    return;
  }
  out.reserve(value.size());
  for (const Member member : value.members()) {
    if (reader.full()) return;
    out.emplace_back(std::string(member.key), T{});
    read(reader, member.value, out.back().second);
  }
}

}  // namespace aedile::json
