"""Checks that the C++ in README.md is, to the letter, the program that the consumer tests compile and run.

    check_readme.py README.md EXAMPLE.cpp
"""

import difflib
import re
import sys
from pathlib import Path

BLOCK = re.compile(r"^```cpp\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    readme, example = (Path(name).read_text(encoding="utf-8") for name in arguments[1:])
    blocks = BLOCK.findall(readme)
    if len(blocks) != 1:
        print(f"{arguments[1]} has {len(blocks)} blocks of C++, not one")
        return 1
    lines = difflib.unified_diff(
        blocks[0].splitlines(True), example.splitlines(True), fromfile=arguments[1], tofile=arguments[2]
    )
    difference = "".join(lines)
    print(difference or "the same text")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
