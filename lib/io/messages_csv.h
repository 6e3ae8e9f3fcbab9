// The catalogue entries of tables: CSV itself, visits and findings, scores. {0} is the text found, shortened by
// `excerpt`, unless said otherwise.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// ---- CSV itself

inline constexpr Message csv_cannot_open{"csv_cannot_open", "cannot open the file; check its name and permissions",
                                         "无法打开文件；请检查文件名和权限"};

inline constexpr Message csv_read_failed{"csv_read_failed", "reading failed; check the file and the disk it is on",
                                         "读取失败；请检查该文件及其所在磁盘"};

inline constexpr Message csv_unclosed_quote{
    "csv_unclosed_quote", "the quote opened here is never closed; close it, or double it if it belongs to the text",
    "此处开始的引号没有结束；请补上右引号，若引号属于正文请写成两个引号"};

// {0}: bytes
inline constexpr Message csv_record_too_long{
    "csv_record_too_long",
    "the record that begins here takes more than {0} bytes; a quote was probably never closed before it",
    "从此处开始的记录超过 {0} 字节；很可能前面有引号没有结束"};

inline constexpr Message csv_stray_quote{"csv_stray_quote",
                                         "a quote must enclose the whole cell; enclose it and double the quotes inside",
                                         "引号必须括住整个单元格；请括住整格，并把其中的引号写成两个"};

inline constexpr Message csv_nul{"csv_nul", "a NUL byte stands here; save the table as CSV UTF-8",
                                 "此处有空字节（NUL）；请将表格另存为“CSV UTF-8”格式"};

inline constexpr Message csv_invalid_utf8{"csv_invalid_utf8", "the byte {0} is not UTF-8; save the table as CSV UTF-8",
                                          "字节 {0} 不是 UTF-8 编码；请将表格另存为“CSV UTF-8”格式"};

// ---- header

inline constexpr Message csv_empty{"csv_empty", "the file is empty; its first line must name the columns",
                                   "文件为空；第一行必须是列名"};

// {0}: name
inline constexpr Message csv_missing_column{"csv_missing_column", "there is no column \"{0}\"; add it",
                                            "缺少“{0}”列；请补上该列"};

// {0}: name, {1}: the nearest name there is
inline constexpr Message csv_misspelt_column{"csv_misspelt_column",
                                             "there is no column \"{0}\"; is it the column \"{1}\"? Then rename it",
                                             "缺少“{0}”列；是否就是“{1}”列？如是，请改列名"};

inline constexpr Message csv_duplicate_column{"csv_duplicate_column",
                                              "the column \"{0}\" stands here a second time; delete or rename one",
                                              "“{0}”列在此重复出现；请删除或改名其中一列"};

// {0}: number of the column
inline constexpr Message csv_unnamed_column{"csv_unnamed_column", "column {0} has no name; name it or delete it",
                                            "第 {0} 列没有列名；请命名或删除该列"};

inline constexpr Message csv_separator{
    "csv_separator", "the columns seem to be separated by {0}; save the table with commas between the columns",
    "各列似乎以 {0} 分隔；请另存为以逗号分隔的表格"};

// {0}: name found, {1}: name known
inline constexpr Message csv_similar_column{
    "csv_similar_column",
    "the column \"{0}\" looks like \"{1}\", which is missing; correct its name, or give it another one if it means "
    "something else",
    "“{0}”列与缺少的“{1}”列相似；请更正列名，如另有所指则请改用其他列名"};

// {0}: cells found, {1}: columns
inline constexpr Message csv_ragged_row{"csv_ragged_row",
                                        "the row has {0} {0|cell|cells}, the header {1}; quote cells that hold a comma",
                                        "该行有 {0} 格，表头有 {1} 列；含逗号的单元格请加引号"};

// ---- columns of codes

// {0}: text, {1}: column, {2}: the greatest number allowed
inline constexpr Message code_not_number{"code_not_number",
                                         "\"{0}\" in the column \"{1}\" is no whole number from 0 to {2}; correct it",
                                         "“{1}”列的“{0}”不是 0 至 {2} 之间的整数；请更正"};

// {0}: text, {1}: column
inline constexpr Message code_not_word{"code_not_word",
                                       "\"{0}\" in the column \"{1}\" is not known; correct it, or add it to the words "
                                       "that are known",
                                       "“{1}”列的“{0}”不在已知取值之内；请更正，或将其加入已知取值"};

// {0}: text, {1}: column, {2}: the nearest word
inline constexpr Message code_not_this_word{"code_not_this_word",
                                            "\"{0}\" in the column \"{1}\" is not known; is it \"{2}\"?",
                                            "“{1}”列的“{0}”不在已知取值之内；是否应为“{2}”？"};

// ---- visits and findings

inline constexpr Message missing_visit_id{"missing_visit_id", "the row names no visit; fill in the column \"visit\"",
                                          "该行没有检查编号；请填写“visit”列"};

