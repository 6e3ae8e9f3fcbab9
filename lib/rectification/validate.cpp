#include "rectification/validate.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/texts.h"
#include "rectification/messages.h"
#include "rectification/workflow_rules.h"

namespace aedile::detail {

namespace {

using Codes = std::unordered_set<std::string_view>;

template <class List>
bool has(const List& list, const typename List::value_type& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

template <class Words>
std::string joined(const Words& words) {
  std::string text;
  for (const auto word : words) text += (text.empty() ? "" : ", ") + std::string(to_string(word));
  return text;
}

class PartCheck {
 public:
  PartCheck(const Workflow& workflow, Report& report) : workflow_(workflow), report_(report) {}

  Soundness run() {
    check_name("id", workflow_.id, report_);
    check_name("edition", workflow_.edition, report_);
    check_local_text("title", workflow_.title, report_);
    names("roles", workflow_.roles, roles_);
    names("states", workflow_.states, states_);
    names("commands", workflow_.commands, commands_);
    Codes limits;
    names("limits", workflow_.limits, limits);
    const bool small = size("states", workflow_.states.size(), max_workflow_states) &&
                       size("transitions", workflow_.transitions.size(), max_workflow_transitions);
    check_commands();
    for (std::size_t i = 0; i < workflow_.transitions.size(); ++i) check_transition(i);
    for (std::size_t i = 0; i < workflow_.limits.size(); ++i) check_limit(i);
    check_requests("extension", workflow_.extension, CommandKind::request_extension);
    check_requests("suspension", workflow_.suspension, CommandKind::request_suspension);
    check_requests("appeal", workflow_.appeal, CommandKind::appeal);
    if (!opens_) report_.at("transitions").error(messages::workflow_no_opening);
    if (!small) return Soundness::too_large;
    return sound_ ? Soundness::whole : Soundness::with_gaps;
  }

 private:
  bool size(std::string_view what, std::size_t count, std::size_t most) {
    if (count <= most) return true;
    report_.at(what).error(messages::workflow_too_large,
                           {std::to_string(count), std::string(what), std::to_string(most)});
    return false;
  }

  template <class List>
  void names(std::string_view what, const List& list, Codes& codes) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto inside = report_.at(what, i);
      check_name("code", list[i].code, report_);
      check_local_text("title", list[i].title, report_);
      if (!codes.insert(list[i].code).second && !list[i].code.empty()) {
        report_.at("code").error(messages::workflow_code_twice, {list[i].code, std::string(what)});
        sound_ = false;
      }
    }
  }

  /// Whether there is such a code; the report stands where it is used.
  bool known(const Codes& codes, const std::string& code, const Message& unknown) {
    if (codes.contains(code)) return true;
    report_.error(unknown, {code});
    sound_ = false;
    return false;
  }

  void check_commands() {
    Codes used;
    for (const Transition& row : workflow_.transitions) used.insert(row.command);
    for (std::size_t i = 0; i < workflow_.commands.size(); ++i) {
      const WorkflowCommand& command = workflow_.commands[i];
      kinds_.emplace(command.code, command.kind);
      const auto inside = report_.at("commands", i);
      if (command.kind == CommandKind::take_in || command.kind == CommandKind::set_deadline) {
        report_.at("kind").error(messages::workflow_reserved_kind, {std::string(to_string(command.kind))});
      }
      if (!used.contains(command.code)) {
        report_.at("code").warning(messages::workflow_unused, {command.code, "command"});
      }
      Codes criteria;
      names("criteria", command.criteria, criteria);
    }
  }

  void check_transition(std::size_t number) {
    const Transition& row = workflow_.transitions[number];
    const auto inside = report_.at("transitions", number);
    for (std::size_t i = 0; i < row.from.size(); ++i) {
      const auto at = report_.at("from", i);
      known(states_, row.from[i], messages::workflow_unknown_state);
    }
    for (std::size_t i = 0; i < row.roles.size(); ++i) {
      const auto at = report_.at("roles", i);
      known(roles_, row.roles[i], messages::workflow_unknown_role);
    }
    for (const auto& [key, code] : {std::pair("to", &row.to), std::pair("parts_to", &row.parts_to)}) {
      if (code->empty()) continue;
      const auto at = report_.at(key);
      known(states_, *code, messages::workflow_unknown_state);
    }
    {
      const auto at = report_.at("command");
      if (!known(commands_, row.command, messages::workflow_unknown_command)) return;
    }
    const CommandKind kind = kinds_.at(row.command);
    check_opening(row, kind);
    check_trigger(row);
    check_kind(row, kind);
    check_endings(row, kind);
  }

  void check_opening(const Transition& row, CommandKind kind) {
    if (row.from.empty() != (kind == CommandKind::open)) {
      report_.at("command").error(messages::workflow_opening_kind, {std::string(to_string(kind))});
      sound_ = false;
      return;
    }
    if (!row.from.empty()) return;
    opens_ = true;
    if (row.to.empty()) {
      report_.error(messages::workflow_opening_to);
      sound_ = false;
    }
  }

  void check_trigger(const Transition& row) {
    if (row.trigger == Trigger::people) {
      if (row.roles.empty()) report_.error(messages::workflow_no_roles);
      return;
    }
    const std::string trigger(to_string(row.trigger));
    if (!row.roles.empty()) report_.at("roles").error(messages::workflow_roles_of_clock, {trigger});
    for (std::size_t i = 0; i < row.requires_.size(); ++i) {
      const auto at = report_.at("requires", i);
      report_.error(messages::workflow_trigger_fields, {trigger, std::string(to_string(row.requires_[i]))});
    }
  }

