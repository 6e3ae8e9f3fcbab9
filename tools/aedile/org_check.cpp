// aedile org check: every problem of an organisation, alone and against a framework's items.
#include "aedile/org.h"
#include "aedile/texts_org.h"

namespace aedile::tool {

namespace {

std::string count_of(std::size_t number) { return grouped(number); }

void print_summary(const Console& console, const std::string& file, const OrgData& data,
                   const std::optional<Date>& day) {
  const Organisation& source = data.organisation()->source();
  console.out << console.text(
                     texts::organisation_is_sound,
                     {file, source.id, source.edition, count_of(source.units.size()), count_of(source.sites.size()),
                      count_of(source.duties.size()), count_of(source.rules.size()), count_of(source.contracts.size())})
              << '\n';
  if (day)
    console.out << console.text(texts::items_have_owners, {count_of(data.items().size()), day->to_string()}) << '\n';
}

void write(const Console& console, const std::string& file, const OrgData& data, const ProblemLog& log) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("aedile").string("org_check/1").key("file").string(file);
  json.key("ok").boolean(!log.has_errors());
  if (const CompiledOrganisation* organisation = data.organisation()) {
    const Organisation& source = organisation->source();
    json.key("id").string(source.id).key("edition").string(source.edition);
    json.key("units").number(source.units.size()).key("sites").number(source.sites.size());
    json.key("duties").number(source.duties.size()).key("rules").number(source.rules.size());
    json.key("contracts").number(source.contracts.size()).key("items").number(data.items().size());
  }
  write_problems(json, console, log);
  json.end_object();
  console.out << text << '\n';
}

}  // namespace

int org_check(const OrgCheckArguments& arguments, Console& console) {
  std::optional<Date> day;
  if (!arguments.on.empty()) day = day_argument(arguments.on);
  ProblemLog log(console.problem_limit);
  const OrgData data(arguments.files, log);
  if (!day) day = data.first_day();
  if (data.organisation() != nullptr && !data.items().empty()) {
    if (!day) throw UsageFailure{Text(texts::day_needed)};
    log.append(data.placed(check_items(*data.organisation(), data.items(), *day)));
  }
  if (data.items().empty()) day.reset();
  const std::string file = arguments.files.organisation == "-" ? "<stdin>" : arguments.files.organisation;
  if (arguments.json) {
    write(console, file, data, log);
  } else {
    print(console, log);
    if (!console.quiet && !log.has_errors()) print_summary(console, file, data, day);
  }
  return exit_code_of(log);
}

}  // namespace aedile::tool
