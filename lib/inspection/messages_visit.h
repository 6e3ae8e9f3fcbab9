// Why somebody may not do something with a visit or a finding: an entry for each guard. {0} is the action.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message visit_state{"visit_state", "\"{0}\" is not open: the visit is {1}",
                                     "不能执行“{0}”：该检查的状态为 {1}"};
inline constexpr Message visit_finding_state{"visit_finding_state",
                                             "\"{0}\" is not open: finding {2} is {3}, at a visit that is {1}",
                                             "不能执行“{0}”：第 {2} 号问题的状态为 {3}，该检查的状态为 {1}"};
inline constexpr Message visit_role{"visit_role", "\"{0}\" is not for {1}; ask somebody who is {2}",
                                    "“{0}”不由 {1} 执行；请由 {2} 执行"};
inline constexpr Message visit_of_the_visit{"visit_of_the_visit",
                                            "\"{0}\" is for the inspectors of this visit, and {1} is none of them",
                                            "“{0}”只能由本次检查的检查人员执行，而 {1} 不在其中"};
inline constexpr Message visit_not_of_visit{"visit_not_of_visit",
                                            "\"{0}\" is not for {1}, who inspected; ask a reviewer who did not",
                                            "{1} 参与了本次检查，不得执行“{0}”；请由未参与的复核人执行"};
inline constexpr Message visit_reason_given{"visit_reason_given", "\"{0}\" takes a reason; give one",
                                            "执行“{0}”须说明理由；请填写"};
inline constexpr Message visit_date_given{"visit_date_given", "\"{0}\" takes a date; give one",
                                          "执行“{0}”须给出日期；请填写"};
inline constexpr Message visit_date_reached{
    "visit_date_reached",
    "\"{0}\" comes too early: the visit is planned for {1}; reschedule it if it "
    "took place before",
    "执行“{0}”为时过早：该检查计划于 {1} 进行；如已提前进行请先改期"};
inline constexpr Message visit_finding_exists{"visit_finding_exists",
                                              "there is no finding {1}; the visit has {2}, numbered from 0",
                                              "没有第 {1} 号问题；本次检查共有 {2} 个问题，编号从 0 开始"};
inline constexpr Message visit_finding_given{
    "visit_finding_given", "\"{0}\" takes a finding with its item; give one with a count of at least 1",
    "执行“{0}”须给出问题及其测评项目；请填写，数量至少为 1"};
inline constexpr Message visit_evidence_given{"visit_evidence_given",
                                              "\"{0}\" takes the SHA-256 of a file, 64 hex digits in lower case",
                                              "执行“{0}”须给出文件的 SHA-256（64 位小写十六进制）"};
inline constexpr Message visit_not_corrected{"visit_not_corrected", "finding {1} was corrected on the spot already",
                                             "第 {1} 号问题已当场整改"};
inline constexpr Message visit_no_drafts{"visit_no_drafts",
                                         "\"{0}\" is not open: finding {1} is a draft; confirm or withdraw it first",
                                         "不能执行“{0}”：第 {1} 号问题仍为草稿；请先确认或撤销"};
inline constexpr Message visit_in_time{"visit_in_time", "\"{0}\" comes too late: it was open until {1}",
                                       "执行“{0}”已逾期：期限为 {1}"};
inline constexpr Message visit_not_appellant{"visit_not_appellant",
                                             "\"{0}\" is not for {1}, who appealed; ask another reviewer",
                                             "{1} 为申诉人，不得执行“{0}”；请由其他复核人执行"};
inline constexpr Message visit_not_before{"visit_not_before",
                                          "\"{0}\" at {1} would come before what was done at {2}; correct the time",
                                          "“{0}”的时间 {1} 早于上一步的时间 {2}；请更正时间"};
inline constexpr Message unreadable_evidence{"unreadable_evidence", "\"{0}\" cannot be read to its end; check the file",
                                             "无法完整读取“{0}”；请检查文件"};

}  // namespace aedile::messages
