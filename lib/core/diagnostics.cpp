#include "aedile/core/diagnostics.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace aedile {

std::string_view to_string(Level level) {
  switch (level) {
    case Level::note:
      return "note";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
  }
  return "";
}

std::string to_string(const Place& place) {
  std::string result = place.file;
  const auto append = [&](std::string_view part) {
    if (!result.empty()) result += ':';
    result += part;
  };
  if (place.line != 0) {
    append(std::to_string(place.line));
    if (place.column != 0) append(std::to_string(place.column));
  } else if (!place.pointer.empty()) {
    append(place.pointer);
  }
  return result;
}

std::string to_string(const Diagnostic& diagnostic, Language language) {
  std::string result = to_string(diagnostic.place);
  if (!result.empty()) result += ": ";
  result += to_string(diagnostic.level);
  result += ": ";
  result += diagnostic.text.in(language);
  result += " [";
  result += diagnostic.code();
  result += ']';
  return result;
}

std::ostream& operator<<(std::ostream& out, const Diagnostic& diagnostic) { return out << to_string(diagnostic); }

void Diagnostics::add(Diagnostic diagnostic) {
  const bool error = diagnostic.level == Level::error;
  items_.push_back(std::move(diagnostic));
  if (error) ++errors_;
}

void Diagnostics::error(Place place, const Message& message, std::vector<std::string> arguments) {
  add({Level::error, std::move(place), Text(message, std::move(arguments))});
}

void Diagnostics::warning(Place place, const Message& message, std::vector<std::string> arguments) {
  add({Level::warning, std::move(place), Text(message, std::move(arguments))});
}

void Diagnostics::note(Place place, const Message& message, std::vector<std::string> arguments) {
  add({Level::note, std::move(place), Text(message, std::move(arguments))});
}

void Diagnostics::append(Diagnostics other) {
  items_.insert(items_.end(), std::make_move_iterator(other.items_.begin()),
                std::make_move_iterator(other.items_.end()));
  errors_ += other.errors_;
}

void Diagnostics::sort_by_place() {
  const auto key = [](const Place& place) { return std::tie(place.file, place.line, place.column, place.pointer); };
  std::stable_sort(items_.begin(), items_.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a.place) < key(b.place); });
}

bool Diagnostics::contains(std::string_view code) const {
  return std::any_of(items_.begin(), items_.end(), [&](const Diagnostic& item) { return item.code() == code; });
}

std::string Diagnostics::to_string(Language language) const {
  std::string result;
  for (const Diagnostic& item : items_) {
    result += aedile::to_string(item, language);
    result += '\n';
  }
  return result;
}

std::ostream& operator<<(std::ostream& out, const Diagnostics& diagnostics) { return out << diagnostics.to_string(); }

}  // namespace aedile
