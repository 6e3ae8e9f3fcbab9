// The words printed on a notice.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message notice_title{"notice_title", "Rectification Notice", "整改通知单"};
inline constexpr Message notice_responsible_copy{"notice_responsible_copy", "Copy 1: responsible unit",
                                                 "第一联 责任单位联"};
inline constexpr Message notice_look_back_copy{"notice_look_back_copy", "Copy 2: look-back", "第二联 回头看联"};
inline constexpr Message notice_number{"notice_number", "No.", "编号"};
inline constexpr Message notice_unit{"notice_unit", "Responsible unit", "责任单位"};
inline constexpr Message notice_site{"notice_site", "Site", "点位"};
inline constexpr Message notice_address{"notice_address", "Address", "地址"};
inline constexpr Message notice_inspected{"notice_inspected", "Inspected", "检查日期"};
inline constexpr Message notice_inspectors{"notice_inspectors", "Inspected by", "检查人员"};
inline constexpr Message notice_ticket{"notice_ticket", "Ticket", "工单号"};
inline constexpr Message notice_due{"notice_due", "To be rectified by", "整改期限"};
inline constexpr Message notice_recurrence{"notice_recurrence", "Returned fault; notice before", "反弹问题，原通知单"};
inline constexpr Message notice_item{"notice_item", "Item", "测评项目"};
inline constexpr Message notice_finding{"notice_finding", "What was found", "存在问题"};
inline constexpr Message notice_requirement{"notice_requirement", "What is to be done", "整改要求"};
inline constexpr Message notice_points{"notice_points", "Points", "扣分"};
inline constexpr Message notice_result{"notice_result", "Found at the look-back", "回头看结果"};
inline constexpr Message notice_gone{"notice_gone", "gone", "已整改"};
inline constexpr Message notice_still_there{"notice_still_there", "still there", "未整改"};
inline constexpr Message notice_evidence{"notice_evidence", "Evidence", "佐证"};
inline constexpr Message notice_location{"notice_location", "Where", "位置"};
inline constexpr Message notice_consequence{"notice_consequence", "If it is late", "逾期后果"};
inline constexpr Message notice_contact{"notice_contact", "Answer to", "联系人"};
inline constexpr Message notice_verification{"notice_verification", "Verification code", "校验码"};
// {0}: the unit
inline constexpr Message notice_opening{
    "notice_opening",
    "To {0}: the inspection found what is listed below. Rectify it by the date stated and report it done, with "
    "photographs. Whoever did the work cannot verify it; the look-back is made by others.",
    "{0}：经检查，发现下列问题。请按期整改，并附照片反馈整改情况。回头看由未参与整改的人员进行。"};
inline constexpr Message notice_look_back_opening{
    "notice_look_back_opening",
    "For the inspector who looks back at {0}: tick each line on the spot. The ticket closes only if every line is "
    "gone.",
    "回头看人员现场核查{0}的整改情况，逐项勾选；全部整改到位方可销号。"};
// {0}: what the ticket is about, {1}: visit, {2}: number of the finding
inline constexpr Message notice_one_of_findings{"notice_one_of_findings", "{0} (visit {1}, finding {2})",
                                                "{0}（检查 {1}，第 {2} 项）"};
// {0}: ticket
inline constexpr Message notice_before_of_ticket{"notice_before_of_ticket", "none (ticket {0})", "无（工单 {0}）"};
inline constexpr Message notice_issued{"notice_issued", "Issued", "签发日期"};
inline constexpr Message notice_seal{"notice_seal", "(seal)", "（盖章）"};
inline constexpr Message notice_look_back_by{"notice_look_back_by", "Look-back by (not the doer)",
                                             "回头看人员（不得为整改人）"};
inline constexpr Message notice_look_back_date{"notice_look_back_date", "Date and time", "回头看时间"};
inline constexpr Message notice_conclusion{"notice_conclusion", "Conclusion", "结论"};
inline constexpr Message notice_close{"notice_close", "close", "同意销号"};
inline constexpr Message notice_send_back{"notice_send_back", "send back", "退回重新整改"};
inline constexpr Message notice_tear{"notice_tear", "tear off here", "沿此线撕下"};
inline constexpr Message notice_receipt{"notice_receipt", "Receipt", "送达回执"};
// {0}: the unit, {1}: the number
inline constexpr Message notice_received{"notice_received", "{0} has received rectification notice {1}.",
                                         "{0}已收到编号为{1}的整改通知单。"};
inline constexpr Message notice_received_by{"notice_received_by", "Received by (signature)", "签收人（签字）"};
inline constexpr Message notice_received_on{"notice_received_on", "Date and time", "签收时间"};
inline constexpr Message notice_delivered_by{"notice_delivered_by", "Delivered by", "送达人"};
inline constexpr Message notice_unit_seal{"notice_unit_seal", "Seal of the unit", "单位（盖章）"};
inline constexpr Message notice_check_hint{
    "notice_check_hint", "Number and code are the same on both copies; the journal of {0} can confirm them.",
    "两联编号、校验码一致；可凭校验码向{0}的台账流水核验。"};

}  // namespace aedile::messages
