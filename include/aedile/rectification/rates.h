#pragma once
/// Rates over counted tickets, each by its name, with what enters numerator and denominator in words.
///
///   const RateChoices choices{.replied = RepliedTickets::not_rectified};
///   const RateValue rate = rate_of("rectification_rate", counts, choices);          // 整改率
///   rate.numerator; rate.denominator;                     // 2240 of 2272
///   *rate.value == Rational(70, 71);                      // shown as 98.6 %
///   rate_words("rectification_rate", choices).in(Language::zh);
///   // "整改率 = 经回头看销号数 ÷ 应结案数（含无法整改已答复数）"
///
/// Where local rules differ, the difference is a choice with a name, never a silent default of the code. 0 ÷ 0 is no
/// rate: `value` is empty, and reports show "–"; a unit without cases is neither best nor worst.
/// Source: local rules under CJ/T 292-2008 and GB/T 30428.4-2016; the standards' own text was not at hand, so no
/// conformity is claimed.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "aedile/core/message.h"
#include "aedile/core/rational.h"
#include "aedile/rectification/statistics.h"

namespace aedile {

/// What counts as rework (返工).
enum class ReworkCount {
  tickets,     ///< a ticket once, however often it was sent back
  send_backs,  ///< every time
};
/// Suspended tickets (缓办) in what should have ended.
enum class SuspendedTickets {
  stay,   ///< in the denominator
  leave,  ///< out of it (金华)
};
/// Tickets that could not be rectified for objective reasons and were replied to.
enum class RepliedTickets {
  not_rectified,  ///< in the denominator only
  rectified,      ///< in both: a reply settles the matter
  leave,          ///< in neither
};
/// Lateness that an appeal has excused.
enum class ExcusedLateness {
  on_time,  ///< counts as in time
  late,     ///< counts as late all the same
};
std::string_view to_string(ReworkCount choice);
std::string_view to_string(SuspendedTickets choice);
std::string_view to_string(RepliedTickets choice);
std::string_view to_string(ExcusedLateness choice);
std::optional<ReworkCount> parse_rework_count(std::string_view text);
std::optional<SuspendedTickets> parse_suspended_tickets(std::string_view text);
std::optional<RepliedTickets> parse_replied_tickets(std::string_view text);
std::optional<ExcusedLateness> parse_excused_lateness(std::string_view text);

struct RateChoices {
  ReworkCount rework = ReworkCount::tickets;
  SuspendedTickets suspended = SuspendedTickets::stay;
  RepliedTickets replied = RepliedTickets::not_rectified;
  ExcusedLateness excused = ExcusedLateness::on_time;
  friend bool operator==(const RateChoices&, const RateChoices&) = default;
};

/// A formula by its code.
struct RateFormula {
  std::string_view code;  ///< "on_time_closing_rate"
  std::string_view en;
  std::string_view zh;  ///< 按期结案率
};

/// filing_rate 立案率, on_time_filing_rate 按时立案率, on_time_dispatch_rate 按时派遣率, accurate_dispatch_rate
/// 准确派遣率, handling_rate 处置率, on_time_handling_rate 按期处置率, closing_rate 结案率, on_time_closing_rate
/// 按期结案率, rectification_rate 整改率, rework_rate 返工率, return_rate 回退率, pass_rate 核查通过率, recurrence_rate
/// 重复案件率, overdue_rate 超时率.
std::span<const RateFormula> rate_formulas();
const RateFormula* find_rate(std::string_view code);

struct RateValue {
  std::uint64_t numerator = 0;
  std::uint64_t denominator = 0;
  std::optional<Rational> value{};  ///< nothing for 0 ÷ 0
  friend bool operator==(const RateValue&, const RateValue&) = default;
};

/// Throws ContractError for a code that is none.
RateValue rate_of(std::string_view code, const TicketCounts& counts, const RateChoices& choices = {});
/// The formula with these choices, in words.     Throws as `rate_of`.
LocalText rate_words(std::string_view code, const RateChoices& choices = {});
/// "98.6 %", cut to the places half up; "–" where there is none.
std::string per_cent(const RateValue& rate, int places = 1);

}  // namespace aedile
