/// The public face of live scores: checks what the caller gives, and remembers what can be undone.

#include "aedile/scoring/live_scores.h"

#include "aedile/core/exceptions.h"
#include "scoring/live_impl.h"
#include "scoring/messages_live.h"

namespace aedile {

using detail::LivePlace, detail::LiveRecord;

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

LiveOutcome refusal(LiveFault fault) { return {fault, no_finding, no_visit}; }

}  // namespace

// ---- one finding ----------------------------------------------------------------------------------------------------

std::uint32_t LiveScores::Impl::code_of(std::span<const std::uint32_t> values) const {
  const detail::BulkTables& tables = scorer.impl().tables;
  if (values.size() != tables.radix.size()) throw ContractError("LiveScores: not one value for each attribute");
  std::uint32_t code = 0;
  for (std::size_t a = 0; a < values.size(); ++a) {
    if (values[a] >= tables.radix[a]) return static_cast<std::uint32_t>(tables.codes);
    code = code * tables.radix[a] + values[a];
  }
  return code;
}

std::optional<LiveFault> LiveScores::Impl::place(std::uint32_t visit, std::uint32_t item, std::uint32_t code,
                                                 std::uint32_t count, State& state) const {
  const detail::BulkTables& tables = scorer.impl().tables;
  if (item >= tables.items) return LiveFault::no_such_item;
  if (code >= tables.codes) return LiveFault::no_such_value;
  if (!visits.applies(visits.head(visit), item)) {
    if (!scorer.impl().options.score.ignore_not_applicable) return LiveFault::not_applicable;
  } else if (count != 0 && (tables.cells[item * tables.stride() + code] & detail::cell_fault) != 0) {
    return LiveFault::no_points;
  }
  state = {findings.bits({item, code}) | LiveRecord::there_bit, count};
  return {};
}

FindingNumber LiveScores::Impl::number(std::uint32_t visit, const State& state) {
  findings.push_back({visit, no_finding, state.count, state.bits & ~LiveRecord::there_bit});
  return static_cast<FindingNumber>(findings.size() - 1);
}

void LiveScores::Impl::put(FindingNumber finding, const State& now) {
  LiveRecord& record = findings[finding];
  detail::LiveVisits::Head& head = visits.head(record.visit);
  const State was = state_of(record);
  const LivePlace place_before = findings.place(was.bits), place_now = findings.place(now.bits);
  const bool scored = there(was) && visits.applies(head, place_before.item);
  const bool scores = there(now) && visits.applies(head, place_now.item);
  visits.move(record.visit, place_before, scored ? was.count : 0, place_now, scores ? now.count : 0);
  here += static_cast<std::size_t>(there(now)) - static_cast<std::size_t>(there(was));
  ignored += static_cast<std::size_t>(there(now) && !scores) - static_cast<std::size_t>(there(was) && !scored);
  record.bits = now.bits | (record.bits & LiveRecord::listed_bit);
  record.count = now.count;
  if (there(now)) findings.list(finding, head.first);
}

// ---- changes --------------------------------------------------------------------------------------------------------

LiveOutcome LiveScores::Impl::change(const Change& made) {
  put(made.finding, made.after);
  renew(made.visit);
  undone.clear();
  if (options.history != 0) {
    if (done.size() == options.history) done.pop_front();
    done.push_back(made);
  }
  return {{}, made.finding, made.visit};
}

LiveOutcome LiveScores::add(const LiveFinding& finding) {
  const std::uint32_t code = impl_->code_of(finding.values);
  if (finding.visit >= impl_->visits.size()) return refusal(LiveFault::no_such_visit);
  Impl::State state;
  if (const auto fault = impl_->place(finding.visit, finding.item, code, finding.count, state)) return refusal(*fault);
  if (impl_->findings.size() == no_finding) return refusal(LiveFault::no_number_left);
  const FindingNumber number = impl_->number(finding.visit, state);
  const Impl::State before = impl_->state_of(impl_->findings[number]);
  return impl_->change({number, finding.visit, before, state, true});
}

LiveOutcome LiveScores::remove(FindingNumber finding) {
  if (!impl_->findings.there(finding)) return refusal(LiveFault::no_such_finding);
  const LiveRecord& record = impl_->findings[finding];
  const Impl::State before = impl_->state_of(record);
  return impl_->change({finding, record.visit, before, {before.bits & ~LiveRecord::there_bit, before.count}, false});
}

LiveOutcome LiveScores::amend(FindingNumber finding, const LiveAmendment& to) {
  const std::uint32_t code = impl_->code_of(to.values);
  if (!impl_->findings.there(finding)) return refusal(LiveFault::no_such_finding);
  const LiveRecord& record = impl_->findings[finding];
  const std::uint32_t item = to.item.value_or(impl_->findings.place(record.bits).item);
  Impl::State after;
  if (const auto fault = impl_->place(record.visit, item, code, to.count, after)) return refusal(*fault);
  return impl_->change({finding, record.visit, impl_->state_of(record), after, false});
}

LiveOutcome LiveScores::undo() {
  if (impl_->done.empty()) return refusal(LiveFault::nothing_to_undo);
  const Impl::Change change = impl_->done.back();
  impl_->undone.push_back(change);
  impl_->done.pop_back();
  impl_->put(change.finding, change.before);
  if (change.came) impl_->findings.pop_back(impl_->visits.head(change.visit).first);
  impl_->renew(change.visit);
  return {{}, change.finding, change.visit};
}

LiveOutcome LiveScores::redo() {
  if (impl_->undone.empty()) return refusal(LiveFault::nothing_to_undo);
  const Impl::Change change = impl_->undone.back();
  impl_->done.push_back(change);
  impl_->undone.pop_back();
  if (change.came) impl_->number(change.visit, change.before);
  impl_->put(change.finding, change.after);
  impl_->renew(change.visit);
  return {{}, change.finding, change.visit};
}

std::size_t LiveScores::undoable() const { return impl_->done.size(); }
std::size_t LiveScores::redoable() const { return impl_->undone.size(); }
void LiveScores::reserve(std::size_t findings) { impl_->findings.reserve(findings); }

// ---- questions ------------------------------------------------------------------------------------------------------

void LiveScores::Impl::check_visit(std::uint32_t visit) const {
  if (visit >= visits.size()) throw ContractError("LiveScores: no such visit");
}

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
  return impl_->visits.head(visit).grade;
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

std::uint32_t LiveScores::unit_of(std::size_t level, std::uint32_t visit) const {
  impl_->check_visit(visit);
  if (level >= impl_->units.levels()) throw ContractError("LiveScores: no such level");
  std::uint32_t place = impl_->visits.head(visit).unit;
  for (std::size_t l = 0; l < level; ++l) place = impl_->units.parent(place);
  return place - impl_->units.first(level);
}

std::optional<LiveScores::Seen> LiveScores::finding(FindingNumber finding) const {
  if (!impl_->findings.there(finding)) return {};
  const LiveRecord& record = impl_->findings[finding];
  const LivePlace place = impl_->findings.place(record.bits);
  const std::vector<std::uint32_t>& radix = impl_->scorer.impl().tables.radix;
  Seen seen{record.visit, place.item, record.count, std::vector<std::uint32_t>(radix.size())};
  std::uint32_t code = place.code;
  for (std::size_t a = radix.size(); a-- > 0; code /= radix[a]) seen.values[a] = code % radix[a];
  return seen;
}

FindingNumber LiveScores::numbers() const { return static_cast<FindingNumber>(impl_->findings.size()); }
std::size_t LiveScores::findings() const { return impl_->here; }
std::size_t LiveScores::ignored() const { return impl_->ignored; }
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
