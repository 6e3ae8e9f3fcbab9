// aedile score: two tables in, a table of scores out, and how many official scores it reproduces.
#include <algorithm>
#include <array>
#include <memory>
#include <thread>

#include "aedile/commands.h"
#include "aedile/data.h"
#include "aedile/expectation.h"
#include "aedile/io/scorecard_json.h"
#include "aedile/output.h"
#include "aedile/same_file.h"
#include "aedile/schemes.h"
#include "aedile/score_all.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

struct Counts {
  std::uint64_t visits = 0;
  std::array<std::uint64_t, 3> by_status{};  // in the order of Status
  std::uint64_t errors = 0;
  std::uint64_t ignored_findings = 0;

  void add(const ScoredVisit& scored) {
    ++visits;
    if (!scored.card) {
      ++errors;
      return;
    }
    ++by_status[static_cast<std::size_t>(scored.card->status())];
    ignored_findings += scored.card->ignored_findings();
  }
};

/// Where the scores go: a CSV table, a JSON document, both or neither. Nothing is visible before `commit`.
class Sink {
 public:
  Sink(const ScoreArguments& arguments, const Editions& editions, Console& console)
      : nodes_(select_nodes(editions, arguments.nodes)), console_(console) {
    const bool wants_csv = !arguments.output.empty() || (!arguments.data.json && arguments.expect.empty());
    if (wants_csv) {
      csv_file_.emplace(arguments.output.empty() ? standard_stream : arguments.output, console);
      csv_.emplace(csv_file_->stream(), nodes_);
    }
    if (arguments.data.json) {
      json_file_.emplace(standard_stream, console);
      options_ = {.nodes = nodes_,
                  .all_nodes = arguments.derivations && arguments.nodes.empty(),
                  .steps = arguments.derivations,
                  .language = console.language};
      begin_json();
    }
  }

  void write(const VisitRow& row, const ScoredVisit& scored) {
    if (csv_) {
      csv_->write(score_row(row.record, scored, nodes_));
      csv_file_->require_written();
    }
    if (json_) {
      write_scorecard(*json_, row.record, scored, options_);
      flush_json();
    }
  }

  /// With the scores, or, where these are not to be had, the problems alone.
  void commit(bool with_scores, const Counts& counts, const ProblemLog& log, const Expectation* expectation) {
    if (json_) {
      if (!with_scores) {
        json_file_->clear();
        text_.clear();
        begin_json();
      }
      json_->end_array();
      json_->key("counts").begin_object();
      json_->key("visits").number(counts.visits);
      json_->key("scored").number(counts.by_status[static_cast<std::size_t>(Status::scored)]);
      json_->key("not_applicable").number(counts.by_status[static_cast<std::size_t>(Status::not_applicable)]);
      json_->key("not_observed").number(counts.by_status[static_cast<std::size_t>(Status::not_observed)]);
      json_->key("error").number(counts.errors);
      json_->key("ignored_findings").number(counts.ignored_findings).end_object();
      if (with_scores && expectation != nullptr) expectation->write(*json_);
      write_problems(*json_, console_, log);
      json_->end_object();
      text_ += '\n';
      flush_json();
      json_file_->commit();
    }
    if (with_scores && csv_file_) csv_file_->commit();
  }

 private:
  void begin_json() {
    json_.emplace(text_, JsonWriter::Layout::compact);
    json_->begin_object().key("aedile").string("scores/1").key("visits").begin_array();
  }
  void flush_json() {
    json_file_->stream() << text_;
    json_file_->require_written();
    text_.clear();
  }

  std::vector<std::string> nodes_;
  Console& console_;
  std::optional<OutputFile> csv_file_;
  std::optional<ScoresCsvWriter> csv_;
  std::optional<OutputFile> json_file_;
  std::string text_;
  std::optional<JsonWriter> json_;
  ScorecardJsonOptions options_;
};