// {0}: id, {1}: line
inline constexpr Message duplicate_visit{
    "duplicate_visit", "the visit \"{0}\" stands in line {1} already; give each visit an id of its own",
    "检查“{0}”已见于第 {1} 行；每次检查须有唯一编号"};

// {0}: id, {1}: file of the visits
inline constexpr Message unknown_visit{"unknown_visit",
                                       "there is no visit \"{0}\" in {1}; correct the id, or add the visit",
                                       "{1} 中没有检查“{0}”；请更正编号，或补上该次检查"};

inline constexpr Message missing_item{"missing_item", "the row names no item; fill in the column \"item\"",
                                      "该行没有测评项目；请填写“item”列"};

inline constexpr Message ambiguous_row{
    "ambiguous_row", "the row has both a result and a reading; write a check and a reading in rows of their own",
    "该行既有检查结果又有读数；请分两行填写"};

// {0}: column filled in, {1}: column it needs
inline constexpr Message misplaced_cell{"misplaced_cell",
                                        "\"{0}\" says nothing without \"{1}\"; fill in \"{1}\", or empty the cell",
                                        "没有“{1}”时，“{0}”没有意义；请填写“{1}”，或清空此格"};

inline constexpr Message misplaced_count{
    "misplaced_count", "a check or a reading is not counted, but the count is \"{0}\"; empty the cell",
    "检查结果和读数不计数量，而此处数量为“{0}”；请清空此格"};

// {0}: name of the reading
inline constexpr Message missing_value{"missing_value",
                                       "the reading \"{0}\" has no value; fill in the column \"value\"",
                                       "读数“{0}”没有数值；请填写“value”列"};

inline constexpr Message bad_count{"bad_count", "\"{0}\" is not a count; write a whole number from 0 to 4294967295",
                                   "“{0}”不是有效的数量；请写 0 至 4294967295 之间的整数"};

// {0}: text, {1}: column
inline constexpr Message bad_flag{"bad_flag", "\"{0}\" in the column \"{1}\" is neither yes nor no; write yes or no",
                                  "“{1}”列的“{0}”既非“是”也非“否”；请写“是”或“否”"};

inline constexpr Message bad_check_result{
    "bad_check_result",
    "\"{0}\" is not the result of a check; write pass, fixed, fail, error, unknown, not_applicable, not_checked, "
    "not_selected, informational or unscored",
    "“{0}”不是有效的检查结果；请写 pass、fixed、fail、error、unknown、not_applicable、not_checked、not_selected、"
    "informational 或 unscored"};

// ---- the site ledger

inline constexpr Message missing_site{"missing_site", "the row names no site; fill in the column \"site\"",
                                      "该行没有点位编号；请填写“site”列"};

// {0}: code, {1}: line
inline constexpr Message duplicate_site{"duplicate_site",
                                        "the site \"{0}\" stands in line {1} already; give each site a code of its own",
                                        "点位“{0}”已见于第{1}行；每个点位须有唯一编号"};

inline constexpr Message name_without_language{
    "name_without_language", "the column \"name_\" names no language; call it name, or name_en, name_zh …",
    "“name_”列没有写明语言；请改为 name，或 name_en、name_zh 等"};

// {0}: the column that is missing
inline constexpr Message half_coordinates{"half_coordinates", "the site has no {0}; fill in both coordinates, or none",
                                          "该点位缺少 {0}；经纬度须同时填写，或都不填"};

// ---- editions and scores

// {0}: edition named by the visit, {1}: editions there are
inline constexpr Message unknown_edition{
    "unknown_edition", "there is no edition \"{0}\" among those given ({1}); add its file, or correct the edition",
    "所给版本（{1}）中没有“{0}”；请补上该版本的文件，或更正版本号"};

// {0}: day, {1}: editions there are
inline constexpr Message no_edition_on_day{
    "no_edition_on_day", "no edition given ({1}) is valid on {0}; add the edition of that day, or name one",
    "所给版本（{1}）在 {0} 均不适用；请补上当日适用的版本，或指明版本"};

// {0}: editions there are
inline constexpr Message no_date_for_edition{
    "no_date_for_edition",
    "the visit has neither an edition nor a date by which one ({0}) could be chosen; fill in one of the two",
    "该次检查既无版本也无日期，无法选定版本（{0}）；请填写其中之一"};

inline constexpr Message nothing_to_compare{
    "nothing_to_compare", "there is neither a column \"score\" nor \"grade\" to compare with; add one",
    "既没有“score”列也没有“grade”列，无从比较；请补上其一"};

inline constexpr Message nothing_official{
    "nothing_official", "the table holds no official result to compare with; fill in scores, grades or statuses",
    "表中没有可比较的正式结果；请填写分数、等级或状态"};

}  // namespace aedile::messages
