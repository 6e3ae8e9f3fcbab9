// What can be wrong with the texts of an authoring form, of whatever room. {0} is the key that holds the text; of
// control_character, the text.
#pragma once

#include "aedile/core/message.h"

namespace aedile::messages {

inline constexpr Message empty_text{"empty_text", "\"{0}\" is empty; write a text there", "“{0}”为空；请填写内容"};
inline constexpr Message text_not_utf8{"text_not_utf8", "\"{0}\" is not valid UTF-8; save the text as UTF-8",
                                       "“{0}”不是有效的 UTF-8 文本；请以 UTF-8 编码保存"};
inline constexpr Message control_character{"control_character",
                                           "\"{0}\" in \"{1}\" holds a control character; remove it",
                                           "“{1}”中的“{0}”含有控制字符；请删除"};
inline constexpr Message duplicate_language{"duplicate_language",
                                            "\"{0}\" has two texts for the language \"{1}\"; keep one",
                                            "“{0}”中语言“{1}”的文本出现两次；请只保留一个"};

}  // namespace aedile::messages
