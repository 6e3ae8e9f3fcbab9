#include "aedile/inspection/visit_life.h"

#include <algorithm>

#include "core/excerpt.h"
#include "inspection/messages_visit.h"

namespace aedile {

namespace {

bool has_role(const VisitActor& actor, VisitRole role) {
  return std::find(actor.roles.begin(), actor.roles.end(), role) != actor.roles.end();
}

/// Guards that ask for what is given with the command, or for the time; the others depend on who asks and how things
/// stand.
bool about_particulars(VisitGuard guard) {
  switch (guard) {
    case VisitGuard::reason_given:
    case VisitGuard::date_reached:
    case VisitGuard::date_given:
    case VisitGuard::finding_given:
    case VisitGuard::evidence_given:
    case VisitGuard::in_time:
    case VisitGuard::not_before:
      return true;
    case VisitGuard::state:
    case VisitGuard::role:
    case VisitGuard::of_the_visit:
    case VisitGuard::not_of_visit:
    case VisitGuard::finding_exists:
    case VisitGuard::not_corrected:
    case VisitGuard::no_drafts:
    case VisitGuard::not_appellant:
      return false;
  }
  return false;
}

/// Whether the action is about one finding that there is already.
bool about_finding(VisitAction action) {
  const auto rows = transitions();
  return std::any_of(rows.begin(), rows.end(),
                     [&](const VisitTransition& row) { return row.action == action && row.finding_from; });
}

std::string roles_for(VisitAction action) {
  std::string roles;
  for (const VisitTransition& row : transitions()) {
    const std::string_view role = to_string(row.role);
    if (row.action != action || roles.find(role) != std::string::npos) continue;
    roles += (roles.empty() ? "" : ", ") + std::string(role);
  }
  return roles;
}

}  // namespace

/// The row that opens the way, or the guard that stands in it.
struct VisitLife::Verdict {
  const VisitTransition* row = nullptr;
  VisitGuard refused_by = VisitGuard::state;
};

VisitLife VisitLife::planned(VisitRecord visit, std::vector<std::string> inspectors) {
  if (!visit.findings.empty() || !visit.readings.empty() || !visit.checks.empty()) {
    throw ContractError("VisitLife::planned: a planned visit has observed nothing");
  }
  if (inspectors.empty()) throw ContractError("VisitLife::planned: a visit has inspectors");
  VisitLife life;
  life.visit_ = std::move(visit);
  life.inspectors_ = std::move(inspectors);
  return life;
}

bool VisitLife::fits(const VisitTransition& row, std::optional<std::size_t> finding) const {
  if (row.visit_from && *row.visit_from != state_) return false;
  if (!row.finding_from) return true;
  return finding && *finding < findings_.size() && findings_[*finding].state == *row.finding_from;
}

bool VisitLife::holds(VisitGuard guard, const VisitCommand& command) const {
  const bool of_visit = std::find(inspectors_.begin(), inspectors_.end(), command.actor.id) != inspectors_.end();
  switch (guard) {
    case VisitGuard::state:
    case VisitGuard::role:
      return true;  // the row was chosen by them
    case VisitGuard::of_the_visit:
      return of_visit;
    case VisitGuard::not_of_visit:
      return !of_visit;
    case VisitGuard::reason_given:
      return !command.reason.empty();
    case VisitGuard::date_given:
      return command.date.has_value();
    case VisitGuard::date_reached:
      return !visit_.date || command.date >= visit_.date;
    case VisitGuard::finding_exists:
      return command.number < findings_.size();
    case VisitGuard::finding_given:
      return command.finding && !command.finding->item.empty() && command.finding->count > 0;
    case VisitGuard::evidence_given:
      return command.evidence && is_sha256(command.evidence->sha256);
    case VisitGuard::not_corrected:
      return !findings_[command.number].corrected;
    case VisitGuard::no_drafts:
      return std::none_of(findings_.begin(), findings_.end(),
                          [](const FindingLife& finding) { return finding.state == FindingState::draft; });
    case VisitGuard::in_time: {
      const std::optional<Instant>& until = findings_[command.number].appeal_until;
      return !until || command.at <= *until;
    }
    case VisitGuard::not_appellant:
      return std::none_of(history_.begin(), history_.end(), [&](const VisitChange& change) {
        return change.action == VisitAction::appeal && change.finding == command.number &&
               change.by == command.actor.id;
      });
    case VisitGuard::not_before:
      return history_.empty() || command.at >= history_.back().at;
  }
  return false;
}

VisitLife::Verdict VisitLife::judge(const VisitCommand& command) const {
  if (about_finding(command.action) && !holds(VisitGuard::finding_exists, command)) {
    return {nullptr, VisitGuard::finding_exists};
  }
  // A row that asks for more than another, as one for a second role, may refuse where the other does not: the refusal
  // of the first that fits is told if all refuse.
  std::optional<VisitGuard> refused_by;
  bool open = false;
  for (const VisitTransition& row : transitions()) {
    if (row.action != command.action || !fits(row, command.number)) continue;
    open = true;
    if (!has_role(command.actor, row.role)) continue;
    const auto guard =
        std::find_if_not(row.guards.begin(), row.guards.end(), [&](VisitGuard asked) { return holds(asked, command); });
    if (guard == row.guards.end()) return {&row, VisitGuard::state};
    if (!refused_by) refused_by = *guard;
  }
  return {nullptr, refused_by.value_or(open ? VisitGuard::role : VisitGuard::state)};
}

namespace {

const Message& message_of(VisitGuard guard) {
  switch (guard) {
    case VisitGuard::state:
      return messages::visit_state;
    case VisitGuard::role:
      return messages::visit_role;
    case VisitGuard::of_the_visit:
      return messages::visit_of_the_visit;
    case VisitGuard::not_of_visit:
      return messages::visit_not_of_visit;
    case VisitGuard::reason_given:
      return messages::visit_reason_given;
    case VisitGuard::date_given:
      return messages::visit_date_given;
    case VisitGuard::date_reached:
      return messages::visit_date_reached;
    case VisitGuard::finding_exists:
      return messages::visit_finding_exists;
    case VisitGuard::finding_given:
      return messages::visit_finding_given;
    case VisitGuard::evidence_given:
      return messages::visit_evidence_given;
    case VisitGuard::not_corrected:
      return messages::visit_not_corrected;
    case VisitGuard::no_drafts:
      return messages::visit_no_drafts;
    case VisitGuard::in_time:
      return messages::visit_in_time;
    case VisitGuard::not_appellant:
      return messages::visit_not_appellant;
    case VisitGuard::not_before:
      return messages::visit_not_before;
  }
  throw ContractError("not a value of VisitGuard");
}

/// {1}, {2}, … of the guard's message; {0} is the action.
std::vector<std::string> particulars(VisitGuard guard, const VisitLife& life, const VisitCommand& command) {
  const std::string actor = detail::excerpt(command.actor.id);
  const std::string number = std::to_string(command.number);
  switch (guard) {
    case VisitGuard::state:
      if (!about_finding(command.action)) return {std::string(to_string(life.state()))};
      return {std::string(to_string(life.state())), number,
              std::string(to_string(life.findings()[command.number].state))};
    case VisitGuard::role:
      return {actor, roles_for(command.action)};
    case VisitGuard::of_the_visit:
    case VisitGuard::not_of_visit:
    case VisitGuard::not_appellant:
      return {actor};
    case VisitGuard::date_reached:
      return {life.visit().date->to_string()};
    case VisitGuard::finding_exists:
      return {number, std::to_string(life.findings().size())};
    case VisitGuard::not_corrected:
      return {number};
    case VisitGuard::no_drafts: {
      const auto draft = std::find_if(life.findings().begin(), life.findings().end(),
                                      [](const FindingLife& finding) { return finding.state == FindingState::draft; });
      return {std::to_string(draft - life.findings().begin())};
    }
    case VisitGuard::in_time:
      return {life.findings()[command.number].appeal_until->to_string()};
    case VisitGuard::not_before:
      return {command.at.to_string(), life.history().back().at.to_string()};
    case VisitGuard::reason_given:
    case VisitGuard::date_given:
    case VisitGuard::finding_given:
    case VisitGuard::evidence_given:
      return {};
  }
  return {};
}

Diagnostics refusal(VisitGuard guard, const VisitLife& life, const VisitCommand& command) {
  std::vector<std::string> arguments{std::string(to_string(command.action))};
  for (std::string& argument : particulars(guard, life, command)) arguments.push_back(std::move(argument));
  const bool of_finding = guard == VisitGuard::state && about_finding(command.action);
  Diagnostics problems;
  problems.error(command.finding ? command.finding->place : Place{},
                 of_finding ? messages::visit_finding_state : message_of(guard), std::move(arguments));
  return problems;
}

}  // namespace

VisitPermission VisitLife::may(const VisitCommand& command) const {
  const Verdict verdict = judge(command);
  if (verdict.row) return {true, std::nullopt, {}};
  return {false, verdict.refused_by, refusal(verdict.refused_by, *this, command)};
}

std::vector<VisitAction> VisitLife::open_to(const VisitActor& actor, std::optional<std::size_t> finding) const {
  VisitCommand command{.actor = actor};
  command.number = finding.value_or(0);
  std::vector<VisitAction> actions;
  for (const VisitTransition& row : transitions()) {
    if (row.finding_from.has_value() != finding.has_value() || !fits(row, finding)) continue;
    if (!has_role(actor, row.role) || std::find(actions.begin(), actions.end(), row.action) != actions.end()) continue;
    command.action = row.action;
    const bool open = std::all_of(row.guards.begin(), row.guards.end(),
                                  [&](VisitGuard guard) { return about_particulars(guard) || holds(guard, command); });
    if (open) actions.push_back(row.action);
  }
  return actions;
}

Result<VisitLife> VisitLife::with(const VisitCommand& command) const {
  const Verdict verdict = judge(command);
  if (!verdict.row) return refusal(verdict.refused_by, *this, command);
  VisitLife next = *this;
  std::optional<std::size_t> number;
  if (about_finding(command.action)) number = command.number;
  switch (command.action) {
    case VisitAction::record:
    case VisitAction::reschedule:
      next.visit_.date = command.date;
      break;
    case VisitAction::set_observations:
      next.visit_.readings = command.readings;
      next.visit_.checks = command.checks;
      break;
    case VisitAction::add_finding:
      number = findings_.size();
      next.findings_.push_back({.record = *command.finding});
      break;
    case VisitAction::change_finding:
      next.findings_[command.number].record = *command.finding;
      break;
    case VisitAction::correct_finding:
      next.findings_[command.number].corrected = true;
      break;
    case VisitAction::add_evidence:
      next.findings_[command.number].evidence.push_back(*command.evidence);
      break;
    case VisitAction::confirm_finding:
      next.findings_[command.number].appeal_until = command.appeal_until;
      break;
    case VisitAction::miss:
    case VisitAction::confirm_visit:
    case VisitAction::appeal:
    case VisitAction::uphold:
    case VisitAction::withdraw:
      break;  // the states say it all
  }
  if (verdict.row->visit_to) next.state_ = *verdict.row->visit_to;
  if (verdict.row->finding_to) next.findings_[*number].state = *verdict.row->finding_to;
  const bool dated = command.action == VisitAction::record || command.action == VisitAction::miss ||
                     command.action == VisitAction::reschedule;
  next.history_.push_back(
      {command.action, command.actor.id, command.at, number, dated ? command.date : std::nullopt, command.reason});
  return next;
}

std::optional<VisitRecord> VisitLife::scored() const {
  if (state_ != VisitState::confirmed) return std::nullopt;
  VisitRecord record = visit_;
  for (const FindingLife& finding : findings_) {
    // What is appealed against stands until the appeal is granted.
    if (finding.state == FindingState::draft || finding.state == FindingState::withdrawn) continue;
    FindingRecord& kept = record.findings.emplace_back(finding.record);
    if (!finding.evidence.empty()) kept.evidence = finding.evidence.front().sha256;
    if (!finding.corrected) continue;
    std::erase_if(kept.attributes, [](const auto& attribute) { return attribute.first == "corrected"; });
    kept.attributes.emplace_back("corrected", "yes");
  }
  return record;
}

}  // namespace aedile
