// aedile prove, verify: proofs for strangers, and strangers that check them.
#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/journal.h"
#include "aedile/journal/journal.h"
#include "aedile/journal/proof_json.h"
#include "aedile/output.h"
#include "aedile/texts_journal.h"

namespace aedile::tool {

int journal_prove(const JournalProveArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  if ((arguments.seq == 0) == arguments.since.empty()) throw UsageFailure{Text(texts::seq_or_since)};
  std::vector<std::string> inputs = files_of_journal(arguments.journal);
  inputs.push_back(arguments.since);
  require_inputs_kept(arguments.output, inputs);
  std::optional<JournalHead> since;
  if (!arguments.since.empty()) {
    const Result<JournalHead> head = read_journal_head(read_text(arguments.since), shown_name(arguments.since));
    log.append(head.diagnostics());
    if (!head) return ended(log, console);
    since = *head;
  }
  const Result<JournalView> view = JournalView::open(arguments.journal);
  log.append(view.diagnostics());
  if (!view) return ended(log, console);
  std::string text;
  if (since) {
    const Result<ConsistencyProof> proof = view->prove_growth(since->size, arguments.at);
    log.append(proof.diagnostics());
    if (proof) {
      text = write_consistency_proof(*proof);
      // A journal that does not begin with the kept head has no proof of it, and says so instead of giving another one.
      for (Diagnostic problem : verify(*proof, *since)) {
        problem.place = {arguments.journal, 0, 0, {}};
        log.add(std::move(problem));
      }
    }
  } else {
    const Result<InclusionProof> proof = view->prove(arguments.seq, arguments.at);
    log.append(proof.diagnostics());
    if (proof) text = write_inclusion_proof(*proof);
  }
  if (!log.has_errors()) {
    OutputFile output(arguments.output, console);
    output.stream() << text;
    output.commit();
  }
  return ended(log, console);
}

namespace {

struct Judgement {
  std::string file{};
  bool holds = false;
  std::string sentence{};
};

std::string sentence_of(const Console& console, const std::string& file, const InclusionProof& proof) {
  return console.text(texts::proof_holds, {file, std::to_string(proof.event.seq), grouped(proof.head.size),
                                           to_hex(proof.head.root), proof.head.name});
}
std::string sentence_of(const Console& console, const std::string& file, const ConsistencyProof& proof) {
  return console.text(texts::growth_holds, {file, grouped(proof.older.size), grouped(proof.newer.size),
                                            to_hex(proof.older.root), to_hex(proof.newer.root), proof.newer.name});
}

}  // namespace

int verify_proofs(const VerifyArguments& arguments, Console& console) {
  ProblemLog log(console.problem_limit);
  std::vector<std::string> inputs = arguments.proofs;
  inputs.push_back(arguments.head);
  require_one_standard_input(inputs);
  std::optional<JournalHead> kept;
  if (!arguments.head.empty()) {
    const Result<JournalHead> head = read_journal_head(read_text(arguments.head), shown_name(arguments.head));
    log.append(head.diagnostics());
    if (!head) return ended(log, console, arguments.json);
    kept = *head;
  }
  std::vector<Judgement> judgements;
  for (const std::string& file : arguments.proofs) {
    const std::string name = shown_name(file);
    Judgement& judgement = judgements.emplace_back(Judgement{.file = name});
    const Result<JournalProof> proof = read_journal_proof(read_text(file), name);
    log.append(proof.diagnostics());
    if (!proof) continue;
    std::visit(
        [&](const auto& each) {
          Diagnostics problems = kept ? verify(each, *kept) : verify(each);
          judgement.holds = !problems.has_errors();
          if (judgement.holds) judgement.sentence = sentence_of(console, name, each);
          for (Diagnostic problem : problems) {
            problem.place.file = name;
            log.add(std::move(problem));
          }
        },
        *proof);
  }
  if (arguments.json) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("proofs").begin_array();
    for (const Judgement& each : judgements) {
      json.begin_object().key("file").string(each.file).key("holds").boolean(each.holds).end_object();
    }
    json.end_array().key("head_was_kept").boolean(kept.has_value());
    write_problems(json, console, log);
    json.end_object();
    console.out << text << '\n';
    return exit_code_of_journal(log);
  }
  if (!console.quiet) {
    bool any = false;
    for (const Judgement& each : judgements) {
      if (each.holds) console.out << each.sentence << '\n';
      any = any || each.holds;
    }
    if (any) {
      console.out << (kept ? console.text(texts::proof_as_kept, {shown_name(arguments.head)})
                           : console.text(texts::proof_needs_head))
                  << '\n';
    }
  }
  return ended(log, console);
}

}  // namespace aedile::tool
