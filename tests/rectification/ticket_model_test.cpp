// Any commands in any order, by anybody, against a plain model. RC_PARAMS=max_success=100000 makes it the long run.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "aedile/rectification/rates.h"
#include "aedile/rectification/ticket_facts.h"
#include "rectification/plain_model.h"
#include "rectification/play.h"

namespace aedile::test {
namespace {

/// Few people in many roles, so that whoever does the work will try to close it.
struct World {
  const char* id;
  std::vector<std::string> tickets{"T1", "T2", "T3"};
  std::vector<TicketActor> people{};
};

World world_of(const char* id) {
  World world{.id = id};
  const Workflow workflow = shipped_workflow(id).value();
  std::vector<std::string> all;
  for (const Named& role : workflow.roles) all.push_back(role.code);
  world.people = {Play::actor("cleaning.li", all, "cleaning"), Play::actor("roads.wu", all, "roads"),
                  Play::actor("street.chen", all, "street")};
  for (const Named& role : workflow.roles)
    world.people.push_back(Play::actor("city." + role.code, {role.code}, "city"));
  return world;
}

class Sequence {
 public:
  explicit Sequence(World world)
      : world_(std::move(world)), play_({shipped(world_.id)}), model_(play_.setup->workflows.front().workflow()) {}

  void run() {
    const int commands = *rc::gen::inRange(1, 60);
    for (int i = 0; i < commands; ++i) step();
    check_replay();
    check_prefix();
    check_rates();
  }

 private:
  TicketCommand any_command() {
    const Workflow& workflow = play_.setup->workflows.front().workflow();
    TicketActor who = *rc::gen::elementOf(world_.people);
    const std::string ticket = *rc::gen::elementOf(world_.tickets);
    const Ticket* const found = play_.book.find(ticket);
    // Mostly what is open there at all, so that sequences get far.
    std::vector<std::string> open;
    if (found != nullptr && *rc::gen::inRange(0, 8) != 0) {
      for (const CompiledTransition& row : found->workflow().rows(found->state())) {
        open.push_back(found->workflow().command(row.command).code);
      }
    }
    for (const WorkflowCommand& each : workflow.commands) {
      if (open.empty() || found == nullptr) open.push_back(each.code);
    }
    std::string name = *rc::gen::elementOf(open);
    if (found == nullptr && *rc::gen::inRange(0, 4) != 0) {
      name = std::find_if(workflow.commands.begin(), workflow.commands.end(), [](const WorkflowCommand& each) {
               return each.kind == CommandKind::open;
             })->code;
    }
    const int gap = *rc::gen::inRange(0, 10);
    play_.pass(gap == 0 ? std::chrono::hours(*rc::gen::inRange(1, 120)) : std::chrono::hours(0));
    TicketCommand command = play_.full(ticket, name, who);
    if (found == nullptr) command.opening = play_.opening(ticket, name, who).opening;
    command.unit = *rc::gen::element<std::string>("cleaning", "roads");
    command.assignee = (*rc::gen::elementOf(world_.people)).person.id;
    command.decision = *rc::gen::inRange(0, 3) != 0;
    command.into = *rc::gen::elementOf(world_.tickets);
    command.step = *rc::gen::element<std::string>("", "first", "second");
    const std::string part = "T" + std::to_string(world_.tickets.size() + 1);
    command.parts = {{part, "", {.title = "one part"}}};
    command = play_.taken(std::move(command));
    // Now and then something is missing.
    switch (*rc::gen::inRange(0, 12)) {
      case 0:
        command.reason.clear();
        break;
      case 1:
        command.evidence.clear();
        break;
      case 2:
        command.criteria.clear();
        break;
      case 3:
        command.assignee.reset();
        break;
      case 4:
        command.evidence.front().taken = at("2026-03-01T00:00:00Z");
        break;
      default:
        break;
    }
    return command;
  }

  void step() {
    const TicketCommand command = any_command();
    const Ticket* const ticket = play_.book.find(command.ticket);
    const std::optional<Instant> due = ticket == nullptr ? std::nullopt : ticket->next_due();
    const bool late = ticket != nullptr && ticket->was_late();
    const bool may = model_.may(command, due, late);
    const std::string before = ticket == nullptr ? "" : ticket->state_code();
    if (ticket != nullptr) check_allowed(command, *ticket);
    const TicketPermission permission = play_.book.may(command);
    if (permission.allowed != may) RC_LOG() << command.command << " in " << before << ' ' << permission.why << '\n';
    RC_ASSERT(permission.allowed == may);
    const Result<std::vector<TicketEvent>> done = play_.book.carry_out(command);
    if (done.ok() != may) RC_LOG() << command.command << ' ' << done.diagnostics() << '\n';
    RC_ASSERT(done.ok() == may);
    if (!may) return;
    model_.carry_out(command, due, late);
    play_.events.insert(play_.events.end(), done->begin(), done->end());
    play_.pass(std::chrono::minutes(1));
    check_same(command, before);
    if (model_.tickets().size() > world_.tickets.size() ||
        model_.has("T" + std::to_string(world_.tickets.size() + 1))) {
      world_.tickets.push_back("T" + std::to_string(world_.tickets.size() + 1));
    }
  }

