// Every text of an organisation, and codes that are its own.
#include "core/texts.h"

#include "core/excerpt.h"
#include "organisation/messages.h"
#include "organisation/validate/subject.h"

namespace aedile::detail {

namespace {

void name(std::string_view key, std::string_view text, Report& report) {
  const auto inside = report.at(key);
  check_name(key, text, report);
}

void prose(std::string_view key, std::string_view text, Report& report) {
  const auto inside = report.at(key);
  check_prose(key, text, report);
}

/// The member "code" of every element of a list, each once.
template <class T>
CodeIndex codes(const char* list, const std::vector<T>& elements, Report& report) {
  CodeIndex index;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const auto inside = report.at(list, i, "code");
    check_name("code", elements[i].code, report);
    const auto [first, unseen] = index.emplace(elements[i].code, i);
    if (unseen || elements[i].code.empty()) continue;
    inside.error_verbatim(messages::code_taken,
                          {excerpt(elements[i].code), "/" + std::string(list) + "/" + std::to_string(first->second)});
  }
  return index;
}

void check_site_texts(const Site& site, Report& report) {
  name("site_class", site.site_class, report);
  check_local_text("title", site.title, report);
  name("cell", site.cell, report);
  prose("address", site.address, report);
  prose("contact", site.contact, report);
  prose("phone", site.phone, report);
}

}  // namespace

OrganisationSubject learn_codes(const Organisation& organisation, Report& report) {
  name("id", organisation.id, report);
  name("edition", organisation.edition, report);
  check_local_text("title", organisation.title, report);
  prose("source", organisation.source, report);
  OrganisationSubject subject{organisation, codes("units", organisation.units, report),
                              codes("sites", organisation.sites, report),
                              codes("site_classes", organisation.site_classes, report)};
  for (std::size_t i = 0; i < organisation.site_classes.size(); ++i) {
    const auto inside = report.at("site_classes", i);
    check_local_text("title", organisation.site_classes[i].title, report);
  }
  for (std::size_t i = 0; i < organisation.units.size(); ++i) {
    const auto inside = report.at("units", i);
    check_local_text("title", organisation.units[i].title, report);
  }
  for (std::size_t i = 0; i < organisation.sites.size(); ++i) {
    const auto inside = report.at("sites", i);
    check_site_texts(organisation.sites[i], report);
  }
  codes("duties", organisation.duties, report);
  codes("rules", organisation.rules, report);
  for (std::size_t i = 0; i < organisation.rules.size(); ++i) {
    const auto inside = report.at("rules", i);
    check_local_text("title", organisation.rules[i].title, report);
  }
  codes("contracts", organisation.contracts, report);
  for (std::size_t i = 0; i < organisation.contracts.size(); ++i) {
    const auto inside = report.at("contracts", i);
    name("kind", organisation.contracts[i].kind, report);
    check_local_text("title", organisation.contracts[i].title, report);
  }
  for (std::size_t i = 0; i < organisation.targets.size(); ++i) {
    const UnitTarget& target = organisation.targets[i];
    const auto inside = report.at("targets", i);
    check_local_text("task", target.task, report);
    check_local_text("goal", target.goal, report);
    check_local_text("reward", target.reward, report);
    prose("signed_by", target.signed_by, report);
  }
  return subject;
}

}  // namespace aedile::detail
