// aedile ticket: what its commands are asked for, and the functions that do it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aedile/console.h"
#include "aedile/rectify.h"

namespace aedile::tool {

/// Who acts, and when.
struct TicketMoment {
  std::string as;        ///< a person of the regulations
  std::string at;        ///< when it happened
  std::string recorded;  ///< when it is written down; empty: then
};

struct TicketAdoptArguments {
  std::string journal;
  std::string regulations;
  TicketMoment moment;
};
int ticket_adopt(const TicketAdoptArguments& arguments, Console& console);

/// What may be said with any command.
struct TicketParticulars {
  std::string reason;
  std::vector<std::string> evidence;  ///< files
  std::string taken;                  ///< when the evidence came about; empty: then
  std::vector<std::string> criteria;
  std::string assignee;
  bool unassign = false;
  std::string unit;
  std::string until;
  std::string decision;  ///< yes, no
  std::string length;    ///< of an extension
  std::string into;
  std::vector<std::string> parts;   ///< ID=TITLE
  std::vector<std::string> limits;  ///< CODE=LENGTH
  std::string step;
  std::string notice;
  std::string key;
};

struct TicketOpenArguments {
  std::string journal;
  std::string workflow;
  TicketMoment moment;
  std::string command;  ///< empty: the workflow's only opening
  std::string ticket;   ///< empty: the next one
  std::string title;
  std::string site;
  std::string site_class;
  std::string location;
  std::string item;
  std::string fault_class;
  std::string severity;
  std::vector<std::string> findings;  ///< VISIT#N
  std::vector<std::string> links;     ///< KIND=TICKET
  TicketParticulars particulars;
  bool json = false;
};
int ticket_open(const TicketOpenArguments& arguments, Console& console);

struct TicketDoArguments {
  std::string journal;
  std::string ticket;
  std::string command;
  TicketMoment moment;
  TicketParticulars particulars;
  bool json = false;
};
int ticket_do(const TicketDoArguments& arguments, Console& console);

struct TicketAllowedArguments {
  std::string journal;
  std::string ticket;
  TicketMoment moment;
  bool json = false;
};
int ticket_allowed(const TicketAllowedArguments& arguments, Console& console);

/// The time that is asked about: what had happened by then, and what was known of it.
struct TicketAsOf {
  std::string at;        ///< empty: all that happened
  std::string recorded;  ///< empty: all that is known
};

struct TicketShowArguments {
  std::string journal;
  std::string ticket;  ///< empty: all, a line each
  TicketAsOf as_of;
  bool json = false;
};
int ticket_show(const TicketShowArguments& arguments, Console& console);

struct TicketDueArguments {
  std::string journal;
  std::string until;
  TicketAsOf as_of;
  bool json = false;
};
int ticket_due(const TicketDueArguments& arguments, Console& console);

struct TicketStatsArguments {
  std::string journal;
  TicketAsOf as_of;
  RatesArguments rates;
};
int ticket_stats(const TicketStatsArguments& arguments, Console& console);

struct TicketAdvanceArguments {
  std::string journal;
  TicketMoment moment;
  bool json = false;
};
int ticket_advance(const TicketAdvanceArguments& arguments, Console& console);

struct TicketJudgeArguments {
  std::string journal;
  std::string occasions;  ///< a table
  TicketMoment moment;
};
int ticket_judge(const TicketJudgeArguments& arguments, Console& console);

struct TicketUnitsArguments {
  std::string journal;
  std::string unit;  ///< empty: all
  TicketAsOf as_of;
  bool json = false;
};
int ticket_units(const TicketUnitsArguments& arguments, Console& console);

struct TicketClosedArguments {
  std::string journal;
  std::string from;   ///< days of closing; empty: from the first
  std::string until;  ///< empty: to the last
  std::string sites;  ///< for areas
  TicketAsOf as_of;
  std::string output = "-";
};
int ticket_closed(const TicketClosedArguments& arguments, Console& console);

struct TicketFindingsArguments {
  std::string journal;
  std::string findings;
  bool restore = false;  ///< points come back for what was closed in time
  bool degrees = false;  ///< how often a fault has come back, besides that it has
  TicketAsOf as_of;
  std::string output = "-";
};
int ticket_findings(const TicketFindingsArguments& arguments, Console& console);

}  // namespace aedile::tool
