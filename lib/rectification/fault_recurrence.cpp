#include "aedile/rectification/fault_recurrence.h"

#include <algorithm>
#include <array>

#include "core/enum_names.h"
#include "core/report.h"
#include "rectification/messages_around.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<SamePlace>, 3> places{
    {{SamePlace::location, "location"}, {SamePlace::site, "site"}, {SamePlace::area, "area"}}};
constexpr std::int32_t longest_window = 3660;

bool same_place(SamePlace place, const FaultSighting& a, const FaultSighting& b) {
  switch (place) {
    case SamePlace::location:
      return a.site == b.site && a.location == b.location;
    case SamePlace::site:
      return a.site == b.site;
    case SamePlace::area:
      // A site outside every area is near itself only.
      return a.area == b.area && (!a.area.empty() || a.site == b.site);
  }
  return false;
}

}  // namespace

std::string_view to_string(SamePlace place) { return detail::name_of(places, place); }
std::optional<SamePlace> parse_same_place(std::string_view text) { return detail::value_of(places, text); }

Diagnostics validate(const RecurrencePolicy& policy) {
  detail::Report report;
  if (policy.window_days < 0 || policy.window_days > longest_window) {
    report.at("window_days")
        .error(messages::window_range, {std::to_string(policy.window_days), std::to_string(longest_window)});
  }
  if (policy.multipliers.size() > highest_return) {
    report.at("multipliers").error(messages::too_many_multipliers, {std::to_string(highest_return)});
  }
  for (std::size_t i = 0; i < policy.multipliers.size(); ++i) {
    if (policy.multipliers[i] >= Factor::of(1)) continue;
    report.at("multipliers", i).error(messages::multiplier_below_one, {policy.multipliers[i].to_string()});
  }
  return report.take();
}

std::optional<FaultRecurrence> recurrence(const RecurrencePolicy& policy, const FaultSighting& fault,
                                          std::span<const ClosedFault> history) {
  if (const Diagnostics problems = validate(policy); problems.has_errors()) {
    throw ContractError("recurrence: a policy that is not valid: " + problems.to_string());
  }
  const ClosedFault* last = nullptr;
  for (const ClosedFault& old : history) {
    if (old.found.item != fault.item || !same_place(policy.place, old.found, fault)) continue;
    if (fault.day < old.closed || fault.day.days_since(old.closed) > policy.window_days) continue;
    const bool later =
        last == nullptr || last->closed < old.closed || (last->closed == old.closed && last->ticket < old.ticket);
    if (later) last = &old;
  }
  if (last == nullptr) return std::nullopt;
  FaultRecurrence found{last->ticket, last->closed, last->closed.plus_days(policy.window_days), last->times + 1,
                        Factor::of(1)};
  if (!policy.multipliers.empty()) {
    found.multiplier = policy.multipliers[std::min<std::size_t>(found.times, policy.multipliers.size()) - 1];
  }
  return found;
}

}  // namespace aedile
