#pragma once
/// The life of a visit and of what was found at it: who may do what, when, and what was done.
///
///   visit     planned ─record→ done ─confirm_visit→ confirmed      planned ─miss→ missed ─reschedule→ planned
///   finding   draft ─confirm_finding→ confirmed ─appeal→ appealed ─uphold→ upheld
///             draft ─withdraw→ withdrawn      confirmed ─withdraw→ withdrawn      appealed ─withdraw→ withdrawn
///
///   VisitLife visit = VisitLife::planned(record, {"wu", "zhao"});
///   visit = visit.with({.action = VisitAction::record, .actor = wu, .at = at_ten, .date = the_9th}).value();
///   visit = visit.with({.action = VisitAction::add_finding, .actor = wu, .at = at_ten, .finding = litter}).value();
///   visit.may({.action = VisitAction::confirm_visit, .actor = chen, .at = noon});
///   // refused, no_drafts: finding 0 is a draft; confirm or withdraw it first
///
/// All of it is one table (`transitions`): an action, the states from which it is open, the role it takes, its guards,
/// the state it leads to. "May I?" and "do it" are one evaluation, so they cannot disagree, and a refusal names the
/// guard that stood in the way.
///
/// A life is a value: nothing that was done is changed, a new value is made, and `history` tells how it came about.
/// What scoring reads is `scored`: of a confirmed visit, the findings that stand. Rectification is another room's.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/date.h"
#include "aedile/core/result.h"
#include "aedile/framework/observation.h"
#include "aedile/inspection/evidence.h"

namespace aedile {

enum class VisitState { planned, done, confirmed, missed };
enum class FindingState { draft, confirmed, appealed, upheld, withdrawn };

enum class VisitAction {
  record,            ///< the visit has taken place: planned → done
  miss,              ///< it has not: planned → missed
  reschedule,        ///< to another day: missed → planned
  set_observations,  ///< readings and checks, while it is done but not confirmed
  add_finding,       ///< a draft, while the visit is done
  change_finding,    ///< replaces a draft
  correct_finding,   ///< 即查即改: the fault was corrected on the spot
  add_evidence,      ///< to a finding that is not settled
  confirm_finding,   ///< draft → confirmed
  confirm_visit,     ///< done → confirmed: from now on it is scored
  appeal,            ///< the responsible unit contests a finding: confirmed → appealed
  uphold,            ///< the appeal is turned down: appealed → upheld
  withdraw,          ///< the finding falls: draft, confirmed or appealed → withdrawn
};

/// What somebody is to the visit. A person may be several.
enum class VisitRole {
  inspector,    ///< was sent to it
  organiser,    ///< runs the programme
  reviewer,     ///< confirms and decides appeals
  responsible,  ///< answers for the site
};

/// What else must hold.
enum class VisitGuard {
  state,           ///< the visit or the finding is in a state from which the action is open
  role,            ///< the actor has the role
  of_the_visit,    ///< the actor is one of the visit's inspectors
  not_of_visit,    ///< the actor is none of them: nobody decides on their own finding
  reason_given,    ///< a reason is given
  date_reached,    ///< not before the day of the visit, by the date the actor gives
  date_given,      ///< there is a new date
  finding_exists,  ///< the finding is one of the visit's
  finding_given,   ///< the finding names an item
  evidence_given,  ///< a SHA-256
  not_corrected,   ///< it was not corrected already
  no_drafts,       ///< no finding is a draft
  in_time,         ///< not after `appeal_until`
  not_appellant,   ///< the actor is not the one who appealed
  not_before,      ///< not earlier than what was done last
};

std::string_view to_string(VisitState state);
std::string_view to_string(FindingState state);
std::string_view to_string(VisitAction action);
std::string_view to_string(VisitRole role);
std::string_view to_string(VisitGuard guard);
std::optional<VisitState> parse_visit_state(std::string_view text);
std::optional<FindingState> parse_finding_state(std::string_view text);
std::optional<VisitAction> parse_visit_action(std::string_view text);
std::optional<VisitRole> parse_visit_role(std::string_view text);

/// One row of the table. An action may have several, for different states or roles; the first one that fits counts.
struct VisitTransition {
  VisitAction action;
  std::optional<VisitState> visit_from;      ///< none: any state
  std::optional<FindingState> finding_from;  ///< none: the action is about the visit, or about a finding to come
  VisitRole role;
  std::span<const VisitGuard> guards;  ///< in the order in which they are looked at
  std::optional<VisitState> visit_to;
  std::optional<FindingState> finding_to;
};
std::span<const VisitTransition> transitions();

struct VisitActor {
  std::string id{};
  std::vector<VisitRole> roles{};
  friend bool operator==(const VisitActor&, const VisitActor&) = default;
};

/// Something that somebody wants to do. Which members count depends on the action.
struct VisitCommand {
  VisitAction action = VisitAction::record;
  VisitActor actor{};
  Instant at{};
  std::optional<Date> date{};              ///< record, miss: the local day it is; reschedule: the new day
  std::size_t number = 0;                  ///< of the finding
  std::optional<FindingRecord> finding{};  ///< add_finding, change_finding
  std::vector<ReadingRecord> readings{};   ///< set_observations
  std::vector<CheckRecord> checks{};       ///< set_observations
  std::optional<Evidence> evidence{};      ///< add_evidence
  std::string reason{};
  std::optional<Instant> appeal_until{};  ///< confirm_finding: the last instant for an appeal; none: no limit
  friend bool operator==(const VisitCommand&, const VisitCommand&) = default;
};

struct VisitChange {
  VisitAction action = VisitAction::record;
  std::string by{};
  Instant at{};
  std::optional<std::size_t> finding{};  ///< number
  std::optional<Date> date{};            ///< of record, miss and reschedule
  std::string reason{};
  friend bool operator==(const VisitChange&, const VisitChange&) = default;
};

struct FindingLife {
  FindingRecord record{};
  FindingState state = FindingState::draft;
  bool corrected = false;  ///< on the spot
  std::vector<Evidence> evidence{};
  std::optional<Instant> appeal_until{};
  friend bool operator==(const FindingLife&, const FindingLife&) = default;
};

/// The answer to "may I?".
struct VisitPermission {
  bool allowed = false;
  std::optional<VisitGuard> refused_by{};
  Diagnostics why{};  ///< one error if refused, named by its guard: visit_role, visit_reason_given …
};

class VisitLife {
 public:
  /// `visit` with its id, site, class, date, mode and edition; what was observed comes later. Throws ContractError if
  /// it holds findings, readings or checks, or there is no inspector.
  static VisitLife planned(VisitRecord visit, std::vector<std::string> inspectors);

