#include <algorithm>
#include <tuple>

#include "rectification/program.h"

namespace aedile {

namespace {

template <class Id>
using ByCode = std::vector<std::pair<std::string_view, Id>>;

/// The order of ByCode.
bool before(std::string_view a, std::string_view b) { return a.size() != b.size() ? a.size() < b.size() : a < b; }

template <class Id, class List>
ByCode<Id> by_code(const List& list) {
  ByCode<Id> codes;
  for (std::size_t i = 0; i < list.size(); ++i) codes.emplace_back(list[i].code, Id{i});
  std::sort(codes.begin(), codes.end(), [](const auto& a, const auto& b) { return before(a.first, b.first); });
  return codes;
}

template <class Id>
Id find(const ByCode<Id>& codes, std::string_view code) {
  const auto found = std::lower_bound(codes.begin(), codes.end(), code, [](const auto& entry, std::string_view sought) {
    return before(entry.first, sought);
  });
  return found != codes.end() && found->first == code ? found->second : Id{};
}

/// Rows in the order of `slot`, and where each slot begins.
template <class Slot>
std::vector<std::uint32_t> begins(std::vector<CompiledTransition>& rows, std::size_t slots, Slot slot) {
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return slot(a) < slot(b); });
  std::vector<std::uint32_t> begin(slots + 1, 0);
  for (const CompiledTransition& row : rows) ++begin[slot(row) + 1];
  for (std::size_t i = 1; i <= slots; ++i) begin[i] += begin[i - 1];
  return begin;
}

std::span<const CompiledTransition> part(const std::vector<CompiledTransition>& rows,
                                         const std::vector<std::uint32_t>& begin, std::size_t first, std::size_t last) {
  return std::span(rows).subspan(begin[first], begin[last] - begin[first]);
}

void add_rows(detail::WorkflowProgram& program, std::size_t number) {
  const Transition& row = program.workflow.transitions[number];
  std::vector<StateId> from;
  for (const std::string& code : row.from) from.push_back(find(program.states, code));
  if (from.empty()) from.emplace_back();
  for (const StateId state : from) {
    const CompiledTransition compiled{.row = static_cast<std::uint32_t>(number),
                                      .from = state,
                                      .command = find(program.commands, row.command),
                                      .to = row.to.empty() ? state : find(program.states, row.to),
                                      .parts_to = find(program.states, row.parts_to),
                                      .trigger = row.trigger};
    (row.trigger == Trigger::people  ? program.rows
     : row.trigger == Trigger::clock ? program.by_clock
                                     : program.by_itself)
        .push_back(compiled);
  }
}

void set_clocks(detail::WorkflowProgram& program) {
  const std::vector<WorkflowLimit>& limits = program.workflow.limits;
  program.clocks.assign(limits.size() * program.states.size(), LimitClock::stopped);
  for (std::size_t limit = 0; limit < limits.size(); ++limit) {
    const auto set = [&](const std::vector<std::string>& states, LimitClock clock) {
      for (const std::string& code : states) {
        program.clocks[limit * program.states.size() + find(program.states, code).index()] = clock;
      }
    };
    set(limits[limit].runs_in, LimitClock::running);
    set(limits[limit].stands_in, LimitClock::standing);
    program.met_by.push_back(find(program.commands, limits[limit].met_by));
  }
}

}  // namespace

const Workflow& CompiledWorkflow::workflow() const { return program_->workflow; }

StateId CompiledWorkflow::find_state(std::string_view code) const { return find(program_->states, code); }
CommandId CompiledWorkflow::find_command(std::string_view code) const { return find(program_->commands, code); }
LimitId CompiledWorkflow::find_limit(std::string_view code) const { return find(program_->limits, code); }

std::span<const CompiledTransition> CompiledWorkflow::rows(StateId state, CommandId command) const {
  const std::size_t at = detail::WorkflowProgram::slot(state) * program_->commands.size() + command.index();
  return part(program_->rows, program_->begin, at, at + 1);
}

std::span<const CompiledTransition> CompiledWorkflow::rows(StateId state) const {
  const std::size_t commands = program_->commands.size();
  const std::size_t at = detail::WorkflowProgram::slot(state);
  return part(program_->rows, program_->begin, at * commands, (at + 1) * commands);
}

std::span<const CompiledTransition> CompiledWorkflow::set_off_by(Trigger trigger, StateId state) const {
  const std::size_t at = detail::WorkflowProgram::slot(state);
  switch (trigger) {
    case Trigger::people:
      return rows(state);
    case Trigger::clock:
      return part(program_->by_clock, program_->by_clock_begin, at, at + 1);
    case Trigger::itself:
      return part(program_->by_itself, program_->by_itself_begin, at, at + 1);
  }
  throw ContractError("not a value of Trigger");
}

LimitClock CompiledWorkflow::clock(LimitId limit, StateId state) const {
  return program_->clocks[limit.index() * program_->states.size() + state.index()];
}

CommandId CompiledWorkflow::met_by(LimitId limit) const { return program_->met_by[limit.index()]; }

Result<CompiledWorkflow> compile(const Workflow& workflow) {
  Diagnostics problems = validate(workflow);
  if (problems.has_errors()) return problems;
  auto program = std::make_shared<detail::WorkflowProgram>();
  program->workflow = workflow;
  const Workflow& kept = program->workflow;
  program->states = by_code<StateId>(kept.states);
  program->commands = by_code<CommandId>(kept.commands);
  program->limits = by_code<LimitId>(kept.limits);
  for (std::size_t number = 0; number < kept.transitions.size(); ++number) add_rows(*program, number);
  const std::size_t slots = kept.states.size() + 1;
  const std::size_t commands = kept.commands.size();
  const auto slot = [](const CompiledTransition& row) { return detail::WorkflowProgram::slot(row.from); };
  program->begin = begins(program->rows, slots * commands,
                          [&](const CompiledTransition& row) { return slot(row) * commands + row.command.index(); });
  program->by_clock_begin = begins(program->by_clock, slots, slot);
  program->by_itself_begin = begins(program->by_itself, slots, slot);
  set_clocks(*program);
  return {CompiledWorkflow(std::move(program)), std::move(problems)};
}

}  // namespace aedile
