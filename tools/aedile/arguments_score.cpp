#include "aedile/arguments_groups.h"

#include <limits>

#include "aedile/commands.h"
#include "aedile/help_texts.h"
#include "aedile/schema_table.h"
#include "aedile/score_all.h"

namespace aedile::tool {

namespace {

template <class Number>
constexpr Number largest = std::numeric_limits<Number>::max();

void add_data(const Command& command, DataArguments& data) {
  command.argument("SCHEME", data.scheme, help::scheme);
  command.repeated("--edition", data.editions, help::edition, "FILE");
  command.option("--visits", data.visits, help::visits, "FILE")->required();
  command.option("--findings", data.findings, help::findings, "FILE")->required();
  command.flag("--ignore-not-applicable", data.ignore_not_applicable, help::ignore);
}

std::vector<std::string> schema_names() {
  std::vector<std::string> names;
  for (const PublishedSchema& published : published_schemas) names.emplace_back(published.name);
  return names;
}

}  // namespace

void add_check(const Command& tool) {
  const Command command = tool.add("check", help::check, help::check_footer);
  CheckArguments& arguments = command.calls(check);
  command.argument("FILE", arguments.files, help::check_files);
  command.flag("--json", arguments.json, help::check_json);
}

void add_score(const Command& tool) {
  const Command command = tool.add("score", help::score, help::score_footer);
  ScoreArguments& arguments = command.calls(score);
  add_data(command, arguments.data);
  command.option("--output", arguments.output, help::output, "FILE");
  CLI::Option* const expect = command.option("--expect", arguments.expect, help::expect, "FILE");
  command.option("--agree", arguments.agree, help::agree, "N")
      ->check(command.count(largest<std::uint64_t>))
      ->needs(expect);
  command.option("--differences", arguments.differences, help::differences, "N")
      ->check(command.count(largest<std::size_t>))
      ->needs(expect);
  CLI::Option* const json = command.flag("--json", arguments.data.json, help::score_json);
  command.option("--nodes", arguments.nodes, help::nodes, "NODES");
  command.flag("--derivations", arguments.derivations, help::derivations)->needs(json);
  command.flag("--keep-going", arguments.keep_going, help::keep_going);
  command.option("--threads", arguments.threads, help::threads, "N")->check(command.count(max_threads));
}

void add_explain(const Command& tool) {
  const Command command = tool.add("explain", help::explain, help::explain_footer);
  ExplainArguments& arguments = command.calls(explain);
  add_data(command, arguments.data);
  command.argument("VISIT", arguments.visit, help::visit);
  command.option("--node", arguments.node, help::node, "CODE");
  CLI::Option* const everything = command.flag("--everything", arguments.everything, help::everything);
  command.flag("--what-if", arguments.what_if, help::what_if);
  command.flag("--json", arguments.data.json, help::explain_json)->excludes(everything);
}

void add_schema(const Command& tool) {
  const Command command = tool.add("schema", help::schema);
  SchemaArguments& arguments = command.calls(schema);
  command.argument("FORMAT", arguments.format, help::schema_format)->required(false)->check(one_of(schema_names()));
}

}  // namespace aedile::tool
