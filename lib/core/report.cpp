#include "core/report.h"

#include "core/excerpt.h"

namespace aedile::detail {

namespace {

Report::Arguments shortened(Report::Arguments arguments) {
  for (std::string& argument : arguments) argument = excerpt(argument);
  return arguments;
}

}  // namespace

void Report::error(const Message& message, Arguments arguments) {
  error_verbatim(message, shortened(std::move(arguments)));
}

void Report::warning(const Message& message, Arguments arguments) {
  diagnostics_.warning(Place{{}, 0, 0, pointer_}, message, shortened(std::move(arguments)));
}

void Report::error_verbatim(const Message& message, Arguments arguments) {
  diagnostics_.error(Place{{}, 0, 0, pointer_}, message, std::move(arguments));
}

void Report::enter(std::string_view member) {
  pointer_ += '/';
  if (member.find_first_of("~/") == std::string_view::npos) {
    pointer_ += member;
    return;
  }
  for (const char c : member) {
    if (c == '~') {
      pointer_ += "~0";
    } else if (c == '/') {
      pointer_ += "~1";
    } else {
      pointer_ += c;
    }
  }
}

void Report::enter(std::size_t element) {
  pointer_ += '/';
  pointer_ += std::to_string(element);
}

void Report::enter(const std::vector<std::string>& members) {
  for (const std::string& member : members) enter(std::string_view(member));
}

}  // namespace aedile::detail
