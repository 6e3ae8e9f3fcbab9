// aedile org: what its commands are asked for, the functions that do it, and what they share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aedile/console.h"
#include "aedile/io/sites_csv.h"
#include "aedile/organisation/decomposition.h"

namespace aedile::tool {

/// The files of one organisation.
struct OrgFiles {
  std::string organisation;
  std::string sites;   ///< a table of further sites; empty: none
  std::string scheme;  ///< a framework; empty: none
};

struct OrgCheckArguments {
  OrgFiles files;
  std::string on;  ///< day of the checks that need a framework
  bool json = false;
};
int org_check(const OrgCheckArguments& arguments, Console& console);

struct OrgWhoArguments {
  OrgFiles files;
  std::string item;
  std::string site;
  std::string date;
  std::optional<std::string> points;  ///< to be posted
  int places = 2;
  bool json = false;
};
int org_who(const OrgWhoArguments& arguments, Console& console);

struct OrgLedgerArguments {
  std::string sites;   ///< a table, or an organisation
  std::string before;  ///< an older edition
  std::string visits;
  std::string period;
  std::string organisation;
  std::string output;
  bool json = false;
};
int org_ledger(const OrgLedgerArguments& arguments, Console& console);

// ---- what they share

/// An organisation with its sites and items, read, completed and checked; every problem in the log.
class OrgData {
 public:
  /// Throws FileFailure.
  OrgData(const OrgFiles& files, ProblemLog& log);

  /// Nothing if something is wrong.
  const CompiledOrganisation* organisation() const { return compiled_ ? &*compiled_ : nullptr; }
  const std::vector<ItemDescription>& items() const { return items_; }
  /// First days of the organisation and of the framework, if they have any.
  std::optional<Date> first_day() const { return first_day_; }
  /// Problems at pointers, at their places in the files.
  Diagnostics placed(const Diagnostics& found) const;

 private:
  std::string name_;
  std::string text_;
  std::optional<SiteTable> table_;
  std::size_t first_of_table_ = 0;
  std::vector<ItemDescription> items_;
  std::optional<Date> first_day_;
  std::optional<CompiledOrganisation> compiled_;
};

/// A day of the command line. Throws UsageFailure.
Date day_argument(const std::string& text);

}  // namespace aedile::tool
