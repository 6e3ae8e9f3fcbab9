#pragma once
/// What became of the tickets, counted: per unit, class of site, item and period, in parts that merge exactly.
///
///   TicketStatistics march;
///   for (const TicketFacts& ticket : …) march.add(ticket);
///   march.merge(other_half);                                       // in any order, to the same numbers
///   const TicketCounts all = march.total();
///   all.closed; all.closed_on_time; all.working_time.mean();       // Rational, exact
///   march.total({.unit = "east"}).working_time.quantile(Rational(1, 2));
///
/// A ticket is counted in the period in which it was opened, wherever it ends; `as_of` is the caller's, who makes the
/// facts. Working times are kept as counts per whole second in a sorted table, so mean and quantiles are exact:
/// about 50 bytes for each different second, and a ticket more of the same length costs nothing.
///
/// Counters are counts of tickets, but for `send_backs` and `extensions`, which count how often. Rates are in rates.h.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aedile/core/rational.h"

namespace aedile {

/// How a ticket stands.
enum class TicketFate {
  not_filed,  ///< reported, not taken up as a case
  open,
  closed,   ///< 销号
  replied,  ///< 答复: cannot be rectified for objective reasons
  exempted,
  voided,  ///< 作废
  merged,  ///< 并案
};
std::string_view to_string(TicketFate fate);
std::optional<TicketFate> parse_ticket_fate(std::string_view text);

/// One ticket as of some instant.
struct TicketFacts {
  std::string ticket{};
  std::string unit{};
  std::string site_class{};
  std::string item{};
  std::string period{};  ///< label of the period in which it was opened: "2026-03"
  TicketFate fate = TicketFate::open;
  bool due = false;           ///< its deadline has come: 应结案 (as has whatever has ended)
  bool handled = false;       ///< reported done at least once: 处置
  bool late = false;          ///< answered by its unit after a deadline, or not answered though that is over
  bool excused = false;       ///< an appeal was granted: the lateness stays a fact, and rates may leave it out
  bool suspended = false;     ///< 缓办, now
  bool recurrence = false;    ///< it is the return of another
  bool verified = false;      ///< looked back at least once
  bool passed_first = false;  ///< and the first time found gone
  bool returned = false;      ///< sent back by the receiver as not theirs: 回退
  bool filed_on_time = false;
  bool dispatched = false;
  bool dispatched_on_time = false;
  std::uint32_t send_backs = 0;                   ///< failed look-backs: 返工
  std::uint32_t extensions = 0;                   ///< granted
  std::optional<std::int64_t> working_seconds{};  ///< from dispatch to the last report of done, ≥ 0
  friend bool operator==(const TicketFacts&, const TicketFacts&) = default;
};

/// Lengths of time, as a table of counts per second.
class TimeTally {
 public:
  /// Throws ContractError if it is negative.
  void add(std::int64_t seconds, std::uint64_t count = 1);
  void merge(const TimeTally& other);
  std::uint64_t count() const { return count_; }
  /// Seconds; nothing without any.
  std::optional<Rational> mean() const;
  /// The least length that at least that share of all lengths do not exceed (nearest rank); the smallest for 0.
  /// Nothing without any.     Throws ContractError outside 0 … 1.     Cost: O(different lengths).
  std::optional<std::int64_t> quantile(const Rational& share) const;
  const std::map<std::int64_t, std::uint64_t>& counts() const { return counts_; }
  friend bool operator==(const TimeTally&, const TimeTally&) = default;

 private:
  std::map<std::int64_t, std::uint64_t> counts_;
  std::uint64_t count_ = 0;
};

struct TicketCounts {
  std::uint64_t reported = 0;  ///< 上报数: all
  std::uint64_t filed = 0;     ///< 立案数: neither refused, void nor merged; all that follow are of these
  std::uint64_t filed_on_time = 0;
  std::uint64_t dispatched = 0;  ///< 应派遣数 is `filed`
  std::uint64_t dispatched_on_time = 0;
  std::uint64_t should_end = 0;       ///< 应结案数: filed, and due, late or ended
  std::uint64_t handled = 0;          ///< 处置数
  std::uint64_t handled_on_time = 0;  ///< 按期处置数
  std::uint64_t closed = 0;           ///< 结案数, 销号数
  std::uint64_t closed_on_time = 0;   ///< 按期结案数
  std::uint64_t overdue = 0;          ///< late, whether excused or not
  std::uint64_t excused = 0;          ///< late and excused
  std::uint64_t handled_excused = 0;  ///< of `handled`: late and excused
  std::uint64_t closed_excused = 0;   ///< of `closed`: late and excused
  std::uint64_t suspended = 0;        ///< 缓办数: of those that should end, and have not
  /// Of `suspended`, what rates that leave them out leave out above as well.
  std::uint64_t suspended_handled = 0;
  std::uint64_t suspended_handled_on_time = 0;
  std::uint64_t suspended_overdue = 0;
  std::uint64_t suspended_excused = 0;          ///< late and excused
  std::uint64_t suspended_handled_excused = 0;  ///< handled, late and excused
  std::uint64_t verified = 0;
  std::uint64_t passed_first = 0;
  std::uint64_t reworked = 0;             ///< 返工案件数: with at least one send-back
  std::uint64_t reworked_unreported = 0;  ///< of `reworked`: looked at again without having been reported done
  std::uint64_t send_backs = 0;           ///< 返工次数
  std::uint64_t recurrences = 0;          ///< 反复发案数
  std::uint64_t returned = 0;             ///< 回退数: of those dispatched
  std::uint64_t replied = 0;              ///< 答复数
  std::uint64_t replied_overdue = 0;
  std::uint64_t replied_excused = 0;  ///< of `replied`: late and excused
  std::uint64_t exempted = 0;
  std::uint64_t voided = 0;
  std::uint64_t merged = 0;
  std::uint64_t extensions = 0;
  TimeTally working_time{};

  /// As many alike. Throws ContractError where working_seconds is negative; then nothing was added.
  void add(const TicketFacts& ticket, std::uint64_t count = 1);
  TicketCounts& operator+=(const TicketCounts& other);
  friend bool operator==(const TicketCounts&, const TicketCounts&) = default;
};

struct StatisticsKey {
  std::string unit{};
  std::string site_class{};
  std::string item{};
  std::string period{};
  friend auto operator<=>(const StatisticsKey&, const StatisticsKey&) = default;
};

/// What is asked for; a part that is not given means all.
struct StatisticsFilter {
  std::optional<std::string> unit{};
  std::optional<std::string> site_class{};
  std::optional<std::string> item{};
  std::optional<std::string> period{};
};

enum class StatisticsBy { unit, site_class, item, period };
std::string_view to_string(StatisticsBy by);
std::optional<StatisticsBy> parse_statistics_by(std::string_view text);

class TicketStatistics {
 public:
  /// As many alike. Throws ContractError where working_seconds is negative; then nothing was added.
  void add(const TicketFacts& ticket, std::uint64_t count = 1);
  /// Associative and commutative; an empty one changes nothing.
  void merge(const TicketStatistics& other);
  TicketCounts total(const StatisticsFilter& filter = {}) const;
  /// One row for each value, in the order of their bytes; the rows sum to `total` of the same filter.
  std::map<std::string, TicketCounts> by(StatisticsBy by, const StatisticsFilter& filter = {}) const;
  const std::map<StatisticsKey, TicketCounts>& cells() const { return cells_; }
  friend bool operator==(const TicketStatistics&, const TicketStatistics&) = default;

 private:
  std::map<StatisticsKey, TicketCounts> cells_;
};

}  // namespace aedile
