// What a ticket may go through, the slow way: by reading the workflow as it is written, and by looking back over all
// that was done, once for every question. It shares no line with the engine, which keeps what it needs to know.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "aedile/rectification/ticket_command.h"
#include "aedile/rectification/workflow.h"

namespace aedile::test {

class PlainModel {
 public:
  explicit PlainModel(Workflow workflow) : workflow_(std::move(workflow)) {}

  struct Done {
    TicketCommand command;
    CommandKind kind;
    std::string role;
    std::string from;
    std::string to;
    bool hands_over = false;  ///< to the handler that it names
  };
  struct Whole {
    std::vector<Done> done;
    std::set<std::pair<std::string, std::string>> inherited;  ///< doers, of a part or by merges
    std::string unit;
    std::string first_unit;
    std::vector<Instant> merges;  ///< of others into it
  };

  bool has(const std::string& ticket) const { return tickets_.contains(ticket); }
  const std::map<std::string, Whole>& tickets() const { return tickets_; }
  const std::string& state(const std::string& ticket) const { return tickets_.at(ticket).done.back().to; }

  std::optional<Ending> ending(const std::string& ticket) const {
    for (const WorkflowState& each : workflow_.states) {
      if (each.code == state(ticket)) return each.ending;
    }
    return std::nullopt;
  }

  /// With the units that they did it for.
  std::set<std::pair<std::string, std::string>> doers_of(const std::string& ticket) const {
    const Whole& whole = tickets_.at(ticket);
    auto people = whole.inherited;
    std::string assignee;
    std::string unit = whole.first_unit;
    for (const Done& each : whole.done) {
      const bool reports = each.kind == CommandKind::report_done;
      const Person& actor = each.command.actor.person;
      if (each.kind == CommandKind::start || each.kind == CommandKind::reply || reports)
        people.insert({actor.id, actor.unit});
      const bool leaves =
          each.kind == CommandKind::assign || each.kind == CommandKind::unassign || each.kind == CommandKind::return_;
      if (!assignee.empty() && (reports || (leaves && can_report(each.from)))) {
        people.insert({assignee, assignee == actor.id ? actor.unit : unit});
      }
      assignee = after(each, assignee);
      if (each.kind == CommandKind::assign && each.command.unit) unit = *each.command.unit;
    }
    return people;
  }
  std::set<std::string> doers(const std::string& ticket) const {
    std::set<std::string> people;
    for (const auto& [person, unit] : doers_of(ticket)) people.insert(person);
    return people;
  }

  /// Whether it may be done. The engine's deadlines are taken as they are: other tests look at them.
  bool may(const TicketCommand& command, std::optional<Instant> due, bool late) const {
    return row_of(command, due, late) != nullptr && shows_something(command);
  }

  /// Does it: it must be allowed.
  void carry_out(const TicketCommand& command, std::optional<Instant> due, bool late) {
    const Transition& row = *row_of(command, due, late);
    const CommandKind kind = kind_of(command.command);
    const std::string from = command.opening ? "" : state(command.ticket);
    const std::string to = row.to.empty() ? from : row.to;
    if (command.opening) {
      tickets_[command.ticket].unit = command.unit.value_or("");
      tickets_[command.ticket].first_unit = command.unit.value_or("");
    }
    Whole& whole = tickets_[command.ticket];
    whole.done.push_back(
        {command, kind, role_of(row, command), from, to, hands_over(kind) || contains(row.requires_, Field::assignee)});
    if (kind == CommandKind::assign && command.unit) whole.unit = *command.unit;
    if (kind == CommandKind::merge) {
      const auto brought = doers_of(command.ticket);
      tickets_[command.into].inherited.insert(brought.begin(), brought.end());
      tickets_[command.into].merges.push_back(command.happened);
    }
    if (kind == CommandKind::split) {
      const auto brought = doers_of(command.ticket);
      for (const TicketPart& part : command.parts) {
        Whole& made = tickets_[part.ticket];
        made.inherited = brought;
        made.unit = part.unit.empty() ? tickets_[command.ticket].unit : part.unit;
        made.first_unit = made.unit;
        TicketCommand opening = command;
        opening.ticket = part.ticket;
        opening.assignee.reset();
        made.done.push_back({opening, CommandKind::open, "", "", row.parts_to, false});
      }
    }
  }

