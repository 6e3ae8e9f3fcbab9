// The catalogue of the JSON readers. Texts found come in shortened by `excerpt`.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// The file as such, and JSON as such: one problem ends the reading.

inline constexpr Message unreadable_file{"unreadable_file",
                                         "cannot read this file ({0}); check its name and permissions",
                                         "无法读取该文件（{0}）；请检查文件名和权限"};

inline constexpr Message document_too_large{"document_too_large",
                                            "this file holds {0} bytes, more than the {1} that are read; split it",
                                            "该文件有 {0} 字节，超过可读取的 {1} 字节；请拆分文件"};

inline constexpr Message empty_document{"empty_document", "there is nothing in this file; a JSON object is expected",
                                        "文件为空；应为一个 JSON 对象"};

inline constexpr Message not_utf8{"not_utf8",
                                  "byte {0} at offset {1} is not UTF-8; save the file with the encoding UTF-8",
                                  "偏移 {1} 处的字节 {0} 不是 UTF-8；请将文件另存为 UTF-8 编码"};

inline constexpr Message zero_byte{
    "zero_byte",
    "there is a zero byte at offset {0}: the file is damaged or not a text file; restore or export it anew",
    "偏移 {0} 处有零字节：文件已损坏或不是文本文件；请恢复或重新导出"};

inline constexpr Message truncated_document{
    "truncated_document", "the file ends too early: the {0} at {1} is not closed; restore the missing part or close it",
    "文件提前结束：{1} 处的 {0} 没有闭合；请补全缺失部分或将其闭合"};

inline constexpr Message nesting_too_deep{"nesting_too_deep",
                                          "brackets are nested more than {0} levels deep here; nest fewer levels",
                                          "此处括号嵌套超过 {0} 层；请减少嵌套层数"};

inline constexpr Message too_many_values{"too_many_values",
                                         "the file holds more than {0} values; the one that exceeds it stands here",
                                         "文件中的值超过 {0} 个；此处为超出的第一个"};

inline constexpr Message text_after_end{
    "text_after_end", "the document has ended before this; remove what follows, or a bracket that closes too early",
    "文档在此之前已经结束；请删除其后的内容，或删除过早闭合的括号"};

inline constexpr Message expected_key{
    "expected_key", "a key in double quotation marks is expected here (and no comma before a closing }), not {0}",
    "此处应为用英文双引号括起的键（右花括号 } 之前不应有逗号），而不是 {0}"};

inline constexpr Message expected_colon{"expected_colon", "a colon is expected here, between the key and its value",
                                        "此处应有英文冒号，用来分隔键和值"};

inline constexpr Message expected_comma_or_brace{"expected_comma_or_brace",
                                                 "a comma or the closing } of the object is expected here, not {0}",
                                                 "此处应为英文逗号或对象的右花括号 }，而不是 {0}"};

inline constexpr Message expected_comma_or_bracket{"expected_comma_or_bracket",
                                                   "a comma or the closing ] of the list is expected here, not {0}",
                                                   "此处应为英文逗号或列表的右方括号 ]，而不是 {0}"};

inline constexpr Message expected_value{
    "expected_value",
    "a value is expected here, not {0}: an object, a list, a text in double "
    "quotation marks, a number, true, false or null",
    "此处应为一个值，而不是 {0}：对象、列表、英文双引号括起的文本、数字、true、false 或 null"};

inline constexpr Message bad_escape{
    "bad_escape",
    "{0} is no escape that JSON knows; write \\\\ for a backslash, \\u and four hexadecimal digits for a "
    "character",
    "{0} 不是 JSON 的转义写法；反斜杠请写 \\\\，字符请写 \\u 加四位十六进制数字"};

inline constexpr Message bad_surrogate{
    "bad_surrogate", "{0} is half a character; write the character itself, or both halves \\uD8xx\\uDCxx",
    "{0} 只是半个字符；请直接写该字符，或写全两半 \\uD8xx\\uDCxx"};

inline constexpr Message control_in_text{
    "control_in_text",
    "a text may not contain the control character {0}; write \\n for a line end, \\t for a tab, and "
    "close every text in its line",
    "文本中不能有控制字符 {0}；换行请写 \\n，制表符请写 \\t，且文本须在本行内闭合"};

inline constexpr Message incomplete_number{"incomplete_number", "a digit is expected here, to complete the number {0}",
                                           "此处应有数字，以补全 {0}"};

