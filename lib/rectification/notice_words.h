// What the two ways of rendering a notice share.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aedile/rectification/notice.h"

namespace aedile::detail {

/// Text of a record as it may be printed: one line, no control characters, nothing that turns the direction of writing.
std::string printable_line(std::string_view text);

/// "2026-03-12", 2026年3月12日
std::string shown_date(Date date, Language language);

/// Title and value of what stands above the findings, in order; what the record does not say is left out.
std::vector<std::pair<std::string, std::string>> head_of(const Notice& notice, Language language);
/// The same below the findings.
std::vector<std::pair<std::string, std::string>> foot_of(const Notice& notice, Language language);

/// "6.1.1 Streets are clean"
std::string item_of(const NoticeFinding& finding, Language language);
/// What was found, where, with its evidence, each ended by what its kind of rendering ends lines with.
std::vector<std::string> finding_lines(const NoticeFinding& finding, Language language);

}  // namespace aedile::detail
