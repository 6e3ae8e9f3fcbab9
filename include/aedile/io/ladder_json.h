#pragma once
/// Ladders as JSON files: docs/formats/ladder.md.
///
///   Result<Ladder> ladder = load_ladder("ladder.json");
///   if (!ladder) std::cerr << ladder.diagnostics();
///   // ladder.json:9:14: error: the share of the time is 3/2; write a fraction above 0 and below 1 …
///   [ladder_share_range]
///
/// Reading is all or nothing, and reports everything at once. What is written reads back as the same value.

#include <filesystem>
#include <string>
#include <string_view>

#include "aedile/core/result.h"
#include "aedile/rectification/ladder.h"
#include "aedile/rectification/listing.h"
#include "aedile/rectification/unit_ladder.h"

namespace aedile {

/// A unit ladder with the lists by which the verdicts of its occasions are reached; no lists: they are given.
struct UnitLadderFile {
  UnitLadder ladder{};
  std::vector<ListRule> lists{};
  friend bool operator==(const UnitLadderFile&, const UnitLadderFile&) = default;
};

/// Errors of all that read: those of the reader, listed in docs/formats/framework.md, and those of `validate`; of unit
/// ladders besides: duplicate_list_group.
Result<Ladder> read_ladder(std::string_view text, std::string file_name);
/// Errors besides: unreadable_file.
Result<Ladder> load_ladder(const std::filesystem::path& file);
std::string write_ladder(const Ladder& ladder);

Result<UnitLadderFile> read_unit_ladder(std::string_view text, std::string file_name);
Result<UnitLadderFile> load_unit_ladder(const std::filesystem::path& file);
std::string write_unit_ladder(const UnitLadderFile& ladder);

/// The JSON Schemas (draft 2020-12) of docs/formats/.
std::string_view ladder_schema();
std::string_view unit_ladder_schema();

}  // namespace aedile
