#include "aedile/data.h"

#include <algorithm>
#include <utility>

#include "aedile/same_file.h"
#include "aedile/schemes.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

/// What the frameworks tell of the columns: names of attributes, and which of them are yes or no.
VisitsCsvOptions options_for(const Editions& editions, std::optional<std::string> only) {
  VisitsCsvOptions options;
  options.only = std::move(only);
  for (const CompiledFramework& framework : editions.all()) {
    for (const Attribute& attribute : framework.source().attributes) {
      options.attributes.push_back(attribute.name);
      const auto declares = [&](std::string_view code) {
        return std::any_of(attribute.values.begin(), attribute.values.end(),
                           [&](const auto& value) { return value.code == code; });
      };
      if (attribute.values.size() == 2 && declares("yes") && declares("no")) options.flags.push_back(attribute.name);
    }
    for (const VisitAttribute& attribute : framework.source().visit_attributes) {
      options.visit_attributes.push_back(attribute.name);
    }
  }
  return options;
}

std::vector<std::string> scheme_files(const DataArguments& arguments) {
  std::vector<std::string> files{arguments.scheme};
  files.insert(files.end(), arguments.editions.begin(), arguments.editions.end());
  return files;
}

}  // namespace

void require_one_standard_input(const std::vector<std::string>& files) {
  if (std::count_if(files.begin(), files.end(), is_standard_input) > 1) {
    throw UsageFailure{Text(texts::one_standard_input)};
  }
}

void require_inputs_kept(const std::string& output, const std::vector<std::string>& inputs) {
  if (const std::string input = input_overwritten_by(output, inputs); !input.empty()) {
    throw UsageFailure{Text(texts::output_is_input, {output, input})};
  }
}

std::vector<std::string> files_of_journal(const std::string& journal) {
  return {journal, journal + "-wal", journal + "-shm", journal + "-journal"};
}

Data::Data(const DataArguments& arguments, ProblemLog& log, std::optional<std::string> only)
    : editions_(load_editions(scheme_files(arguments), log)),
      schemes_ok_(!log.has_errors()),
      visits_file_(arguments.visits),
      findings_file_(arguments.findings) {
  // Without schemes the tables are read all the same, so that their problems are known too.
  visits_.emplace(visits_file_.csv(), findings_file_.csv(), log, options_for(editions_, std::move(only)));
}

}  // namespace aedile::tool
