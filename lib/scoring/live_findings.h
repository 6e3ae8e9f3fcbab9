#pragma once
/// The findings of live scores, by number, and which of them are of a visit.

#include <algorithm>
#include <vector>

#include "aedile/scoring/live_scores.h"
#include "core/large_array.h"

namespace aedile::detail {

/// Where the tables say what a finding costs.
struct LivePlace {
  std::uint32_t item = 0;
  std::uint32_t code = 0;  // of all attributes together
};

/// One finding, in 16 bytes. It stays when it is removed: its number is not given again.
struct LiveRecord {
  std::uint32_t visit = no_visit;
  FindingNumber next = no_finding;  // of the same visit, where it is listed
  std::uint32_t count = 0;
  std::uint32_t bits = 0;  // what it is, where it is

  static constexpr std::uint32_t there_bit = std::uint32_t{1} << 31;   ///< not removed
  static constexpr std::uint32_t listed_bit = std::uint32_t{1} << 30;  ///< in the list of its visit
  bool there() const { return (bits & there_bit) != 0; }
  bool listed() const { return (bits & listed_bit) != 0; }
};

/// Findings that are removed leave the list of their visit only when somebody walks it, so a removal touches no other
/// record.
class LiveFindings {
 public:
  /// `codes`: combinations of attribute codes. Throws ContractError where items and codes have no room in a record.
  LiveFindings(std::size_t items, std::size_t codes);

  std::size_t size() const { return size_; }
  void reserve(std::size_t findings);
  LiveRecord& operator[](FindingNumber finding) { return records_[finding]; }
  const LiveRecord& operator[](FindingNumber finding) const { return records_[finding]; }
  bool there(FindingNumber finding) const { return finding < size_ && records_[finding].there(); }

  std::uint32_t bits(const LivePlace& place) const { return place.item << code_bits_ | place.code; }
  LivePlace place(std::uint32_t bits) const {
    const std::uint32_t both = bits & (LiveRecord::listed_bit - 1);
    return {both >> code_bits_, both & ((std::uint32_t{1} << code_bits_) - 1)};
  }

  void push_back(const LiveRecord& record) {
    if (size_ == records_.size()) reserve(std::max<std::size_t>(size_ * 2, 1024));
    records_[size_++] = record;
  }
  /// Into the list that begins at `first`.
  void list(FindingNumber finding, FindingNumber& first) {
    LiveRecord& record = records_[finding];
    if (record.listed()) return;
    record.bits |= LiveRecord::listed_bit;
    record.next = first;
    first = finding;
  }
  /// Those of the list that are there, by number; the others leave it.
  void collect(FindingNumber& first, std::vector<FindingNumber>& to);
  /// The last one given, as if it had never been.
  void pop_back(FindingNumber& first);

 private:
  int code_bits_;
  LargeArray<LiveRecord> records_;  // the first `size_` of them
  std::size_t size_ = 0;
};

}  // namespace aedile::detail
