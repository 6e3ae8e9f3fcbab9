// The two halves of `validate`: what each part of a workflow says by itself, and what its graph says.
#pragma once

#include "aedile/rectification/workflow.h"
#include "core/report.h"

namespace aedile::detail {

/// Everything that graphs need to exist does: only then is there a graph.
bool check_parts(const Workflow& workflow, Report& report);
void check_graph(const Workflow& workflow, Report& report);

/// What is checked is bounded, so that a hostile file cannot take all memory.
inline constexpr std::size_t max_workflow_states = 1'000;
inline constexpr std::size_t max_workflow_transitions = 5'000;

}  // namespace aedile::detail
