#include "aedile/ticket_desk.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "aedile/input.h"
#include "aedile/inspection/evidence.h"
#include "aedile/journal.h"
#include "aedile/rectification/setup_lookup.h"
#include "aedile/texts.h"
#include "aedile/texts_journal.h"
#include "aedile/texts_ticket.h"

namespace aedile::tool {

namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// The two sides of the first separator; nothing without one, or with an empty side.
std::optional<std::pair<std::string, std::string>> parted(const std::string& text, char separator) {
  const std::size_t at = text.find(separator);
  if (at == 0 || at == std::string::npos || at + 1 == text.size()) return std::nullopt;
  return std::pair(text.substr(0, at), text.substr(at + 1));
}

std::optional<std::int32_t> whole(const std::string& text) {
  std::int32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0 || number > 1'000'000) return std::nullopt;
  return number;
}

}  // namespace

void TicketDesk::note(const Diagnostics& problems) {
  for (Diagnostic problem : problems) {
    if (problem.place.file.empty()) problem.place.file = file_;
    log_.add(std::move(problem));
  }
}

void TicketDesk::problem(const Message& message, std::vector<std::string> arguments) {
  Diagnostics one;
  one.error(Place{file_, 0, 0, {}}, message, std::move(arguments));
  note(one);
}

void TicketDesk::wrong_argument(const Message& message, std::vector<std::string> arguments) {
  problem(message, std::move(arguments));
  wrong_arguments_ = true;
}

std::optional<Instant> TicketDesk::understood(Result<Instant> time) {
  wrong_arguments_ = wrong_arguments_ || !time;
  return value(std::move(time));
}

std::optional<TicketJournal> TicketDesk::open_for_writing() {
  std::optional<Journal> journal = value(Journal::open(file_, {.holder = "aedile ticket"}));
  if (!journal) return std::nullopt;
  return value(TicketJournal::open(std::move(*journal)));
}

std::optional<TicketLedger> TicketDesk::read(const TicketAsOf& as_of) {
  view_ = value(JournalView::open(file_));
  if (!view_) return std::nullopt;
  // Times are written in the zone of the regulations that hold now.
  const std::optional<TicketLedger> now = value(regulations_of(*view_));
  if (!now || !adopted(*now)) return std::nullopt;
  if (!as_of.at.empty()) when_.happened = until(*now, as_of.at);
  if (!as_of.recorded.empty()) when_.recorded = until(*now, as_of.recorded);
  if (log_.has_errors()) return std::nullopt;
  std::optional<TicketLedger> ledger = value(fold_tickets(*view_, when_));
  if (ledger && ledger->regulations() == nullptr) {
    told_too_early(*now);
    return std::nullopt;
  }
  return ledger;
}

void TicketDesk::told_too_early(const TicketLedger& ledger) {
  Instant first;
  note(view_->each([&](const JournalEvent& event) {
    first = event.recorded;
    return event.entry.command != adopt_command;
  }));
  problem(texts::ticket_nothing_known, {zone(ledger).print(*when_.recorded), zone(ledger).print(first)});
}

const TimeZone& TicketDesk::zone(const TicketLedger& ledger) { return calendar(ledger).zone(); }

const WorkingCalendar& TicketDesk::calendar(const TicketLedger& ledger) {
  return usual_calendar(*ledger.regulations()->setup).latest();
}

bool TicketDesk::adopted(const TicketLedger& ledger) {
  if (ledger.regulations() != nullptr) return true;
  if (!told_none_) problem(texts::ticket_no_regulations);
  told_none_ = true;
  return false;
}

std::optional<Instant> TicketDesk::time(const TicketLedger& ledger, const std::string& text) {
  if (!adopted(ledger)) return std::nullopt;
  if (Date::parse(text)) {
    wrong_argument(texts::ticket_only_a_day, {text});
    return std::nullopt;
  }
  return understood(zone(ledger).parse(text));
}

std::optional<Instant> TicketDesk::until(const TicketLedger& ledger, const std::string& text) {
  if (!adopted(ledger)) return std::nullopt;
  return understood(end_of_time(zone(ledger), text));
}

std::optional<TicketActor> TicketDesk::actor(const TicketLedger& ledger, const std::string& id) {
  if (!adopted(ledger)) return std::nullopt;
  std::optional<TicketActor> actor = ledger.regulations()->actor(id);
  if (!actor) {
    std::vector<std::string> known;
    for (const RegisteredPerson& person : ledger.regulations()->people) known.push_back(person.id);
    problem(texts::ticket_nobody, {id, listed(known)});
  }
  return actor;
}

bool TicketDesk::moment(const TicketLedger& ledger, const TicketMoment& moment, TicketCommand& command) {
  if (!adopted(ledger)) return false;
  const std::optional<TicketActor> who = actor(ledger, moment.as);
  const std::optional<Instant> happened = time(ledger, moment.at);
  const std::optional<Instant> written_down = recorded(ledger, moment.recorded, happened);
  if (!who || !happened || !written_down) return false;
  command.actor = *who;
  command.happened = *happened;
  command.recorded = *written_down;
  return true;
}

std::optional<Instant> TicketDesk::recorded(const TicketLedger& ledger, const std::string& text,
                                            std::optional<Instant> happened) {
  return text.empty() ? happened : time(ledger, text);
}

bool TicketDesk::may_record(const TicketLedger& ledger, Instant recorded) {
  const Instant now = machine_now();
  if (!far_ahead(recorded, now)) return true;
  problem(texts::recorded_ahead, {zone(ledger).print(recorded), zone(ledger).print(now)});
  return false;
}

void TicketDesk::recorded_before(const TicketLedger& ledger, Instant recorded, Instant last) {
  problem(texts::ticket_recorded_before, {zone(ledger).print(recorded), zone(ledger).print(last)});
}

