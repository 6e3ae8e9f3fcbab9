#include "aedile/rectification/regulations.h"

#include <algorithm>
#include <map>
#include <set>

#include "aedile/core/exceptions.h"
#include "aedile/rectification/setup_lookup.h"
#include "core/excerpt.h"
#include "core/likeness.h"
#include "core/texts.h"
#include "rectification/messages_regulations.h"

namespace aedile {

namespace {

using detail::Report;

std::string listed(const std::set<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + detail::excerpt(word);
  return text;
}

std::string element(std::string_view list, std::size_t position) {
  return "/" + std::string(list) + "/" + std::to_string(position);
}

/// Problems of a part, as those of its place.
void take(Diagnostics& problems, const Diagnostics& found, const std::string& pointer) {
  for (Diagnostic problem : found) {
    problem.place.pointer.insert(0, pointer);
    problems.add(std::move(problem));
  }
}

class Checker {
 public:
  explicit Checker(const Regulations& regulations) : regulations_(regulations) {}

  Diagnostics check() {
    name("id", regulations_.id);
    name("edition", regulations_.edition);
    detail::check_local_text("title", regulations_.title, report_);
    if (regulations_.workflows.empty()) report_.at("workflows").error(messages::regulations_without_workflow);
    if (regulations_.calendars.empty()) report_.at("calendars").error(messages::regulations_without_calendar);
    check_workflows();
    check_calendars();
    check_people();
    check_events();
    check_notices();
    check_lists();
    check_escalation();
    Diagnostics problems = report_.take();
    problems.append(std::move(parts_));
    if (regulations_.ladder) take(problems, validate(*regulations_.ladder), "/ladder");
    if (regulations_.unit_ladder) take(problems, validate(*regulations_.unit_ladder), "/unit_ladder");
    return problems;
  }

 private:
  void name(std::string_view key, const std::string& text) {
    const auto inside = report_.at(key);
    detail::check_name(key, text, report_);
  }
  /// The id of a person or a unit, which people compare by its look. Those of regulations that were adopted before
  /// stand as they are, so these are warnings; they are not adopted any more.
  void id(std::string_view key, const std::string& text, std::map<std::string, std::string>& known) {
    name(key, text);
    const auto inside = report_.at(key);
    if (const std::optional<std::string> found = detail::unseen(text)) {
      report_.warning(messages::unseen_character, {text, *found});
    }
    const auto [first, is_new] = known.emplace(detail::folded(text), text);
    if (!is_new && first->second != text) report_.warning(messages::ids_alike, {text, first->second});
  }
  /// Enters the element; says whether `words` has it already.
  void once(std::set<std::string>& words, const std::string& word) {
    if (!words.insert(word).second) report_.error(messages::duplicate_regulation, {word});
  }