void summarise(const Console& console, const Counts& counts, const VisitsCsv& visits) {
  if (console.quiet) return;
  const auto number_of = [&](Status status) { return grouped(counts.by_status[static_cast<std::size_t>(status)]); };
  console.err << console.text(texts::scored_summary,
                              {grouped(counts.visits), number_of(Status::scored), number_of(Status::not_applicable),
                               number_of(Status::not_observed), grouped(counts.errors)})
              << '\n';
  if (visits.orphan_count() != 0) {
    console.err << console.text(texts::orphan_summary,
                                {grouped(visits.orphan_count()), grouped(visits.finding_count())})
                << '\n';
  }
  if (counts.ignored_findings != 0) {
    console.err << console.text(texts::ignored_summary, {grouped(counts.ignored_findings)}) << '\n';
  }
}

void require_sensible(const ScoreArguments& arguments) {
  const DataArguments& data = arguments.data;
  std::vector<std::string> inputs{data.scheme, data.visits, data.findings, arguments.expect};
  inputs.insert(inputs.end(), data.editions.begin(), data.editions.end());
  require_one_standard_input(inputs);
  require_inputs_kept(arguments.output, inputs);
  if (data.json && arguments.output == standard_stream) throw UsageFailure{Text(texts::one_standard_output)};
}

unsigned processors() { return std::clamp(std::thread::hardware_concurrency(), 1u, max_threads); }

/// The problems, where nothing can be scored at all.
int fail(const ScoreArguments& arguments, Console& console, const ProblemLog& log) {
  if (arguments.data.json) {
    ScoreArguments json_alone;
    json_alone.data.json = true;
    Sink(json_alone, Editions(), console).commit(false, {}, log, nullptr);
  } else {
    print(console, log);
  }
  return exit_code_of(log);
}

}  // namespace

int score(const ScoreArguments& given, Console& console) {
  ScoreArguments arguments = given;
  if (is_standard_output(arguments.output)) arguments.output = standard_stream;  // such as /dev/stdout
  require_sensible(arguments);
  ProblemLog log(console.problem_limit);
  Data data(arguments.data, log);
  std::optional<Expectation> expectation;
  if (!arguments.expect.empty()) expectation.emplace(arguments.expect, arguments.differences, log);
  if (!data.schemes_ok() || data.visits() == nullptr || (expectation && !expectation->ok())) {
    return fail(arguments, console, log);
  }

  const ScoreAllOptions options{.score = {.ignore_not_applicable = arguments.data.ignore_not_applicable},
                                .derive = arguments.derivations && arguments.data.json ? Derive::yes : Derive::no,
                                .threads = arguments.threads != 0 ? arguments.threads : processors()};
  Sink sink(arguments, data.editions(), console);
  Counts counts;
  {
    Progress progress(console);
    score_all(*data.visits(), data.editions(), options, progress, [&](const VisitRow& row, const ScoredVisit& scored) {
      counts.add(scored);
      log.append(scored.problems);
      sink.write(row, scored);
      if (expectation) expectation->compare(data.editions(), options.score, console.language, row, scored);
    });
  }

  const bool with_scores = !log.has_errors() || arguments.keep_going;
  if (!arguments.data.json) print(console, log);
  sink.commit(with_scores, counts, log, expectation ? &*expectation : nullptr);
  summarise(console, counts, *data.visits());
  if (!with_scores) {
    console.err << console.text(texts::nothing_written) << '\n';
    return exit_code_of(log);
  }
  if (expectation) {
    // Where scores go to the standard output, a person still reads the comparison.
    const bool out_is_taken = arguments.data.json || arguments.output == standard_stream;
    if (!arguments.data.json) expectation->print(out_is_taken ? console.err : console.out, console);
    if (!expectation->reached(arguments.agree)) return exit_disagreement;
  }
  return exit_code_of(log);
}

}  // namespace aedile::tool
