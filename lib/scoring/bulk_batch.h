#pragma once
/// The visits that a kernel scores together, and what their rows must look like.

#include <algorithm>

#include "scoring/bulk_visits.h"

namespace aedile::detail {

class OpenBatch {
 public:
  OpenBatch(const BulkVisits& visits, const RowColumns& columns, std::size_t most)
      : visits_(visits),
        columns_(columns),
        most_(most),
        site_(room()),
        period_(room()),
        line_(room()),
        profile_(room()),
        row_(room()),
        general_(room()) {}

  std::size_t most() const { return most_; }
  std::size_t first() const { return first_; }
  std::size_t size() const { return size_; }
  std::size_t end() const { return first_ + size_; }

  /// The visits from `first` on, as many as there may be, none from `last` on.
  void open(std::size_t first, std::size_t last) {
    first_ = first;
    size_ = std::min(most_, last - first);
    const VisitColumns& columns = visits_.columns;
    copy(columns_.check_site ? columns.site : Column(), site_);
    copy(columns_.check_period ? columns.period : Column(), period_);
    if (columns.profile_of_site.given())
      for (std::size_t at = 0; at < size_; ++at) profile_[at] = columns.profile_of_site[columns.site[first_ + at]];
    else
      copy(columns.profile, profile_);
    const auto lines = static_cast<std::uint32_t>(visits_.tables.lines());
    for (std::size_t at = 0; at < size_; ++at) {
      line_[at] = profile_[at] * lines;
      row_[at] = profile_[at] * static_cast<std::uint32_t>(visits_.tables.slots.size());
      general_[at] = visits_.tables.profiles[profile_[at]].general;
    }
    prefetch(columns, last);
  }

  /// `loss_slots`: of one visit.
  VisitBatch view(std::uint32_t loss_slots) const {
    return {static_cast<std::uint32_t>(first_),
            static_cast<std::uint32_t>(size_),
            static_cast<std::uint32_t>(visits_.columns.count),
            site_.data(),
            period_.data(),
            line_.data(),
            static_cast<std::uint32_t>(visits_.tables.lines()),
            loss_slots};
  }
  const BulkProfile& profile(std::size_t at) const { return visits_.tables.profiles[profile_[at]]; }
  /// By visit: where its profile begins in BulkTables::base.
  const std::uint32_t* rows() const { return row_.data(); }
  bool general(std::size_t at) const { return general_[at] != 0; }
  void make_general(std::size_t visit) { general_[visit - first_] = 1; }
  /// Whether the visit is of the batch, and has this site and period; without a branch.
  bool expects(std::uint32_t visit, std::uint32_t site, std::uint32_t period) const {
    const std::size_t at = visit - first_, any = at < size_ ? at : 0;
    const unsigned here{at < size_}, same_site{site_[any] == site}, same_period{period_[any] == period};
    return (here & same_site & same_period) != 0;
  }
  /// What BulkVisits::expected says, from what is at hand.
  ExpectedRow expected(std::size_t at) const {
    return {site_[at], period_[at], profile_[at], &visits_.tables.excluded[line_[at]],
            visits_.options.ignore_not_applicable};
  }
  /// A line that costs nothing.
  std::uint32_t beyond() const { return static_cast<std::uint32_t>(visits_.tables.items); }

 private:
  /// Lanes look sixteen up at once.
  std::size_t room() const { return std::max<std::size_t>(most_, 16); }

  void copy(const Column& column, std::vector<std::uint32_t>& to) const {
    if (column.given())
      widen(columns_.lanes, column, first_, size_, to.data());
    else
      std::fill_n(to.begin(), size_, 0U);
  }

  /// The sites of the batch after this one lie anywhere.
  void prefetch(const VisitColumns& columns, std::size_t last) const {
    if (!columns.profile_of_site.given()) return;
    const auto* const profiles = static_cast<const std::uint8_t*>(columns.profile_of_site.data());
    const auto width = static_cast<std::size_t>(columns.profile_of_site.width());
    for (std::size_t visit = end(); visit < std::min(end() + size_, last); ++visit)
      __builtin_prefetch(profiles + columns.site[visit] * width);
  }

  const BulkVisits& visits_;
  const RowColumns& columns_;
  std::size_t most_, first_ = 0, size_ = 0;
  std::vector<std::uint32_t> site_, period_, line_, profile_, row_;
  std::vector<std::uint8_t> general_;
};

}  // namespace aedile::detail
