// The catalogue entries of files of columns.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

// {0}: the system's reason
inline constexpr Message column_file_cannot_open{"column_file_cannot_open",
                                                 "cannot open the file ({0}); check its name and permissions",
                                                 "无法打开文件（{0}）；请检查文件名和权限"};

// {0}: the system's reason
inline constexpr Message column_file_cannot_write{
    "column_file_cannot_write",
    "cannot write the file ({0}); check the folder, its permissions and the room on the disk",
    "无法写入文件（{0}）；请检查所在文件夹、权限和磁盘空间"};

inline constexpr Message column_file_foreign{
    "column_file_foreign", "this is no file of columns, or a transfer changed its bytes; name another or copy it again",
    "这不是列文件，或其字节在传输中被改动；请换一个文件或重新复制"};

// {0}: version found, {1}: version read
inline constexpr Message column_file_version{
    "column_file_version", "the file has version {0}, and this program reads version {1}; use a newer program",
    "文件版本为 {0}，本程序只读取版本 {1}；请使用更新的程序"};

inline constexpr Message column_file_header{
    "column_file_header", "the header is cut off or not what was written; copy the file again or write it anew",
    "文件头不完整或已被改动；请重新复制或重新生成该文件"};

// {0}: bytes found, {1}: bytes there should be
inline constexpr Message column_file_size{"column_file_size",
                                          "the file has {0} bytes instead of {1}; copy it again or write it anew",
                                          "文件有 {0} 字节，应为 {1} 字节；请重新复制或重新生成该文件"};

// {0}: rows
inline constexpr Message column_file_rows{"column_file_rows",
                                          "{0} rows are more than a file can hold; write the file anew",
                                          "{0} 行超出文件所能容纳的范围；请重新生成该文件"};

// {0}: most bytes
inline constexpr Message column_file_name{
    "column_file_name",
    "the column's name is not 1 to {0} bytes of UTF-8 without control characters; write the file anew",
    "列名应为 1 至 {0} 字节、不含控制字符的 UTF-8 文本；请重新生成该文件"};

// {0}: bytes
inline constexpr Message column_file_cell{"column_file_cell",
                                          "the column has cells of {0} bytes, not of 1, 2, 4 or 8; write the file anew",
                                          "该列每格 {0} 字节，只允许 1、2、4 或 8；请重新生成该文件"};

// {0}: byte found, {1}: byte it should be
inline constexpr Message column_file_offset{"column_file_offset",
                                            "the column begins at byte {0} instead of {1}; write the file anew",
                                            "该列从第 {0} 字节开始，应为 {1}；请重新生成该文件"};

// {0}: name
inline constexpr Message column_file_duplicate{"column_file_duplicate",
                                               "the column \"{0}\" is here a second time; write the file anew",
                                               "“{0}”列重复出现；请重新生成该文件"};

// {0}: name
inline constexpr Message column_file_missing{
    "column_file_missing", "there is no column \"{0}\"; write the file with it", "缺少“{0}”列；请在生成文件时加入该列"};

// {0}: name, {1}: bytes found, {2}: bytes wanted
inline constexpr Message column_file_width{
    "column_file_width", "the column \"{0}\" has cells of {1} bytes instead of {2}; write it with that width",
    "“{0}”列每格 {1} 字节，应为 {2} 字节；请按该宽度生成"};

// {0}: name
inline constexpr Message column_file_damaged{
    "column_file_damaged", "the column \"{0}\" is not what was written; copy the file again or write it anew",
    "“{0}”列已不是写入时的内容；请重新复制或重新生成该文件"};

}  // namespace aedile::messages