 private:
  CommandKind kind_of(const std::string& command) const {
    for (const WorkflowCommand& each : workflow_.commands) {
      if (each.code == command) return each.kind;
    }
    throw ContractError("no such command");
  }

  /// What is verified came before the evidence; that of each command is another file.
  bool shows_something(const TicketCommand& command) const {
    const CommandKind kind = kind_of(command.command);
    if (kind != CommandKind::verify_pass && kind != CommandKind::verify_fail) return true;
    Instant since = ended(command.ticket).value_or(tickets_.at(command.ticket).done.front().command.happened);
    for (const Done& each : tickets_.at(command.ticket).done) {
      const bool anew = each.kind == CommandKind::report_done || each.kind == CommandKind::verify_fail ||
                        each.kind == CommandKind::reopen;
      if (anew) since = std::max(since, each.command.happened);
    }
    for (const Instant merge : tickets_.at(command.ticket).merges) since = std::max(since, merge);
    return std::all_of(command.evidence.begin(), command.evidence.end(),
                       [&](const TicketEvidence& piece) { return piece.taken > since; });
  }

  static bool hands_over(CommandKind kind) {
    return kind == CommandKind::open || kind == CommandKind::issue || kind == CommandKind::assign;
  }

  bool can_report(const std::string& state) const {
    return std::any_of(workflow_.transitions.begin(), workflow_.transitions.end(), [&](const Transition& row) {
      return kind_of(row.command) == CommandKind::report_done && contains(row.from, state);
    });
  }

  template <class List, class Value>
  static bool contains(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
  }

  /// The handler after something was done.
  std::string after(const Done& each, const std::string& before) const {
    std::string now = before;
    if (each.hands_over && each.command.assignee) {
      now = *each.command.assignee;
    } else if (hands_over(each.kind) && each.command.unit) {
      now.clear();
    }
    if (each.kind == CommandKind::unassign) now.clear();
    for (const Transition& row : workflow_.transitions) {
      const bool same = row.command == each.command.command && contains(row.from, each.from) &&
                        (row.to.empty() ? each.from : row.to) == each.to && contains(row.roles, each.role);
      if (!same) continue;
      for (const Effect& effect : row.effects) {
        if (effect.kind == EffectKind::assign_actor) now = each.command.actor.person.id;
        if (effect.kind == EffectKind::unassign) now.clear();
      }
    }
    return now;
  }

  std::string assignee(const std::string& ticket) const {
    std::string now;
    for (const Done& each : tickets_.at(ticket).done) now = after(each, now);
    return now;
  }

  bool returned(const std::string& ticket) const {
    bool now = false;
    for (const Done& each : tickets_.at(ticket).done) {
      if (each.kind == CommandKind::return_) now = true;
      if (each.kind == CommandKind::assign) now = false;
    }
    return now;
  }

