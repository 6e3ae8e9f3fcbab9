/// The public face of roll-ups: schemes, and sums of marks.

#include "aedile/assessment/roll_up.h"

#include "assessment/mark_cells.h"
#include "assessment/roll_up_values.h"

namespace aedile {

std::string_view to_string(MarkFault fault) {
  switch (fault) {
    case MarkFault::no_such_site:
      return "no_such_site";
    case MarkFault::no_such_period:
      return "no_such_period";
    case MarkFault::no_such_mode:
      return "no_such_mode";
    case MarkFault::not_scored:
      return "not_scored";
    case MarkFault::out_of_range:
      return "out_of_range";
    case MarkFault::not_there:
      return "not_there";
  }
  return {};
}

std::vector<PeriodGroup> quarters_and_year() {
  return {{{0, 1, 2}}, {{3, 4, 5}}, {{6, 7, 8}}, {{9, 10, 11}}, {{12, 13, 14, 15}}};
}

Result<RollUp> RollUp::create(RollUpScheme scheme) {
  Diagnostics problems = detail::check_roll_up(scheme);
  if (problems.has_errors()) return problems;
  detail::RollUpTables tables = detail::make_roll_up_tables(scheme);
  return RollUp(std::make_shared<const Impl>(Impl{std::move(scheme), std::move(tables)}));
}

const RollUpScheme& RollUp::scheme() const { return impl_->scheme; }
std::size_t RollUp::levels() const { return impl_->tables.levels.size(); }
std::size_t RollUp::periods() const { return impl_->tables.periods; }
std::size_t RollUp::size() const { return impl_->tables.size; }

std::size_t RollUp::units(std::size_t level) const {
  if (level >= levels()) throw ContractError("RollUp::units: no such level");
  return impl_->tables.levels[level].units;
}

std::size_t RollUp::position(std::size_t level, std::size_t period, std::size_t unit) const {
  if (level >= levels() || period >= periods() || unit >= units(level))
    throw ContractError("RollUp::position: no such level, period or unit");
  return impl_->tables.position(level, period, unit);
}

std::vector<std::size_t> RollUp::columns() const {
  std::vector<std::size_t> sizes;
  for (const detail::RollUpTables::Level& level : impl_->tables.levels)
    sizes.insert(sizes.end(), periods(), level.units);
  return sizes;
}

RollUpSums::RollUpSums(RollUp roll_up) : impl_(std::make_unique<Impl>(std::move(roll_up))) {}
RollUpSums::RollUpSums(const RollUpSums& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
RollUpSums::RollUpSums(RollUpSums&&) noexcept = default;
RollUpSums& RollUpSums::operator=(const RollUpSums& other) {
  if (this != &other) impl_ = std::make_unique<Impl>(*other.impl_);
  return *this;
}
RollUpSums& RollUpSums::operator=(RollUpSums&&) noexcept = default;
RollUpSums::~RollUpSums() = default;

const RollUp& RollUpSums::roll_up() const { return impl_->roll_up; }
std::uint64_t RollUpSums::marks() const { return impl_->marks; }

MarkReport RollUpSums::add(const MarkColumns& rows, const Executor& executor) { return impl_->add(rows, executor); }

std::optional<MarkFault> RollUpSums::add(const SiteMark& mark) {
  std::size_t cell = 0;
  std::uint64_t above_lowest = 0;
  if (const std::optional<MarkFault> fault = impl_->locate(mark, cell, above_lowest)) return fault;
  impl_->cells.add(cell, above_lowest);
  ++impl_->marks;
  return std::nullopt;
}

std::optional<MarkFault> RollUpSums::take_back(const SiteMark& mark) {
  std::size_t cell = 0;
  std::uint64_t above_lowest = 0;
  if (const std::optional<MarkFault> fault = impl_->locate(mark, cell, above_lowest)) return fault;
  if (!impl_->cells.take_back(cell, above_lowest)) return MarkFault::not_there;
  --impl_->marks;
  return std::nullopt;
}

void RollUpSums::merge(const RollUpSums& other) {
  if (other.roll_up() != roll_up()) throw ContractError("RollUpSums::merge: sums of another roll-up");
  impl_->cells.merge(other.impl_->cells);
  impl_->marks += other.impl_->marks;
}

RollUpReport RollUpSums::roll_up(const RollUpMarks& out, const Executor& executor) const {
  const std::size_t size = roll_up().size();
  if ((!out.marks.empty() && out.marks.size() != size) || (!out.published.empty() && out.published.size() != size))
    throw ContractError("RollUpSums::roll_up: an output has not one entry a value");
  return detail::roll_up_values(roll_up().scheme(), impl_->tables(), impl_->cells, out, executor);
}

bool operator==(const RollUpSums& a, const RollUpSums& b) {
  return a.roll_up() == b.roll_up() && a.impl_->cells == b.impl_->cells;
}

}  // namespace aedile
