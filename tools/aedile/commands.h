// The subcommands: what each is asked for, and the function that does it and returns the exit code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aedile/console.h"

namespace aedile::tool {

struct CheckArguments {
  std::vector<std::string> files;
  bool json = false;
};
int check(const CheckArguments& arguments, Console& console);

/// What `score` and `explain` have in common.
struct DataArguments {
  std::string scheme;
  std::vector<std::string> editions;  ///< further files
  std::string visits;
  std::string findings;
  bool ignore_not_applicable = false;
  bool json = false;
};

struct ScoreArguments {
  DataArguments data;
  std::string output;  ///< empty: the standard output, unless `json` or `expect`
  std::string expect;
  std::optional<std::uint64_t> agree;
  std::size_t differences = 10;
  std::string nodes;
  bool derivations = false;
  bool keep_going = false;
  unsigned threads = 0;  ///< 0: as many as there are processors
};
int score(const ScoreArguments& arguments, Console& console);

struct ExplainArguments {
  DataArguments data;
  std::string visit;
  std::string node;
  bool everything = false;
  bool what_if = false;
};
int explain(const ExplainArguments& arguments, Console& console);

/// Which calendar, and which version of it.
struct CalendarArguments {
  std::string calendar = "cn";  ///< the id of one that is shipped, or a file
  std::string version;          ///< empty: the latest, or that of `known_at`
  std::string known_at;
  bool json = false;
};

struct CalendarDueArguments {
  CalendarArguments calendar;
  std::string start;
  std::string working_days;  ///< of the limits one is given
  std::string calendar_days;
  std::string working_hours;
  std::string hours;
  std::string on;
  std::string day_end;   ///< empty: midnight
  std::string rest_day;  ///< empty: next
  std::string policy;    ///< empty: the deadline under the version alone
  std::string as_of;
};
int calendar_due(const CalendarDueArguments& arguments, Console& console);

struct CalendarBetweenArguments {
  CalendarArguments calendar;
  std::string from;
  std::string to;
};
int calendar_between(const CalendarBetweenArguments& arguments, Console& console);

struct CalendarListArguments {
  CalendarArguments calendar;
  std::string from;
  std::string to;
  std::string only;  ///< working, rest, holiday, makeup, shift; empty: all
  std::vector<unsigned> month_days;
  std::vector<unsigned> weekdays;
  std::string last_working_day;  ///< a kind of period
  std::uint32_t irregular = 0;
  std::string each;  ///< empty: month
  std::optional<std::string> seed;
  std::string rest_days;  ///< empty: keep
  bool last_day_of_short_months = false;
};
int calendar_list(const CalendarListArguments& arguments, Console& console);

struct SchemaArguments {
  std::string format = "framework";
};
int schema(const SchemaArguments& arguments, Console& console);

}  // namespace aedile::tool
