#include "aedile/calendar/calendar_history.h"

#include <algorithm>
#include <array>

#include "aedile/core/exceptions.h"
#include "calendar/messages_questions.h"
#include "core/excerpt.h"

namespace aedile {

namespace {
constexpr std::array<std::string_view, 3> policy_names = {"freeze", "recompute", "never_earlier"};
}

std::string_view to_string(RevisionPolicy policy) { return policy_names[static_cast<std::size_t>(policy)]; }

CalendarHistory::CalendarHistory(std::vector<WorkingCalendar> versions, LocalText title)
    : versions_(std::move(versions)), title_(std::move(title)) {
  if (versions_.empty()) throw ContractError("CalendarHistory: no version");
}

const WorkingCalendar* CalendarHistory::find(std::string_view version) const {
  const auto found = std::find_if(versions_.begin(), versions_.end(),
                                  [&](const WorkingCalendar& each) { return each.version() == version; });
  return found == versions_.end() ? nullptr : &*found;
}

const WorkingCalendar* CalendarHistory::known_at(Instant instant) const {
  const WorkingCalendar* known = nullptr;
  for (const WorkingCalendar& version : versions_) {
    if (version.known_from() && version.zone().instant(*version.known_from(), std::chrono::seconds(0)) > instant) break;
    known = &version;
  }
  return known;
}

Result<RevisedDeadline> revise(const CalendarHistory& history, const Deadline& set, RevisionPolicy policy,
                               Instant as_of, std::span<const Event> events) {
  if (set.calendar != history.id()) {
    return {Place{}, messages::other_calendar, {detail::excerpt(set.calendar), detail::excerpt(history.id())}};
  }
  const WorkingCalendar* const own = history.find(set.version);
  if (own == nullptr) {
    std::string known;
    for (const WorkingCalendar& version : history.versions()) known += (known.empty() ? "" : ", ") + version.version();
    return {Place{},
            messages::unknown_calendar_version,
            {detail::excerpt(history.id()), detail::excerpt(set.version), std::move(known)}};
  }
  RevisedDeadline revised{.set = set, .under = {}, .in_force = set};
  const WorkingCalendar* const known = history.known_at(as_of);
  for (const WorkingCalendar* version = own; known != nullptr && version < known;) {
    ++version;
    Result<Deadline> under = due(*version, set.start, set.limit, set.rules, events);
    if (!under) return under.diagnostics();
    revised.under.push_back(std::move(*under));
  }
  if (revised.under.empty() || policy == RevisionPolicy::freeze) return revised;
  if (policy == RevisionPolicy::recompute) {
    revised.in_force = revised.under.back();
    return revised;
  }
  for (const Deadline& under : revised.under) {
    if (under.due > revised.in_force.due) revised.in_force = under;
  }
  return revised;
}

}  // namespace aedile
