// aedile ladder, notice, rates: what their commands are asked for, and the functions that do it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "aedile/commands.h"
#include "aedile/rectification/statistics.h"

namespace aedile::tool {

struct LadderStepsArguments {
  std::string ladder;
  CalendarDueArguments due;  ///< start, limit and calendar
  std::string ticket = "T";
  std::string answered;
  std::string as_of;  ///< empty: all steps, come or not
};
int ladder_steps(const LadderStepsArguments& arguments, Console& console);

struct LadderClimbArguments {
  std::string ladder;
  std::string occasions;
  std::string unit;  ///< empty: all
  CalendarArguments calendar;
};
int ladder_climb(const LadderClimbArguments& arguments, Console& console);

struct NoticeRenderArguments {
  std::string notice;  ///< a notice, or a journal where a ticket is named
  std::string ticket;
  std::string organisation;  ///< for titles of site and unit
  std::string scheme;        ///< for titles of items
  std::string visits;        ///< a table: when the visits were
  std::string findings;      ///< a table: what the findings say
  std::string copy = "both";
  bool html = false;
  std::string output = "-";
};
int notice_render(const NoticeRenderArguments& arguments, Console& console);

struct ReturnsArguments {
  std::string rules;
  std::string closed;
  std::string found;
  bool json = false;
};
int returns(const ReturnsArguments& arguments, Console& console);

struct SpreadArguments {
  std::string rules;
  std::string sites;
  std::string ticket;
  std::string item;
  std::string site;
  std::string date;
  bool json = false;
};
int spread(const SpreadArguments& arguments, Console& console);

struct LookBackArguments {
  std::string rules;
  std::string closed;
  std::string period;
  std::string seed_source;
  std::string output = "-";
};
int look_back(const LookBackArguments& arguments, Console& console);

struct RatesArguments {
  std::vector<std::string> facts;  ///< tables
  std::string by;                  ///< unit, site_class, item, period; empty: all together
  std::vector<std::string> rates;  ///< codes; empty: all that have a denominator
  std::string rework = "tickets";
  std::string suspended = "stay";
  std::string replied = "not_rectified";
  std::string excused = "on_time";
  std::string unit;
  std::string site_class;
  std::string item;
  std::string period;
  bool counts = false;
  bool json = false;
};
int rates(const RatesArguments& arguments, Console& console);
/// What can be asked for though no ticket is of it.
struct KnownNames {
  std::set<std::string> units;
};
/// What was counted, wherever it comes from; the log says what went wrong on the way. Whoever asks for something that
/// nobody knows is told what there is.
int show_rates(const TicketStatistics& all, ProblemLog log, const RatesArguments& arguments, Console& console,
               const KnownNames& known = {});

}  // namespace aedile::tool
