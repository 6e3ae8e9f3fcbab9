// The options of aedile ticket.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "aedile/ticket.h"

namespace aedile::tool {

/// How the command line makes commands.
struct CommandMaker {
  Console& console;
  std::function<CLI::App&(CLI::App& parent, const char* name, const Message& description, const Message& footer)> add;
  std::function<std::string(const Message&)> in;          ///< in the language of the console, broken into lines
  std::function<void(std::function<int()>)> run;          ///< what is to be done if the command is named
  std::function<void(CLI::App&, RatesArguments&)> rates;  ///< adds the options of `aedile rates`
};

class TicketCommandLine {
 public:
  void add_to(CLI::App& app, const CommandMaker& maker);

 private:
  void add_moment(CLI::App& command, TicketMoment& moment, const Message& who, bool required);
  void add_particulars(CLI::App& command, TicketParticulars& given);
  void add_as_of(CLI::App& command, TicketAsOf& as_of);
  CLI::App& begin(CLI::App& parent, const char* name, const Message& description, std::string& journal);

  const CommandMaker* maker_ = nullptr;
  TicketAdoptArguments adopt_;
  TicketOpenArguments open_;
  TicketDoArguments do_;
  TicketAllowedArguments allowed_;
  TicketShowArguments show_;
  TicketDueArguments due_;
  TicketStatsArguments stats_;
  TicketAdvanceArguments advance_;
  TicketJudgeArguments judge_;
  TicketUnitsArguments units_;
  TicketClosedArguments closed_;
  TicketFindingsArguments findings_;
};

}  // namespace aedile::tool
