#include "aedile/arguments_groups.h"

#include <limits>

#include "aedile/help_journal.h"
#include "aedile/journal.h"

namespace aedile::tool {

namespace {

constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();  // of a journal's numbers

void add_file(const Command& command, std::string& file) { command.argument("JOURNAL", file, help::journal_file); }

void add_init(const Command& journal) {
  const Command command = journal.add("init", help::journal_init, help::journal_more);
  JournalInitArguments& arguments = command.calls(journal_init);
  add_file(command, arguments.journal);
  command.option("--name", arguments.name, help::journal_name, "TEXT")->required();
}

void add_append(const Command& journal) {
  const Command command = journal.add("append", help::journal_append, help::append_footer);
  JournalAppendArguments& arguments = command.calls(journal_append);
  add_file(command, arguments.journal);
  CLI::Option* const entries = command.argument("ENTRIES", arguments.entries, help::append_entries)->required(false);
  command.option("--actor", arguments.actor, help::append_actor, "WHO");
  command.option("--command", arguments.command, help::append_command, "WHAT");
  command.option("--subject", arguments.subject, help::append_subject, "ON")->excludes(entries);
  command.option("--payload", arguments.payload, help::append_payload, "JSON")->excludes(entries);
  command.option("--happened", arguments.happened, help::append_happened, "TIME")->excludes(entries);
  command.option("--key", arguments.key, help::append_key, "KEY")->excludes(entries);
  command.option("--cause", arguments.cause, help::append_cause, "SEQ")->check(command.count(most))->excludes(entries);
  command.option("--recorded", arguments.recorded, help::recorded_now, "TIME");
  command.flag("--json", arguments.json, help::journal_json);
}

void add_redact(const Command& journal) {
  const Command command = journal.add("redact", help::journal_redact, help::redact_footer);
  JournalRedactArguments& arguments = command.calls(journal_redact);
  add_file(command, arguments.journal);
  command.argument("SEQ", arguments.seq, help::redact_seq)->check(command.count(most));
  command.option("--actor", arguments.actor, help::append_actor, "WHO")->required();
  command.option("--reason", arguments.reason, help::redact_reason, "TEXT")->required();
  command.flag("--forget-ticket", arguments.forget_ticket, help::redact_forget_ticket);
  command.option("--recorded", arguments.recorded, help::recorded_now, "TIME");
}

void add_outbox(const Command& journal) {
  const Command command = journal.add("outbox", help::journal_outbox, help::outbox_footer);
  JournalOutboxArguments& arguments = command.calls(journal_outbox);
  add_file(command, arguments.journal);
  CLI::Option* const acknowledge =
      command.option("--acknowledge", arguments.acknowledged, help::outbox_acknowledge, "KEY");
  command.option("--limit", arguments.limit, help::outbox_limit, "N")
      ->check(command.count(most))
      ->excludes(acknowledge);
  command.flag("--json", arguments.json, help::journal_json);
}

void add_import(const Command& journal) {
  const Command command = journal.add("import", help::journal_import, help::journal_more);
  JournalImportArguments& arguments = command.calls(journal_import);
  command.argument("EXPORT", arguments.lines, help::import_lines);
  command.argument("JOURNAL", arguments.journal, help::import_file);
}

void add_journal_verify(const Command& journal) {
  const Command command = journal.add("verify", help::journal_verify, help::journal_verify_footer);
  JournalVerifyArguments& arguments = command.calls(journal_verify);
  add_file(command, arguments.journal);
  command.option("--head", arguments.heads, help::journal_heads, "FILE");
  command.flag("--json", arguments.json, help::journal_json);
}

void add_head(const Command& journal) {
  const Command command = journal.add("head", help::journal_head, help::head_footer);
  JournalHeadArguments& arguments = command.calls(journal_head);
  add_file(command, arguments.journal);
  command.option("--at", arguments.at, help::head_at, "N")->check(command.count(most));
  command.option("--output", arguments.output, help::head_output, "FILE");
  command.flag("--json", arguments.json, help::journal_json);
}

void add_as_of(const Command& journal) {
  const Command command = journal.add("as-of", help::journal_as_of, help::as_of_footer);
  JournalAsOfArguments& arguments = command.calls(journal_as_of);
  add_file(command, arguments.journal);
  command.option("--happened", arguments.happened, help::as_of_happened, "TIME");
  command.option("--recorded", arguments.recorded, help::as_of_recorded, "TIME");
  command.option("--subject", arguments.subject, help::as_of_subject, "ON");
  command.option("--command", arguments.command, help::as_of_command, "WHAT");
  command.flag("--json", arguments.json, help::as_of_json);
}

void add_lines(const Command& journal) {
  const Command command = journal.add("export", help::journal_export, help::journal_more);
  JournalExportArguments& arguments = command.calls(journal_export);
  add_file(command, arguments.journal);
  command.option("--output", arguments.output, help::journal_output, "FILE");
}

void add_prove(const Command& parent) {
  const Command command = parent.add("prove", help::prove, help::prove_footer);
  JournalProveArguments& arguments = command.calls(journal_prove);
  add_file(command, arguments.journal);
  CLI::Option* const seq =
      command.argument("SEQ", arguments.seq, help::prove_seq)->required(false)->check(command.count(most));
  command.option("--since", arguments.since, help::prove_since, "HEAD")->excludes(seq);
  command.option("--at", arguments.at, help::prove_at, "N")->check(command.count(most));
  command.option("--output", arguments.output, help::journal_output, "FILE");
}

void add_verify(const Command& tool) {
  const Command command = tool.add("verify", help::verify, help::verify_footer);
  VerifyArguments& arguments = command.calls(verify_proofs);
  command.argument("PROOF", arguments.proofs, help::verify_files);
  command.option("--head", arguments.head, help::verify_head, "FILE");
  command.flag("--json", arguments.json, help::journal_json);
}

}  // namespace

void add_journal(const Command& tool) {
  const Command journal = tool.add_group("journal", help::journal, help::journal_footer);
  add_init(journal);
  add_append(journal);
  add_redact(journal);
  add_outbox(journal);
  add_import(journal);
  add_journal_verify(journal);
  add_head(journal);
  add_as_of(journal);
  add_lines(journal);
  add_prove(journal);
  add_prove(tool);
  add_verify(tool);
}

}  // namespace aedile::tool
