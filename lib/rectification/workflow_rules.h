// What each kind of command cannot do without, whatever a workflow says: one table.
#pragma once

#include <optional>
#include <span>

#include "aedile/rectification/ticket.h"
#include "aedile/rectification/workflow.h"

namespace aedile::detail {

struct KindRule {
  std::span<const Guard> guards{};  ///< all of them
  std::span<const Field> fields{};  ///< all of them
  std::span<const Field> one_of{};  ///< at least one of them
  std::optional<Ending> ending{};   ///< where it leads; and nothing else leads there
};
const KindRule& rule_of(CommandKind kind);

/// Whether work is done by it, so that only a later verification counts.
bool is_doing(CommandKind kind);
/// Whether whoever does it is a doer from then on: of the work, or of the reply that there will be none.
bool makes_doer(CommandKind kind);
/// Whether a verification before it does not count any more.
bool undoes_verification(CommandKind kind);
/// Whether it may be done with a ticket that has ended; other endings than `exempted` allow fewer.
bool may_follow(Ending ending, CommandKind kind);
/// Whether no ticket can fulfil both.
bool exclusive(Guard a, Guard b);
/// The kind of request that a command makes or decides.
std::optional<RequestKind> request_of(CommandKind kind);
bool is_decision(CommandKind kind);
/// The rules of a workflow for a kind of request.
const RequestRules& request_rules(const Workflow& workflow, RequestKind kind);

}  // namespace aedile::detail