  void check_workflows() {
    std::set<std::string> editions;
    for (std::size_t i = 0; i < regulations_.workflows.size(); ++i) {
      const Workflow& workflow = regulations_.workflows[i];
      take(parts_, validate(workflow), element("workflows", i));
      const auto inside = report_.at("workflows", i);
      once(editions, workflow.id + " " + workflow.edition);
      for (const Named& role : workflow.roles) roles_.insert(role.code);
    }
  }
  void check_calendars() {
    for (std::size_t i = 0; i < regulations_.calendars.size(); ++i) {
      take(parts_, validate(regulations_.calendars[i]), element("calendars", i));
      const auto inside = report_.at("calendars", i);
      once(calendars_, regulations_.calendars[i].id);
    }
    if (!regulations_.calendar.empty()) {
      const auto inside = report_.at("calendar");
      known_calendar(regulations_.calendar);
    }
    std::set<std::string> units;
    for (std::size_t i = 0; i < regulations_.units.size(); ++i) {
      const auto inside = report_.at("units", i);
      id("unit", regulations_.units[i].unit, unit_ids_);
      once(units, regulations_.units[i].unit);
      const auto calendar = report_.at("calendar");
      known_calendar(regulations_.units[i].calendar);
    }
  }
  void known_calendar(const std::string& id) {
    if (!calendars_.contains(id)) report_.error(messages::unknown_calendar_here, {id, listed(calendars_)});
  }
  void check_people() {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < regulations_.people.size(); ++i) {
      const RegisteredPerson& person = regulations_.people[i];
      const auto inside = report_.at("people", i);
      id("id", person.id, person_ids_);
      id("unit", person.unit, unit_ids_);
      detail::check_local_text("title", person.title, report_);
      once(ids, person.id);
      for (std::size_t r = 0; r < person.roles.size(); ++r) {
        if (roles_.contains(person.roles[r])) continue;
        report_.at("roles", r).error(messages::unknown_role_here, {person.roles[r], listed(roles_)});
      }
    }
  }
  void check_events() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < regulations_.events.size(); ++i) {
      const auto inside = report_.at("events", i);
      name("name", regulations_.events[i].name);
      once(seen, regulations_.events[i].name + " " + regulations_.events[i].at.to_string());
    }
  }
  void check_notices() {
    if (!regulations_.notices) return;
    const auto inside = report_.at("notices");
    name("series", regulations_.notices->series);
    name("authority", regulations_.notices->authority);
    detail::check_local_text("consequence", regulations_.notices->consequence, report_);
    detail::check_local_text("contact", regulations_.notices->contact, report_);
    take(parts_, NumberPattern::parse(regulations_.notices->pattern).diagnostics(), "/notices/pattern");
  }

  void check_escalation() {
    if (!regulations_.ladder) return;
    for (std::size_t i = 0; i < regulations_.workflows.size(); ++i) {
      const std::vector<WorkflowCommand>& commands = regulations_.workflows[i].commands;
      const bool escalates = std::any_of(commands.begin(), commands.end(), [](const WorkflowCommand& each) {
        return each.kind == CommandKind::escalate;
      });
      if (escalates) continue;
      report_.at("workflows", i).warning(messages::ladder_without_escalation, {regulations_.workflows[i].id});
    }
  }
  void check_lists() {
    std::set<std::string> groups;
    for (std::size_t i = 0; i < regulations_.lists.size(); ++i) {
      const auto inside = report_.at("unit_ladder");
      const auto list = report_.at("lists", i);
      once(groups, regulations_.lists[i].group);
    }
  }

  const Regulations& regulations_;
  Report report_;
  Diagnostics parts_;
  std::map<std::string, std::string> person_ids_;  ///< as they look → as they are first written
  std::map<std::string, std::string> unit_ids_;
  std::set<std::string> roles_;
  std::set<std::string> calendars_;
};

}  // namespace

Diagnostics newly_adopted(std::span<const Regulations> before, const Regulations& regulations) {
  Diagnostics problems;
  const auto refuse = [&](const char* pointer, const Message& message, std::vector<std::string> arguments) {
    for (std::string& each : arguments) each = detail::excerpt(each);
    problems.error({{}, 0, 0, pointer}, message, std::move(arguments));
  };
  for (Diagnostic problem : validate(regulations)) {
    if (problem.code() != "unseen_character" && problem.code() != "ids_alike") continue;
    problem.level = Level::error;
    problems.add(std::move(problem));
  }
  for (std::size_t i = 0; i < regulations.workflows.size(); ++i) {
    const Workflow& workflow = regulations.workflows[i];
    const bool known = std::any_of(before.begin(), before.end(), [&](const Regulations& each) {
      return std::any_of(each.workflows.begin(), each.workflows.end(), [&](const Workflow& other) {
        return other.id == workflow.id && other.edition == workflow.edition;
      });
    });
    if (known) continue;
    for (Diagnostic problem : validate(workflow)) {
      if (problem.code() != "workflow_frees_itself") continue;
      problem.level = Level::error;
      problem.place.pointer.insert(0, element("workflows", i));
      problems.add(std::move(problem));
    }
  }
  for (const Regulations& each : before) {
    if (each.id == regulations.id && each.edition == regulations.edition && each != regulations) {
      refuse("/edition", messages::regulations_changed, {regulations.id, regulations.edition});
      break;
    }
  }
  if (!regulations.notices) return problems;
  const Result<NumberPattern> pattern = NumberPattern::parse(regulations.notices->pattern);
  for (const Regulations& each : before) {
    if (!pattern || !each.notices || each.notices->series == regulations.notices->series) continue;
    const Result<NumberPattern> other = NumberPattern::parse(each.notices->pattern);
    if (!other || !pattern->may_print_as(*other)) continue;
    refuse("/notices/pattern", messages::notice_numbers_meet,
           {regulations.notices->series, pattern->text(), each.notices->series, other->text()});
    break;
  }
  return problems;
}

