/// The public face of live scores: checks what the caller gives, and remembers what can be undone.

#include "aedile/scoring/live_scores.h"

#include "aedile/core/exceptions.h"
#include "scoring/live_impl.h"
#include "scoring/messages_live.h"

namespace aedile {

using detail::LivePlace, detail::LiveState;

std::string_view to_string(LiveFault fault) {
  switch (fault) {
    case LiveFault::no_such_finding:
      return "no_such_finding";
    case LiveFault::no_such_visit:
      return "no_such_visit";
    case LiveFault::no_such_item:
      return "no_such_item";
    case LiveFault::no_such_value:
      return "no_such_value";
    case LiveFault::not_applicable:
      return "not_applicable";
    case LiveFault::no_points:
      return "no_points";
    case LiveFault::no_number_left:
      return "no_number_left";
    case LiveFault::nothing_to_undo:
      return "nothing_to_undo";
  }
  return {};
}

namespace {

LiveOutcome refusal(LiveFault fault) { return {fault, no_finding, no_visit, no_mark}; }

}  // namespace

// ---- changes --------------------------------------------------------------------------------------------------------

LiveOutcome LiveScores::add(const LiveFinding& finding) {
  const std::uint32_t code = impl_->code_of(finding.values);
  if (finding.visit >= impl_->visits.size()) return refusal(LiveFault::no_such_visit);
  const auto [fault, state] = impl_->place(finding.visit, {finding.item, code}, finding.count);
  if (fault) return refusal(*fault);
  if (impl_->findings.size() == no_finding) return refusal(LiveFault::no_number_left);
  impl_->fetch(finding.visit, finding.item);
  const FindingNumber number = impl_->findings.push_back(finding.visit);
  return impl_->change<false, true>(number, finding.visit, state.gone(), state);
}

LiveOutcome LiveScores::remove(FindingNumber finding) {
  if (!impl_->findings.there(finding)) return refusal(LiveFault::no_such_finding);
  const std::uint32_t visit = impl_->findings.visit(finding);
  const LiveState before = impl_->findings.state(finding);
  impl_->fetch(visit, impl_->findings.place(before).item);
  return impl_->change<true, false>(finding, visit, before, before.gone());
}

LiveOutcome LiveScores::amend(FindingNumber finding, const LiveAmendment& to) {
  const std::uint32_t code = impl_->code_of(to.values);
  if (!impl_->findings.there(finding)) return refusal(LiveFault::no_such_finding);
  const std::uint32_t visit = impl_->findings.visit(finding);
  const LiveState before = impl_->findings.state(finding);
  const std::uint32_t item = impl_->findings.place(before).item;
  impl_->fetch(visit, item);
  const auto [fault, after] = impl_->place(visit, {to.item.value_or(item), code}, to.count);
  if (fault) return refusal(*fault);
  return impl_->change<true, true>(finding, visit, before, after);
}

LiveOutcome LiveScores::undo() {
  const detail::LiveChange* const change = impl_->history.undo();
  if (change == nullptr) return refusal(LiveFault::nothing_to_undo);
  impl_->put(change->finding, change->visit, change->after, change->was());
  if (change->came()) impl_->findings.pop_back(impl_->visits.head(change->visit).first);
  impl_->renew(change->visit);
  return {{}, change->finding, change->visit, impl_->visits.total(change->visit)};
}

LiveOutcome LiveScores::redo() {
  const detail::LiveChange* const change = impl_->history.redo();
  if (change == nullptr) return refusal(LiveFault::nothing_to_undo);
  if (change->came()) impl_->findings.push_back(change->visit);
  impl_->put(change->finding, change->visit, change->was(), change->after);
  impl_->renew(change->visit);
  return {{}, change->finding, change->visit, impl_->visits.total(change->visit)};
}

std::size_t LiveScores::undoable() const { return impl_->history.done(); }
std::size_t LiveScores::redoable() const { return impl_->history.undone(); }
void LiveScores::reserve(std::size_t findings) { impl_->findings.reserve(findings); }

// ---- questions ------------------------------------------------------------------------------------------------------

std::uint32_t LiveScores::Impl::check_unit(std::size_t level, std::uint32_t unit) const {
  if (level >= units.levels()) throw ContractError("LiveScores: no such level");
  if (unit >= units.units(level)) throw ContractError("LiveScores: no such unit");
  return units.first(level) + unit;
}

Points LiveScores::mark(std::uint32_t visit, std::size_t node) const {
  impl_->check_visit(visit);
  if (node >= impl_->scorer.impl().tables.wanted) throw ContractError("LiveScores: no such node");
  return impl_->visits.mark(visit, node);
}

std::uint8_t LiveScores::grade(std::uint32_t visit) const {
  impl_->check_visit(visit);
  return impl_->visits.grade(visit);
}

const Diagnostics* LiveScores::failure(std::uint32_t visit) const {
  impl_->check_visit(visit);
  return impl_->visits.failure(visit);
}

Points LiveScores::mean(std::size_t level, std::uint32_t unit, MarkRounding rounding) const {
  return impl_->units.mean(impl_->check_unit(level, unit), rounding);
}

LiveScores::Sum LiveScores::sum(std::size_t level, std::uint32_t unit) const {
  return impl_->units.sum(impl_->check_unit(level, unit));
}

Points LiveScores::mean_above(std::size_t level, std::uint32_t visit, MarkRounding rounding) const {
  impl_->check_visit(visit);
  return impl_->units.mean(impl_->place_above(level, visit), rounding);
}

std::uint32_t LiveScores::unit_of(std::size_t level, std::uint32_t visit) const {
  impl_->check_visit(visit);
  return impl_->place_above(level, visit) - impl_->units.first(level);
}

std::optional<LiveScores::Seen> LiveScores::finding(FindingNumber finding) const {
  if (!impl_->findings.there(finding)) return {};
  const LiveState state = impl_->findings.state(finding);
  const LivePlace place = impl_->findings.place(state);
  const std::vector<std::uint32_t>& radix = impl_->scorer.impl().tables.radix;
  Seen seen{impl_->findings.visit(finding), place.item, state.count, std::vector<std::uint32_t>(radix.size())};
  std::uint32_t code = place.code;
  for (std::size_t a = radix.size(); a-- > 0; code /= radix[a]) seen.values[a] = code % radix[a];
  return seen;
}

FindingNumber LiveScores::numbers() const { return static_cast<FindingNumber>(impl_->findings.size()); }
std::size_t LiveScores::findings() const { return impl_->here; }
std::size_t LiveScores::ignored() const {
  std::size_t number = 0;
  for (FindingNumber f = 0; f < impl_->findings.size(); ++f) {
    if (!impl_->findings.there(f)) continue;
    const LivePlace place = impl_->findings.place(impl_->findings.state(f));
    number += impl_->visits.applies(impl_->findings.visit(f), place.item) ? 0 : 1;
  }
  return number;
}
std::span<const RejectedRow> LiveScores::rejected() const { return impl_->rejected; }
const BulkScorer& LiveScores::scorer() const { return impl_->scorer; }
std::size_t LiveScores::visits() const { return impl_->visits.size(); }

LiveScores::LiveScores(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LiveScores::LiveScores(const LiveScores& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
LiveScores::LiveScores(LiveScores&&) noexcept = default;
LiveScores& LiveScores::operator=(const LiveScores& other) {
  if (this != &other) impl_ = std::make_unique<Impl>(*other.impl_);
  return *this;
}
LiveScores& LiveScores::operator=(LiveScores&&) noexcept = default;
LiveScores::~LiveScores() = default;

}  // namespace aedile
