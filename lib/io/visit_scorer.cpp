#include "aedile/io/visit_scorer.h"

#include <charconv>
#include <utility>

#include "core/excerpt.h"
#include "io/messages_csv.h"
#include "io/problem_cells.h"

namespace aedile {

namespace {

std::string known_editions(const Editions& editions) {
  std::string result;
  for (const CompiledFramework& framework : editions.all()) {
    result += result.empty() ? "" : ", ";
    result += framework.source().edition;
  }
  return result;
}

template <class Record>
const Place* place_of_row(const std::vector<Record>& records, std::string_view number) {
  std::size_t row = 0;
  const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), row);
  const bool found = failure == std::errc() && end == number.data() + number.size() && row < records.size();
  return found ? &records[row].place : nullptr;
}

/// The scorer knows rows by number, "/findings/3"; a person looks for them in a file.
Place place_in_file(const VisitRecord& visit, const Place& place) {
  const std::string_view pointer = place.pointer;
  const Place* found = nullptr;
  if (pointer.substr(0, 10) == "/findings/") found = place_of_row(visit.findings, pointer.substr(10));
  if (pointer.substr(0, 10) == "/readings/") found = place_of_row(visit.readings, pointer.substr(10));
  if (pointer.substr(0, 8) == "/checks/") found = place_of_row(visit.checks, pointer.substr(8));
  if (found != nullptr) return *found;
  return place.line == 0 ? visit.place : place;
}

}  // namespace

const CompiledFramework* choose_edition(const Editions& editions, const VisitRecord& visit, Diagnostics& problems) {
  if (!visit.edition.empty()) {
    const CompiledFramework* named = editions.find(visit.edition);
    if (named == nullptr) {
      problems.error(visit.place, messages::unknown_edition,
                     {detail::excerpt(visit.edition), known_editions(editions)});
    }
    return named;
  }
  if (!visit.date) {
    // Without dates of its own a single edition is meant for every day.
    const bool single = editions.all().size() == 1;
    if (single) {
      const Framework& source = editions.all().front().source();
      if (!source.valid_from && !source.valid_until) return &editions.all().front();
    }
    problems.error(visit.place, messages::no_date_for_edition, {known_editions(editions)});
    return nullptr;
  }
  const CompiledFramework* valid = editions.on(*visit.date);
  if (valid == nullptr) {
    problems.error(visit.place, messages::no_edition_on_day, {visit.date->to_string(), known_editions(editions)});
  }
  return valid;
}

struct VisitScorer::Impl {
  struct Workplace {
    Encoder encoder;
    Scorer scorer;
    EncodedVisit coded;
  };

  Workplace& workplace(const CompiledFramework& framework) {
    auto found = workplaces.find(&framework);
    if (found == workplaces.end()) {
      found = workplaces.emplace(&framework, Workplace{Encoder(framework), Scorer(framework, options), {}}).first;
    }
    return found->second;
  }

  const Editions* editions = nullptr;
  ScoreOptions options;
  std::map<const CompiledFramework*, Workplace> workplaces;  // few: one per edition met
};

VisitScorer::VisitScorer(const Editions& editions, ScoreOptions options) : impl_(std::make_unique<Impl>()) {
  impl_->editions = &editions;
  impl_->options = options;
}
VisitScorer::~VisitScorer() = default;
VisitScorer::VisitScorer(VisitScorer&&) noexcept = default;
VisitScorer& VisitScorer::operator=(VisitScorer&&) noexcept = default;

ScoredVisit VisitScorer::score(const VisitRow& row, Derive derive) {
  ScoredVisit result;
  result.problems = row.problems;
  Diagnostics found;
  result.framework = choose_edition(*impl_->editions, row.record, found);
  if (result.framework == nullptr) {
    result.problems.append(detail::at_cells(row, std::move(found)));
    return result;
  }
  Impl::Workplace& workplace = impl_->workplace(*result.framework);
  result.problems.append(detail::at_cells(row, workplace.encoder.encode(row.record, workplace.coded)));
  if (row.damaged || result.problems.has_errors()) return result;
  Result<Scorecard> card = workplace.scorer.score(workplace.coded, derive);
  for (const Diagnostic& problem : card.diagnostics()) {
    result.problems.add({problem.level, place_in_file(row.record, problem.place), problem.text});
  }
  if (card) result.card = std::move(*card);
  return result;
}

std::optional<EncodedVisit> encode_visit(const CompiledFramework& framework, const VisitRecord& visit,
                                         Diagnostics& problems) {
  EncodedVisit coded;
  Diagnostics found = Encoder(framework).encode(visit, coded);
  const bool failed = found.has_errors();
  problems.append(std::move(found));
  if (failed) return std::nullopt;
  return coded;
}

}  // namespace aedile