  void check_kind(const Transition& row, CommandKind kind) {
    const KindRule& rule = rule_of(kind);
    const std::string name(to_string(kind));
    for (const Guard guard : rule.guards) {
      if (has(row.guards, guard)) continue;
      report_.error(messages::workflow_guard_needed, {name, std::string(to_string(guard))});
    }
    // Whoever suspends work means that it rests.
    if (is_doing(kind) && workflow_.suspension.most > 0 && !has(row.guards, Guard::not_suspended)) {
      report_.error(messages::workflow_guard_needed, {name, std::string(to_string(Guard::not_suspended))});
    }
    for (const Field field : rule.fields) {
      if (has(row.requires_, field)) continue;
      report_.error(messages::workflow_field_needed, {name, std::string(to_string(field))});
    }
    if (kind == CommandKind::request_extension && workflow_.extension_adds == ExtensionAdds::granted &&
        !has(row.requires_, Field::limit)) {
      report_.error(messages::workflow_field_needed, {name, std::string(to_string(Field::limit))});
    }
    if (!rule.one_of.empty() &&
        std::none_of(rule.one_of.begin(), rule.one_of.end(), [&](Field field) { return has(row.requires_, field); })) {
      report_.error(messages::workflow_one_field_needed, {name, joined(rule.one_of)});
    }
    if ((kind == CommandKind::split) == row.parts_to.empty()) report_.error(messages::workflow_parts_to);
  }

  const WorkflowState* state(const std::string& code) const {
    const auto found = std::find_if(workflow_.states.begin(), workflow_.states.end(),
                                    [&](const WorkflowState& each) { return each.code == code; });
    return found == workflow_.states.end() ? nullptr : &*found;
  }

  void check_endings(const Transition& row, CommandKind kind) {
    const std::string name(to_string(kind));
    if (const WorkflowState* to = row.to.empty() ? nullptr : state(row.to)) {
      const std::optional<Ending> needed = rule_of(kind).ending;
      if (needed && to->ending != needed) {
        report_.error(messages::workflow_ending_needed, {name, std::string(to_string(*needed))});
      }
      const bool own = to->ending == Ending::merged || to->ending == Ending::exempted;
      if (own && to->ending != needed && !has(row.from, row.to)) {
        report_.error(messages::workflow_ending_by, {name, std::string(to_string(*to->ending))});
      }
    } else if (rule_of(kind).ending) {
      report_.error(messages::workflow_ending_needed, {name, std::string(to_string(*rule_of(kind).ending))});
    }
    for (std::size_t i = 0; i < row.from.size(); ++i) {
      const WorkflowState* const from = state(row.from[i]);
      if (from == nullptr || !from->ending) continue;
      const auto at = report_.at("from", i);
      if (!may_follow(*from->ending, kind)) {
        report_.error(messages::workflow_acts_on_ending, {name, from->code});
        continue;
      }
      const bool stays = row.to.empty() || row.to == from->code;
      const bool gone =
          from->ending == Ending::exempted && (kind == CommandKind::expire || kind == CommandKind::verify_pass);
      if (!stays && !gone && kind != CommandKind::reopen) {
        report_.error(messages::workflow_leaves_ending, {name, from->code});
      }
    }
  }

  void check_limit(std::size_t number) {
    const WorkflowLimit& limit = workflow_.limits[number];
    const auto inside = report_.at("limits", number);
    for (std::size_t i = 0; i < limit.runs_in.size(); ++i) {
      const auto at = report_.at("runs_in", i);
      known(states_, limit.runs_in[i], messages::workflow_unknown_state);
    }
    for (std::size_t i = 0; i < limit.stands_in.size(); ++i) {
      const auto at = report_.at("stands_in", i);
      known(states_, limit.stands_in[i], messages::workflow_unknown_state);
      if (has(limit.runs_in, limit.stands_in[i])) {
        report_.error(messages::workflow_two_clocks, {limit.stands_in[i]});
      }
    }
    if (!limit.met_by.empty()) {
      const auto at = report_.at("met_by");
      known(commands_, limit.met_by, messages::workflow_unknown_command);
    }
    if (limit.limit && is_negative(*limit.limit)) report_.at("limit").error(messages::workflow_negative_limit);
  }

  static bool is_negative(const TimeLimit& limit) {
    return std::visit(
        [](const auto& length) {
          if constexpr (requires { length.length(); }) {
            return length.length() < std::chrono::seconds(0);
          } else if constexpr (requires { length.count(); }) {
            return length.count() < 0;
          } else {
            return false;
          }
        },
        limit);
  }

  void check_requests(std::string_view key, const RequestRules& rules, CommandKind kind) {
    const auto inside = report_.at(key);
    for (std::size_t i = 0; i < rules.approvals.size(); ++i) {
      const auto at = report_.at("approvals", i);
      known(roles_, rules.approvals[i], messages::workflow_unknown_role);
    }
    if (rules.most > 0) return;
    for (const Transition& row : workflow_.transitions) {
      const auto found = kinds_.find(row.command);
      if (found == kinds_.end() || found->second != kind) continue;
      report_.error(messages::workflow_no_extension, {row.command});
      return;
    }
  }

  const Workflow& workflow_;
  Report& report_;
  Codes roles_;
  Codes states_;
  Codes commands_;
  std::unordered_map<std::string_view, CommandKind> kinds_;
  bool opens_ = false;
  bool sound_ = true;
};

}  // namespace

Soundness check_parts(const Workflow& workflow, Report& report) { return PartCheck(workflow, report).run(); }

}  // namespace aedile::detail

namespace aedile {

Diagnostics validate(const Workflow& workflow) {
  detail::Report report;
  const detail::Soundness soundness = detail::check_parts(workflow, report);
  if (soundness != detail::Soundness::too_large) {
    detail::check_graph(workflow, soundness == detail::Soundness::whole, report);
  }
  return report.take();
}

}  // namespace aedile
