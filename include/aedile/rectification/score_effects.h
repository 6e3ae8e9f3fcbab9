#pragma once
/// What rectification does to scores: attributes of the finding that a scheme's rules read, and who loses the points.
///
///   // 逾期加倍: T-12 was not answered in time, and its fault had come back once.
///   score_effects({.overdue = true, .times_returned = 1}, {})  ==  {{"overdue", "yes"}, {"repeat", "yes"}, …}
///   // the scheme: Modifier{.when = {{"overdue", {"yes"}}}, .times = Factor::of(2)}
///
/// There is one place where points are multiplied: the scheme's rule. Nothing here has a factor of its own, so a
/// deduction cannot be doubled twice, and an old visit that is scored again gives what its scheme says.
///
///   attribute     is "yes", or the value, when
///   overdue       the time passed without an answer (加倍扣分); not if an appeal has excused it
///   corrected     it was closed in time and the scheme restores points for that (及时整改恢复扣分)
///   repeat        it is the return of a closed one (反弹)
///   recurrence    "1" … "9": how often it has come back (9: or more), if the scheme declares that attribute

#include <cstdint>
#include <string>
#include <vector>

#include "aedile/core/decimal.h"
#include "aedile/framework/observation.h"
#include "aedile/framework/rule.h"
#include "aedile/organisation/posting.h"
#include "aedile/rectification/fault_recurrence.h"

namespace aedile {

struct ScoredTicket {
  bool overdue = false;
  bool excused = false;
  bool closed = false;               ///< verified gone
  std::uint32_t times_returned = 0;  ///< FaultRecurrence::times; 0: it is no return
  friend bool operator==(const ScoredTicket&, const ScoredTicket&) = default;
};

/// What the scheme takes notice of.
struct ScoreEffectRules {
  bool overdue = true;
  bool restore_when_timely = false;
  bool repeat = true;
  bool degrees = false;  ///< gives the attribute recurrence besides
  friend bool operator==(const ScoreEffectRules&, const ScoreEffectRules&) = default;
};

/// The attributes as they stand by now, in the order of the table above; none that is "no".
AttributeTexts score_effects(const ScoredTicket& ticket, const ScoreEffectRules& rules);
/// The finding, as it was recorded, with them; an attribute that it has by another value is replaced.
FindingRecord with_effects(FindingRecord finding, const ScoredTicket& ticket, const ScoreEffectRules& rules);

/// The policy's multipliers as modifiers of a deduction, so that the number stands in one place: {recurrence = "1"} × 2
/// …
std::vector<Modifier> recurrence_modifiers(const RecurrencePolicy& policy);

/// 街道 100 %，条线部门再扣 20 %: the shares of a finding whose line department loses a part of what the street loses.
/// Throws ContractError if the part is negative.
std::vector<PostingShare> with_bureau(std::string street, std::string bureau, const Rational& part = Rational(1, 5));

}  // namespace aedile
