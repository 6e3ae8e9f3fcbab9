#pragma once
/// Strong ids: an index into something, which does not convert to an index into anything else.
///
///   using NodeId = Id<struct NodeTag>;
///   NodeId total{0};           // explicit from a number
///   total.index();             // 0, for use as a vector's index
///
/// Not for texts that people write, such as codes of items: those are std::string.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <ostream>
#include <utility>

#include "aedile/core/exceptions.h"

namespace aedile {

/// An index, 0 … 2^32 − 2, or nothing; 4 bytes. Prints as "#7" or "#none".
template <class Tag>
class Id {
 public:
  /// The id that refers to nothing; `valid()` is false.
  constexpr Id() = default;
  /// From an index of any integer type, 0 … 2^32 − 2. Throws ContractError outside.
  template <std::integral Integer>
  constexpr explicit Id(Integer value) : value_(static_cast<std::uint32_t>(value)) {
    if (!std::in_range<std::uint32_t>(value) || value_ == none) throw ContractError("Id: not an index");
  }

  constexpr bool valid() const { return value_ != none; }
  /// For a vector of what it refers to. Meaningless unless `valid()`.
  constexpr std::size_t index() const { return value_; }
  constexpr std::uint32_t value() const { return value_; }  ///< the same in 32 bits; 2^32 − 1 for nothing

  friend constexpr bool operator==(Id, Id) = default;
  friend constexpr auto operator<=>(Id, Id) = default;
  friend std::ostream& operator<<(std::ostream& out, Id id) {
    return id.valid() ? out << '#' << id.value_ : out << "#none";
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFFu;
  std::uint32_t value_ = none;
};

}  // namespace aedile

template <class Tag>
struct std::hash<aedile::Id<Tag>> {
  std::size_t operator()(aedile::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value()); }
};
