#include "aedile/arguments.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "aedile/arguments_groups.h"
#include "aedile/help_texts.h"
#include "aedile/texts.h"
#include "aedile/usage_words.h"

namespace aedile::tool {

namespace {

void add_groups(const Command& tool) {  // in the order of the help
  add_check(tool);
  add_score(tool);
  add_explain(tool);
  add_org(tool);
  add_calendar(tool);
  add_plan(tool);
  add_workflow(tool);
  add_ladder(tool);
  add_notice(tool);
  add_rates(tool);
  add_ticket(tool);
  add_follow_up(tool);
  add_journal(tool);
  add_schema(tool);
}

}  // namespace

Language language_of(int argc, const char* const* argv) {
  constexpr std::string_view option = "--lang";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--") break;
    std::string_view value;
    if (word == option && i + 1 < argc) value = argv[i + 1];
    if (word.substr(0, option.size() + 1) == "--lang=") value = word.substr(option.size() + 1);
    if (const std::optional<Language> language = parse_language(value)) return *language;
  }
  return Language::en;
}

int run(int argc, const char* const* argv, Console& console) {
  CLI::App app("", "aedile");
  Request request{console, {}};
  std::string language;  // language_of has understood it already
  const Command tool(app, request, help::aedile, help::footer);
  tool.version_flag("--version", "aedile " AEDILE_VERSION, help::version_flag);
  tool.option("--lang", language, help::lang, "en|zh")->check(one_of({"en", "zh"}));
  tool.flag("--quiet", console.quiet, help::quiet);
  tool.option("--max-problems", console.problem_limit, help::max_problems, "N")
      ->check(tool.count(std::numeric_limits<std::size_t>::max()));
  add_groups(tool);
  if (argc < 2) {
    console.err << app.help();
    return exit_usage;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& stop) {
    if (stop.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
      app.exit(stop, console.out, console.err);
      return exit_fine;
    }
    throw UsageFailure{in_words(stop, app)};
  }
  return request.run();
}

}  // namespace aedile::tool
