// aedile plan: what its commands are asked for, and the functions that do it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aedile/console.h"
#include "aedile/org.h"

namespace aedile::tool {

/// The terms of a draw.
struct TermsFiles {
  std::string terms;
  std::string candidates;  ///< a table of further candidates; empty: none
};

struct PlanDrawArguments {
  TermsFiles files;
  std::optional<std::string> seed;  ///< none: only the commitment is shown
  std::string output;
  bool canonical = false;
};
int plan_draw(const PlanDrawArguments& arguments, Console& console);

struct PlanVerifyArguments {
  TermsFiles files;
  std::string draw;
  std::string commitment;
};
int plan_verify(const PlanVerifyArguments& arguments, Console& console);

struct PlanGenerateArguments {
  std::string programme;
  OrgFiles organisation;
  std::string calendar = "cn";
  std::string seed;
  std::string output = "-";
};
int plan_generate(const PlanGenerateArguments& arguments, Console& console);

struct PlanAssignArguments {
  std::string visits;
  std::string inspectors;
  std::string past;  ///< an assignment and its visits, as one table with the columns site, date, inspectors
  std::string output = "-";
  std::uint32_t load_cost = 1000;
  std::uint32_t kilometre_cost = 1;
};
int plan_assign(const PlanAssignArguments& arguments, Console& console);

struct PlanRouteArguments {
  std::string visits;
  std::string date;
  std::string start;  ///< "30.25,120.15"
  std::string leave = "08:30";
  std::uint32_t speed = 400;  ///< metres a minute
  std::uint32_t stay = 30;    ///< minutes
};
int plan_route(const PlanRouteArguments& arguments, Console& console);

struct PlanIcsArguments {
  std::string visits;
  std::string stamp;
  std::string name;
  std::string output = "-";
  bool without_covert = false;
};
int plan_ics(const PlanIcsArguments& arguments, Console& console);

}  // namespace aedile::tool
