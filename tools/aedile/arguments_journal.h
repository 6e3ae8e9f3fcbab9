// The options of aedile journal, prove and verify; a part of arguments.cpp.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <limits>

#include "aedile/help_journal.h"
#include "aedile/journal.h"

namespace aedile::tool {

class JournalCommands {
 public:
  template <class CommandLine>
  void add(CommandLine& line, CLI::App& app) {
    CLI::App& journal = line.add_command("journal", help::journal, help::journal_footer);
    journal.require_subcommand(1);
    add_writing(line, journal);
    add_reading(line, journal);
    add_prove(line, line.add_command(journal, "prove", help::prove, help::prove_footer));
    add_prove(line, line.add_command(app, "prove", help::prove, help::prove_footer));
    CLI::App& verify = line.add_command(app, "verify", help::verify, help::verify_footer);
    verify.add_option("PROOF", verify_.proofs, line.in(help::verify_files))->required()->type_name("");
    verify.add_option("--head", verify_.head, line.in(help::verify_head))->type_name("FILE");
    verify.add_flag("--json", verify_.json, line.in(help::journal_json));
    on(line, verify, verify_proofs, verify_);
  }

 private:
  template <class CommandLine, class Arguments>
  static void on(CommandLine& line, CLI::App& command, int (*function)(const Arguments&, Console&),
                 const Arguments& arguments) {
    command.callback([&line, function, &arguments] {
      line.command_ = [&line, function, &arguments] { return function(arguments, line.console_); };
    });
  }

  template <class CommandLine>
  static void add_file(CommandLine& line, CLI::App& command, std::string& file) {
    command.add_option("JOURNAL", file, line.in(help::journal_file))->required()->type_name("");
  }
  template <class CommandLine>
  static void add_number(CommandLine& line, CLI::App& command, const char* name, std::uint64_t& number,
                         const Message& text, const char* type) {
    command.add_option(name, number, line.in(text))
        ->type_name(type)
        ->check(line.count(std::numeric_limits<std::int64_t>::max()));
  }

  template <class CommandLine>
  void add_writing(CommandLine& line, CLI::App& journal) {
    CLI::App& init = line.add_command(journal, "init", help::journal_init, help::journal_more);
    add_file(line, init, init_.journal);
    init.add_option("--name", init_.name, line.in(help::journal_name))->required()->type_name("TEXT");
    on(line, init, journal_init, init_);

    CLI::App& append = line.add_command(journal, "append", help::journal_append, help::append_footer);
    add_file(line, append, append_.journal);
    append.add_option("ENTRIES", append_.entries, line.in(help::append_entries))->type_name("");
    append.add_option("--actor", append_.actor, line.in(help::append_actor))->type_name("WHO");
    append.add_option("--command", append_.command, line.in(help::append_command))->type_name("WHAT");
    append.add_option("--subject", append_.subject, line.in(help::append_subject))->type_name("ON");
    append.add_option("--payload", append_.payload, line.in(help::append_payload))->type_name("JSON");
    append.add_option("--happened", append_.happened, line.in(help::append_happened))->type_name("TIME");
    append.add_option("--key", append_.key, line.in(help::append_key))->type_name("KEY");
    add_number(line, append, "--cause", append_.cause, help::append_cause, "SEQ");
    append.add_option("--recorded", append_.recorded, line.in(help::recorded_now))->type_name("TIME");
    append.add_flag("--json", append_.json, line.in(help::journal_json));
    on(line, append, journal_append, append_);

    CLI::App& redact = line.add_command(journal, "redact", help::journal_redact, help::redact_footer);
    add_file(line, redact, redact_.journal);
    redact.add_option("SEQ", redact_.seq, line.in(help::redact_seq))
        ->required()
        ->type_name("")
        ->check(line.count(std::numeric_limits<std::int64_t>::max()));
    redact.add_option("--actor", redact_.actor, line.in(help::append_actor))->required()->type_name("WHO");
    redact.add_option("--reason", redact_.reason, line.in(help::redact_reason))->required()->type_name("TEXT");
    redact.add_option("--recorded", redact_.recorded, line.in(help::recorded_now))->type_name("TIME");
    on(line, redact, journal_redact, redact_);

    CLI::App& outbox = line.add_command(journal, "outbox", help::journal_outbox, help::outbox_footer);
    add_file(line, outbox, outbox_.journal);
    outbox.add_option("--acknowledge", outbox_.acknowledged, line.in(help::outbox_acknowledge))->type_name("KEY");
    outbox.add_option("--limit", outbox_.limit, line.in(help::outbox_limit))
        ->type_name("N")
        ->check(line.count(std::numeric_limits<std::int64_t>::max()));
    outbox.add_flag("--json", outbox_.json, line.in(help::journal_json));
    on(line, outbox, journal_outbox, outbox_);

    CLI::App& import = line.add_command(journal, "import", help::journal_import, help::journal_more);
    import.add_option("EXPORT", import_.lines, line.in(help::import_lines))->required()->type_name("");
    import.add_option("JOURNAL", import_.journal, line.in(help::import_file))->required()->type_name("");
    on(line, import, journal_import, import_);
  }

