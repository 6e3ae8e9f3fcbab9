"""Runs the commands of a story and compares what they print, to the letter, with what the story says.

    AEDILE=build/dev/bin/aedile run_story.py examples/one_fault/README.md

A story is a Markdown page. In its ```console blocks, a line "$ …" is a command for the shell (a line that ends in a
backslash goes on in the next); the lines after it are all that it prints, complaints included; "(exit code 1)" ends what
a command prints that is not to succeed. All run one after the other in a copy of the folder that holds the examples, so
that what one writes the next may read. AEDILE_UPDATE_STORIES=1 writes what was printed into the page.
"""

import difflib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OPEN, CLOSE, PROMPT = "```console", "```", "$ "


def run(command, folder, tool):
    environment = {
        "PATH": f"{tool.parent}:/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "AEDILE_NOW": "2099-12-31T00:00:00Z",  # a story may tell of days to come
    }
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=120,
    )
    lines = done.stdout.decode("utf-8").splitlines()
    if done.returncode != 0:
        lines.append(f"(exit code {done.returncode})")
    return lines


def told(page, folder, tool):
    """The page with what its commands print now, and how many they are."""
    result, inside, commands = [], False, 0
    lines = iter(page)
    for line in lines:
        if not inside or line == CLOSE:
            inside = not inside and line == OPEN
            result.append(line)
            continue
        if not line.startswith(PROMPT):
            continue  # what an earlier run printed
        command = [line]
        while command[-1].endswith("\\"):
            command.append(next(lines))
        result += command
        result += run("\n".join(command)[len(PROMPT) :], folder, tool)
        commands += 1
    return result, commands


def main(arguments):
    if len(arguments) != 2 or "AEDILE" not in os.environ:
        print(__doc__, file=sys.stderr)
        return 2
    story = Path(arguments[1]).resolve()
    tool = Path(os.environ["AEDILE"]).resolve()
    examples = next(parent for parent in story.parents if parent.name == "examples")
    page = story.read_text(encoding="utf-8").splitlines()
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "examples"
        shutil.copytree(examples, copy)
        # Not a story's business where the tool lies, but that it is called aedile.
        bin_folder = Path(scratch) / "bin"
        bin_folder.mkdir()
        (bin_folder / "aedile").symlink_to(tool)
        now, commands = told(page, copy / story.relative_to(examples).parent, bin_folder / "aedile")
    if commands == 0:
        print(f"{story} has no command")
        return 1
    if os.environ.get("AEDILE_UPDATE_STORIES"):
        story.write_text("\n".join(now) + "\n", encoding="utf-8")
        print(f"{commands} commands written anew")
        return 0
    difference = list(difflib.unified_diff(page, now, "as told", "as it is", lineterm=""))
    print("\n".join(difference) or f"{commands} commands print what the story says")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
