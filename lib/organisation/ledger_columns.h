// The columns of the site ledger, in their order.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace aedile::detail {

inline constexpr std::array<std::string_view, 11> ledger_columns{"site",     "site_class", "name",       "cell",
                                                                 "latitude", "longitude",  "address",    "contact",
                                                                 "phone",    "valid_from", "valid_until"};
/// A name in one language stands in the column "name_en", "name_zh" …
inline constexpr std::string_view name_prefix = "name_";

inline bool is_ledger_column(std::string_view name) {
  return name.starts_with(name_prefix) ||
         std::find(ledger_columns.begin(), ledger_columns.end(), name) != ledger_columns.end();
}

}  // namespace aedile::detail
