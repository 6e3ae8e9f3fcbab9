#pragma once
/// Rosters (值班表): who is on which segment in which slot.
///
///   RosterTerms week{.slots = {{"mon-evening", monday}, {"tue-evening", tuesday}}, .posts = {{"north-road"},
///   {"quay"}}}; week.people = {{"chen"}, {"lin"}, {.id = "wang", .absences = {{tuesday, tuesday}}}}; Roster roster =
///   make_roster(week).value(); roster.duties;        // mon-evening: north-road chen, quay lin; tue-evening:
///   north-road lin … roster.gaps;          // tue-evening has a post that nobody can take: 1 absent, …
///
/// Slots are filled in order, each as a whole: as many posts as possible, then at the least cost, which is the growth
/// of the squares of how many duties each person has (fair load), then of how often each person was on each post before
/// (rotation). No person is on two posts in a slot. What cannot be filled is a gap with its reasons, never silent. The
/// order of people and posts in the input changes nothing; that of the slots is the order of time.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/result.h"
#include "aedile/organisation/validity.h"

namespace aedile {

/// A leader, or whoever takes turns.
struct RosterPerson {
  std::string id{};
  std::vector<Validity> absences{};
  std::vector<std::string> posts{};      ///< the only ones for them; empty: any
  std::vector<std::string> not_posts{};  ///< never there: their own street
  std::uint32_t duties_before = 0;       ///< that already count for fair load
  friend bool operator==(const RosterPerson&, const RosterPerson&) = default;
};

/// A road segment, a square, a desk.
struct RosterPost {
  std::string id{};
  std::uint32_t people = 1;  ///< in each slot
  friend bool operator==(const RosterPost&, const RosterPost&) = default;
};

/// A time slot: "mon-evening". Slots of one day follow each other as listed.
struct RosterSlot {
  std::string id{};
  Date date{};
  friend bool operator==(const RosterSlot&, const RosterSlot&) = default;
};

struct RosterRules {
  /// Whoever was on a post is not there again in this many slots after.
  std::uint32_t away_from_post = 1;
  /// Days between two duties of a person; 0: any number a day, 1: not twice a day, 2: not on the next day either.
  std::uint32_t days_apart = 0;
  std::uint32_t duties_at_most = 0;  ///< of a person in the whole roster; 0: no limit
  friend bool operator==(const RosterRules&, const RosterRules&) = default;
};

struct RosterTerms {
  std::vector<RosterSlot> slots{};  ///< by date
  std::vector<RosterPost> posts{};
  std::vector<RosterPerson> people{};
  RosterRules rules{};
  friend bool operator==(const RosterTerms&, const RosterTerms&) = default;
};

/// Why somebody cannot be on a post in a slot: the first of these that holds.
enum class RosterBarrier { absent, not_allowed, duties_at_most, days_apart, away_from_post, elsewhere };
std::string_view to_string(RosterBarrier barrier);
LocalText title(RosterBarrier barrier);

struct Duty {
  std::string slot{};
  std::string post{};
  std::vector<std::string> people{};  ///< by id; fewer than it takes where there is a gap
  friend bool operator==(const Duty&, const Duty&) = default;
};

struct RosterGap {
  struct Excluded {
    std::string person{};
    RosterBarrier barrier = RosterBarrier::absent;
    friend bool operator==(const Excluded&, const Excluded&) = default;
  };
  std::string slot{};
  std::string post{};
  std::uint32_t missing = 0;
  std::vector<Excluded> excluded{};  ///< everybody who is not there, by id
  friend bool operator==(const RosterGap&, const RosterGap&) = default;
};

struct Roster {
  std::vector<Duty> duties{};  ///< by slot as listed, then post by id
  std::vector<RosterGap> gaps{};
  friend bool operator==(const Roster&, const Roster&) = default;
};

/// Warnings: roster_gap, each.     Errors: empty_text, control_character, text_not_utf8, duplicate_slot,
/// duplicate_post, duplicate_person, slot_order, unknown_post (in posts or not_posts), team_size_range (1 … 100),
/// load_range.
/// Cost: O(slots · posts · people · log).
Result<Roster> make_roster(const RosterTerms& terms);

}  // namespace aedile
