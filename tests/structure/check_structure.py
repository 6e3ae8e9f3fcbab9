"""Checks what no compiler checks about the sources; prints one line for each place that breaks a rule.

    check_structure.py SOURCE_DIR

A room is a folder of include/aedile/ and lib/. Rooms stand on floors, and a room includes only itself and rooms of
lower floors, so that nothing ever depends on what is built upon it. Users include public headers alone, and those bring
the standard library alone. Every sentence of the catalogue exists in both languages with the same arguments. A type has
one definition: two of one name are two meanings of one symbol, which no linker reports.
"""

import re
import sys
from pathlib import Path

FLOORS = (
    ("core",),
    ("framework", "organisation", "calendar"),
    ("scoring", "inspection"),
    ("rectification",),
    ("assessment", "analysis"),
    ("io",),
    ("journal",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
USERS = ("tools", "bindings", "examples")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(?:<(?P<angle>[^>]+)>|"(?P<quote>[^"]+)")', re.MULTILINE)
STANDARD = re.compile(r"[a-z_0-9]+")
CATALOGUE = re.compile(r"messages(_\w+)?\.h")
MESSAGE = re.compile(r"\bMessage\s+(?P<name>\w+)\s*(?:=\s*)?(?:Message\s*)?\{")
LITERAL = re.compile(r'R"\((?P<raw>.*?)\)"|"(?P<plain>(?:[^"\\]|\\.)*)"', re.DOTALL)
CJK = re.compile("[\u4e00-\u9fff]")
NAMESPACE = re.compile(r"^(?:inline )?namespace\s*(?P<name>[\w:]*)\s*\{")
NAMESPACE_END = re.compile(r"^\}\s*// namespace")
TYPE = re.compile(r"^(?:template <.*> )?(?:struct|class|enum class|union)\s+(?:\[\[\w+\]\]\s+|alignas\(\w+\) )?(?P<name>\w+)(?![\w:<]*::)[^;(]*\{")
PLACEHOLDER = re.compile(r"\{(\d+)(?:\|[^{}|]*\|[^{}|]+)?\}")  # {0}, {0|rule|rules}


def sources(folder):
    return sorted(path for path in folder.rglob("*") if path.suffix in (".h", ".cpp") and path.is_file())


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def room_of_include(name):
    """The room of "aedile/<room>/x.h" or "<room>/x.h"; None for any other."""
    parts = name.split("/")
    if parts[0] == "aedile":
        parts = parts[1:]
    return parts[0] if len(parts) > 1 and parts[0] in FLOOR_OF else None


def check_floors(root):
    for top in ("include/aedile", "lib"):
        for path in sources(root / top):
            room = path.relative_to(root / top).parts[0]
            if room not in FLOOR_OF:
                yield path, 1, f'"{room}" is no room; give it a floor in {Path(__file__).name}'
                continue
            text = path.read_text(encoding="utf-8")
            for include in INCLUDE.finditer(text):
                other = room_of_include(include["quote"] or include["angle"])
                if other is not None and other != room and FLOOR_OF[other] >= FLOOR_OF[room]:
                    yield path, line_of(text, include.start()), f"{room} must not include {other}, which is not below it"


def check_public_headers(root):
    for path in sources(root / "include"):
        text = path.read_text(encoding="utf-8")
        if "#pragma once" not in text:
            yield path, 1, "a header says #pragma once"
        for include in INCLUDE.finditer(text):
            if include["angle"] is not None and not STANDARD.fullmatch(include["angle"]):
                yield path, line_of(text, include.start()), f"a public header must not include <{include['angle']}>"
            if include["quote"] is not None and not include["quote"].startswith("aedile/"):
                yield path, line_of(text, include.start()), f'a public header must not include "{include["quote"]}"'


def check_users(root):
    for top in USERS:
        for path in sources(root / top):
            text = path.read_text(encoding="utf-8")
            for include in INCLUDE.finditer(text):
                name = include["quote"] or include["angle"]
                if not name.startswith("aedile/") and room_of_include(name) is not None:
                    yield path, line_of(text, include.start()), f'{top} must not include the private "{name}"'


def fields_of_entry(text, start):
    """The string fields of a braced list that begins at `start`, just after its "{"; adjacent literals are one."""
    fields = [""]
    while True:
        if text[start] == "}":
            return fields
        literal = LITERAL.match(text, start)
        if literal:
            fields[-1] += literal["raw"] or literal["plain"] or ""
            start = literal.end()
            continue
        if text[start] == ",":
            fields.append("")
        start += 1


def entries(folder):
    """Every catalogue entry of a folder: where it stands, its name, and its code, English and Chinese."""
    for path in sources(folder):
        text = path.read_text(encoding="utf-8")
        for entry in MESSAGE.finditer(text):
            fields = fields_of_entry(text, entry.end()) + ["", "", ""]
            yield path, line_of(text, entry.start()), entry["name"], *fields[:3]


def check_languages(root):
    for top in ("lib", "tools"):
        for path, line, name, _, en, zh in entries(root / top):
            if not en or CJK.search(en):
                yield path, line, f"{name}: the second text is its English"
            if not CJK.search(zh) and re.search("[A-Za-z]", PLACEHOLDER.sub("", en)):
                yield path, line, f"{name}: the third text is its Chinese"
            if set(PLACEHOLDER.findall(en)) != set(PLACEHOLDER.findall(zh)):
                yield path, line, f"{name}: the two languages use different arguments"


def check_catalogue(root):
    seen = {}
    for path, line, name, code, _, _ in entries(root / "lib"):
        if not CATALOGUE.fullmatch(path.name):
            yield path, line, f"{name}: messages stand in their room's messages.h or messages_*.h"
        if code != name:
            yield path, line, f'{name}: its code is "{code}"; the two are the same word'
        if code in seen:
            yield path, line, f"{code}: the code stands in {seen[code]} already"
        seen[code] = path.relative_to(root)
    if not seen:
        yield root / "lib", 1, "no message was found at all"


def types_of(path):
    """(line, qualified name) of each type that other sources can see."""
    namespaces = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if found := NAMESPACE.match(line):
            namespaces.append(found["name"])
        elif NAMESPACE_END.match(line) and namespaces:
            namespaces.pop()
        elif (found := TYPE.match(line)) and "" not in namespaces:
            yield number, "::".join([*namespaces, found["name"]])


def check_types(root):
    first = {}
    for top in ("include/aedile", "lib"):
        for path in sources(root / top):
            for line, name in types_of(path):
                if name in first:
                    yield path, line, f"{name} is also defined in {first[name].relative_to(root)}; give it another name"
                first.setdefault(name, path)


CHECKS = (check_floors, check_public_headers, check_users, check_languages, check_catalogue, check_types)


def problems(root):
    for check in CHECKS:
        for path, line, sentence in check(root):
            yield f"{path.relative_to(root)}:{line}: error: {sentence}"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = list(problems(Path(arguments[1])))
    print("\n".join(found) if found else "the sources keep the rules")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
