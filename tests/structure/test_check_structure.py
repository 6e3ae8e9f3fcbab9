"""The structure check finds each kind of violation when it is planted in a sound tree, and nothing in the sound one."""

import tempfile
import unittest
from pathlib import Path

from check_structure import problems

SOUND = {
    "include/aedile/core/a.h": "#pragma once\n#include <vector>\n",
    "include/aedile/framework/b.h": '#pragma once\n#include "aedile/core/a.h"\n',
    "lib/core/messages.h": '#pragma once\ninline constexpr Message bad{"bad", "{0} is bad; " "mend it", "“{0}”有误"};\n',
    "lib/framework/b.cpp": '#include "framework/c.h"\n#include "core/d.h"\n#include <boost/graph/x.hpp>\n',
    "tools/aedile/main.cpp": '#include "aedile/framework/b.h"\n#include <CLI/CLI.hpp>\n',
}


class Structure(unittest.TestCase):
    def expect(self, planted, *sentences):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for name, text in {**SOUND, **planted}.items():
                path = root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            found = list(problems(root))
        self.assertEqual(len(found), len(sentences), found)
        for line, sentence in zip(found, sentences):
            self.assertIn(sentence, line)

    def test_a_sound_tree_has_no_problem(self):
        self.expect({})

    def test_a_lower_floor_does_not_include_a_higher_one(self):
        self.expect({"lib/core/x.cpp": '\n# include "aedile/framework/b.h"\n'}, "lib/core/x.cpp:2: error: core must not")
        self.expect({"lib/core/x.cpp": '#include "framework/c.h"\n'}, "core must not include framework")

    def test_rooms_of_one_floor_do_not_include_each_other(self):
        self.expect({"lib/scoring/x.cpp": "#include <aedile/inspection/b.h>\n"}, "scoring must not include inspection")

    def test_a_folder_without_a_floor_is_reported(self):
        self.expect({"lib/cellar/x.cpp": "\n"}, '"cellar" is no room')

    def test_public_headers_bring_the_standard_library_alone(self):
        for library in ("rapidjson/reader.h", "CLI/CLI.hpp", "Eigen/Dense", "boost/rational.hpp", "sqlite3.h"):
            self.expect(
                {"include/aedile/io/x.h": f"#pragma once\n#include <{library}>\n"},
                f"include/aedile/io/x.h:2: error: a public header must not include <{library}>",
            )

    def test_public_headers_do_not_reach_into_lib(self):
        self.expect(
            {"include/aedile/io/x.h": '#pragma once\n#include "core/d.h"\n'}, 'must not include "core/d.h"'
        )

    def test_a_header_without_its_guard_is_reported(self):
        self.expect({"include/aedile/io/x.h": "\n"}, "#pragma once")

    def test_a_type_has_one_definition(self):
        def source(body, *namespaces):
            return "".join(f"namespace {n} {{\n" for n in namespaces) + body + "}  // namespace\n" * len(namespaces)

        one = {"lib/core/x.h": source("struct Span {\n};\n", "aedile::detail")}
        again = "lib/core/y.cpp:2: error: aedile::detail::Span is also defined in lib/core/x.h"
        self.expect({**one, "lib/core/y.cpp": source("class Span {\n};\n", "aedile::detail")}, again)
        self.expect({**one, "lib/core/y.cpp": source("struct Span {\n};\n", "aedile::detail", "")})
        self.expect({**one, "lib/core/y.cpp": source("struct Span;\nstruct Span::Inner {\n};\n", "aedile::detail")})

    def test_users_include_public_headers_alone(self):
        self.expect({"bindings/python/x.cpp": '#include "scoring/plan.h"\n'}, 'bindings must not include the private')

    def test_a_message_without_chinese_or_english_is_reported(self):
        entry = "inline constexpr Message {}{{{}}};\n".format
        for place in ("lib/io/messages.h", "tools/aedile/texts.h"):
            self.expect({place: entry("m", '"m", "English"')}, "m: the third text is its Chinese")
            self.expect({place: entry("m", '"m", "English", "English"')}, "m: the third text is its Chinese")
            self.expect({place: entry("m", '"m", "", "中文"')}, "m: the second text is its English")
            self.expect({place: entry("m", '"m", "中文", R"(\n中文, "")"')}, "m: the second text is its English")

    def test_both_languages_use_the_same_arguments(self):
        entry = 'inline constexpr Message m{"m", "{0} of {1}", "{0}"};'
        self.expect({"lib/io/messages.h": entry}, "the third text is its Chinese", "different arguments")
        entry = 'inline constexpr Message m{"m", "{0} {1|rule|rules}", "{0}条规则"};'
        self.expect({"lib/io/messages.h": entry}, "different arguments")
        self.expect({"lib/io/messages.h": entry.replace("{1|", "{0|")})

    def test_a_code_stands_once_and_is_the_name_of_its_entry(self):
        self.expect({"lib/io/messages.h": 'Message bad{"bad", "again", "又"};'}, "the code stands in lib/core/messages.h")
        self.expect({"lib/io/messages.h": 'Message m{"n", "again", "又"};'}, 'm: its code is "n"')

    def test_a_message_outside_its_catalogue_is_reported(self):
        self.expect({"lib/io/x.cpp": 'const Message m{"m", "one", "一"};'}, "stand in their room's messages.h")


if __name__ == "__main__":
    unittest.main()
