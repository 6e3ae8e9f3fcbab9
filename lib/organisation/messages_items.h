// Catalogue of the checks that need a framework's items.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// {0}: item, {1}: day
inline constexpr Message item_without_lead{
    "item_without_lead", "item {0} has no lead on {1}; add it to a duty, or name a lead in the framework",
    "{1}时测评项目 {0} 没有牵头单位；请补入责任分解，或在测评体系中指明"};
// {0}: item, {1}: unit by the framework, {2}: unit by the organisation
inline constexpr Message lead_differs{
    "lead_differs",
    "item {0} is led by \"{1}\" in the framework, by \"{2}\" here; the two would both lead, so correct one",
    "测评项目 {0} 在测评体系中由“{1}”牵头，此处由“{2}”牵头；两者不能同时牵头，请更正其一"};
// {0}: pattern
inline constexpr Message no_such_item{"no_such_item", "\"{0}\" fits no item of the framework; correct it",
                                      "“{0}”不对应测评体系的任何项目；请更正"};
// {0}: unit, {1}: item
inline constexpr Message target_not_owned{
    "target_not_owned",
    "\"{0}\" neither answers for item {1}, nor answers to a unit that does; correct the target, or the line it is in",
    "“{0}”既不负责测评项目 {1}，也不隶属于负责该项目的单位；请更正目标或隶属关系"};

inline constexpr const Message* items_catalogue[] = {&item_without_lead, &lead_differs, &no_such_item,
                                                     &target_not_owned};

}  // namespace aedile::messages
