#include "scoring/live_findings.h"

#include <bit>

#include "aedile/core/exceptions.h"

namespace aedile::detail {
namespace {

/// Of a record, for there and listed; and one at least for the count.
constexpr int other_bits = 3;

int bits_of(std::size_t number) { return static_cast<int>(std::bit_width(number)); }

}  // namespace

LiveFindings::LiveFindings(std::size_t items, std::size_t codes)
    : code_bits_(bits_of(codes)), place_bits_(code_bits_ + bits_of(items)) {
  if (place_bits_ > 32 - other_bits) throw ContractError("LiveScores: a layout of too many items and attribute codes");
  most_count_ = (std::uint32_t{1} << (30 - place_bits_)) - 1;
}

void LiveFindings::reserve(std::size_t findings) {
  if (findings <= records_.size()) return;
  LargeArray<Record> records(findings);
  LargeArray<FindingNumber> next(findings);
  std::copy_n(records_.data(), size_, records.data());
  std::copy_n(next_.data(), size_, next.data());
  records_ = std::move(records);
  next_ = std::move(next);
}

void LiveFindings::keep_count(FindingNumber finding, std::uint32_t count) {
  if (count >= most_count_)
    large_counts_[finding] = count;
  else
    large_counts_.erase(finding);
}

void LiveFindings::collect(FindingNumber& first, std::vector<FindingNumber>& to) {
  to.clear();
  for (FindingNumber* link = &first; *link != no_finding;) {
    Record& record = records_[*link];
    if ((record.bits & there_bit) != 0) {
      to.push_back(*link);
      link = &next_[*link];
    } else {
      record.bits &= ~listed_bit;
      *link = next_[*link];
    }
  }
  std::sort(to.begin(), to.end());
}

void LiveFindings::pop_back(FindingNumber& first) {
  const auto last = static_cast<FindingNumber>(size_ - 1);
  for (FindingNumber* link = &first; *link != no_finding; link = &next_[*link]) {
    if (*link != last) continue;
    *link = next_[last];
    break;
  }
  set_state(last, {});
  --size_;
}

}  // namespace aedile::detail
