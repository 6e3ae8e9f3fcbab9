#include "aedile/rectification/statistics.h"

#include <array>

#include "core/enum_names.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<TicketFate>, 7> fates{{{TicketFate::not_filed, "not_filed"},
                                                             {TicketFate::open, "open"},
                                                             {TicketFate::closed, "closed"},
                                                             {TicketFate::replied, "replied"},
                                                             {TicketFate::exempted, "exempted"},
                                                             {TicketFate::voided, "voided"},
                                                             {TicketFate::merged, "merged"}}};
constexpr std::array<detail::EnumName<StatisticsBy>, 4> dimensions{{{StatisticsBy::unit, "unit"},
                                                                    {StatisticsBy::site_class, "site_class"},
                                                                    {StatisticsBy::item, "item"},
                                                                    {StatisticsBy::period, "period"}}};

bool fits(const StatisticsFilter& filter, const StatisticsKey& key) {
  const auto same = [](const std::optional<std::string>& wanted, const std::string& value) {
    return !wanted || *wanted == value;
  };
  return same(filter.unit, key.unit) && same(filter.site_class, key.site_class) && same(filter.item, key.item) &&
         same(filter.period, key.period);
}

const std::string& part_of(const StatisticsKey& key, StatisticsBy by) {
  switch (by) {
    case StatisticsBy::unit:
      return key.unit;
    case StatisticsBy::site_class:
      return key.site_class;
    case StatisticsBy::item:
      return key.item;
    case StatisticsBy::period:
      return key.period;
  }
  throw ContractError("TicketStatistics: not a value of StatisticsBy");
}

constexpr std::array counters{&TicketCounts::reported,
                              &TicketCounts::filed,
                              &TicketCounts::filed_on_time,
                              &TicketCounts::dispatched,
                              &TicketCounts::dispatched_on_time,
                              &TicketCounts::should_end,
                              &TicketCounts::handled,
                              &TicketCounts::handled_on_time,
                              &TicketCounts::closed,
                              &TicketCounts::closed_on_time,
                              &TicketCounts::overdue,
                              &TicketCounts::excused,
                              &TicketCounts::closed_excused,
                              &TicketCounts::handled_excused,
                              &TicketCounts::suspended,
                              &TicketCounts::suspended_handled,
                              &TicketCounts::suspended_handled_on_time,
                              &TicketCounts::suspended_overdue,
                              &TicketCounts::suspended_excused,
                              &TicketCounts::suspended_handled_excused,
                              &TicketCounts::verified,
                              &TicketCounts::passed_first,
                              &TicketCounts::reworked,
                              &TicketCounts::reworked_unreported,
                              &TicketCounts::send_backs,
                              &TicketCounts::recurrences,
                              &TicketCounts::returned,
                              &TicketCounts::replied,
                              &TicketCounts::replied_overdue,
                              &TicketCounts::replied_excused,
                              &TicketCounts::exempted,
                              &TicketCounts::voided,
                              &TicketCounts::merged,
                              &TicketCounts::extensions};

}  // namespace

std::string_view to_string(TicketFate fate) { return detail::name_of(fates, fate); }
std::optional<TicketFate> parse_ticket_fate(std::string_view text) { return detail::value_of(fates, text); }
std::string_view to_string(StatisticsBy by) { return detail::name_of(dimensions, by); }
std::optional<StatisticsBy> parse_statistics_by(std::string_view text) { return detail::value_of(dimensions, text); }

void TimeTally::add(std::int64_t seconds, std::uint64_t count) {
  if (seconds < 0) throw ContractError("TimeTally: a length below 0");
  if (count == 0) return;
  counts_[seconds] += count;
  count_ += count;
}

void TimeTally::merge(const TimeTally& other) {
  // A copy where both are one: its table must not change while it is read.
  if (this == &other) return merge(TimeTally(other));
  for (const auto& [seconds, count] : other.counts_) counts_[seconds] += count;
  count_ += other.count_;
}

std::optional<Rational> TimeTally::mean() const {
  if (count_ == 0) return std::nullopt;
  Rational sum;
  for (const auto& [seconds, count] : counts_) sum += Rational(seconds) * Rational(static_cast<std::int64_t>(count));
  return sum / Rational(static_cast<std::int64_t>(count_));
}

