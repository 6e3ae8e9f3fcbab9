#pragma once
/// The days on which something holds: a unit exists, a contract runs, a site is inspected.
///
///   Validity spring{Date::of(2026, 3, 1), Date::of(2026, 5, 31)};
///   spring.holds(*Date::of(2026, 5, 31));                                // true: both ends are included
///   Validity{}.holds(day);                                               // true: no end on either side
///   spring.overlaps({Date::of(2026, 6, 1), std::nullopt});               // false

#include <optional>
#include <string>

#include "aedile/core/date.h"

namespace aedile {

struct Validity {
  std::optional<Date> from{};   ///< first day; none: always before
  std::optional<Date> until{};  ///< last day; none: always after

  bool holds(Date day) const { return (!from || *from <= day) && (!until || day <= *until); }
  bool overlaps(const Validity& other) const {
    return (!from || !other.until || *from <= *other.until) && (!other.from || !until || *other.from <= *until);
  }
  /// Every day of `other` is one of these days.
  bool covers(const Validity& other) const {
    return (!from || (other.from && *from <= *other.from)) && (!until || (other.until && *other.until <= *until));
  }
  /// The days of both; it ends before it begins where there is none.
  Validity common(const Validity& other) const {
    Validity both = *this;
    if (other.from && (!from || *from < *other.from)) both.from = other.from;
    if (other.until && (!until || *other.until < *until)) both.until = other.until;
    return both;
  }
  /// "2026-03-01..2026-05-31", "..2026-05-31", "2026-03-01..", "..".
  std::string to_string() const {
    return (from ? from->to_string() : std::string()) + ".." + (until ? until->to_string() : std::string());
  }
  friend bool operator==(const Validity&, const Validity&) = default;
};

}  // namespace aedile