  struct Request {
    bool open = false;
    std::size_t level = 0;
    std::size_t granted = 0;
    std::size_t made = 0;
    std::set<std::string> people;
    std::optional<Instant> until;  ///< of the last that was granted, or when it was resumed
  };
  Request request(const std::string& ticket, CommandKind ask, CommandKind decide, const RequestRules& rules) const {
    Request now;
    std::optional<Instant> asked;
    for (const Done& each : tickets_.at(ticket).done) {
      if (each.kind == ask) {
        const auto own = std::find(rules.approvals.begin(), rules.approvals.end(), each.role);
        now.level = own == rules.approvals.end() ? 0 : static_cast<std::size_t>(own - rules.approvals.begin()) + 1;
        now.people = {each.command.actor.person.id};
        now.open = now.level < rules.approvals.size();
        ++now.made;
        asked = each.command.until;
        if (!now.open) {
          ++now.granted;
          now.until = asked;
        }
      } else if (each.kind == decide) {
        now.people.insert(each.command.actor.person.id);
        ++now.level;
        if (!*each.command.decision) {
          now.open = false;
        } else if (now.level >= rules.approvals.size()) {
          now.open = false;
          ++now.granted;
          now.until = asked;
        }
      } else if (each.kind == CommandKind::resume && ask == CommandKind::request_suspension) {
        now.until = each.command.happened;
      }
    }
    return now;
  }
  Request extension(const std::string& ticket) const {
    return request(ticket, CommandKind::request_extension, CommandKind::decide_extension, workflow_.extension);
  }
  Request suspension(const std::string& ticket) const {
    return request(ticket, CommandKind::request_suspension, CommandKind::decide_suspension, workflow_.suspension);
  }
  Request appeal(const std::string& ticket) const {
    return request(ticket, CommandKind::appeal, CommandKind::decide_appeal, workflow_.appeal);
  }
  Request of(const std::string& ticket, CommandKind kind) const {
    if (kind == CommandKind::request_extension || kind == CommandKind::decide_extension) return extension(ticket);
    if (kind == CommandKind::request_suspension || kind == CommandKind::decide_suspension) return suspension(ticket);
    return appeal(ticket);
  }
  const RequestRules& rules_of(CommandKind kind) const {
    if (kind == CommandKind::request_extension || kind == CommandKind::decide_extension) return workflow_.extension;
    if (kind == CommandKind::request_suspension || kind == CommandKind::decide_suspension) return workflow_.suspension;
    return workflow_.appeal;
  }

  std::optional<Instant> ended(const std::string& ticket) const {
    std::optional<Instant> at;
    bool before = false;
    for (const Done& each : tickets_.at(ticket).done) {
      bool now = false;
      for (const WorkflowState& state : workflow_.states) now = now || (state.code == each.to && state.ending);
      if (now && !before) at = each.command.happened;
      before = now;
    }
    return at;
  }

  bool failed_since_end(const std::string& ticket) const {
    bool failed = false;
    bool before = false;
    for (const Done& each : tickets_.at(ticket).done) {
      bool now = false;
      for (const WorkflowState& state : workflow_.states) now = now || (state.code == each.to && state.ending);
      if (now && !before) failed = false;
      if (before && each.kind == CommandKind::verify_fail) failed = true;
      before = now;
    }
    return failed;
  }

  std::string role_of(const Transition& row, const TicketCommand& command) const {
    const CommandKind kind = kind_of(row.command);
    const bool decides = kind == CommandKind::decide_extension || kind == CommandKind::decide_suspension ||
                         kind == CommandKind::decide_appeal;
    if (decides && !command.opening) {
      const Request now = of(command.ticket, kind);
      const RequestRules& rules = rules_of(kind);
      if (now.open && now.level < rules.approvals.size() && contains(row.roles, rules.approvals[now.level]) &&
          contains(command.actor.roles, rules.approvals[now.level])) {
        return rules.approvals[now.level];
      }
    }
    for (const std::string& role : row.roles) {
      if (contains(command.actor.roles, role)) return role;
    }
    return "";
  }

  bool holds(Guard guard, const Transition& row, const TicketCommand& command, std::optional<Instant> due,
             bool late) const {
    const std::string& ticket = command.ticket;
    const std::string& person = command.actor.person.id;
    const CommandKind kind = kind_of(row.command);
    switch (guard) {
      case Guard::not_doer:
        return !doers(ticket).contains(person);
      case Guard::not_unit_of_doer: {
        if (doers(ticket).contains(person) || command.actor.person.unit == tickets_.at(ticket).unit) return false;
        for (const auto& [doer, unit] : doers_of(ticket)) {
          if (unit == command.actor.person.unit) return false;
        }
        return true;
      }
      case Guard::is_assignee:
        return assignee(ticket) == person;
      case Guard::assigned:
        return !assignee(ticket).empty();
      case Guard::unassigned:
        return assignee(ticket).empty();
      case Guard::of_unit:
        return command.actor.person.unit == tickets_.at(ticket).unit;
      case Guard::not_returned:
        return !returned(ticket);
      case Guard::returned:
        return returned(ticket);
      case Guard::deadline_not_passed:
        return !due || *due >= command.happened;
      case Guard::deadline_passed:
        return due && *due < command.happened;
      case Guard::extensions_left:
        return extension(ticket).granted < workflow_.extension.most;
      case Guard::suspensions_left:
        return suspension(ticket).granted < workflow_.suspension.most;
      case Guard::appeals_left:
        return appeal(ticket).made < workflow_.appeal.most;
      case Guard::late:
        return late;
      case Guard::no_open_request:
        return !of(ticket, kind).open;
      case Guard::request_open:
        return of(ticket, kind).open;
      case Guard::not_requester:
        return !of(ticket, kind).open || !of(ticket, kind).people.contains(person);
      case Guard::is_asked:
        return !of(ticket, kind).open || rules_of(kind).approvals[of(ticket, kind).level] == role_of(row, command);
      case Guard::not_suspended:
        return !suspension(ticket).until || *suspension(ticket).until <= command.happened;
      case Guard::suspended:
        return suspension(ticket).until && *suspension(ticket).until > command.happened;
      case Guard::evidence_newer_than_closing:
        return ended(ticket) && std::all_of(command.evidence.begin(), command.evidence.end(),
                                            [&](const TicketEvidence& piece) { return piece.taken > *ended(ticket); });
      case Guard::verification_failed:
        return ending(ticket) && failed_since_end(ticket);
      case Guard::parts_ended:
      case Guard::exemption_over:
        break;
    }
    throw ContractError("the model does not know this guard");
  }

