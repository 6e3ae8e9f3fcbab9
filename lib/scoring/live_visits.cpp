#include "scoring/live_visits.h"

#include <limits>

namespace aedile::detail {
namespace {

constexpr std::size_t line = 64;  // of the cache
constexpr std::uint32_t most_narrow_cap = 0x7FFF;

std::size_t up_to(std::size_t multiple, std::size_t bytes) { return (bytes + multiple - 1) / multiple * multiple; }

}  // namespace

LiveVisits::LiveVisits(const BulkScorer::Impl& scorer, std::size_t visits)
    : scorer_(scorer),
      tables_(scorer.tables),
      visits_(visits),
      narrow_(*std::max_element(tables_.caps.begin(), tables_.caps.end()) <= most_narrow_cap),
      losses_at_(sizeof(Head)),
      // Where an item has fewer slots above it than another, its changes go to one place behind the last.
      marks_at_(losses_at_ + (tables_.slots.size() + (tables_.depth > 1 ? 1 : 0)) * sizeof(std::int64_t)),
      items_at_(marks_at_ + tables_.slots.size() * sizeof(Points)),
      stride_(up_to(line, items_at_ + tables_.items * (narrow_ ? sizeof(std::uint16_t) : sizeof(std::uint32_t)))),
      rows_(visits * stride_),
      aims_(tables_),
      item_losses_(tables_.items) {
  rows_.clear();
}

LiveVisits::LiveVisits(const LiveVisits& other)
    : scorer_(other.scorer_),
      tables_(other.tables_),
      visits_(other.visits_),
      narrow_(other.narrow_),
      losses_at_(other.losses_at_),
      marks_at_(other.marks_at_),
      items_at_(other.items_at_),
      stride_(other.stride_),
      rows_(other.rows_),
      wide_(other.wide_),
      fired_(other.fired_),
      failures_(other.failures_),
      aims_(tables_),
      item_losses_(tables_.items) {}

void LiveVisits::open(std::uint32_t visit, std::uint32_t profile, std::uint32_t unit) {
  Head& opened = head(visit);
  opened.first = no_finding;
  opened.profile = profile;
  opened.unit = unit;
  opened.general = tables_.profiles[profile].general ? 1 : 0;
  for (std::size_t slot = 0; slot < tables_.slots.size(); ++slot) at<Points>(visit, marks_at_)[slot] = no_mark;
}

const Diagnostics* LiveVisits::failure(std::uint32_t visit) const {
  return head(visit).failed != 0 ? &failures_.at(visit) : nullptr;
}

// ---- what findings cost ---------------------------------------------------------------------------------------------

template <class Narrow>
void LiveVisits::lose(std::uint32_t visit, std::uint32_t item, std::uint64_t less, std::uint64_t more) {
  constexpr std::uint64_t elsewhere = std::numeric_limits<Narrow>::max();
  Narrow& held = at<Narrow>(visit, items_at_)[item];
  const std::uint64_t cap = tables_.caps[item];
  // One finding costs less than 2^60 units, and every number that is held elsewhere is beyond every cap.
  const std::uint64_t before = held;
  std::uint64_t now = before - less + more;
  if (before == elsewhere || now >= elsewhere) [[unlikely]] {
    uint128& whole = wide_.try_emplace(std::uint64_t{visit} * tables_.items + item, before).first->second;
    whole = whole - less + more;
    now = whole < elsewhere ? static_cast<std::uint64_t>(whole) : elsewhere;
    if (now != elsewhere) wide_.erase(std::uint64_t{visit} * tables_.items + item);
  }
  held = static_cast<Narrow>(now);
  const auto change = static_cast<std::int64_t>(std::min(now, cap)) - static_cast<std::int64_t>(std::min(before, cap));
  if (change == 0) return;
  Head& lost = head(visit);
  lost.moved += static_cast<std::uint64_t>(change);
  const std::size_t depth = tables_.depth;
  const std::int64_t* const weight = &tables_.weights[(lost.profile * tables_.lines() + item) * depth];
  std::int64_t* const losses = at<std::int64_t>(visit, losses_at_);
  losses[tables_.total] += weight[0] * change;
  for (std::size_t d = 1; d < depth; ++d)
    losses[tables_.item_lines[item * (depth - 1) + d - 1] - first_slot] += weight[d] * change;
}

void LiveVisits::move(std::uint32_t visit, const LivePlace& before, std::uint32_t count_before, const LivePlace& after,
                      std::uint32_t count_after) {
  const Cell was = count_before == 0 ? 0 : cell(before), is = count_after == 0 ? 0 : cell(after);
  const std::uint64_t less = std::uint64_t{was & cell_units} * count_before;
  const std::uint64_t more = std::uint64_t{is & cell_units} * count_after;
  if (before.item == after.item) {
    if (less != more) lose(visit, after.item, less, more);
  } else {
    if (less != 0) lose(visit, before.item, less, 0);
    if (more != 0) lose(visit, after.item, 0, more);
  }
  constexpr Cell flags = cell_aims | cell_general;
  if ((was & flags) != 0) [[unlikely]]
    change_flags(visit, before, count_before, false);
  if ((is & flags) != 0) [[unlikely]]
    change_flags(visit, after, count_after, true);
}

void LiveVisits::change_flags(std::uint32_t visit, const LivePlace& place, std::uint32_t count, bool there) {
  Head& changed = head(visit);
  const Cell flags = cell(place);
  if ((flags & cell_general) != 0) there ? ++changed.general : --changed.general;
  if ((flags & cell_aims) == 0) return;
  if (changed.fired == 0) {
    fired_.emplace_back();
    changed.fired = static_cast<std::uint32_t>(fired_.size());
  }
  std::vector<Fired>& fired = fired_[changed.fired - 1];
  auto same = std::find_if(fired.begin(), fired.end(),
                           [&](const Fired& f) { return f.place.item == place.item && f.place.code == place.code; });
  if (same == fired.end()) same = fired.insert(same, Fired{place});
  same->findings += there ? 1 : -1;
  same->occurrences += there ? std::uint64_t{count} : -std::uint64_t{count};
  if (same->findings == 0) fired.erase(same);
}

// ---- marks ----------------------------------------------------------------------------------------------------------

void LiveVisits::score(std::uint32_t visit, LiveFindings& findings) {
  Head& scored = head(visit);
  if (scored.failed != 0) [[unlikely]] {
    failures_.erase(visit);
    scored.failed = 0;
  }
  if (scored.general != 0 || !write(visit)) [[unlikely]]
    by_scorer(visit, findings);
}

bool LiveVisits::write(std::uint32_t visit) {
  const Head& lost = head(visit);
  if (lost.fired != 0 && !fired_[lost.fired - 1].empty()) [[unlikely]]
    return write_fired(visit);
  const std::uint64_t error = tables_.profiles[lost.profile].exact ? 0 : (lost.moved >> 1) + 1;
  return round(visit, at<std::int64_t>(visit, losses_at_), error, 0);
}

bool LiveVisits::write_fired(std::uint32_t visit) {
  const Head& lost = head(visit);
  aims_.clear();
  for (const Fired& fired : fired_[lost.fired - 1]) {
    if (fired.occurrences > std::numeric_limits<std::uint32_t>::max()) return false;
    aims_.add(fired.place.item, fired.place.code, static_cast<std::uint32_t>(fired.occurrences));
  }
  const auto cap = [&](const auto* held) {
    for (std::size_t i = 0; i < tables_.items; ++i) item_losses_[i] = std::min<std::uint32_t>(held[i], tables_.caps[i]);
  };
  narrow_ ? cap(at<std::uint16_t>(visit, items_at_)) : cap(at<std::uint32_t>(visit, items_at_));
  const std::int64_t* const losses = at<std::int64_t>(visit, losses_at_);
  slot_losses_.assign(losses, losses + tables_.slots.size());
  const BulkProfile& profile = tables_.profiles[lost.profile];
  FiredAims::Lost here{item_losses_.data(), lost.moved, slot_losses_.data(), profile.exact ? 0 : (lost.moved >> 1) + 1};
  std::uint16_t best_grade = 0;
  return aims_.apply(profile, here, best_grade) && round(visit, slot_losses_.data(), here.error, best_grade);
}

bool LiveVisits::round(std::uint32_t visit, const std::int64_t* losses, std::uint64_t error, std::uint16_t best_grade) {
  const std::size_t slots = tables_.slots.size();
  const std::int64_t* const base = &tables_.base[head(visit).profile * slots];
  const std::int64_t* const unscored = &tables_.unscored[head(visit).profile * slots];
  Points* const marks = at<Points>(visit, marks_at_);
  bool decided = true;
  for (std::size_t s = 0; s < slots; ++s) {
    RoundedGrains rounded;
    if (tables_.rounds_plainly) {
      const std::int64_t step = std::int64_t{1} << tables_.shift;
      const std::int64_t from_turn = base[s] - losses[s] + step / 2;  // half a step up: turning points are whole steps
      const std::int64_t rest = from_turn & (step - 1);
      rounded.mark = from_turn >> tables_.shift;
      rounded.decided = error == 0 || static_cast<std::uint64_t>(std::min(rest, step - rest)) > error;
    } else {
      rounded = round_grains(base[s] - losses[s], error, tables_.shift, tables_.rounding);
    }
    decided &= rounded.decided;
    marks[s] = Points::from_scaled(rounded.mark + unscored[s]);
  }
  head(visit).grade = tables_.grade_of(marks[tables_.total].scaled(), best_grade);
  return decided;
}

void LiveVisits::by_scorer(std::uint32_t visit, LiveFindings& findings) {
  Head& scored = head(visit);
  if (!exact_) exact_ = std::make_unique<Scorer>(scorer_.framework, scorer_.options.score);
  findings.collect(scored.first, numbers_);
  seen_.clear();
  for (const FindingNumber number : numbers_) {
    const LiveRecord& record = findings[number];
    const LivePlace place = findings.place(record.bits);
    if (!applies(scored, place.item)) continue;
    Finding& finding = seen_.emplace_back();
    finding.item = scorer_.layout.items[place.item];
    finding.count = record.count;
    finding.values = tables_.attribute_codes(place.code);
    finding.row = static_cast<std::uint32_t>(seen_.size() - 1);
  }
  const std::vector<Applicability>& profiles = scorer_.layout.profiles;
  const Applicability& applicability = profiles.empty() ? scorer_.framework.all() : profiles[scored.profile];
  Diagnostics problems = exact_->score_into(applicability, {}, {.findings = seen_}, card_);
  scored.failed = problems.has_errors() ? 1 : 0;
  Points* const marks = at<Points>(visit, marks_at_);
  for (std::size_t s = 0; s < tables_.slots.size(); ++s)
    marks[s] = scored.failed != 0 ? no_mark : card_.mark(tables_.slots[s]).value_or(no_mark);
  const GradeIndex grade = scored.failed != 0 ? no_grade : card_.grade();
  scored.grade = grade == no_grade ? no_bulk_grade : static_cast<std::uint8_t>(grade);
  if (scored.failed != 0) failures_.emplace(visit, std::move(problems));
}

}  // namespace aedile::detail
