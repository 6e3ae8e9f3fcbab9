// aedile plan draw, verify: what is published before a draw, the draw, and whether one is right.
#include <algorithm>
#include <iterator>

#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/inspection_csv.h"
#include "aedile/io/inspection_json.h"
#include "aedile/output.h"
#include "aedile/plan.h"
#include "aedile/plan_arguments.h"
#include "aedile/texts_plan.h"

namespace aedile::tool {

namespace {

/// Terms with their candidates from a table, if there is one; nothing, with problems, if something is wrong.
class Terms {
 public:
  Terms(const TermsFiles& files, ProblemLog& log) : name_(shown_name(files.terms)) {
    text_ = read_text(files.terms);
    Result<DrawTerms> read = read_draw_terms(text_, name_);
    log.append(read.diagnostics());
    std::optional<std::vector<Candidate>> candidates;
    if (!files.candidates.empty()) {
      InputFile input(files.candidates);
      candidates = read_candidates(input.stream(), input.name(), log, {}, &places_);
    }
    if (!read || log.has_errors()) return;
    DrawTerms& terms = terms_.emplace(std::move(*read));
    first_of_table_ = terms.candidates.size();
    if (candidates) terms.candidates.insert(terms.candidates.end(), candidates->begin(), candidates->end());
    const Diagnostics problems = validate(terms);
    log.append(placed(problems));
    if (problems.has_errors()) terms_.reset();
  }

  const std::optional<DrawTerms>& terms() const { return terms_; }
  /// At the lines of the terms, and of the table.
  Diagnostics placed(const Diagnostics& found) const {
    return place_in_draw_terms(text_, name_, places_.placed(found, "candidates", first_of_table_));
  }

 private:
  std::string name_;
  std::string text_;
  TablePlaces places_;
  std::size_t first_of_table_ = 0;
  std::optional<DrawTerms> terms_;
};

int finished(Console& console, const ProblemLog& log) {
  print(console, log);
  return log.has_errors() ? exit_data : exit_fine;
}

/// As it is published: in small letters.
std::string commitment_argument(const std::string& text) {
  std::string promise = text;
  for (char& c : promise) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  }
  if (promise.size() != 64 || promise.find_first_not_of("0123456789abcdef") != std::string::npos) {
    throw UsageFailure{Text(texts::bad_commitment, {text})};
  }
  return promise;
}

}  // namespace

void require_seed(const std::string& seed) {
  const bool control =
      std::any_of(seed.begin(), seed.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  if (seed.empty() || control) throw UsageFailure{Text(texts::bad_seed_text)};
}

int plan_draw(const PlanDrawArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  const std::vector<std::string> inputs{arguments.files.terms, arguments.files.candidates};
  require_one_standard_input(inputs);
  require_inputs_kept(arguments.output, inputs);
  if (arguments.seed) require_seed(*arguments.seed);
  const Terms read(arguments.files, log);
  if (!read.terms()) return finished(console, log);
  const DrawTerms& terms = *read.terms();
  if (arguments.canonical) {
    console.out << canonical_text(terms);
    return finished(console, log);
  }
  if (!arguments.seed) {
    const std::string promise = commitment(terms).value();
    console.out << (console.quiet ? promise : console.text(texts::plan_commitment, {promise})) << '\n';
    return finished(console, log);
  }
  const Result<Draw> drawn = draw(terms, *arguments.seed);
  // What validating found is in the log already.
  for (const Diagnostic& problem : drawn.diagnostics()) {
    if (problem.code() != "draw_shortage" && problem.code() != "bad_seed") continue;
    Diagnostics one;
    one.add(problem);
    log.append(problem.code() == "bad_seed" ? one : read.placed(one));
  }
  if (drawn) {
    if (!arguments.output.empty()) {
      OutputFile output(arguments.output, console);
      output.stream() << write_draw(*drawn);
      output.commit();
    }
    if (arguments.output != standard_stream) {
      if (!console.quiet) {
        console.out << console.text(texts::plan_commitment, {drawn->commitment}) << '\n'
                    << console.text(texts::plan_drawn, {std::to_string(drawn->drawn.size()),
                                                        std::to_string(terms.candidates.size()), *arguments.seed})
                    << '\n';
      }
      for (const DrawnCandidate& each : drawn->drawn) {
        console.out << printable(console.quiet ? each.id : "  " + each.stratum + "  " + each.id + "  " + each.key)
                    << '\n';
      }
    }
  }
  return finished(console, log);
}

int plan_verify(const PlanVerifyArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  require_one_standard_input({arguments.files.terms, arguments.files.candidates, arguments.draw});
  const std::string promise = commitment_argument(arguments.commitment);
  const Terms read(arguments.files, log);
  const std::string name = shown_name(arguments.draw);
  const std::string text = read_text(arguments.draw);
  const Result<Draw> claimed = read_draw(text, name);
  log.append(claimed.diagnostics());
  if (!claimed || !read.terms()) return finished(console, log);
  Diagnostics errors;
  for (const Diagnostic& problem : verify(*read.terms(), *claimed, promise)) {
    if (problem.level == Level::error) errors.add(problem);
  }
  log.append(place_in_draw(text, name, errors));
  if (!log.has_errors() && !console.quiet) {
    console.out << console.text(texts::plan_verified, {std::to_string(claimed->drawn.size())}) << '\n';
  }
  return finished(console, log);
}

}  // namespace aedile::tool
