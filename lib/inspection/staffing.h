// Workers for tasks at the least cost, by minimum-cost flow: what assignments of inspectors and rosters share.
//
//   worker ──(its 1st, 2nd … task, at growing cost)── each pair that may be ── task, which takes `need` workers
//
// A task that needs a lead takes those who are none through a gate that lets need − 1 of them pass. So one edge a pair
// is enough, and nobody can be in a team twice. Tasks of one group, which are at the same time, share one edge of each
// worker.
#pragma once

#include <cstdint>
#include <vector>

namespace aedile::detail {

struct StaffingWorker {
  std::vector<std::int64_t> costs;  ///< of its first task, its second …, not falling, none below 0: its capacity
  bool lead = false;
};

inline constexpr std::uint32_t no_group = UINT32_MAX;

struct StaffingTask {
  std::uint32_t need = 1;
  bool needs_lead = false;
  std::uint32_t group = no_group;  ///< nobody is given two tasks of a group; numbers from 0 without gaps
};

/// A worker who may be given a task.
struct StaffingPair {
  std::uint32_t worker = 0;
  std::uint32_t task = 0;
  std::int64_t cost = 0;  ///< not below 0
};

struct StaffingProblem {
  std::vector<StaffingWorker> workers;
  std::vector<StaffingTask> tasks;
  std::vector<StaffingPair> pairs;  ///< each once, by task, then by worker
};

/// For each task its workers in rising order; nobody for a task that was not kept. Tasks are taken in order, and each
/// is kept if it can be staffed wholly together with those kept before; those kept are staffed at the least cost. The
/// same problem has the same answer everywhere.
std::vector<std::vector<std::uint32_t>> staff(const StaffingProblem& problem);

}  // namespace aedile::detail
