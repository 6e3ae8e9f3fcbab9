#pragma once
/// Inspectors for planned visits, without conflict of interest and with fair load.
///
///   Inspector wu{.id = "wu", .lead = true, .capacity_per_day = 3, .own_units = {"street-1"}};
///   Inspector li{.id = "li", .kin_sites = {"P041"}};                   // li's sister keeps the shop P041
///   Result<Assignment> plan = assign(visits, {wu, li, …}, {.past = last_months_visits});
///   plan->visits[0].inspectors;                                        // {"wu", "zhao"}: who leads stands first
///   plan->unassigned[0].excluded;                                      // own_unit 3, kinship 1 (li), rotation 2 …
///
/// An inspector may go to a visit unless a `Barrier` stands between them. Within that, for each day in turn:
/// 1. Visits are taken in the order of their ids, and each is kept if it and all kept before it can be carried out
///    together: by enough inspectors, a lead among them where one is needed, nobody beyond their capacity, nobody at
///    two visits whose hours overlap. So a visit is left over only where it cannot be done without giving up another
///    that stands before it.
/// 2. For those that are kept the cost is the least possible: `load_cost` times the sum, over the inspectors, of the
///    square of their load (visits before the plan, on days before, and on this day), and `kilometre_cost` for each
///    kilometre between an inspector's base and a site, where both are known.
///
/// Days are decided one after the other, which is what makes a month quick. What that loses: load is balanced from day
/// to day, not over the whole month at once, and an inspector sent to a site on the 9th is not there for it on the 19th
/// by rotation, even where that had better been the other way round. Within a day nothing is lost: groups of inspectors
/// and visits with nobody in common, such as districts, are solved apart because they do not touch each other.
///
/// Hours: a visit without them takes its place in the capacity alone, as it can be put anywhere in the day. Visits that
/// overlap, directly or through others, form a group, of which everybody gets one at most. Where all of a group overlap
/// with each other, as those of a morning and those of an afternoon do, that is the rule itself. Where they form a
/// chain (8–10, 9–11, 10–12), it is stricter than the rule; so what is then left over is planned again, by the same two
/// steps, for those whose hours and capacity are still free. That loses something: a visit of a chain may be left over
/// although inspectors could be exchanged so that it is not, and the cost is the least of each pass, not of the day.
///
/// Costs are whole numbers and everything is put in order by id first: the order of the input changes nothing, and
/// equal input gives the equal plan on every machine.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/result.h"
#include "aedile/inspection/planned_visit.h"
#include "aedile/organisation/site.h"
#include "aedile/organisation/validity.h"

