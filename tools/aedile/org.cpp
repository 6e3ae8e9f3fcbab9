// Organisations of a command line, read and checked.
#include "aedile/org.h"

#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/framework_items.h"
#include "aedile/io/framework_json.h"
#include "aedile/io/organisation_json.h"
#include "aedile/texts.h"

namespace aedile::tool {

Date day_argument(const std::string& text) {
  const Result<Date> day = Date::parse(text);
  if (!day) throw UsageFailure{day.diagnostics().items().front().text};
  return *day;
}

OrgData::OrgData(const OrgFiles& files, ProblemLog& log) : name_(shown_name(files.organisation)) {
  require_one_standard_input({files.organisation, files.sites, files.scheme});
  text_ = read_text(files.organisation);
  Result<Organisation> read = read_organisation(text_, name_, Validate::later);
  log.append(read.diagnostics());
  if (!files.sites.empty()) {
    InputFile input(files.sites);
    table_ = read_sites(input.stream(), input.name(), log);
  }
  std::optional<Date> first_of_scheme;
  if (!files.scheme.empty()) {
    const Result<Framework> framework = read_framework(read_text(files.scheme), shown_name(files.scheme));
    log.append(framework.diagnostics());
    if (framework) {
      items_ = item_descriptions(*framework);
      first_of_scheme = framework->valid_from;
    }
  }
  if (!read || log.has_errors()) return;
  Organisation organisation = with_item_duties(std::move(*read), items_);
  first_day_ = organisation.valid.from ? organisation.valid.from : first_of_scheme;
  first_of_table_ = organisation.sites.size();
  if (table_) organisation.sites.insert(organisation.sites.end(), table_->sites().begin(), table_->sites().end());
  Result<CompiledOrganisation> compiled = compile(std::move(organisation));
  log.append(placed(compiled.diagnostics()));
  if (compiled) compiled_ = std::move(*compiled);
}

Diagnostics OrgData::placed(const Diagnostics& found) const {
  return place_in_organisation(text_, name_, table_ ? table_->placed(found, first_of_table_) : found);
}

}  // namespace aedile::tool
