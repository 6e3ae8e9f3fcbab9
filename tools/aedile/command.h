// How a command is described to the parser of the command line: the one way for all of them, in the language of the
// console.
//
//   const Command command = group.add("check", help::org_check, help::org_check_footer);
//   OrgCheckArguments& arguments = command.calls(org_check);
//   command.argument("ORGANISATION", arguments.file, help::org_file);
//   command.option("--on", arguments.on, help::org_on, "DATE");
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "aedile/console.h"

namespace aedile::tool {

/// One of these words; a number from `least` to `most`. Both without a word of CLI11's own about it in the help.
CLI::Validator one_of(std::vector<std::string> words);
CLI::Validator in_range(int least, int most);

/// What a command line turns out to ask for. Outlives all that is described for it.
struct Request {
  Console& console;
  std::function<int()> run;  ///< of the command that is named
};

/// A command while it is described; a handle, so that copies describe the same command.
class Command {
 public:
  /// The tool itself: what stands above all commands.
  Command(CLI::App& app, Request& request, const Message& description, const Message& footer);

  /// A command below this one.
  Command add(const char* name, const Message& description) const;
  Command add(const char* name, const Message& description, const Message& footer) const;
  /// A command that does nothing itself: one of those below it is to be named.
  Command add_group(const char* name, const Message& description, const Message& footer) const;

  /// What the parser fills in, and what `function` is called with if this is the command that is named.
  template <class Arguments>
  Arguments& calls(int (*function)(const Arguments&, Console&)) const {
    const auto arguments = std::make_shared<Arguments>();
    calls([function, arguments](Console& console) { return function(*arguments, console); });
    return *arguments;
  }
  void calls(std::function<int(Console&)> function) const;

  /// A value known by its place; it has to be there unless `->required(false)` follows.
  template <class Value>
  CLI::Option* argument(const char* name, Value& value, const Message& text) const {
    return option(name, value, text, "")->required();
  }
  /// type: what stands for the value in the help.
  template <class Value>
  CLI::Option* option(const char* name, Value& value, const Message& text, const char* type) const {
    return app_->add_option(name, value, in(text))->type_name(type);
  }
  /// An option that is repeated for each of its values.
  CLI::Option* repeated(const char* name, std::vector<std::string>& values, const Message& text,
                        const char* type) const;
  CLI::Option* flag(const char* name, bool& value, const Message& text) const;
  void version_flag(const char* name, const char* version, const Message& text) const;

  /// A whole number from 0 to `most`: the parser itself lets a sign and too many digits wrap around.
  CLI::Validator count(std::uint64_t most) const;

 private:
  Command(CLI::App& app, Request& request) : app_(&app), request_(&request) {}
  void decorate() const;
  void set_footer(const Message& footer) const;
  /// As the help shows it: broken into lines.
  std::string in(const Message& message) const;

  CLI::App* app_;
  Request* request_;
};

}  // namespace aedile::tool