namespace aedile {

struct Inspector {
  std::string id{};
  std::string name{};
  bool lead = false;                          ///< may lead a visit
  std::vector<std::string> qualifications{};  ///< "food", "fire safety"
  std::vector<std::string> districts{};       ///< where they work; empty: anywhere
  std::uint32_t capacity_per_day = 2;         ///< visits
  Validity valid{};                           ///< days in service
  std::vector<Validity> absences{};           ///< leave, courses
  std::vector<std::string> own_units{};       ///< units they belong to
  std::vector<std::string> own_contracts{};   ///< 包保: units or sites they have contracted for
  std::vector<std::string> kin_units{};       ///< units or
  std::vector<std::string> kin_sites{};       ///< sites that relatives belong to, own or run
  std::optional<Coordinates> base{};
  std::uint32_t load_before = 0;  ///< visits that already count for fair load
  friend bool operator==(const Inspector&, const Inspector&) = default;
};

/// A visit that has taken place: who inspects a site now did not inspect it the last time before.
struct PastVisit {
  std::string site{};
  Date date{};
  std::vector<std::string> inspectors{};  ///< ids
  friend bool operator==(const PastVisit&, const PastVisit&) = default;
};

struct AssignmentOptions {
  std::vector<PastVisit> past{};
  std::uint32_t load_cost = 1000;    ///< 0 … 1,000,000
  std::uint32_t kilometre_cost = 1;  ///< 0 … 1,000,000
  std::uint32_t name_up_to = 5;      ///< of a left-over visit: name who is excluded where they are at most so many
  Language language = Language::en;  ///< in which problems say what stands between inspectors and a visit
};

/// What can stand between an inspector and a visit.
enum class Barrier {
  absent,         ///< not in service, or on leave that day
  district,       ///< works elsewhere
  qualification,  ///< lacks one that the visit needs
  own_unit,       ///< belongs to a unit that answers for the site
  own_contract,   ///< has contracted for the site or such a unit
  kinship,        ///< a relative has to do with the site or such a unit
  rotation,       ///< inspected the site the last time
  capacity,       ///< fit in every other way, but has no visit left that day
  overlap,        ///< fit in every other way, but is at another visit during its hours
};
inline constexpr std::size_t barrier_count = 9;
std::string_view to_string(Barrier barrier);
LocalText title(Barrier barrier);

struct AssignedVisit {
  std::string visit{};  ///< id
  Date date{};
  /// As many as the visit takes: first who leads (of those who may, the one of least id), then by id.
  std::vector<std::string> inspectors{};
  friend bool operator==(const AssignedVisit&, const AssignedVisit&) = default;
};

struct BarrierCount {
  Barrier barrier = Barrier::absent;
  std::uint32_t count = 0;                ///< inspectors it excludes; some are excluded by others besides
  std::vector<std::string> inspectors{};  ///< ids, if at most `name_up_to`
  friend bool operator==(const BarrierCount&, const BarrierCount&) = default;
};

/// A visit that is left over.
struct UnassignedVisit {
  enum class Reason {
    too_few,  ///< not enough inspectors are fit for it, whatever else is planned
    no_lead,  ///< enough are, but nobody of them may lead
    taken,    ///< enough are, but visits before it need them that day
  };
  std::string visit{};
  Date date{};
  Reason reason = Reason::too_few;
  std::uint32_t needed = 0;
  std::uint32_t fit = 0;                 ///< inspectors whom nothing but their other visits keeps from it
  std::uint32_t fit_leads = 0;           ///< leads among them
  std::vector<BarrierCount> excluded{};  ///< in the order of Barrier, those that exclude anybody
  friend bool operator==(const UnassignedVisit&, const UnassignedVisit&) = default;
};
std::string_view to_string(UnassignedVisit::Reason reason);

struct InspectorLoad {
  std::string inspector{};
  std::uint32_t visits = 0;  ///< in this plan, without load_before
  friend bool operator==(const InspectorLoad&, const InspectorLoad&) = default;
};

struct Assignment {
  std::vector<AssignedVisit> visits{};        ///< by date, then id
  std::vector<UnassignedVisit> unassigned{};  ///< by date, then id
  std::vector<InspectorLoad> loads{};         ///< of every inspector, by id
  std::int64_t kilometres = 0;                ///< between bases and sites, where known, each rounded
  /// What was made least, day by day, summed up: `load_cost` times the growth of the squares of loads, and kilometres
  /// times `kilometre_cost`.
  std::int64_t cost = 0;
  friend bool operator==(const Assignment&, const Assignment&) = default;
};

/// Warnings: visit_too_few, visit_no_lead, visit_taken: each left-over visit, with who is excluded by what.
/// Errors, at JSON pointers ("/inspectors/3/id", "/visits/0/inspectors"): empty_text, control_character, text_not_utf8,
/// duplicate_inspector, duplicate_planned_visit, visit_hours_reversed, team_size_range (1 … 100), capacity_range (at
/// most 1,000), assignment_cost_range. Cost: for each day and each component of V visits and I inspectors with E pairs
/// that may be, O(V · teams · E · log I) for each pass; there is one pass unless hours overlap in a chain.
Result<Assignment> assign(const std::vector<PlannedVisit>& visits, const std::vector<Inspector>& inspectors,
                          const AssignmentOptions& options = {});

}  // namespace aedile
