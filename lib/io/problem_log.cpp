#include "aedile/io/problem_log.h"

#include <algorithm>
#include <utility>

namespace aedile {

void ProblemLog::add(Diagnostic diagnostic) {
  if (diagnostic.level == Level::error) ++errors_;
  if (diagnostic.level == Level::warning) ++warnings_;
  if (!contains(diagnostic.code())) codes_.emplace_back(diagnostic.code());
  if (shown_.size() < limit_) {
    shown_.add(std::move(diagnostic));
  } else {
    ++hidden_;
  }
}

void ProblemLog::error(Place place, const Message& message, std::vector<std::string> arguments) {
  add({Level::error, std::move(place), Text(message, std::move(arguments))});
}

void ProblemLog::warning(Place place, const Message& message, std::vector<std::string> arguments) {
  add({Level::warning, std::move(place), Text(message, std::move(arguments))});
}

void ProblemLog::append(const Diagnostics& diagnostics) {
  for (const Diagnostic& item : diagnostics) add(item);
}

bool ProblemLog::contains(std::string_view code) const {
  return std::find(codes_.begin(), codes_.end(), code) != codes_.end();
}

}  // namespace aedile
