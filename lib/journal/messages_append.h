// What can be wrong with entries, questions and proofs.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// {0}: limit in bytes
inline constexpr Message word_too_long{"word_too_long",
                                       "this word has more than {0} bytes; put long texts into the payload",
                                       "该文本超过 {0} 字节；较长的内容请放入 payload"};
// {0}: byte
inline constexpr Message bad_payload{"bad_payload",
                                     "this is no JSON text in UTF-8: byte {0} cannot stand where it does",
                                     "此处不是 UTF-8 编码的 JSON 文本：第 {0} 字节不合规则"};
inline constexpr Message payload_too_deep{"payload_too_deep",
                                          "this JSON text has more than {0} levels; make it flatter",
                                          "该 JSON 文本嵌套超过 {0} 层；请减少层次"};
inline constexpr Message payload_too_large{
    "payload_too_large", "this text has {0} bytes; store what is larger than {1} elsewhere, and its hash here",
    "该文本有 {0} 字节；超过 {1} 字节的内容请另行存放，此处只记其哈希值"};
// {0}: cause
inline constexpr Message bad_cause{"bad_cause", "there is no event {0} before this one; name the event it follows from",
                                   "在本条之前没有第 {0} 条事件；请填写其所依据的事件"};
inline constexpr Message reserved_command{
    "reserved_command", "\"{0}\" begins with \"journal.\", which is the journal's own; choose another word",
    "“{0}”以“journal.”开头，为台账流水自用；请换一个词"};
// {0}: key, {1}: seq
inline constexpr Message key_taken{
    "key_taken", "the key \"{0}\" stands at event {1} already, with other content; give what is new a key of its own",
    "键“{0}”已用于第 {1} 条事件，且内容不同；新内容请用新的键"};
inline constexpr Message key_taken_here{
    "key_taken_here",
    "the key \"{0}\" stands in this batch already, with other content; give what is new a key of its own",
    "键“{0}”在本批中已出现，且内容不同；新内容请用新的键"};
// {0}: given, {1}: last
inline constexpr Message recorded_before{
    "recorded_before",
    "{0} lies before {1}, when the last event was recorded; what happened earlier is recorded "
    "later: give a later time of recording, or set the clock right",
    "{0} 早于最后一条事件的记录时间 {1}；补记早先的事，请另给不早于它的记录时间，或校正时钟"};
inline constexpr Message instant_range{"instant_range", "this instant lies outside the years 1 to 9999",
                                       "该时刻不在公元 1 至 9999 年之间"};
inline constexpr Message too_many_effects{"too_many_effects", "there are {0} effects; an event may have {1}",
                                          "共有 {0} 项后续动作；一条事件至多 {1} 项"};
// {0}: seq, {1}: size
inline constexpr Message no_such_event{"no_such_event", "there is no event {0}; the journal has {1}",
                                       "没有第 {0} 条事件；台账流水共 {1} 条"};
inline constexpr Message not_redactable{"not_redactable",
                                        "event {0} is the journal's own record of a redaction, and stays as it is",
                                        "第 {0} 条事件是台账流水对移除内容的记录，不可再移除"};
inline constexpr Message redacted_already{"redacted_already", "the payload of event {0} has been removed before",
                                          "第 {0} 条事件的内容此前已被移除"};
inline constexpr Message purge_delayed{
    "purge_delayed",
    "a reader still uses old pages of the file, so what was removed stays in the write-ahead log until the journal is "
    "next "
    "opened for writing",
    "有读取者仍在使用旧页，被移除的内容会留在预写日志中，直至下次以写入方式打开台账流水"};
// {0}: the system's reason
inline constexpr Message purge_failed{
    "purge_failed",
    "what was removed stays in the write-ahead log until the journal is next opened for writing: it cannot be emptied "
    "({0})",
    "被移除的内容会留在预写日志中，直至下次以写入方式打开台账流水：日志无法清空（{0}）"};

// ---- proofs

inline constexpr Message other_payload{
    "other_payload", "salt and payload of event {0} do not give its commitment: one of them was changed",
    "第 {0} 条事件的盐值与内容得不出其承诺值：其中有一项被改动"};
inline constexpr Message proof_fails{
    "proof_fails", "the path does not lead from event {0} to the root {1}: event, path or root was changed",
    "由第 {0} 条事件沿路径得不出根值 {1}：事件、路径或根值被改动"};
// {0}: older size, {1}: newer size
inline constexpr Message growth_fails{
    "growth_fails",
    "the path does not show that the journal of {1} {1|event|events} begins with that of {0}: something was changed",
    "路径不能证明 {1} 条事件的台账流水以其 {0} 条时的内容开头：有内容被改动"};
// {0}: size kept, {1}: root kept
inline constexpr Message other_head{
    "other_head",
    "the proof is not for the head that was kept ({0} {0|event|events}, root {1}); ask for a proof for that one",
    "该证明不是针对另存的流水头（{0} 条事件，根值 {1}）；请索取针对该流水头的证明"};

// ---- files

inline constexpr Message not_a_hash{"not_a_hash", "\"{0}\" is no SHA-256; write 64 hex digits in lower case",
                                    "“{0}”不是 SHA-256 值；请写 64 位小写十六进制数字"};
inline constexpr Message not_a_salt{"not_a_salt", "\"{0}\" is no salt; write 32 hex digits in lower case",
                                    "“{0}”不是盐值；请写 32 位小写十六进制数字"};
inline constexpr Message redacted_or_not{
    "redacted_or_not",
    "an event has a salt and a payload, or, where these were removed, a commitment; give one of the two",
    "事件须有 salt 与 payload；若已移除，则须有 commitment；请给出其中一种"};
inline constexpr Message number_above_sizes{"number_above_sizes",
                                            "this number is above {0}; a journal holds no more events",
                                            "该数大于 {0}；台账流水不会有这么多事件"};
// {0}: seq found, {1}: seq expected
inline constexpr Message other_seq{"other_seq",
                                   "event {0} stands where event {1} is due; a line is missing or misplaced",
                                   "此处应为第 {1} 条事件，实为第 {0} 条；有缺行或错位"};
inline constexpr Message duplicate_event_key{"duplicate_event_key", "the key \"{0}\" stands at event {1} already",
                                             "键“{0}”已用于第 {1} 条事件"};
inline constexpr Message unsorted_recorded{"unsorted_recorded",
                                           "this event was recorded at {0}, before the one before it ({1})",
                                           "本条事件的记录时间 {0} 早于前一条（{1}）"};
inline constexpr Message export_incomplete{"export_incomplete",
                                           "the export says {0} {0|event|events}, but holds {1}; ask for all of it",
                                           "导出文件注明 {0} 条事件，实有 {1} 条；请索取完整文件"};
inline constexpr Message empty_export{"empty_export",
                                      "the file is empty; an export begins with a line that says its size and root",
                                      "文件为空；导出文件的首行应注明事件数与根值"};
inline constexpr Message export_root{"export_root",
                                     "the export says the root {0}, but its events give {1}; a line was changed",
                                     "导出文件注明的根值为 {0}，而其事件得出 {1}；有内容被改动"};

}  // namespace aedile::messages
