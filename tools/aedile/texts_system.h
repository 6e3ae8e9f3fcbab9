// What the system, SQLite and the parser of the command line find wrong, in words.
#pragma once

#include "aedile/core/message.h"

namespace aedile::tool::texts {

// ---- files; {0}: in words, {1}: as the system says it

inline constexpr Message reason_in_words{"reason_in_words", "{0} ({1})", "{0}（{1}）"};
inline constexpr Message no_such_file{"no_such_file", "there is no such file or folder", "没有这个文件或文件夹"};
inline constexpr Message no_permission{"no_permission", "this is not permitted", "没有权限"};
inline constexpr Message is_a_folder{"is_a_folder", "it is a folder", "这是文件夹，不是文件"};
inline constexpr Message not_a_folder{"not_a_folder", "part of its path is no folder", "路径中有一段不是文件夹"};
inline constexpr Message exists_already{"exists_already", "there is one of that name", "同名文件已存在"};
inline constexpr Message no_space{"no_space", "no space is left", "没有剩余空间"};
inline constexpr Message too_large{"too_large", "the file would become too large", "文件过大"};
inline constexpr Message read_only{"read_only", "it can only be read", "只能读取，不能写入"};
inline constexpr Message links_in_a_circle{"links_in_a_circle", "symbolic links lead in a circle", "符号链接循环"};
inline constexpr Message name_too_long{"name_too_long", "its name is too long", "文件名过长"};
inline constexpr Message too_many_files{"too_many_files", "too many files are open", "打开的文件过多"};
inline constexpr Message in_use{"in_use", "another program is using it", "正被其他程序使用"};
inline constexpr Message broken_device{"broken_device", "the disk or its connection fails", "磁盘或其连接出错"};
inline constexpr Message no_such_device{"no_such_device", "there is no such device", "没有这个设备"};
inline constexpr Message no_such_kind{"no_such_kind", "it is no file of the kind that is asked for",
                                      "不是所需类型的文件"};
inline constexpr Message cannot_be_opened{"cannot_be_opened", "it cannot be opened", "无法打开"};
inline constexpr Message not_a_database{"not_a_database", "it is no SQLite file", "不是 SQLite 文件"};
inline constexpr Message malformed_database{"malformed_database", "its pages do not fit together",
                                            "文件内部结构已损坏"};

// ---- the command line

inline constexpr Message which_command{"which_command", "say which command", "请写明命令"};
inline constexpr Message no_such_command{"no_such_command", "there is no command \"{0}\" here", "没有命令“{0}”"};
inline constexpr Message no_such_option{"no_such_option", "there is no option {0} here", "没有选项 {0}"};
inline constexpr Message argument_too_many{"argument_too_many", "nothing is asked for that \"{0}\" could be",
                                           "多余的参数：{0}"};
inline constexpr Message argument_missing{"argument_missing", "{0} is missing", "缺少 {0}"};
inline constexpr Message value_missing{"value_missing", "{0} needs a value behind it", "{0} 后须写明值"};
inline constexpr Message given_twice{"given_twice", "{0} is given more than once", "{0} 只能写一次"};
// {0}: option, {1}: what was written, {2}: what can be
inline constexpr Message no_number{"no_number", "{0}: \"{1}\" is no number that fits here", "{0}：“{1}”不是可用的数字"};
inline constexpr Message out_of_range{"out_of_range", "{0}: \"{1}\" is no number from {2} to {3}",
                                      "{0}：“{1}”不是 {2} 到 {3} 的数字"};
inline constexpr Message takes_no_value{"takes_no_value", "{0} takes no value such as \"{1}\"",
                                        "{0} 不带值，不能写“{1}”"};
inline constexpr Message not_one_of{"not_one_of", "{0}: \"{1}\" is none of these: {2}",
                                    "{0}：“{1}”不在可选值之中：{2}"};
inline constexpr Message option_needs{"option_needs", "{0} goes with {1} alone; give both", "{0} 须与 {1} 一起使用"};
inline constexpr Message option_excludes{"option_excludes", "{0} and {1} exclude each other; give one of them",
                                         "{0} 与 {1} 不能同时使用"};
// {0}: the parser's sentence
inline constexpr Message wrong_usage{"wrong_usage", "{0}", "命令有误：{0}"};
inline constexpr Message wrong_usage_raw{"wrong_usage_raw", "the command line is wrong ({0})", "命令有误（{0}）"};

}  // namespace aedile::tool::texts