std::optional<TimeLimit> TicketDesk::length(const TicketLedger& ledger, Instant from, const std::string& text) {
  if (const auto sides = parted(text, ':')) {
    const auto& [kind, amount] = *sides;
    if (kind == "before") {
      const std::string& name = amount;
      const std::vector<Event>& events = ledger.regulations()->setup->events;
      const auto is_it = [&](const Event& event) { return event.name == name; };
      const bool known = std::any_of(events.begin(), events.end(), is_it);
      const bool comes = std::any_of(events.begin(), events.end(),
                                     [&](const Event& event) { return is_it(event) && event.at > from; });
      // One that has no date yet is waited for; one that is over would be waited for in vain.
      if (comes || !known) return TimeLimit(BeforeEvent{name});
      problem(texts::ticket_no_event, {name, zone(ledger).print(from)});
      return std::nullopt;
    }
    if (kind == "on") {
      if (const Result<Date> date = Date::parse(amount)) return TimeLimit(OnDate{*date});
    } else if (const std::optional<std::int32_t> number = whole(amount)) {
      if (kind == "working_days") return TimeLimit(WorkingDays(*number));
      if (kind == "calendar_days") return TimeLimit(CalendarDays(*number));
      if (kind == "working_hours") return TimeLimit(WorkingHours::hours(*number));
      if (kind == "hours") return TimeLimit(ContinuousHours::hours(*number));
    }
  }
  wrong_argument(texts::ticket_bad_length, {text});
  return std::nullopt;
}

/// Whether the command is told how long: it asks for an extension, or one of its transitions asks for a length.
bool TicketDesk::takes_length(const TicketLedger& ledger, const TicketCommand& command) {
  const Ticket* const ticket = ledger.book().find(command.ticket);
  const CompiledWorkflow* const workflow = ticket != nullptr ? &ticket->workflow()
                                           : command.opening
                                               ? find_workflow(*ledger.regulations()->setup, command.opening->workflow)
                                               : nullptr;
  const CommandId id = workflow == nullptr ? CommandId() : workflow->find_command(command.command);
  if (!id.valid()) return true;  // which is refused for what it is
  if (workflow->command(id).kind == CommandKind::request_extension) return true;
  const std::vector<Transition>& rows = workflow->workflow().transitions;
  return std::any_of(rows.begin(), rows.end(), [&](const Transition& row) {
    return row.command == command.command &&
           std::find(row.requires_.begin(), row.requires_.end(), Field::limit) != row.requires_.end();
  });
}

std::optional<Evidence> TicketDesk::evidence(const std::string& file) {
  std::error_code failure;
  const std::filesystem::file_status status = std::filesystem::status(file, failure);
  // A pipe can be read once, a device for ever: nobody could compare them with what was recorded.
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    throw FileFailure{file, Text(texts::evidence_no_file)};
  }
  if (file == standard_stream) throw FileFailure{shown_name(file), Text(texts::evidence_no_file)};
  InputFile input(file);
  if (input.stream().peek() == std::istream::traits_type::eof()) {
    log_.error(Place{file, 0, 0, {}}, texts::evidence_empty);
    return std::nullopt;
  }
  return value(evidence_of(input.stream(), std::filesystem::path(file).filename().string()));
}

bool TicketDesk::particulars(const TicketLedger& ledger, const TicketParticulars& given, TicketCommand& command) {
  command.reason = given.reason;
  command.criteria = given.criteria;
  command.into = given.into;
  command.step = given.step;
  command.notice = given.notice;
  if (!given.assignee.empty()) command.assignee = given.assignee;
  if (given.unassign) command.assignee = "";
  if (!given.unit.empty()) command.unit = given.unit;
  if (!given.until.empty()) command.until = until(ledger, given.until);
  if (!given.decision.empty()) command.decision = given.decision == "yes";
  if (!given.length.empty()) {
    command.limit = length(ledger, command.happened, given.length);
    if (!takes_length(ledger, command)) problem(texts::ticket_length_ignored, {command.ticket, command.command});
  }
  const std::optional<Instant> taken = given.taken.empty() ? command.happened : time(ledger, given.taken);
  if (!given.taken.empty() && given.evidence.empty()) {
    wrong_argument(texts::option_without, {"--taken", "--evidence"});
  }
  for (const std::string& file : given.evidence) {
    const std::optional<Evidence> piece = evidence(file);
    if (piece && taken) command.evidence.push_back({*piece, *taken});
  }
  for (const std::string& text : given.limits) {
    const auto sides = parted(text, '=');
    if (!sides) {
      wrong_argument(texts::ticket_bad_pair, {text, "CODE=LENGTH"});
    } else if (const std::optional<TimeLimit> limit = length(ledger, command.happened, sides->second)) {
      command.limits.emplace_back(sides->first, *limit);
    }
  }
  for (const std::string& text : given.parts) {
    const auto sides = parted(text, '=');
    if (!sides) {
      wrong_argument(texts::ticket_bad_pair, {text, "ID=TITLE"});
      continue;
    }
    TicketPart part{.ticket = sides->first};
    if (const Ticket* const whole_ticket = ledger.book().find(command.ticket)) part.subject = whole_ticket->subject();
    part.subject.title = sides->second;
    command.parts.push_back(std::move(part));
  }
  return !log_.has_errors();
}

int TicketDesk::finish() {
  if (!json_format_.empty() && log_.has_errors()) {
    print_problems_as_json(console_, json_format_, log_);
  } else {
    print(console_, log_);
  }
  const int code = exit_code_of_journal(log_);
  return code == exit_data && wrong_arguments_ ? exit_usage : code;
}

}  // namespace aedile::tool
