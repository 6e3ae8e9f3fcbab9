// Ways to spoil the sound framework, each with the one problem that must be reported for it.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "aedile/framework/framework.h"
#include "framework/messages.h"
#include "framework/sound_framework.h"

namespace aedile::testing {

struct Spoiled {
  std::string name;  ///< what was done to it
  const Message* message;
  Level level;
  std::string pointer;
  std::function<void(Framework&)> spoil;
};

inline std::ostream& operator<<(std::ostream& out, const Spoiled& spoiled) { return out << spoiled.name; }

inline Spoiled error(std::string name, const Message& message, std::string pointer,
                     std::function<void(Framework&)> spoil) {
  return {std::move(name), &message, Level::error, std::move(pointer), std::move(spoil)};
}
inline Spoiled warning(std::string name, const Message& message, std::string pointer,
                       std::function<void(Framework&)> spoil) {
  return {std::move(name), &message, Level::warning, std::move(pointer), std::move(spoil)};
}

std::vector<Spoiled> spoiled_structure();
std::vector<Spoiled> spoiled_marks();
std::vector<Spoiled> spoiled_occurrences();
std::vector<Spoiled> spoiled_measuring();
std::vector<Spoiled> spoiled_ranges();
std::vector<Spoiled> spoiled_references();

}  // namespace aedile::testing
