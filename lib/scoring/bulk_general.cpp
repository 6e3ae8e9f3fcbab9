#include "scoring/bulk_general.h"

namespace aedile::detail {

std::unique_ptr<Scorer> ScorerPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      std::unique_ptr<Scorer> scorer = std::move(free_.back());
      free_.pop_back();
      return scorer;
    }
  }
  return std::make_unique<Scorer>(framework_, options_);
}

void ScorerPool::give_back(std::unique_ptr<Scorer> scorer) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(scorer));
}

void GeneralVisits::take(std::size_t i) {
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(size_);
  const auto of = std::lower_bound(waiting_.begin(), end, block_.visit[i],
                                   [](const Waiting& waiting, std::uint32_t visit) { return waiting.visit < visit; });
  if (of->visit != block_.visit[i]) return;
  if (of->expected.judge(block_, i) != RowVerdict::counts) return;
  Finding finding;
  finding.item = layout_.items[block_.item[i]];
  finding.count = block_.count[i];
  finding.values = visits_.tables.attribute_codes(block_.code[i]);
  finding.row = static_cast<std::uint32_t>(of->findings.size());
  of->findings.push_back(finding);
}

void GeneralVisits::finish() {
  for (std::size_t w = 0; w < size_; ++w) {
    finish(waiting_[w]);
    waiting_[w].findings.clear();
  }
  size_ = 0;
}

void GeneralVisits::finish(Waiting& waiting) {
  if (!scorer_) scorer_ = scorers_.take();
  const std::size_t visit = waiting.visit;
  const Applicability& applicability =
      layout_.profiles.empty() ? framework_.all() : layout_.profiles[waiting.expected.profile];
  Diagnostics problems = scorer_->score_into(applicability, {}, {.findings = waiting.findings}, card_);
  const bool scored = !problems.has_errors();
  const std::vector<NodeId>& slots = visits_.tables.slots;
  const std::size_t wanted = visits_.tables.wanted;
  const BulkMarks& marks = visits_.marks;
  if (!marks.marks.empty())
    for (std::size_t w = 0; w < wanted; ++w)
      marks.marks[visit * wanted + w] = scored ? card_.mark(slots[w]).value_or(no_mark) : no_mark;
  if (!marks.grades.empty()) {
    const GradeIndex grade = scored ? card_.grade() : no_grade;
    marks.grades[visit] = grade == no_grade ? no_bulk_grade : static_cast<std::uint8_t>(grade);
  }
  if (!marks.completion.empty()) marks.completion[visit] = scored ? card_.completion() : Factor{};
  if (!scored) report_.failed.emplace_back(visit + visits_.columns.first, std::move(problems));
}

}  // namespace aedile::detail
