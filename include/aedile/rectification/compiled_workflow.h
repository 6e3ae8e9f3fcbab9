#pragma once
/// A workflow made ready: immutable, shared by threads, everything by number.
///
///   const CompiledWorkflow loop = compile(workflow).value();
///   const StateId done = loop.find_state("done");
///   loop.rows(done, loop.find_command("pass")).front().to == loop.find_state("closed");
///
/// Cheap to copy (one pointer).

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aedile/core/ids.h"
#include "aedile/rectification/workflow.h"

namespace aedile {

using StateId = Id<struct StateTag>;      ///< position in Workflow::states; invalid: before the opening
using CommandId = Id<struct CommandTag>;  ///< position in Workflow::commands
using LimitId = Id<struct LimitTag>;      ///< position in Workflow::limits

/// What a limit does in a state.
enum class LimitClock : std::uint8_t { stopped, running, standing };

/// One transition from one state.
struct CompiledTransition {
  std::uint32_t row = 0;  ///< position in Workflow::transitions
  StateId from{};
  CommandId command{};
  StateId to{};
  StateId parts_to{};
  Trigger trigger = Trigger::people;
};

namespace detail {
struct WorkflowProgram;
}

class CompiledWorkflow {
 public:
  /// For `compile`.
  explicit CompiledWorkflow(std::shared_ptr<const detail::WorkflowProgram> program) : program_(std::move(program)) {}

  const Workflow& workflow() const;  ///< as it was written
  const std::string& id() const { return workflow().id; }
  const std::string& edition() const { return workflow().edition; }

  /// Invalid where there is none of that code.     Cost: O(log size).
  StateId find_state(std::string_view code) const;
  CommandId find_command(std::string_view code) const;
  LimitId find_limit(std::string_view code) const;
  const WorkflowState& state(StateId id) const { return workflow().states[id.index()]; }
  const WorkflowCommand& command(CommandId id) const { return workflow().commands[id.index()]; }
  const WorkflowLimit& limit(LimitId id) const { return workflow().limits[id.index()]; }
  const Transition& transition(const CompiledTransition& row) const { return workflow().transitions[row.row]; }

  /// What a command may lead to from a state, in the order written; an invalid state: the openings.     Cost: O(1).
  std::span<const CompiledTransition> rows(StateId state, CommandId command) const;
  /// All that leaves a state.
  std::span<const CompiledTransition> rows(StateId state) const;
  /// Transitions of a state that nobody sets off.
  std::span<const CompiledTransition> set_off_by(Trigger trigger, StateId state) const;
  LimitClock clock(LimitId limit, StateId state) const;
  CommandId met_by(LimitId limit) const;  ///< invalid: by leaving the states it runs in

  friend bool operator==(const CompiledWorkflow& a, const CompiledWorkflow& b) { return a.program_ == b.program_; }

 private:
  std::shared_ptr<const detail::WorkflowProgram> program_;
};

/// Errors and warnings: those of `validate`.
Result<CompiledWorkflow> compile(const Workflow& workflow);

}  // namespace aedile