std::optional<std::int64_t> TimeTally::quantile(const Rational& share) const {
  if (share < Rational(0) || share > Rational(1)) throw ContractError("TimeTally: a share outside 0 … 1");
  if (count_ == 0) return std::nullopt;
  const Rational wanted = share * Rational(static_cast<std::int64_t>(count_));
  std::uint64_t so_far = 0;
  for (const auto& [seconds, count] : counts_) {
    so_far += count;
    if (Rational(static_cast<std::int64_t>(so_far)) >= wanted) return seconds;
  }
  return counts_.rbegin()->first;
}

void TicketCounts::add(const TicketFacts& ticket, std::uint64_t count) {
  if (ticket.working_seconds.value_or(0) < 0) throw ContractError("TicketCounts: a working time below 0");
  const auto add_if = [count](std::uint64_t& counter, bool holds) { counter += holds ? count : 0; };
  reported += count;
  add_if(voided, ticket.fate == TicketFate::voided);
  add_if(merged, ticket.fate == TicketFate::merged);
  // What fell, or went into another, is reported and no case of its own.
  const bool is_case = ticket.fate == TicketFate::open || ticket.fate == TicketFate::closed ||
                       ticket.fate == TicketFate::replied || ticket.fate == TicketFate::exempted;
  if (!is_case) return;
  const bool is_closed = ticket.fate == TicketFate::closed;
  const bool is_open = ticket.fate == TicketFate::open;
  // What is late was due, though it may have another deadline since.
  const bool is_due = ticket.due || ticket.late;
  const bool is_excused = ticket.late && ticket.excused;
  const bool is_replied = ticket.fate == TicketFate::replied;
  const bool is_suspended = ticket.suspended && is_open && is_due;
  filed += count;
  add_if(filed_on_time, ticket.filed_on_time);
  add_if(dispatched, ticket.dispatched);
  add_if(dispatched_on_time, ticket.dispatched && ticket.dispatched_on_time);
  add_if(should_end, is_due || !is_open);
  add_if(handled, ticket.handled);
  add_if(handled_on_time, ticket.handled && !ticket.late);
  add_if(handled_excused, ticket.handled && is_excused);
  add_if(closed, is_closed);
  add_if(closed_on_time, is_closed && !ticket.late);
  add_if(closed_excused, is_closed && is_excused);
  add_if(overdue, ticket.late);
  add_if(excused, is_excused);
  add_if(suspended, is_suspended);
  add_if(suspended_handled, is_suspended && ticket.handled);
  add_if(suspended_handled_on_time, is_suspended && ticket.handled && !ticket.late);
  add_if(suspended_overdue, is_suspended && ticket.late);
  add_if(suspended_excused, is_suspended && is_excused);
  add_if(suspended_handled_excused, is_suspended && ticket.handled && is_excused);
  add_if(verified, ticket.verified);
  add_if(passed_first, ticket.verified && ticket.passed_first);
  add_if(reworked, ticket.send_backs > 0);
  add_if(reworked_unreported, ticket.send_backs > 0 && !ticket.handled);
  send_backs += count * ticket.send_backs;
  add_if(recurrences, ticket.recurrence);
  add_if(returned, ticket.dispatched && ticket.returned);
  add_if(replied, is_replied);
  add_if(replied_overdue, is_replied && ticket.late);
  add_if(replied_excused, is_replied && is_excused);
  add_if(exempted, ticket.fate == TicketFate::exempted);
  extensions += count * ticket.extensions;
  if (ticket.working_seconds) working_time.add(*ticket.working_seconds, count);
}

TicketCounts& TicketCounts::operator+=(const TicketCounts& other) {
  for (const auto counter : counters) this->*counter += other.*counter;
  working_time.merge(other.working_time);
  return *this;
}

void TicketStatistics::add(const TicketFacts& ticket, std::uint64_t count) {
  if (ticket.working_seconds.value_or(0) < 0) throw ContractError("TicketStatistics: a working time below 0");
  if (count == 0) return;
  cells_[{ticket.unit, ticket.site_class, ticket.item, ticket.period}].add(ticket, count);
}

void TicketStatistics::merge(const TicketStatistics& other) {
  for (const auto& [key, counts] : other.cells_) cells_[key] += counts;
}

TicketCounts TicketStatistics::total(const StatisticsFilter& filter) const {
  TicketCounts sum;
  for (const auto& [key, counts] : cells_) {
    if (fits(filter, key)) sum += counts;
  }
  return sum;
}

std::map<std::string, TicketCounts> TicketStatistics::by(StatisticsBy by, const StatisticsFilter& filter) const {
  std::map<std::string, TicketCounts> rows;
  for (const auto& [key, counts] : cells_) {
    if (fits(filter, key)) rows[part_of(key, by)] += counts;
  }
  return rows;
}

}  // namespace aedile