  /// What is offered is what is taken.
  void check_allowed(const TicketCommand& command, const Ticket& ticket) {
    const auto offered = play_.book.allowed(ticket.id(), command.actor, play_.now).value();
    TicketCommand full = play_.full(ticket.id(), command.command, command.actor);
    const bool is_offered = std::any_of(offered.begin(), offered.end(),
                                        [&](const AllowedCommand& each) { return each.command == command.command; });
    const TicketPermission permission = play_.book.may(full);
    // Other tickets are not offered: whether there are any is for the command to say.
    const bool about_others = std::any_of(permission.missing.begin(), permission.missing.end(),
                                          [](Field field) { return field == Field::into || field == Field::parts; });
    // Nor is the age of evidence, which is given only with the command.
    if (about_others) return;
    RC_ASSERT(is_offered == permission.allowed);
  }

  void check_same(const TicketCommand& command, const std::string& before) {
    RC_ASSERT(play_.book.size() == model_.tickets().size());
    for (const auto& [id, whole] : model_.tickets()) {
      const Ticket* const ticket = play_.book.find(id);
      RC_ASSERT(ticket != nullptr);
      RC_ASSERT(ticket->state_code() == model_.state(id));
      RC_ASSERT(ticket->unit() == whole.unit);
      std::set<std::string> doers;
      for (const Person& doer : ticket->doers()) doers.insert(doer.id);
      RC_ASSERT(doers == model_.doers(id));
    }
    const Ticket& ticket = *play_.book.find(command.ticket);
    if (ticket.ending() == Ending::closed && before != ticket.state_code()) {
      RC_ASSERT(!model_.doers(ticket.id()).contains(command.actor.person.id));
    }
  }

  void check_replay() {
    const Result<TicketBook> again = replay(play_.setup, play_.events);
    RC_ASSERT(again.ok());
    RC_ASSERT(*again == play_.book);
    RC_ASSERT(again->due(play_.now) == play_.book.due(play_.now));
  }

  /// Whatever has happened, a rate divides a part by its whole.
  void check_rates() {
    const Instant as_of(play_.now.sys_seconds() + std::chrono::hours(*rc::gen::inRange(0, 400)));
    const Result<TicketStatistics> counted = count_tickets(play_.book, play_.events, as_of);
    RC_ASSERT(counted.ok());
    for (const auto& [unit, counts] : counted->by(StatisticsBy::unit)) {
      for (const RateFormula& formula : rate_formulas()) {
        for (const SuspendedTickets suspended : {SuspendedTickets::stay, SuspendedTickets::leave}) {
          const RateChoices choices{.suspended = suspended,
                                    .replied = *rc::gen::element(RepliedTickets::not_rectified,
                                                                 RepliedTickets::rectified, RepliedTickets::leave),
                                    .excused = *rc::gen::element(ExcusedLateness::on_time, ExcusedLateness::late)};
          const RateValue rate = rate_of(formula.code, counts, choices);
          RC_ASSERT(rate.numerator <= rate.denominator);
        }
      }
    }
  }

  /// As of an instant is what had been recorded by then.
  void check_prefix() {
    if (play_.events.empty()) return;
    const auto until = play_.events[*rc::gen::inRange<std::size_t>(0, play_.events.size())].recorded;
    TicketBook prefix(play_.setup);
    for (const TicketEvent& event : play_.events) {
      if (event.recorded <= until) RC_ASSERT(prefix.apply(event).empty());
    }
    RC_ASSERT(replay(play_.setup, play_.events, until).value() == prefix);
  }

  World world_;
  Play play_;
  PlainModel model_;
};

RC_GTEST_PROP(TicketModel, StreetNoticeIsAsThePlainModelSays, ()) { Sequence(world_of("street_notice")).run(); }
RC_GTEST_PROP(TicketModel, CaseLoopIsAsThePlainModelSays, ()) { Sequence(world_of("case_loop")).run(); }
RC_GTEST_PROP(TicketModel, HotlineIsAsThePlainModelSays, ()) { Sequence(world_of("hotline")).run(); }
RC_GTEST_PROP(TicketModel, OnTheSpotIsAsThePlainModelSays, ()) { Sequence(world_of("on_the_spot")).run(); }
RC_GTEST_PROP(TicketModel, InspectionCycleIsAsThePlainModelSays, ()) { Sequence(world_of("inspection_cycle")).run(); }

}  // namespace
}  // namespace aedile::test
