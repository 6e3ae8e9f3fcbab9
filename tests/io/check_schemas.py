"""The published JSON Schemas against files that must meet them and files that must not.

    check_schemas.py SOURCE_DIR SAMPLE_PROGRAM

SAMPLE_PROGRAM prints random valid frameworks, one a line. The cases of schema_cases/ are read by the library too
(json_schema_test.cpp), so that schema and library agree on each.
"""

import json
import subprocess
import sys
from pathlib import Path

from jsonschema import Draft202012Validator


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def main(arguments):
    source, sample_program = Path(arguments[1]), arguments[2]
    cases = source / "tests" / "io" / "schema_cases"
    failures = []
    checked = 0
    validators = {}
    names = ("framework", "edition_mapping", "organisation", "calendar", "programme", "draw_terms", "draw")
    names += ("workflow", "ticket_event", "ladder", "unit_ladder", "notice", "follow_up", "regulations")
    names += ("journal_head", "journal_proof", "journal_consistency", "journal_line")
    for name in names:
        schema = json.loads((source / "docs" / "formats" / f"{name}.schema.json").read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validators[name] = Draft202012Validator(schema)
        for number, document in enumerate(lines(cases / f"{name}_good.jsonl"), 1):
            checked += 1
            for error in validators[name].iter_errors(document):
                failures.append(f"{name}_good.jsonl:{number}: {error.json_path}: {error.message}")
        for number, document in enumerate(lines(cases / f"{name}_bad.jsonl"), 1):
            checked += 1
            if validators[name].is_valid(document):
                failures.append(f"{name}_bad.jsonl:{number}: meets the schema")

    schemes = [path for path in sorted((source / "examples").rglob("*.json")) if path.name.startswith("scheme")]
    if not schemes:
        failures.append("examples: no scheme was found")
    for path in schemes:
        checked += 1
        for error in validators["framework"].iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            failures.append(f"{path.relative_to(source)}: {error.json_path}: {error.message}")

    organisations = [path for path in sorted((source / "examples").rglob("organisation*.json"))]
    if not organisations:
        failures.append("examples: no organisation was found")
    for path in organisations:
        checked += 1
        for error in validators["organisation"].iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            failures.append(f"{path.relative_to(source)}: {error.json_path}: {error.message}")

    for name in ("ladder", "unit_ladder", "notice", "follow_up"):
        for path in sorted((source / "examples" / "systems").rglob(f"{name}.json")):
            checked += 1
            for error in validators[name].iter_errors(json.loads(path.read_text(encoding="utf-8"))):
                failures.append(f"{path.relative_to(source)}: {error.json_path}: {error.message}")

    for path in sorted((source / "lib" / "io" / "calendars").glob("*.json")):
        checked += 1
        for error in validators["calendar"].iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            failures.append(f"{path.relative_to(source)}: {error.json_path}: {error.message}")

    for path in sorted((source / "lib" / "io" / "workflows").glob("*.json")):
        checked += 1
        for error in validators["workflow"].iter_errors(json.loads(path.read_text(encoding="utf-8"))):
            failures.append(f"{path.relative_to(source)}: {error.json_path}: {error.message}")

    samples = subprocess.run([sample_program], check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
    if not samples:
        failures.append("the sample program printed nothing")
    for number, line in enumerate(samples, 1):
        checked += 1
        for error in validators["framework"].iter_errors(json.loads(line)):
            failures.append(f"sample {number}: {error.json_path}: {error.message}")

    print("\n".join(failures) if failures else f"{checked} documents: schemas and cases agree")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
