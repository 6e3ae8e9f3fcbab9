#include "aedile/inspection/roster.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>

#include "core/enum_names.h"
#include "core/excerpt.h"
#include "inspection/messages_roster.h"
#include "inspection/roster_checks.h"
#include "inspection/staffing.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<RosterBarrier>, 6> barriers{{
    {RosterBarrier::absent, "absent"},
    {RosterBarrier::not_allowed, "not_allowed"},
    {RosterBarrier::duties_at_most, "duties_at_most"},
    {RosterBarrier::days_apart, "days_apart"},
    {RosterBarrier::away_from_post, "away_from_post"},
    {RosterBarrier::elsewhere, "elsewhere"},
}};

bool has(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// What one person has done so far.
struct Record {
  const RosterPerson* person = nullptr;
  std::uint32_t duties = 0;  ///< in this roster
  std::optional<Date> last{};
  std::vector<std::uint32_t> times;               ///< on each post
  std::vector<std::optional<std::size_t>> slots;  ///< the last one on each post
};

/// Fair load comes first: one duty more weighs more than any number of times on a post.
constexpr std::int64_t load_cost = 1'000'000'000;

class Filler {
 public:
  explicit Filler(const RosterTerms& terms) : terms_(terms) {
    for (const RosterPost& post : terms.posts) posts_.push_back(&post);
    std::sort(posts_.begin(), posts_.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    for (const RosterPerson& person : terms.people) {
      Record& record = people_.emplace_back();
      record.person = &person;
      record.times.resize(posts_.size());
      record.slots.resize(posts_.size());
    }
    std::sort(people_.begin(), people_.end(),
              [](const Record& a, const Record& b) { return a.person->id < b.person->id; });
  }

  Result<Roster> fill() {
    for (std::size_t slot = 0; slot < terms_.slots.size(); ++slot) fill_slot(slot);
    return {std::move(roster_), std::move(problems_)};
  }

 private:
  using Team = std::vector<std::uint32_t>;

  /// Everything but `elsewhere`.
  std::optional<RosterBarrier> between(const Record& record, std::size_t post, std::size_t slot) const {
    const RosterPerson& person = *record.person;
    const Date date = terms_.slots[slot].date;
    const RosterRules& rules = terms_.rules;
    if (std::any_of(person.absences.begin(), person.absences.end(),
                    [&](const Validity& absence) { return absence.holds(date); })) {
      return RosterBarrier::absent;
    }
    const std::string& id = posts_[post]->id;
    if ((!person.posts.empty() && !has(person.posts, id)) || has(person.not_posts, id)) {
      return RosterBarrier::not_allowed;
    }
    if (rules.duties_at_most != 0 && record.duties >= rules.duties_at_most) return RosterBarrier::duties_at_most;
    if (record.last && date.days_since(*record.last) < rules.days_apart) return RosterBarrier::days_apart;
    if (record.slots[post] && slot - *record.slots[post] <= rules.away_from_post) return RosterBarrier::away_from_post;
    return std::nullopt;
  }

  void fill_slot(std::size_t slot) {
    // Each place on a post is a task of its own, so that a post may be filled in part.
    detail::StaffingProblem problem;
    std::vector<std::size_t> post_of_task;
    for (const Record& record : people_) {
      const std::int64_t load = static_cast<std::int64_t>(record.person->duties_before) + record.duties;
      problem.workers.push_back({{load_cost * (2 * load + 1)}, false});
    }
    for (std::size_t post = 0; post < posts_.size(); ++post) {
      for (std::uint32_t place = 0; place < posts_[post]->people; ++place) {
        for (std::uint32_t person = 0; person < people_.size(); ++person) {
          if (between(people_[person], post, slot)) continue;
          problem.pairs.push_back(
              {person, static_cast<std::uint32_t>(post_of_task.size()), 2 * people_[person].times[post] + 1});
        }
        problem.tasks.push_back({1, false});
        post_of_task.push_back(post);
      }
    }
    const std::vector<Team> teams = detail::staff(problem);
    std::vector<Team> on_post(posts_.size());
    for (std::size_t task = 0; task < teams.size(); ++task) {
      Team& team = on_post[post_of_task[task]];
      team.insert(team.end(), teams[task].begin(), teams[task].end());
    }
    // Gaps look at how things stood before the slot.
    for (std::size_t post = 0; post < posts_.size(); ++post) {
      std::sort(on_post[post].begin(), on_post[post].end());
      if (on_post[post].size() < posts_[post]->people) leave_gap(slot, post, on_post);
    }
    for (std::size_t post = 0; post < posts_.size(); ++post) enter(slot, post, on_post[post]);
  }

  void enter(std::size_t slot, std::size_t post, const Team& team) {
    Duty duty{terms_.slots[slot].id, posts_[post]->id, {}};
    for (const std::uint32_t person : team) {
      Record& record = people_[person];
      duty.people.push_back(record.person->id);
      ++record.duties;
      ++record.times[post];
      record.slots[post] = slot;
      record.last = terms_.slots[slot].date;
    }
    roster_.duties.push_back(std::move(duty));
  }

  void leave_gap(std::size_t slot, std::size_t post, const std::vector<Team>& on_post) {
    const Team& team = on_post[post];
    RosterGap gap{
        terms_.slots[slot].id, posts_[post]->id, posts_[post]->people - static_cast<std::uint32_t>(team.size()), {}};
    std::map<RosterBarrier, std::uint32_t> counts;
    for (std::uint32_t person = 0; person < people_.size(); ++person) {
      if (std::binary_search(team.begin(), team.end(), person)) continue;
      // Whoever could be here, and is not, is on another post: nobody fit stays free beside a gap.
      const RosterBarrier barrier = between(people_[person], post, slot).value_or(RosterBarrier::elsewhere);
      gap.excluded.push_back({people_[person].person->id, barrier});
      ++counts[barrier];
    }
    std::string reasons;
    for (const auto& [barrier, count] : counts) {
      reasons += (reasons.empty() ? "" : ", ") + std::string(to_string(barrier)) + " " + std::to_string(count);
    }
    problems_.warning(Place{{}, 0, 0, "/slots/" + std::to_string(slot)}, messages::roster_gap,
                      {detail::excerpt(gap.slot), detail::excerpt(gap.post), std::to_string(gap.missing),
                       std::to_string(posts_[post]->people), reasons.empty() ? "–" : reasons});
    roster_.gaps.push_back(std::move(gap));
  }

  const RosterTerms& terms_;
  std::vector<const RosterPost*> posts_;  ///< by id
  std::vector<Record> people_;            ///< by id
  Roster roster_;
  Diagnostics problems_;
};

}  // namespace

std::string_view to_string(RosterBarrier barrier) { return detail::name_of(barriers, barrier); }

LocalText title(RosterBarrier barrier) {
  switch (barrier) {
    case RosterBarrier::absent:
      return LocalText{{{"en", "absent"}, {"zh", "缺勤"}}};
    case RosterBarrier::not_allowed:
      return LocalText{{{"en", "not for this post"}, {"zh", "不可任此岗"}}};
    case RosterBarrier::duties_at_most:
      return LocalText{{{"en", "has had all duties"}, {"zh", "值班次数已满"}}};
    case RosterBarrier::days_apart:
      return LocalText{{{"en", "was on duty too recently"}, {"zh", "间隔天数不足"}}};
    case RosterBarrier::away_from_post:
      return LocalText{{{"en", "was on this post too recently"}, {"zh", "轮换间隔不足"}}};
    case RosterBarrier::elsewhere:
      return LocalText{{{"en", "on another post"}, {"zh", "在其他岗位"}}};
  }
  throw ContractError("title: not a value of RosterBarrier");
}

Result<Roster> make_roster(const RosterTerms& terms) {
  if (Diagnostics problems = detail::check_roster(terms); problems.has_errors()) return problems;
  return Filler(terms).fill();
}

}  // namespace aedile
