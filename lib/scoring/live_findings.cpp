#include "scoring/live_findings.h"

#include <algorithm>
#include <bit>

#include "aedile/core/exceptions.h"

namespace aedile::detail {

LiveFindings::LiveFindings(std::size_t items, std::size_t codes) : code_bits_(static_cast<int>(std::bit_width(codes))) {
  if (std::uint64_t{items} << code_bits_ >= LiveRecord::listed_bit)
    throw ContractError("LiveScores: a layout of too many items and attribute codes");
}

void LiveFindings::reserve(std::size_t findings) {
  if (findings <= records_.size()) return;
  LargeArray<LiveRecord> larger(findings);
  std::copy_n(records_.data(), size_, larger.data());
  records_ = std::move(larger);
}

void LiveFindings::collect(FindingNumber& first, std::vector<FindingNumber>& to) {
  to.clear();
  for (FindingNumber* link = &first; *link != no_finding;) {
    LiveRecord& record = records_[*link];
    if (record.there()) {
      to.push_back(*link);
      link = &record.next;
    } else {
      record.bits &= ~LiveRecord::listed_bit;
      *link = record.next;
    }
  }
  std::sort(to.begin(), to.end());
}

void LiveFindings::pop_back(FindingNumber& first) {
  const auto last = static_cast<FindingNumber>(size_ - 1);
  for (FindingNumber* link = &first; *link != no_finding; link = &records_[*link].next) {
    if (*link != last) continue;
    *link = records_[last].next;
    break;
  }
  --size_;
}

}  // namespace aedile::detail
