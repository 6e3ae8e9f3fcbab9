// Validity as two whole numbers, for comparing without cases: days of the civil calendar, open ends far outside it.
#pragma once

#include <cstdint>
#include <limits>

#include "aedile/organisation/validity.h"

namespace aedile::detail {

inline std::int64_t day_number(Date day) { return day.sys_days().time_since_epoch().count(); }
inline Date date_of_number(std::int64_t number) { return Date(std::chrono::sys_days(std::chrono::days(number))); }

struct Days {
  static constexpr std::int64_t always = std::numeric_limits<std::int64_t>::min() / 2;
  static constexpr std::int64_t forever = std::numeric_limits<std::int64_t>::max() / 2;

  std::int64_t from = always;
  std::int64_t until = forever;

  Days() = default;
  Days(std::int64_t first, std::int64_t last) : from(first), until(last) {}
  explicit Days(const Validity& valid)
      : from(valid.from ? day_number(*valid.from) : always), until(valid.until ? day_number(*valid.until) : forever) {}

  bool empty() const { return until < from; }
  bool hold(std::int64_t day) const { return from <= day && day <= until; }
  Days common(const Days& other) const {
    return {from > other.from ? from : other.from, until < other.until ? until : other.until};
  }
};

}  // namespace aedile::detail
