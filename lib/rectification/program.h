// A workflow in numbers: what CompiledWorkflow points to.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "aedile/rectification/compiled_workflow.h"

namespace aedile::detail {

struct WorkflowProgram {
  Workflow workflow;
  /// By length, then by code, so that most comparisons end at the length; the texts are those of `workflow`, which does
  /// not change.
  std::vector<std::pair<std::string_view, StateId>> states;
  std::vector<std::pair<std::string_view, CommandId>> commands;
  std::vector<std::pair<std::string_view, LimitId>> limits;
  /// State after state, the opening first, and command after command. Row r of them begins at begin[r].
  std::vector<CompiledTransition> rows;
  std::vector<std::uint32_t> begin;
  /// The rows of each state that time sets off, and those that nothing does; begin as above, by state alone.
  std::vector<CompiledTransition> by_clock;
  std::vector<std::uint32_t> by_clock_begin;
  std::vector<CompiledTransition> by_itself;
  std::vector<std::uint32_t> by_itself_begin;
  std::vector<LimitClock> clocks;  ///< limit after limit, state after state
  std::vector<CommandId> met_by;   ///< of each limit

  /// The opening is state 0 here.
  static std::size_t slot(StateId state) { return state.valid() ? state.index() + 1 : 0; }
};

}  // namespace aedile::detail
