// Texts that look alike: what people see of a name, and what they do not.
//
//   is_same_name("Wang", "ｗａｎｇ ")                   // true: case, width and blanks around tell nobody apart
//   is_same_name("wang", "wa\u00ADng")                 // true: nobody sees a soft hyphen
//   is_same_name("wang", "wаng")                       // false: the second а is Cyrillic, a letter of its own
//   unseen("wang\u200B") == "U+200B"; is_blank("\u3000") == true;
//
// Names are compared by NFKC_Casefold of Unicode. What only looks like another letter (homoglyphs) stays another one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aedile::detail {

/// Whether two names differ in nothing but case, width, composition, characters that cannot be seen and blanks around.
/// Texts that are not UTF-8 are the same if their bytes are. Empty is the same as empty or blank.
/// Cost: some nanoseconds for ASCII and common Chinese characters, about a microsecond for others.
bool is_same_name(std::string_view a, std::string_view b);

/// The one text for all names that are the same: to find them by.     Cost: as above, and the text.
std::string folded(std::string_view name);

/// Whether nothing of the text can be seen: it is empty, or blanks and invisible characters alone.
bool is_blank(std::string_view text);

/// The first character of a name that nobody can see, or a blank at its beginning or end: "U+200B", "U+0020"; nothing
/// if there is none. Of a text that is not UTF-8 nothing is said.
std::optional<std::string> unseen(std::string_view name);

}  // namespace aedile::detail