inline constexpr Message leading_zero{
    "leading_zero",
    "a number may not begin with 0 and another digit; remove the zeros, or put a code in quotation marks",
    "数字不能以 0 加其他数字开头；请删除前面的 0，如为代码请加英文双引号"};

inline constexpr Message number_too_large{
    "number_too_large", "the number {0} is larger than any that can be used here; write a smaller one",
    "数字 {0} 过大，无法使用；请写较小的数"};

// What the document says: all problems at once.

inline constexpr Message unknown_format{"unknown_format", "this file says it is \"{0}\"; \"{1}\" is expected here",
                                        "该文件自称“{0}”；此处应为“{1}”"};

inline constexpr Message missing_key{"missing_key", "the key \"{0}\" is missing in this object; add it",
                                     "此对象缺少键“{0}”；请补上"};

inline constexpr Message unknown_key{"unknown_key", "there is no key \"{0}\" here; known: {1}",
                                     "此处没有键“{0}”；可用的键：{1}"};

inline constexpr Message duplicate_key{"duplicate_key",
                                       "the key \"{0}\" stands in this object already, at {1}; remove one of them",
                                       "键“{0}”在此对象中已经出现过，位于 {1}；请删除其中一个"};

inline constexpr Message expected_object{"expected_object", "an object {\"key\": value, …} is expected here, not {0}",
                                         "此处应为对象 {\"键\": 值, …}，而不是 {0}"};

inline constexpr Message expected_list{"expected_list", "a list [value, …] is expected here, not {0}",
                                       "此处应为列表 [值, …]，而不是 {0}"};

inline constexpr Message expected_string{"expected_string", "a text in quotation marks is expected here, not {0}",
                                         "此处应为用英文双引号括起的文本，而不是 {0}"};

inline constexpr Message expected_local_text{
    "expected_local_text", "a text \"…\", or its languages {\"en\": \"…\", \"zh\": \"…\"}, is expected here, not {0}",
    "此处应为文本 \"…\" 或分语言的文本 {\"en\": \"…\", \"zh\": \"…\"}，而不是 {0}"};

inline constexpr Message expected_number{"expected_number",
                                         "a number without quotation marks is expected here, not {0}",
                                         "此处应为不带引号的数字，而不是 {0}"};

inline constexpr Message expected_whole_number{"expected_whole_number",
                                               "a whole number from {1} to {2} is expected here, not {0}",
                                               "此处应为 {1} 至 {2} 之间的整数，而不是 {0}"};

inline constexpr Message expected_boolean{"expected_boolean", "true or false is expected here, not {0}",
                                          "此处应为 true 或 false，而不是 {0}"};

inline constexpr Message expected_points{
    "expected_points",
    "points are expected here: a number, or a table {\"by\": \"severity\", \"table\": {\"minor\": 0.5}}; not {0}",
    "此处应为分值：一个数字，或分值表 {\"by\": \"severity\", \"table\": {\"minor\": 0.5}}；而不是 {0}"};

inline constexpr Message expected_once{
    "expected_once", "true, false or a list of attributes such as [\"location\"] is expected here, not {0}",
    "此处应为 true、false 或属性列表（如 [\"location\"]），而不是 {0}"};

inline constexpr Message expected_hours{"expected_hours",
                                        "hours such as [\"08:30\", \"12:00\"] are expected here, not {0}",
                                        "此处应为时段，如 [\"08:30\", \"12:00\"]，而不是 {0}"};

inline constexpr Message unknown_calendar{"unknown_calendar", "no calendar \"{0}\" comes with aedile; there are: {1}",
                                          "aedile 没有自带日历“{0}”；自带的有：{1}"};

inline constexpr Message unknown_word{"unknown_word", "\"{0}\" is not known here; write one of: {1}",
                                      "此处不能写“{0}”；请写以下之一：{1}"};

inline constexpr Message too_many_problems{"too_many_problems",
                                           "{0} problems were found up to here; reading gives up, correct these first",
                                           "到此处已发现 {0} 个问题；读取中止，请先更正这些问题"};

inline constexpr Message both_of_two{"both_of_two", "\"{0}\" and \"{1}\" exclude each other; keep one of them",
                                     "“{0}”与“{1}”不能同时使用；请保留其中一个"};

}  // namespace aedile::messages