Diagnostics validate(const Regulations& regulations) { return Checker(regulations).check(); }

std::optional<TicketActor> Adopted::actor(std::string_view id) const {
  const auto found =
      std::find_if(people.begin(), people.end(), [&](const RegisteredPerson& person) { return person.id == id; });
  if (found == people.end()) return std::nullopt;
  return TicketActor{{found->id, found->unit}, found->roles};
}

namespace {

/// At most a dozen of them.
std::string some_of(const std::set<std::string>& words) {
  constexpr std::size_t most = 12;
  std::set<std::string> first(words.begin(),
                              std::next(words.begin(), static_cast<std::ptrdiff_t>(std::min(most, words.size()))));
  return listed(first) + (words.size() > most ? ", …" : "");
}

}  // namespace

Diagnostics unknown_in(const TicketCommand& command, const Adopted& regulations) {
  Diagnostics problems;
  const bool names_assignee = command.assignee && !command.assignee->empty();
  const bool names_unit = (command.unit && !command.unit->empty()) || !command.parts.empty();
  if (regulations.people.empty() || (!names_assignee && !names_unit)) return problems;
  std::set<std::string> people;
  std::set<std::string> units;
  for (const RegisteredPerson& person : regulations.people) {
    people.insert(person.id);
    units.insert(person.unit);
  }
  for (const auto& [unit, calendar] : regulations.setup->calendar_of_unit) units.insert(unit);
  const auto check = [&](const std::string& word, const std::set<std::string>& known, const Message& message) {
    if (word.empty() || known.contains(word)) return;
    problems.error(
        {}, message,
        {detail::excerpt(command.ticket), detail::excerpt(command.command), detail::excerpt(word), some_of(known)});
  };
  if (names_assignee) check(*command.assignee, people, messages::unregistered_assignee);
  if (command.unit) check(*command.unit, units, messages::unregistered_unit);
  for (const TicketPart& part : command.parts) check(part.unit, units, messages::unregistered_unit);
  return problems;
}

Result<Adopted> adopt(std::span<const Regulations> in_order) {
  if (in_order.empty()) throw ContractError("adopt: no regulations");
  Diagnostics problems;
  TicketSetup setup;
  const auto compiled = [&](const auto& part, auto& into) {
    auto result = compile(part);
    if (result) {
      into.push_back(std::move(*result));
    } else {
      problems.append(result.diagnostics());
    }
  };
  for (const Regulations& regulations : in_order) {
    problems.append(validate(regulations));
    if (problems.has_errors()) continue;
    for (const Workflow& workflow : regulations.workflows) {
      const CompiledWorkflow* const known = find_workflow(setup, workflow.id, workflow.edition);
      if (known == nullptr) {
        compiled(workflow, setup.workflows);
      } else if (known->workflow() != workflow) {
        problems.error({}, messages::workflow_changed,
                       {detail::excerpt(workflow.id), detail::excerpt(workflow.edition)});
      }
    }
  }
  if (problems.has_errors()) return problems;
  const Regulations& last = in_order.back();
  for (const Calendar& calendar : last.calendars) compiled(calendar, setup.calendars);
  for (std::size_t i = in_order.size() - 1; i-- > 0;) {
    for (const Calendar& calendar : in_order[i].calendars) {
      if (find_calendar(setup, calendar.id) == nullptr) compiled(calendar, setup.calendars);
    }
  }
  if (problems.has_errors()) return problems;
  setup.calendar = last.calendar;
  for (const UnitCalendar& unit : last.units) setup.calendar_of_unit[unit.unit] = unit.calendar;
  setup.events = last.events;
  setup.ladder = last.ladder;
  Adopted adopted{.setup = std::make_shared<const TicketSetup>(std::move(setup)),
                  .people = last.people,
                  .notices = last.notices,
                  .ladder = last.ladder,
                  .title = last.title,
                  .unit_ladder = last.unit_ladder,
                  .lists = last.lists};
  return {std::move(adopted), std::move(problems)};
}

}  // namespace aedile
