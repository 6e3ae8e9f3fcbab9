#pragma once
/// Catalogue of scoring: scores that change finding by finding.

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message live_parents{
    "live_parents", "there are {0} parents for {1} units; give one for each, and none at the last level",
    "{1} 个单位有 {0} 个上级；每个单位应有一个上级，最后一级没有"};
inline constexpr Message live_parent{"live_parent", "there is no unit {0} at the next level, which has {1}",
                                     "上一级没有编号为 {0} 的单位（共 {1} 个）"};
inline constexpr Message live_unit{"live_unit", "visit {0} is of unit {1}, but the first level has {2} units",
                                   "第 {0} 次测评属于单位 {1}，但第一级只有 {2} 个单位"};

inline constexpr Message live_snapshot{"live_snapshot",
                                       "this is no snapshot of scores, or it is cut off or damaged; take another one",
                                       "这不是得分快照，或快照已截断、损坏；请另取一份"};
inline constexpr Message live_snapshot_scorer{
    "live_snapshot_scorer",
    "the snapshot was taken under another framework, layout or options; restore it with those of its time",
    "快照所用的测评体系、编码布局或选项与此不同；请用当时的恢复"};
inline constexpr Message live_snapshot_visits{
    "live_snapshot_visits", "the snapshot is of other visits, or these had other profiles; give those of its time",
    "快照属于另一批测评，或其适用类别不同；请提供当时的测评"};
inline constexpr Message live_snapshot_units{"live_snapshot_units",
                                             "the snapshot is of other units, or the visits were of other ones; give "
                                             "those of its time",
                                             "快照的单位或测评所属单位与此不同；请提供当时的单位"};
inline constexpr Message live_snapshot_finding{"live_snapshot_finding",
                                               "finding {0} of the snapshot does not fit ({1}); take another snapshot",
                                               "快照中的问题 {0} 不合要求（{1}）；请另取一份快照"};
inline constexpr Message live_snapshot_marks{
    "live_snapshot_marks",
    "the findings of the snapshot have other marks under this framework than they had; restore it with the framework "
    "of its time",
    "快照中的问题在此测评体系下的得分与当时不同；请用当时的测评体系恢复"};

}  // namespace aedile::messages
