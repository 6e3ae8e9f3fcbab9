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

void GeneralVisits::add(const ExpectedRow& expected, std::size_t i) {
  const RowVerdict verdict = expected.judge(block_, i);
  if (verdict.fault || verdict.ignored) return;
  Finding finding;
  finding.item = layout_.items[block_.item[i]];
  finding.count = block_.count[i];
  finding.values = visits_.tables.attribute_codes(block_.code[i]);
  finding.row = static_cast<std::uint32_t>(findings_.size());
  findings_.push_back(finding);
}

void GeneralVisits::finish(std::uint32_t visit, std::uint32_t profile) {
  if (!scorer_) scorer_ = scorers_.take();
  const Applicability& applicability = layout_.profiles.empty() ? framework_.all() : layout_.profiles[profile];
  Diagnostics problems = scorer_->score_into(applicability, {}, {.findings = findings_}, card_);
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
  if (!scored) report_.failed.emplace_back(visit, std::move(problems));
}

}  // namespace aedile::detail
