// The two halves of `validate`: what each part of a workflow says by itself, and what its graph says.
#pragma once

#include "aedile/rectification/workflow.h"
#include "core/report.h"

namespace aedile::detail {

/// How far a graph can be made of the parts: not at all where there are too many, and not whole where one of them names
/// what there is not.
enum class Soundness { too_large, with_gaps, whole };
Soundness check_parts(const Workflow& workflow, Report& report);
/// Where the graph is not whole, only what would be wrong whatever filled the gaps.
void check_graph(const Workflow& workflow, bool whole, Report& report);

/// What is checked is bounded, so that a hostile file cannot take all memory.
inline constexpr std::size_t max_workflow_states = 1'000;
inline constexpr std::size_t max_workflow_transitions = 5'000;

}  // namespace aedile::detail
