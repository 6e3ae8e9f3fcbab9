/// The public face of bulk scoring: checks what the caller gives, and chooses the way through it.

#include "aedile/scoring/bulk.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <numeric>
#include <string>
#include <system_error>
#include <thread>

#include "scoring/bulk_impl.h"
#include "scoring/bulk_passes.h"

namespace aedile {

std::string_view to_string(RowFault fault) {
  switch (fault) {
    case RowFault::no_such_visit:
      return "no_such_visit";
    case RowFault::no_such_item:
      return "no_such_item";
    case RowFault::no_such_value:
      return "no_such_value";
    case RowFault::other_site:
      return "other_site";
    case RowFault::other_period:
      return "other_period";
    case RowFault::not_applicable:
      return "not_applicable";
    case RowFault::no_points:
      return "no_points";
  }
  return {};
}

std::uint64_t BulkReport::rejected_rows() const {
  return std::accumulate(rejected_by.begin(), rejected_by.end(), std::uint64_t{0});
}

Executor sequential() { return threads(1); }

Executor threads(std::size_t number) {
  if (number == 0) throw ContractError("threads: at least one is needed");
  return [number](std::size_t tasks, const std::function<void(std::size_t)>& task) {
    std::atomic<std::size_t> next = 0;
    std::exception_ptr thrown;
    std::mutex mutex;
    const auto work = [&] {
      for (std::size_t i = next++; i < tasks; i = next++) {
        try {
          task(i);
        } catch (...) {
          const std::lock_guard lock(mutex);
          if (!thrown) thrown = std::current_exception();
        }
      }
    };
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < std::min(number, tasks); ++t) {
      try {
        others.emplace_back(work);
      } catch (const std::system_error&) {
        break;  // fewer threads do the same work
      }
    }
    work();
    others.clear();
    if (thrown) std::rethrow_exception(thrown);
  };
}

namespace detail {

BulkReport merged(std::vector<BulkReport> parts) {
  BulkReport whole;
  std::size_t rejected = 0;
  for (const BulkReport& part : parts) rejected += part.rejected.size();
  whole.rejected.reserve(rejected);
  for (BulkReport& part : parts) {
    whole.rejected.insert(whole.rejected.end(), part.rejected.begin(), part.rejected.end());
    whole.ignored += part.ignored;
    whole.general_visits += part.general_visits;
    whole.undecided_visits += part.undecided_visits;
    std::move(part.failed.begin(), part.failed.end(), std::back_inserter(whole.failed));
    part = {};
  }
  return whole;
}

}  // namespace detail

namespace {

void require(bool holds, const char* what) {
  if (!holds) throw ContractError(std::string("BulkScorer::score: ") + what);
}

/// Empty stands for not wanted or not given.
bool sized(std::size_t size, std::size_t wanted) { return size == 0 || size == wanted; }
bool sized(const Column& column, std::size_t wanted) { return !column.given() || column.size() == wanted; }

}  // namespace

void BulkScorer::Impl::check(const VisitColumns& visits, const FindingColumns& findings, const BulkMarks& marks) const {
  require(visits.count < no_row && visits.first < no_row - visits.count, "too many visits");
  require(sized(visits.site, visits.count) && sized(visits.period, visits.count) && sized(visits.profile, visits.count),
          "a column of visits has not one entry a visit");
  const std::size_t rows = findings.visit.size();
  require(findings.visit.given() || !findings.item.given(), "no column of visits in the findings");
  require(sized(findings.item, rows) && (findings.item.given() || rows == 0) && sized(findings.count, rows) &&
              sized(findings.site, rows) && sized(findings.period, rows),
          "columns of findings differ in length");
  require(findings.attributes.size() == layout.attributes.size() || rows == 0,
          "not one column for each attribute of the layout");
  for (const Column& column : findings.attributes)
    require(column.given() && column.size() == rows, "columns of findings differ in length");
  require(sized(marks.marks.size(), visits.count * tables.wanted), "marks are not visits × nodes");
  require(sized(marks.grades.size(), visits.count) && sized(marks.completion.size(), visits.count),
          "an output has not one entry a visit");
  require(marks.grades.empty() || tables.grades.size() < no_bulk_grade, "too many grades for 8 bits");
  check_profiles(visits);
}

void BulkScorer::Impl::check_profiles(const VisitColumns& visits) const {
  require(!visits.profile.given() || !visits.profile_of_site.given(), "profiles both by visit and by site");
  const Column& profiles = visits.profile.given() ? visits.profile : visits.profile_of_site;
  if (!profiles.given() || visits.count == 0) return;
  require(profiles.size() == 0 || detail::largest(*lanes, profiles) < tables.profiles.size(),
          "a profile beyond the layout");
  if (!visits.profile_of_site.given()) return;
  require(visits.site.given(), "profiles by site, but no column of sites");
  require(detail::largest(*lanes, visits.site) < visits.profile_of_site.size(), "a site without a profile");
}

Result<BulkScorer> BulkScorer::create(CompiledFramework framework, BulkLayout layout, BulkOptions options) {
  if (options.rows_per_task == 0) throw ContractError("BulkScorer: rows_per_task must be at least 1");
  detail::BulkTables tables;
  Diagnostics problems = detail::lower_layout(framework, layout, tables);
  if (problems.has_errors()) return problems;
  detail::lower_profiles(framework, layout, tables);
  const detail::Lanes* const lanes = options.portable ? &detail::portable_lanes() : &detail::best_lanes();
  return BulkScorer(
      std::make_shared<const Impl>(Impl{std::move(framework), std::move(layout), options, std::move(tables), lanes}));
}

const CompiledFramework& BulkScorer::framework() const { return impl_->framework; }
const BulkLayout& BulkScorer::layout() const { return impl_->layout; }
std::span<const BulkScorer::General> BulkScorer::general_items() const { return impl_->tables.general_items; }
std::span<const BulkScorer::GeneralProfile> BulkScorer::general_profiles() const {
  return impl_->tables.general_profiles;
}

BulkReport BulkScorer::score(const VisitColumns& visits, const FindingColumns& findings, const BulkMarks& marks,
                             const Executor& executor) const {
  impl_->check(visits, findings, marks);
  const detail::BulkVisits shared{impl_->tables, visits, marks, impl_->options.score};
  const detail::RowColumns rows{*impl_->lanes,
                                impl_->tables,
                                findings,
                                visits.site.given() && findings.site.given(),
                                visits.period.given() && findings.period.given(),
                                visits.first};
  detail::ScorerPool scorers(impl_->framework, impl_->options.score);
  const detail::BulkPass pass{impl_->framework, impl_->layout, impl_->options, shared, rows, executor, scorers};
  BulkReport report;
  if (!detail::score_grouped(pass, report)) {
    report = {};
    detail::score_scattered(pass, report);
  }
  for (const RejectedRow& row : report.rejected) ++report.rejected_by[static_cast<std::size_t>(row.fault)];
  return report;
}

}  // namespace aedile
