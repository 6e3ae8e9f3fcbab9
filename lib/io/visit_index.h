// Which visit has which id, and where its findings stand: the little that must be known of two large tables before
// their second reading.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/io/csv.h"

namespace aedile::detail {

inline constexpr std::uint32_t no_visit = 0xFFFFFFFFu;

/// Ids by number and numbers by id: the texts one behind the other and an open hash table of numbers.
class IdTable {
 public:
  /// Gives `id` the next number; if it has one already, the number it has is returned and the new one stays without id.
  /// At most 2^32 − 2 ids.
  std::uint32_t add(std::string_view id);
  /// A number without id.
  void add_nameless();
  std::uint32_t find(std::string_view id) const;  ///< no_visit if there is none
  std::string_view id(std::uint32_t number) const;
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }

 private:
  std::size_t slot_of(std::string_view id) const;
  void grow();

  std::string texts_;
  std::vector<std::uint64_t> ends_;   // of each id in texts_
  std::vector<std::uint32_t> slots_;  // a power of two, at most half full
  std::uint32_t used_ = 0;
};

/// Consecutive rows of one visit.
struct FindingRun {
  std::uint64_t offset = 0;
  std::uint32_t line = 0;
  std::uint32_t visit = no_visit;
};
static_assert(sizeof(FindingRun) == 16);

/// Runs by visit, and within a visit in file order.
class FindingRuns {
 public:
  void add(std::uint32_t visit, const CsvPosition& position);
  /// After the last `add`: brings the runs into the order of the visits.
  void finish();
  /// The runs were in that order already.
  bool grouped() const { return grouped_; }
  const std::deque<FindingRun>& runs() const { return runs_; }

 private:
  std::deque<FindingRun> runs_;  // grows without being copied
  bool grouped_ = true;
};

}  // namespace aedile::detail