  bool given(Field field, const Transition& row, const TicketCommand& command) const {
    switch (field) {
      case Field::reason:
        return !command.reason.empty();
      case Field::evidence:
        return !command.evidence.empty();
      case Field::criteria:
        for (const WorkflowCommand& each : workflow_.commands) {
          if (each.code == row.command && command.criteria.size() < each.criteria.size()) return false;
        }
        return true;
      case Field::assignee:
        return command.assignee && !command.assignee->empty();
      case Field::unit:
        return command.unit && !command.unit->empty();
      case Field::until:
        return command.until && *command.until > command.happened;
      case Field::decision:
        return command.decision.has_value();
      case Field::into: {
        if (!has(command.into) || command.into == command.ticket) return false;
        // Of one unit, or of none yet; site and item are alike wherever the model plays.
        const std::string& unit = tickets_.at(command.ticket).unit;
        if (!unit.empty() && unit != tickets_.at(command.into).unit) return false;
        // The shipped workflows call it so where work waits to be looked at.
        if (state(command.into) == "look_back" && state(command.ticket) != "look_back") return false;
        return std::any_of(workflow_.states.begin(), workflow_.states.end(), [&](const WorkflowState& each) {
          return each.code == state(command.into) && each.takes_merges;
        });
      }
      case Field::parts:
        return !command.parts.empty() && std::none_of(command.parts.begin(), command.parts.end(),
                                                      [&](const TicketPart& part) { return has(part.ticket); });
      case Field::limit:
        return command.limit.has_value();
    }
    return false;
  }

  /// Whether it takes a step of the ladder for the second time; no step is none.
  bool is_second(const TicketCommand& command) const {
    if (command.opening || kind_of(command.command) != CommandKind::escalate) return false;
    const auto& done = tickets_.at(command.ticket).done;
    return std::any_of(done.begin(), done.end(), [&](const auto& each) {
      return each.kind == CommandKind::escalate && !command.step.empty() && each.command.step == command.step;
    });
  }

  const Transition* row_of(const TicketCommand& command, std::optional<Instant> due, bool late) const {
    if (command.opening.has_value() == has(command.ticket)) return nullptr;
    for (const Transition& row : workflow_.transitions) {
      if (row.command != command.command || row.trigger != Trigger::people) continue;
      if (command.opening ? !row.from.empty() : !contains(row.from, state(command.ticket))) continue;
      if (role_of(row, command).empty()) continue;
      const bool open = std::all_of(row.guards.begin(), row.guards.end(),
                                    [&](Guard guard) { return holds(guard, row, command, due, late); });
      const bool full = std::all_of(row.requires_.begin(), row.requires_.end(),
                                    [&](Field field) { return given(field, row, command); });
      if (open && full) return is_second(command) ? nullptr : &row;
    }
    return nullptr;
  }

  Workflow workflow_;
  std::map<std::string, Whole> tickets_;
};

}  // namespace aedile::test
