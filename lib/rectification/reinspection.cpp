#include "aedile/rectification/reinspection.h"

#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include "core/enum_names.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<KnownState>, 6> states{{{KnownState::open, "open"},
                                                              {KnownState::closed, "closed"},
                                                              {KnownState::exempt, "exempt"},
                                                              {KnownState::not_a_fault, "not_a_fault"},
                                                              {KnownState::out_of_scope, "out_of_scope"},
                                                              {KnownState::replied, "replied"}}};
constexpr std::array<detail::EnumName<SeenAfterClosing>, 3> seen_policies{{{SeenAfterClosing::new_ticket, "new_ticket"},
                                                                           {SeenAfterClosing::reopen, "reopen"},
                                                                           {SeenAfterClosing::leave, "leave"}}};
constexpr std::array<detail::EnumName<ReinspectionOutcome>, 12> outcomes{
    {{ReinspectionOutcome::still_there, "still_there"},
     {ReinspectionOutcome::close_gone, "close_gone"},
     {ReinspectionOutcome::untouched, "untouched"},
     {ReinspectionOutcome::come_back, "come_back"},
     {ReinspectionOutcome::reopen, "reopen"},
     {ReinspectionOutcome::stays_closed, "stays_closed"},
     {ReinspectionOutcome::keeps_status, "keeps_status"},
     {ReinspectionOutcome::stays_exempt, "stays_exempt"},
     {ReinspectionOutcome::close_exempt_gone, "close_exempt_gone"},
     {ReinspectionOutcome::exemption_expired, "exemption_expired"},
     {ReinspectionOutcome::new_fault, "new_fault"},
     {ReinspectionOutcome::duplicate, "duplicate"}}};

using FaultKey = std::tuple<std::string_view, std::string_view, std::string_view>;

template <class Fault>
FaultKey key_of(const Fault& fault) {
  return {fault.item, fault.site, fault.location};
}

bool ended(KnownState state) { return state != KnownState::open && state != KnownState::exempt; }

bool expired(const KnownFault& fault, Instant at) {
  return fault.state == KnownState::exempt && fault.exempt_until && *fault.exempt_until <= at;
}

ReinspectionResult outcome_of(const ReinspectionPolicy& policy, const KnownFault& fault, Instant at, bool is_seen) {
  using enum ReinspectionOutcome;
  const auto as = [&](ReinspectionOutcome outcome, std::optional<Instant> clock = {}) {
    return ReinspectionResult{outcome, fault.ticket, {}, clock};
  };
  switch (fault.state) {
    case KnownState::open:
      if (is_seen) return as(still_there, fault.clock_start);
      return policy.close_what_is_gone ? as(close_gone) : as(untouched, fault.clock_start);
    case KnownState::closed:
      if (!is_seen || policy.seen_after_closing == SeenAfterClosing::leave) return as(stays_closed);
      if (policy.seen_after_closing == SeenAfterClosing::new_ticket) return as(come_back, at);
      return as(reopen, policy.restart_clock_on_reopening ? at : fault.clock_start);
    case KnownState::exempt:
      if (!is_seen) return policy.close_what_is_gone ? as(close_exempt_gone) : as(untouched);
      if (expired(fault, at) && policy.expired_exemptions_reopen) {
        return as(exemption_expired, policy.restart_clock_on_expiry ? at : fault.clock_start);
      }
      return as(stays_exempt);
    case KnownState::not_a_fault:
    case KnownState::out_of_scope:
    case KnownState::replied:
      return as(keeps_status);
  }
  return as(untouched);
}

}  // namespace

std::string_view to_string(KnownState state) { return detail::name_of(states, state); }
std::string_view to_string(SeenAfterClosing policy) { return detail::name_of(seen_policies, policy); }
std::string_view to_string(ReinspectionOutcome outcome) { return detail::name_of(outcomes, outcome); }

std::vector<ReinspectionResult> reinspect(const ReinspectionPolicy& policy, std::string_view scope, Instant at,
                                          std::span<const KnownFault> known, std::span<const SeenFault> seen) {
  std::map<FaultKey, std::size_t> first_seen;
  for (std::size_t i = 0; i < seen.size(); ++i) first_seen.emplace(key_of(seen[i]), i);
  // The known fault that a sighting is about: one that has not ended, if there is any; else the last.
  std::map<FaultKey, std::size_t> subject;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i].scope != scope) continue;
    const auto [at_key, fresh] = subject.emplace(key_of(known[i]), i);
    if (!fresh && (ended(known[at_key->second].state) || !ended(known[i].state))) at_key->second = i;
  }
  std::vector<ReinspectionResult> results;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i].scope != scope) {
      results.push_back({ReinspectionOutcome::untouched, known[i].ticket, {}, {}});
      continue;
    }
    const auto sighting = first_seen.find(key_of(known[i]));
    const bool is_seen = sighting != first_seen.end() && subject.at(key_of(known[i])) == i;
    results.push_back(outcome_of(policy, known[i], at, is_seen));
    if (is_seen) results.back().seen = sighting->second;
  }
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (first_seen.at(key_of(seen[i])) != i) {
      results.push_back({ReinspectionOutcome::duplicate, {}, i, {}});
    } else if (!subject.contains(key_of(seen[i]))) {
      results.push_back({ReinspectionOutcome::new_fault, {}, i, at});
    }
  }
  return results;
}

std::vector<ReinspectionResult> expire_exemptions(const ReinspectionPolicy& policy, Instant at,
                                                  std::span<const KnownFault> known) {
  std::vector<ReinspectionResult> results;
  if (!policy.expired_exemptions_reopen) return results;
  for (const KnownFault& fault : known) {
    if (!expired(fault, at)) continue;
    results.push_back({ReinspectionOutcome::exemption_expired,
                       fault.ticket,
                       {},
                       policy.restart_clock_on_expiry ? at : fault.clock_start});
  }
  return results;
}

}  // namespace aedile
