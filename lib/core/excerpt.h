// Text from data, made fit to stand inside a one-line message: hostile input must neither flood a report nor forge
// lines of it.
#pragma once

#include <string>
#include <string_view>

namespace aedile::detail {

/// At most 60 characters of `text`, "…" behind them if there were more. Control characters, bidirectional
/// controls and bytes that are not UTF-8 appear as \xHH. The result is valid UTF-8 on one line. Cost: O(1).
std::string excerpt(std::string_view text);

/// Length in bytes of the well-formed UTF-8 sequence at the start of `text` (no surrogates, no overlong forms); 0 if
/// there is none.
std::size_t utf8_sequence_length(std::string_view text);

}  // namespace aedile::detail
