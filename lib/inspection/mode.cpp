#include "aedile/inspection/mode.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/enum_names.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<Mode>, 6> modes{{{Mode::announced, "announced"},
                                                       {Mode::covert, "covert"},
                                                       {Mode::supervision, "supervision"},
                                                       {Mode::self_check, "self_check"},
                                                       {Mode::third_party, "third_party"},
                                                       {Mode::look_back, "look_back"}}};

}  // namespace

std::string_view to_string(Mode mode) { return detail::name_of(modes, mode); }
std::optional<Mode> parse_mode(std::string_view text) { return detail::value_of(modes, text); }

LocalText title(Mode mode) {
  switch (mode) {
    case Mode::announced:
      return LocalText{{{"en", "announced"}, {"zh", "明检"}}};
    case Mode::covert:
      return LocalText{{{"en", "covert"}, {"zh", "暗访"}}};
    case Mode::supervision:
      return LocalText{{{"en", "supervision"}, {"zh", "督查"}}};
    case Mode::self_check:
      return LocalText{{{"en", "self-check"}, {"zh", "自查"}}};
    case Mode::third_party:
      return LocalText{{{"en", "third party"}, {"zh", "第三方测评"}}};
    case Mode::look_back:
      return LocalText{{{"en", "look-back"}, {"zh", "回头看"}}};
  }
  throw ContractError("title: not a value of Mode");
}

std::vector<std::size_t> shares_of(std::size_t count, const std::vector<ModeShare>& shares) {
  const std::uint64_t total =
      std::accumulate(shares.begin(), shares.end(), std::uint64_t{0},
                      [](std::uint64_t sum, const ModeShare& share) { return sum + share.parts; });
  if (total == 0) throw ContractError("shares_of: all parts are 0");
  if (count > UINT32_MAX) throw ContractError("shares_of: more than 2^32 - 1 to be shared");
  std::vector<std::size_t> whole;
  std::vector<std::uint64_t> rest;
  std::size_t left = count;
  for (const ModeShare& share : shares) {
    const std::uint64_t due = static_cast<std::uint64_t>(count) * share.parts;
    whole.push_back(static_cast<std::size_t>(due / total));
    rest.push_back(due % total);
    left -= whole.back();
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
  for (std::size_t i = 0; i < left; ++i) ++whole[order[i]];
  return whole;
}

}  // namespace aedile
