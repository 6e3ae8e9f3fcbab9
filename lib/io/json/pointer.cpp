#include "io/json/pointer.h"

namespace aedile::json {

namespace {

/// "~1" is "/", "~0" is "~".
std::string unescape(std::string_view part) {
  std::string result;
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == '~' && i + 1 < part.size()) {
      ++i;
      result += part[i] == '1' ? '/' : '~';
    } else {
      result += part[i];
    }
  }
  return result;
}

}  // namespace

const PointerResolver::Parts& PointerResolver::parts_of(Value value) {
  const auto [entry, added] = parts_.try_emplace(value.index());
  if (!added) return entry->second;
  if (value.is(Type::array)) {
    std::size_t position = 0;
    for (const Value element : value.elements()) entry->second.emplace(std::to_string(position++), element.index());
  } else if (value.is(Type::object)) {
    for (const Member member : value.members()) entry->second.emplace(std::string(member.key), member.value.index());
  }
  return entry->second;
}

PointerResolver::Way PointerResolver::find(std::string_view pointer) {
  Way way;
  way.values.push_back(document_->root());
  while (!pointer.empty()) {
    pointer.remove_prefix(1);  // "/"
    const std::size_t end = pointer.find('/');
    std::string part = unescape(pointer.substr(0, end));
    pointer.remove_prefix(end == std::string_view::npos ? pointer.size() : end);
    const Parts& parts = parts_of(way.values.back());
    const auto next = parts.find(part);
    if (next == parts.end()) {
      way.missing = std::move(part);
      way.complete = false;
      break;
    }
    way.values.push_back(document_->at(next->second));
  }
  return way;
}

}  // namespace aedile::json
