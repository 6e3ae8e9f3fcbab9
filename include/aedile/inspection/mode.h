#pragma once
/// Modes of inspection, and how they are mixed.
///
///   parse_mode("covert") == Mode::covert;      title(Mode::covert).in(Language::zh) == "暗访"
///   shares_of(10, {{Mode::covert, 60}, {Mode::announced, 40}}) == {6, 4}
///   shares_of(7, {{Mode::covert, 60}, {Mode::announced, 40}}) == {4, 3}      // 4.2 and 2.8: the larger rest gets it

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "aedile/core/message.h"

namespace aedile {

enum class Mode { announced, covert, supervision, self_check, third_party, look_back };

std::string_view to_string(Mode mode);
std::optional<Mode> parse_mode(std::string_view text);
LocalText title(Mode mode);

/// So many parts of a whole in one mode: 60 and 40, or 3 and 2.
struct ModeShare {
  Mode mode = Mode::announced;
  std::uint32_t parts = 1;
  friend bool operator==(const ModeShare&, const ModeShare&) = default;
};

/// How many of `count` each share gets: the whole part of its due, and what is left over goes to the largest
/// remainders, the earlier share first among equal ones. Sums to `count`. Throws ContractError if all parts are 0.
std::vector<std::size_t> shares_of(std::size_t count, const std::vector<ModeShare>& shares);

}  // namespace aedile
