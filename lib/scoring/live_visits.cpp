#include "scoring/live_visits.h"

namespace aedile::detail {
namespace {

constexpr std::size_t line = 64;  // of the cache
/// Bytes for losses, not capped, of items with caps up to this: sums are seldom a third above them.
std::size_t width_for(std::uint32_t cap) { return cap < 0xC0 ? 1 : cap < 0xC000 ? 2 : 4; }

std::size_t up_to(std::size_t multiple, std::size_t bytes) { return (bytes + multiple - 1) / multiple * multiple; }

}  // namespace

LiveVisits::LiveVisits(const BulkScorer::Impl& scorer, std::size_t visits, const LiveFindings& findings)
    : scorer_(scorer),
      tables_(scorer.tables),
      cells_(findings.packed({static_cast<std::uint32_t>(tables_.items), 0}) + std::size_t{1}),
      code_bits_(findings.code_bits()),
      visits_(visits),
      width_(width_for(*std::max_element(tables_.caps.begin(), tables_.caps.end()))),
      one_plain_(tables_.slots.size() == 1 && tables_.rounds_plainly),
      // Where an item has fewer slots above it than another, its changes go to one place behind the last.
      marks_at_(losses_at + (tables_.slots.size() + (tables_.depth > 1 ? 1 : 0)) * sizeof(std::int64_t)),
      items_at_(marks_at_ + tables_.slots.size() * sizeof(Points)),
      stride_(up_to(line, items_at_ + tables_.items * width_)),
      rows_(visits * stride_),
      aims_(tables_),
      item_losses_(tables_.items) {
  rows_.clear();
  for (std::uint32_t item = 0; item < tables_.items; ++item)
    for (std::uint32_t code = 0; code < tables_.codes; ++code)
      cells_[findings.packed({item, code})] = tables_.cells[item * tables_.stride() + code];
}

LiveVisits::LiveVisits(const LiveVisits& other)
    : scorer_(other.scorer_),
      tables_(other.tables_),
      cells_(other.cells_),
      code_bits_(other.code_bits_),
      visits_(other.visits_),
      width_(other.width_),
      one_plain_(other.one_plain_),
      marks_at_(other.marks_at_),
      items_at_(other.items_at_),
      stride_(other.stride_),
      rows_(other.rows_),
      wide_(other.wide_),
      fired_(other.fired_),
      failures_(other.failures_),
      aims_(tables_),
      item_losses_(tables_.items) {}

void LiveVisits::open(std::uint32_t visit, std::uint32_t profile) {
  Head& opened = head(visit);
  opened.first = no_finding;
  opened.profile = profile;
  opened.line = profile * static_cast<std::uint32_t>(tables_.lines());
  opened.general = tables_.profiles[profile].general ? 1 : 0;
  for (std::size_t slot = 0; slot < tables_.slots.size(); ++slot) at<Points>(visit, marks_at_)[slot] = no_mark;
}

const Diagnostics* LiveVisits::failure(std::uint32_t visit) const {
  return (head(visit).grade & failed_bit) != 0 ? &failures_.at(visit) : nullptr;
}

// ---- what findings cost ---------------------------------------------------------------------------------------------

void LiveVisits::lose_apart(std::uint32_t visit, std::uint32_t item_before, std::uint64_t less, std::uint32_t item,
                            std::uint64_t more) {
  lose(visit, item_before, less, 0);
  lose(visit, item, 0, more);
}

void LiveVisits::lose_wider(std::byte* row, std::uint32_t item, std::uint64_t less, std::uint64_t more) {
  if (width_ == 2)
    lose(reinterpret_cast<std::uint16_t*>(row + items_at_), row, item, less, more);
  else
    lose(reinterpret_cast<std::uint32_t*>(row + items_at_), row, item, less, more);
}

std::uint64_t LiveVisits::lose_elsewhere(const std::byte* row, std::uint32_t item, std::uint64_t before,
                                         std::uint64_t less, std::uint64_t more, std::uint64_t elsewhere) {
  const std::uint64_t key = static_cast<std::uint64_t>(row - rows_.data()) / stride_ * tables_.items + item;
  uint128& whole = wide_.try_emplace(key, before).first->second;
  whole = whole - less + more;
  if (whole >= elsewhere) return elsewhere;
  const auto now = static_cast<std::uint64_t>(whole);
  wide_.erase(key);
  return now;
}

void LiveVisits::change_flags(std::uint32_t visit, LiveState before, LiveState after) {
  if (before.there()) change_flags(visit, before, false);
  if (after.there()) change_flags(visit, after, true);
}

void LiveVisits::change_flags(std::uint32_t visit, LiveState state, bool there) {
  const std::uint32_t place = state.place & ~LiveState::there_bit;
  const Cell flags = cells_[place];
  if (state.count == 0 || !applies(visit, place >> code_bits_)) return;
  Head& changed = head(visit);
  if ((flags & cell_general) != 0) there ? ++changed.general : --changed.general;
  if ((flags & cell_aims) == 0) return;
  if (changed.fired == 0) {
    fired_.emplace_back();
    changed.fired = static_cast<std::uint32_t>(fired_.size());
  }
  std::vector<Fired>& fired = fired_[changed.fired - 1];
  auto same = std::find_if(fired.begin(), fired.end(), [&](const Fired& f) { return f.place == place; });
  if (same == fired.end()) same = fired.insert(same, Fired{place});
  same->findings += there ? 1 : -1;
  same->occurrences += there ? std::uint64_t{state.count} : -std::uint64_t{state.count};
  if (same->findings == 0) fired.erase(same);
}

// ---- marks ----------------------------------------------------------------------------------------------------------

void LiveVisits::score_specially(std::uint32_t visit, LiveFindings& findings) {
  Head& scored = head(visit);
  if ((scored.grade & failed_bit) != 0) failures_.erase(visit);
  scored.grade = 0;
  const bool fires = scored.fired != 0 && !fired_[scored.fired - 1].empty();
  if (scored.general != 0 || !(fires ? write_fired(visit) : write(visit))) by_scorer(visit, findings);
}

/// What FiredAims looks at, where it does not take a slot's loss.
void LiveVisits::show_losses(std::uint32_t visit, const BulkTarget& target) {
  if (target.slot) return;
  const auto show = [&](const auto* held) {
    for (const std::uint32_t i : target.items) item_losses_[i] = std::min<std::uint32_t>(held[i], tables_.caps[i]);
  };
  if (width_ == 1)
    show(at<std::uint8_t>(visit, items_at_));
  else if (width_ == 2)
    show(at<std::uint16_t>(visit, items_at_));
  else
    show(at<std::uint32_t>(visit, items_at_));
}

bool LiveVisits::write_fired(std::uint32_t visit) {
  const Head& lost = head(visit);
  aims_.clear();
  for (const Fired& fired : fired_[lost.fired - 1]) {
    if (fired.occurrences > std::numeric_limits<std::uint32_t>::max()) return false;
    const std::uint32_t item = fired.place >> code_bits_;
    aims_.add(item, fired.place & ((1U << code_bits_) - 1), static_cast<std::uint32_t>(fired.occurrences));
    for (std::size_t a = tables_.first_aim[item]; a < tables_.first_aim[item + 1]; ++a)
      show_losses(visit, tables_.targets[tables_.aims[a].target]);
  }
  const std::int64_t* const losses = at<std::int64_t>(visit, losses_at);
  slot_losses_.assign(losses, losses + tables_.slots.size());
  const BulkProfile& profile = tables_.profiles[lost.profile];
  FiredAims::Lost here{item_losses_.data(), lost.moved, slot_losses_.data(), profile.exact ? 0 : (lost.moved >> 1) + 1};
  std::uint16_t best_grade = 0;
  return aims_.apply(profile, here, best_grade) && round(visit, slot_losses_.data(), here.error, best_grade);
}

void LiveVisits::by_scorer(std::uint32_t visit, LiveFindings& findings) {
  Head& scored = head(visit);
  if (!exact_) exact_ = std::make_unique<Scorer>(scorer_.framework, scorer_.options.score);
  findings.collect(scored.first, numbers_);
  seen_.clear();
  for (const FindingNumber number : numbers_) {
    const LiveState state = findings.state(number);
    const LivePlace place = findings.place(state);
    if (!applies(visit, place.item)) continue;
    Finding& finding = seen_.emplace_back();
    finding.item = scorer_.layout.items[place.item];
    finding.count = state.count;
    finding.values = tables_.attribute_codes(place.code);
    finding.row = static_cast<std::uint32_t>(seen_.size() - 1);
  }
  const std::vector<Applicability>& profiles = scorer_.layout.profiles;
  const Applicability& applicability = profiles.empty() ? scorer_.framework.all() : profiles[scored.profile];
  Diagnostics problems = exact_->score_into(applicability, {}, {.findings = seen_}, card_);
  const bool failed = problems.has_errors();
  Points* const marks = at<Points>(visit, marks_at_);
  for (std::size_t s = 0; s < tables_.slots.size(); ++s)
    marks[s] = failed ? no_mark : card_.mark(tables_.slots[s]).value_or(no_mark);
  const GradeIndex grade = failed ? no_grade : card_.grade();
  scored.grade = by_scorer_bit | (failed ? failed_bit : 0) | (grade == no_grade ? no_bulk_grade : grade);
  if (failed) failures_.emplace(visit, std::move(problems));
}

}  // namespace aedile::detail
