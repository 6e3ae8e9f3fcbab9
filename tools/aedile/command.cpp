#include "aedile/command.h"

#include <charconv>
#include <utility>

#include "aedile/help_lines.h"
#include "aedile/help_texts.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

constexpr std::size_t option_column = 32;

CLI::Validator silent(CLI::Validator validator) {
  validator.description("");
  return validator;
}

}  // namespace

CLI::Validator one_of(std::vector<std::string> words) { return silent(CLI::IsMember(std::move(words))); }

CLI::Validator in_range(int least, int most) { return silent(CLI::Range(least, most)); }

Command::Command(CLI::App& app, Request& request, const Message& description, const Message& footer)
    : Command(app, request) {
  app.description(in(description));
  app.require_subcommand(1);
  decorate();
  set_footer(footer);
}

Command Command::add(const char* name, const Message& description) const {
  const Command command(*app_->add_subcommand(name, in(description)), *request_);
  command.app_->group(in(help::commands));
  command.app_->fallthrough();  // --lang after the command too
  command.app_->footer("");     // not that of the tool
  command.decorate();
  return command;
}

Command Command::add(const char* name, const Message& description, const Message& footer) const {
  const Command command = add(name, description);
  command.set_footer(footer);
  return command;
}

Command Command::add_group(const char* name, const Message& description, const Message& footer) const {
  const Command group = add(name, description, footer);
  group.app_->require_subcommand(1);
  return group;
}

void Command::calls(std::function<int(Console&)> function) const {
  app_->callback([request = request_, function = std::move(function)] {
    request->run = [request, function] { return function(request->console); };
  });
}

CLI::Option* Command::repeated(const char* name, std::vector<std::string>& values, const Message& text,
                               const char* type) const {
  return option(name, values, text, type)->expected(1)->take_all();
}

CLI::Option* Command::flag(const char* name, bool& value, const Message& text) const {
  return app_->add_flag(name, value, in(text));
}

void Command::version_flag(const char* name, const char* version, const Message& text) const {
  app_->set_version_flag(name, version, in(text));
}

CLI::Validator Command::count(std::uint64_t most) const {
  const auto problem = [request = request_, most](const std::string& text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, number);
    const bool good = failure == std::errc() && stopped == end && number <= most;
    return good ? std::string() : request->console.text(texts::no_count, {text, std::to_string(most)});
  };
  return CLI::Validator(problem, "");
}

void Command::decorate() const {
  app_->option_defaults()->group(in(help::options));
  app_->set_help_flag("-h,--help", in(help::help_flag));
  const auto& formatter = app_->get_formatter();
  formatter->column_width(option_column);
  formatter->label("Usage", in(help::usage));
  formatter->label("Positionals", in(help::positionals));
  formatter->label("Options", in(help::options));
  formatter->label("Subcommands", in(help::commands));
  formatter->label("REQUIRED", in(help::required));
}

void Command::set_footer(const Message& footer) const {
  app_->footer(std::string(footer.in(request_->console.language)));
}

std::string Command::in(const Message& message) const { return in_help_lines(message.in(request_->console.language)); }

}  // namespace aedile::tool
