#pragma once
/// What is wrong with data, where, and what to do: values, never exceptions.
///
///   county.json:212:21: error: item 18 has full marks 3, but its parts sum to 2 [part_sum]
///
/// A loader collects every problem before it gives up; `Diagnostics` is that collection.

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "aedile/core/message.h"

namespace aedile {

/// Only an error makes data unfit for use.
enum class Level { note, warning, error };

/// "note", "warning", "error": the same in every language.
std::string_view to_string(Level level);

/// Where in the input. Each part may be missing: file empty, line and column 0, pointer empty.
struct Place {
  std::string file;          ///< as the caller named it, "findings.csv"
  std::uint32_t line = 0;    ///< 1-based; 0 if unknown
  std::uint32_t column = 0;  ///< 1-based, in bytes of UTF-8; 0 if unknown
  std::string pointer;       ///< RFC 6901, "/root/children/3/rules/0/cap", for data built in memory

  friend bool operator==(const Place&, const Place&) = default;
};

/// "file:line:column", or the pointer where there is no line; "file" or "" where there is neither.
std::string to_string(const Place& place);

/// One problem.
struct Diagnostic {
  Level level = Level::error;
  Place place;
  Text text;

  /// The message's code, "part_sum": stable, for programs.
  std::string_view code() const { return text.message().code; }
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// "place: error: sentence [code]"
std::string to_string(const Diagnostic& diagnostic, Language language = Language::en);
/// As to_string, in English.
std::ostream& operator<<(std::ostream& out, const Diagnostic& diagnostic);

/// An ordered collection of problems.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic);
  /// Adds a problem of that level. The message must outlive the collection, as catalogue entries do.
  void error(Place place, const Message& message, std::vector<std::string> arguments = {});
  void warning(Place place, const Message& message, std::vector<std::string> arguments = {});
  void note(Place place, const Message& message, std::vector<std::string> arguments = {});
  /// Adds all of `other` behind what is there.
  void append(Diagnostics other);
  /// By file, line, column, pointer; stable otherwise.
  void sort_by_place();

  bool empty() const { return items_.empty(); }
  std::size_t size() const { return items_.size(); }  ///< problems of every level
  bool has_errors() const { return errors_ != 0; }
  std::size_t error_count() const { return errors_; }
  /// Whether a problem with this code is there. Cost: O(size).
  bool contains(std::string_view code) const;
  const std::vector<Diagnostic>& items() const { return items_; }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }
  /// One line each, ended by '\n'.
  std::string to_string(Language language = Language::en) const;

  friend bool operator==(const Diagnostics&, const Diagnostics&) = default;

 private:
  std::vector<Diagnostic> items_;
  std::size_t errors_ = 0;
};

/// As to_string, in English.
std::ostream& operator<<(std::ostream& out, const Diagnostics& diagnostics);

}  // namespace aedile
