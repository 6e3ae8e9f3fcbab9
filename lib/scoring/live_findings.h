#pragma once
/// The findings of live scores, by number, and which of them are of a visit.

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "aedile/scoring/live_scores.h"
#include "core/large_array.h"

namespace aedile::detail {

/// Where the tables say what a finding costs.
struct LivePlace {
  std::uint32_t item = 0;
  std::uint32_t code = 0;  // of all attributes together
  friend bool operator==(const LivePlace&, const LivePlace&) = default;
};

/// What a finding is or was.
struct LiveState {
  std::uint32_t place = 0;  // as LiveFindings::packed; the highest bit: it is there
  std::uint32_t count = 0;

  static constexpr std::uint32_t there_bit = std::uint32_t{1} << 31;
  bool there() const { return (place & there_bit) != 0; }
  LiveState gone() const { return {place & ~there_bit, count}; }
};

/// A finding is 8 bytes, of which a change touches nothing more: visit, whether it is there, whether it is listed,
/// place and count. It stays when it is removed, since its number is not given again, and leaves the list of its visit
/// only when somebody walks that.
class LiveFindings {
 public:
  /// `codes`: combinations of attribute codes. Throws ContractError where items and codes have no room.
  LiveFindings(std::size_t items, std::size_t codes);

  std::size_t size() const { return size_; }
  void reserve(std::size_t findings);

  std::uint32_t visit(FindingNumber finding) const { return records_[finding].visit; }
  bool there(FindingNumber finding) const { return finding < size_ && (records_[finding].bits & there_bit) != 0; }
  LiveState state(FindingNumber finding) const {
    const std::uint32_t bits = records_[finding].bits;
    const std::uint32_t count = bits >> place_bits_ & most_count_;
    return {bits & (there_bit | ((1U << place_bits_) - 1)),
            count == most_count_ ? large_counts_.find(finding)->second : count};
  }
  void set_state(FindingNumber finding, LiveState state) {
    Record& record = records_[finding];
    const std::uint32_t was = record.bits >> place_bits_ & most_count_;
    const std::uint32_t count = std::min(state.count, most_count_);
    record.bits = (record.bits & listed_bit) | count << place_bits_ | state.place;
    if (was == most_count_ || count == most_count_) [[unlikely]]
      keep_count(finding, state.count);
  }

  int code_bits() const { return code_bits_; }
  std::uint32_t packed(LivePlace place) const { return place.item << code_bits_ | place.code; }
  LivePlace place(LiveState state) const {
    const std::uint32_t packed = state.place & ~LiveState::there_bit;
    return {packed >> code_bits_, packed & ((std::uint32_t{1} << code_bits_) - 1)};
  }

  /// The next number, of a finding that is not there yet. Fewer than 2^32 − 1 have been given.
  FindingNumber push_back(std::uint32_t visit) {
    if (size_ == records_.size()) [[unlikely]]
      reserve(std::max<std::size_t>(size_ * 2, 1024));
    records_[size_] = {visit, 0};
    return static_cast<FindingNumber>(size_++);
  }
  /// The last number given, as if it had never been; `first`: of its visit's list.
  void pop_back(FindingNumber& first);

  /// Into the list that begins at `first`.
  void list(FindingNumber finding, FindingNumber& first) {
    Record& record = records_[finding];
    if ((record.bits & listed_bit) != 0) return;
    record.bits |= listed_bit;
    next_[finding] = first;
    first = finding;
  }
  /// Those of the list that are there, by number; the others leave it.
  void collect(FindingNumber& first, std::vector<FindingNumber>& to);

 private:
  static constexpr std::uint32_t there_bit = LiveState::there_bit, listed_bit = there_bit >> 1;
  /// From above: there, listed, count, place.
  struct Record {
    std::uint32_t visit, bits;
  };
  void keep_count(FindingNumber finding, std::uint32_t count);

  int code_bits_, place_bits_;
  std::uint32_t most_count_;    // stands for one in `large_counts_`
  LargeArray<Record> records_;  // the first `size_` of them
  LargeArray<FindingNumber> next_;
  std::size_t size_ = 0;
  std::unordered_map<FindingNumber, std::uint32_t> large_counts_;
};

}  // namespace aedile::detail
