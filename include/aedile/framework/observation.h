#pragma once
/// What is seen at a visit, twice: as *records* with the words people write, and *coded* against a compiled framework,
/// small and fast to score. `Encoder` (encoder.h) turns the first into the second and reports
/// every word that the framework does not know.

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/decimal.h"
#include "aedile/core/diagnostics.h"
#include "aedile/core/ids.h"
#include "aedile/framework/rule.h"

namespace aedile {

/// A node of a compiled framework (compiled.h).
using NodeId = Id<struct NodeTag>;

/// (attribute, value), in any order.
using AttributeTexts = std::vector<std::pair<std::string, std::string>>;

/// 问题: one observed fault (or merit) on one item.
struct FindingRecord {
  std::string item;           ///< code
  std::uint32_t count = 1;    ///< occurrences; 0: none
  AttributeTexts attributes;  ///< severity, location, source, repeat, …: "yes"/"no" for flags
  std::string evidence;       ///< a reference, such as the hash of a photograph
  std::string note;
  Place place;  ///< where it was read from
  friend bool operator==(const FindingRecord&, const FindingRecord&) = default;
};

/// A measured value or a label: hygiene = 10, letter = "B".
struct ReadingRecord {
  std::string item;           ///< code
  std::string name;           ///< as the item's rules call it
  std::string value;          ///< a number with at most six decimals, or a label
  AttributeTexts attributes;  ///< only those that cycles need
  Place place;
  friend bool operator==(const ReadingRecord&, const ReadingRecord&) = default;
};

/// The result of a check of a criterion; without a criterion, of the item itself. not_applicable or not_checked without
/// a criterion, on any node, says so of the whole branch at this visit.
struct CheckRecord {
  std::string item;       ///< code
  std::string criterion;  ///< code; empty: the item itself, or the branch
  CheckResult result = CheckResult::pass;
  AttributeTexts attributes;  ///< only those that cycles need
  Place place;
  friend bool operator==(const CheckRecord&, const CheckRecord&) = default;
};

/// 检查: one inspection of one site, with everything observed.
struct VisitRecord {
  std::string id;            ///< in reports
  std::string site;          ///< in reports
  std::string site_class;    ///< chooses the applicability profile; every item applies if it is empty or there are none
  std::optional<Date> date;  ///< needed by progress rules, and to choose an edition
  std::string mode;          ///< announced, covert, supervision, self_check, third_party, look_back, or the user's own
  std::string edition;       ///< if given, must be the framework's
  std::vector<std::pair<std::string, std::string>> attributes;  ///< visit attributes as text; others are kept along
  std::vector<FindingRecord> findings;
  std::vector<ReadingRecord> readings;
  std::vector<CheckRecord> checks;
  Place place;
  friend bool operator==(const VisitRecord&, const VisitRecord&) = default;
};

/// Attributes a rule can see, as small codes: 0 is "not given"; a value's code is its position in the declared list +
/// 1, or a number given out by the encoder for free texts.
inline constexpr std::size_t max_attributes = 12;
/// 0: not given.
using ValueCode = std::uint32_t;
/// In the order of CompiledFramework::attributes.
using AttributeCodes = std::array<ValueCode, max_attributes>;

/// The caller keeps no reference.
inline constexpr std::uint32_t no_row = 0xFFFFFFFFu;

/// A FindingRecord, coded.
struct Finding {
  NodeId item;
  std::uint32_t count = 1;
  AttributeCodes values{};
  std::uint32_t row = no_row;  ///< the caller's reference; derivations repeat it
};

/// A ReadingRecord, coded: a number, or a label.
struct Reading {
  NodeId item;
  std::uint16_t name = 0;  ///< position in the item's list of readings
  bool is_label = false;
  Quantity quantity;    ///< the number
  ValueCode label = 0;  ///< position in the item's list of labels + 1
  std::uint32_t row = no_row;
};

/// The check is of the item itself, or of a whole branch.
inline constexpr std::uint16_t no_criterion = 0xFFFFu;

/// A CheckRecord, coded.
struct Check {
  NodeId item;
  std::uint16_t criterion = no_criterion;  ///< position in the checklist
  CheckResult result = CheckResult::pass;
  std::uint32_t row = no_row;
};

/// Everything observed at one visit, coded; the arrays belong to the caller and may be in any order.
struct Observations {
  std::span<const Finding> findings;
  std::span<const Reading> readings;
  std::span<const Check> checks;
};

/// What the rules need to know of the visit itself.
struct Visit {
  std::optional<Date> date;
  std::span<const std::optional<Quantity>> attributes;  ///< one per visit attribute of the framework; may be empty
};

}  // namespace aedile
