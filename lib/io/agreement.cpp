#include <algorithm>
#include <array>
#include <utility>

#include "aedile/io/scores_csv.h"
#include "core/excerpt.h"
#include "io/messages_csv.h"
#include "io/visit_index.h"

namespace aedile {

namespace {

/// The statuses of a visit that has no score, as the table writes them.
constexpr std::array<std::string_view, 3> without_score{"not_applicable", "not_observed", "error"};
constexpr std::uint8_t no_status = 0;

/// Its position in that list + 1; words that are none of them say nothing of scores, in a table of other origin.
std::uint8_t status_number(std::string_view text) {
  const auto found = std::find(without_score.begin(), without_score.end(), text);
  return found == without_score.end() ? no_status : static_cast<std::uint8_t>(found - without_score.begin() + 1);
}

std::string status_text(std::uint8_t number) {
  return number == no_status ? std::string() : std::string(without_score[number - 1]);
}

/// What is official of one visit, small: there may be millions.
struct Official {
  std::optional<Points> score;
  std::uint32_t grade = 0;  // position in the list of grades + 1; 0: none
  std::uint32_t line = 0;
  std::uint8_t status = no_status;  // only where there is neither score nor grade
  bool compared = false;
  bool given() const { return score || grade != 0 || status != no_status; }
};

}  // namespace

struct Agreement::Impl {
  Impl(CsvInput input, ProblemLog& log, CsvOptions options) : file(input.name) {
    const std::uint64_t errors_before = log.error_count();
    ScoresCsvReader reader(std::move(input), log, options);
    if (reader.ok() && !reader.has_score() && !reader.has_grade()) {
      log.error({file, 1, 1, {}}, messages::nothing_to_compare);
    }
    for (ScoreRow row; reader.next(row);) add(row, log);
    if (reader.ok() && log.error_count() == errors_before && official == 0) {
      log.error({file, 1, 1, {}}, messages::nothing_official);
    }
    ok = reader.ok() && log.error_count() == errors_before;
  }

  void add(const ScoreRow& row, ProblemLog& log) {
    const std::uint32_t number = ids.size();
    const bool expects_no_score = !row.score && row.grade.empty();
    officials.push_back({row.score, grade_number(row.grade), row.place.line,
                         expects_no_score ? status_number(row.status) : no_status, false});
    if (row.visit.empty()) {
      ids.add_nameless();
      return;
    }
    const std::uint32_t first = ids.add(row.visit);
    if (first != number) {
      log.error(row.place, messages::duplicate_visit,
                {detail::excerpt(row.visit), std::to_string(officials[first].line)});
    }
    if (officials.back().given()) ++official;
  }

  std::uint32_t grade_number(const std::string& grade) {
    if (grade.empty()) return 0;
    const auto found = std::find(grades.begin(), grades.end(), grade);
    if (found != grades.end()) return static_cast<std::uint32_t>(found - grades.begin() + 1);
    grades.push_back(grade);
    return static_cast<std::uint32_t>(grades.size());
  }

  std::string grade_text(std::uint32_t number) const { return number == 0 ? std::string() : grades[number - 1]; }

  std::string file;
  bool ok = false;
  detail::IdTable ids;
  std::vector<Official> officials;  // by number
  std::vector<std::string> grades;  // distinct ones: a handful
  std::uint64_t official = 0;
  std::uint64_t agreeing = 0;
  std::uint64_t differing = 0;
};

Agreement::Agreement(CsvInput official, ProblemLog& log, CsvOptions options)
    : impl_(std::make_unique<Impl>(std::move(official), log, options)) {}
Agreement::~Agreement() = default;
Agreement::Agreement(Agreement&&) noexcept = default;
Agreement& Agreement::operator=(Agreement&&) noexcept = default;

bool Agreement::ok() const { return impl_->ok; }
std::uint64_t Agreement::official() const { return impl_->official; }
std::uint64_t Agreement::agreeing() const { return impl_->agreeing; }
std::uint64_t Agreement::differing() const { return impl_->differing; }
std::uint64_t Agreement::missing() const { return impl_->official - impl_->agreeing - impl_->differing; }

std::optional<Agreement::Difference> Agreement::compare(const ScoreRow& row) {
  const std::uint32_t number = row.visit.empty() ? detail::no_visit : impl_->ids.find(row.visit);
  if (number == detail::no_visit) return std::nullopt;
  Official& official = impl_->officials[number];
  if (!official.given() || official.compared) return std::nullopt;
  official.compared = true;
  const std::string grade = impl_->grade_text(official.grade);
  const std::string status = status_text(official.status);
  const bool agrees = (!official.score || official.score == row.score) && (official.grade == 0 || grade == row.grade) &&
                      (status.empty() || status == row.status);
  ++(agrees ? impl_->agreeing : impl_->differing);
  if (agrees) return std::nullopt;
  return Difference{
      official.score, grade, status, row.score, row.grade, row.status, {impl_->file, official.line, 1, {}}};
}

std::vector<std::pair<std::string, Place>> Agreement::first_missing(std::size_t limit) const {
  std::vector<std::pair<std::string, Place>> result;
  for (std::uint32_t i = 0; i < impl_->officials.size() && result.size() < limit; ++i) {
    const Official& official = impl_->officials[i];
    if (!official.given() || official.compared || impl_->ids.id(i).empty()) continue;
    result.emplace_back(impl_->ids.id(i), Place{impl_->file, official.line, 1, {}});
  }
  return result;
}

}  // namespace aedile