  VisitState state() const { return state_; }
  /// As planned, with readings and checks as they were set; findings are `findings()`.
  const VisitRecord& visit() const { return visit_; }
  const std::vector<std::string>& inspectors() const { return inspectors_; }
  const std::vector<FindingLife>& findings() const { return findings_; }
  const std::vector<VisitChange>& history() const { return history_; }

  VisitPermission may(const VisitCommand& command) const;
  /// Every action on the visit, or on that finding, that is open to this actor now if its particulars (reason, date,
  /// finding, evidence, time) are given: what a form offers.
  std::vector<VisitAction> open_to(const VisitActor& actor, std::optional<std::size_t> finding = {}) const;
  /// The life after the command. Errors: the one that `may` gives.     Cost: O(size of the visit), as a new one is
  /// made.
  Result<VisitLife> with(const VisitCommand& command) const;

  /// What scoring reads: nothing unless confirmed; then the visit with its readings, checks and the findings that are
  /// confirmed, appealed or upheld, each with the hash of its first evidence and, if it was corrected on the spot, the
  /// attribute corrected = yes.
  std::optional<VisitRecord> scored() const;

  friend bool operator==(const VisitLife&, const VisitLife&) = default;

 private:
  struct Verdict;
  Verdict judge(const VisitCommand& command) const;
  bool holds(VisitGuard guard, const VisitCommand& command) const;
  bool fits(const VisitTransition& row, std::optional<std::size_t> finding) const;

  VisitRecord visit_;
  std::vector<std::string> inspectors_;
  VisitState state_ = VisitState::planned;
  std::vector<FindingLife> findings_;
  std::vector<VisitChange> history_;
};

}  // namespace aedile
