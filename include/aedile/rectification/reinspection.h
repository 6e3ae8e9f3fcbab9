#pragma once
/// What a further inspection means for the faults that are known: seen again, or not seen any more.
///
///   reinspect({.scope = {"P041"}}, known, seen)
///   // T-7 open, not seen:        close_gone
///   // T-8 open, seen:            still_there
///   // T-9 exempt, not seen:      close_exempt_gone: the exemption ends with the fault
///   // T-5 closed, seen:          come_back: a new ticket (fault_recurrence.h), or under another policy reopen
///   // seen, known to nobody:     new_fault
///   // another site:              untouched, whatever was seen
///
/// Nothing is changed here; each outcome names the command that the caller gives to the ticket.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aedile/core/date.h"

namespace aedile {

enum class KnownState {
  open,
  closed,
  exempt,        ///< until a date
  not_a_fault,   ///< void: found to be none
  out_of_scope,  ///< somebody else's
  replied,       ///< cannot be rectified
};
std::string_view to_string(KnownState state);

struct KnownFault {
  std::string ticket{};
  std::string item{};
  std::string site{};
  std::string location{};
  std::string scope{};  ///< of the inspection that found it: a site, a service, a round
  KnownState state = KnownState::open;
  Instant clock_start{};
  std::optional<Instant> exempt_until{};
  friend bool operator==(const KnownFault&, const KnownFault&) = default;
};

struct SeenFault {
  std::string item{};
  std::string site{};
  std::string location{};
  friend bool operator==(const SeenFault&, const SeenFault&) = default;
};

enum class SeenAfterClosing {
  new_ticket,  ///< a new case linked to the old
  reopen,      ///< the old one, for regimes that have it so
  leave,       ///< it stays closed, with a note
};
std::string_view to_string(SeenAfterClosing policy);

struct ReinspectionPolicy {
  bool close_what_is_gone = true;
  SeenAfterClosing seen_after_closing = SeenAfterClosing::new_ticket;
  bool restart_clock_on_reopening = false;
  bool expired_exemptions_reopen = true;
  bool restart_clock_on_expiry = false;
  friend bool operator==(const ReinspectionPolicy&, const ReinspectionPolicy&) = default;
};

enum class ReinspectionOutcome {
  still_there,        ///< open, and seen
  close_gone,         ///< open, not seen: close with a note
  untouched,          ///< outside the scope of the inspection, or gone where the policy closes nothing
  come_back,          ///< closed, seen: a new ticket linked to it
  reopen,             ///< closed, seen: active again
  stays_closed,       ///< closed, seen, left so with a note; or closed and not seen
  keeps_status,       ///< not_a_fault, out_of_scope, replied: seen or not, nothing moves
  stays_exempt,       ///< exempt, seen
  close_exempt_gone,  ///< exempt, not seen: closed, and the exemption removed
  exemption_expired,  ///< exempt no longer: active again
  new_fault,          ///< seen, known to nobody
  duplicate,          ///< seen twice in one inspection: the second is no fault of its own
};
std::string_view to_string(ReinspectionOutcome outcome);

struct ReinspectionResult {
  ReinspectionOutcome outcome = ReinspectionOutcome::untouched;
  std::string ticket{};                  ///< the known fault; empty for new faults
  std::optional<std::size_t> seen{};     ///< position among those seen
  std::optional<Instant> clock_start{};  ///< of what is active afterwards
  friend bool operator==(const ReinspectionResult&, const ReinspectionResult&) = default;
};

/// One look at one scope: the known faults in their order, then what was seen and is new. Faults are the same where
/// item, site and location are. Of several known tickets of one fault only those that are not ended are matched, if
/// there are any; otherwise the last in order.
/// Cost: O((known + seen) · log).
std::vector<ReinspectionResult> reinspect(const ReinspectionPolicy& policy, std::string_view scope, Instant at,
                                          std::span<const KnownFault> known, std::span<const SeenFault> seen);

/// What the passing of time alone does: exemptions that have ended by `at`, as exemption_expired.
std::vector<ReinspectionResult> expire_exemptions(const ReinspectionPolicy& policy, Instant at,
                                                  std::span<const KnownFault> known);

}  // namespace aedile
