// The counterpart of reader.h: every type has an overload of `write`; a default is left out by `optional`.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/decimal.h"
#include "aedile/core/message.h"
#include "aedile/core/shared.h"
#include "aedile/io/json_writer.h"

namespace aedile::json {

/// A JsonWriter of this namespace's own, so that overloads of `write` are found by their first argument.
class Writer : public JsonWriter {
 public:
  using JsonWriter::JsonWriter;

  template <class T>
  void required(std::string_view name, const T& value) {
    key(name);
    write(*this, value);
  }
  /// Nothing where the value is the default that reading supplies.
  template <class T>
  void optional(std::string_view name, const T& value, const std::type_identity_t<T>& by_default = T{}) {
    if (!(value == by_default)) required(name, value);
  }
};

inline void write(Writer& json, bool value) { json.boolean(value); }
inline void write(Writer& json, const std::string& value) { json.string(value); }
inline void write(Writer& json, Date value) { json.string(value.to_string()); }
inline void write(Writer& json, Instant value) { json.string(value.to_string()); }
void write(Writer& json, const LocalText& value);

template <std::integral Integer>
void write(Writer& json, Integer value) {
  json.number(value);
}
template <class Tag, int Places>
void write(Writer& json, Decimal<Tag, Places> value) {
  json.number(value);
}
template <class Enum>
requires std::is_enum_v<Enum>
void write(Writer& json, Enum value) { json.string(to_string(value)); }
/// Only where a value is there: what is missing has no text of its own.
template <class T>
void write(Writer& json, const std::optional<T>& value) {
  write(json, *value);
}
template <class T>
void write(Writer& json, const Shared<T>& value) {
  write(json, *value);
}
template <class T>
void write(Writer& json, const std::vector<T>& values) {
  json.begin_array();
  for (const T& value : values) write(json, value);
  json.end_array();
}
/// A map.
template <class T>
void write(Writer& json, const std::vector<std::pair<std::string, T>>& members) {
  json.begin_object();
  for (const auto& [name, value] : members) json.required(name, value);
  json.end_object();
}

/// The text of a file that holds the value.
template <class T>
std::string file_text(const T& value) {
  std::string text;
  Writer json(text);
  write(json, value);
  text += '\n';
  return text;
}

}  // namespace aedile::json