  template <class CommandLine>
  void add_reading(CommandLine& line, CLI::App& journal) {
    CLI::App& check = line.add_command(journal, "verify", help::journal_verify, help::journal_verify_footer);
    add_file(line, check, check_.journal);
    check.add_option("--head", check_.heads, line.in(help::journal_heads))->type_name("FILE");
    check.add_flag("--json", check_.json, line.in(help::journal_json));
    on(line, check, journal_verify, check_);

    CLI::App& head = line.add_command(journal, "head", help::journal_head, help::head_footer);
    add_file(line, head, head_.journal);
    add_number(line, head, "--at", head_.at, help::head_at, "N");
    head.add_option("--output", head_.output, line.in(help::head_output))->type_name("FILE");
    head.add_flag("--json", head_.json, line.in(help::journal_json));
    on(line, head, journal_head, head_);

    CLI::App& as_of = line.add_command(journal, "as-of", help::journal_as_of, help::as_of_footer);
    add_file(line, as_of, as_of_.journal);
    as_of.add_option("--happened", as_of_.happened, line.in(help::as_of_happened))->type_name("TIME");
    as_of.add_option("--recorded", as_of_.recorded, line.in(help::as_of_recorded))->type_name("TIME");
    as_of.add_option("--subject", as_of_.subject, line.in(help::as_of_subject))->type_name("ON");
    as_of.add_option("--command", as_of_.command, line.in(help::as_of_command))->type_name("WHAT");
    as_of.add_flag("--json", as_of_.json, line.in(help::as_of_json));
    on(line, as_of, journal_as_of, as_of_);

    CLI::App& lines = line.add_command(journal, "export", help::journal_export, help::journal_more);
    add_file(line, lines, export_.journal);
    lines.add_option("--output", export_.output, line.in(help::journal_output))->type_name("FILE");
    on(line, lines, journal_export, export_);
  }

  template <class CommandLine>
  void add_prove(CommandLine& line, CLI::App& prove) {
    add_file(line, prove, prove_.journal);
    CLI::Option* const seq = prove.add_option("SEQ", prove_.seq, line.in(help::prove_seq))
                                 ->type_name("")
                                 ->check(line.count(std::numeric_limits<std::int64_t>::max()));
    prove.add_option("--since", prove_.since, line.in(help::prove_since))->type_name("HEAD")->excludes(seq);
    add_number(line, prove, "--at", prove_.at, help::prove_at, "N");
    prove.add_option("--output", prove_.output, line.in(help::journal_output))->type_name("FILE");
    on(line, prove, journal_prove, prove_);
  }

  JournalInitArguments init_;
  JournalAppendArguments append_;
  JournalRedactArguments redact_;
  JournalOutboxArguments outbox_;
  JournalImportArguments import_;
  JournalVerifyArguments check_;
  JournalHeadArguments head_;
  JournalAsOfArguments as_of_;
  JournalExportArguments export_;
  JournalProveArguments prove_;
  VerifyArguments verify_;
};

}  // namespace aedile::tool
