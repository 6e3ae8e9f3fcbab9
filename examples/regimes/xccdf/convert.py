#!/usr/bin/env python3
"""Converts an XCCDF 1.2 benchmark with its test results to schemes (one for each scoring model), visits and findings.

usage: convert.py BENCHMARK.xml FOLDER [own|openscap]
       convert.py TREES.json FOLDER [own|openscap]

BENCHMARK.xml: a Benchmark of Groups and Rules with their weights, containing its TestResults; each TestResult becomes
a visit, each rule-result a check, each score an expected value. TREES.json: a list of {"name", "children"} where a
child is a group {"id", "weight", "children"} or a rule {"id", "weight", "rule": result} and "unscored-RESULT" is a rule
in the role unscored; each tree is written to FOLDER/name. Written are scheme-MODEL.json and, where scores are known,
expected-MODEL.csv for the models default, flat, flat-unweighted and absolute, and visits.csv and findings.csv.

The last argument says what happens where nothing is left to score, because everything is not applicable or weighs 0:
own (the default): there is no score; openscap: what that scanner answers, 0, and 1 in the absolute model.
"""

import csv
import json
import os
import sys
import xml.etree.ElementTree as ElementTree
from fractions import Fraction

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from public_data import Report  # noqa: E402

MODELS = ("default", "flat", "flat-unweighted", "absolute")
MODEL_TITLES = {
    "default": "weighted mean up the tree",
    "flat": "weights of what passed, of all weights",
    "flat-unweighted": "number passed, of all",
    "absolute": "1 if everything passed, else 0",
}
RESULTS = {
    "pass": "pass", "fixed": "fixed", "fail": "fail", "error": "error", "unknown": "unknown",
    "notapplicable": "not_applicable", "notchecked": "not_checked", "notselected": "not_selected",
    "informational": "informational", "unscored": "unscored",
}  # fmt: skip


class Group:
    def __init__(self, code, title, weight, children):
        self.code, self.title, self.weight, self.children = code, title, weight, children


class Rule:
    def __init__(self, code, title, weight, unscored=False):
        self.code, self.title, self.weight, self.unscored = code, title, weight, unscored


class Test:
    """One TestResult: results are (rule, XCCDF result) in order; scores are texts by model."""

    def __init__(self, code, target, date, results, scores):
        self.code, self.target, self.date, self.results, self.scores = code, target, date, results, scores


# XML ---------------------------------------------------------------------------------------------------------------


def local(element):
    return element.tag.rpartition("}")[2]


def child_text(element, name):
    return next((" ".join("".join(child.itertext()).split()) for child in element if local(child) == name), "")


def node_of(element):
    code, title = element.get("id"), child_text(element, "title")
    weight = Fraction(element.get("weight", "1"))
    if local(element) == "Rule":
        return Rule(code, title, weight, element.get("role") == "unscored")
    return Group(code, title, weight, [node_of(child) for child in element if local(child) in ("Group", "Rule")])


def test_of(element):
    results = [
        (child.get("idref"), child_text(child, "result")) for child in element if local(child) == "rule-result"
    ]
    scores = {
        (child.get("system") or "").rpartition(":")[2]: child.text.strip() for child in element if local(child) == "score"
    }
    return Test(element.get("id"), child_text(element, "target"), (element.get("end-time") or "")[:10], results, scores)


def read_xml(path):
    root = ElementTree.parse(path).getroot()
    yield "", node_of(root), [test_of(child) for child in root if local(child) == "TestResult"]


# JSON --------------------------------------------------------------------------------------------------------------


def tree_of(entry, results):
    if "children" in entry:
        children = [tree_of(child, results) for child in entry["children"]]
        return Group(entry.get("id", "benchmark"), entry.get("id", ""), Fraction(entry.get("weight", 1)), children)
    result = entry["rule"]
    unscored = result.startswith("unscored-")
    results.append((entry["id"], result[len("unscored-") :] if unscored else result))
    return Rule(entry["id"], entry["id"], Fraction(entry.get("weight", 1)), unscored)


def read_trees(path):
    with open(path, encoding="utf-8") as file:
        trees = json.load(file, parse_float=str)
    for entry in trees:
        results = []
        tree = tree_of(entry, results)
        scores = {model: score for model, (score, _) in entry.get("peer_scores", {}).items()}
        yield entry["name"], tree, [Test("1", entry["name"], "", results, scores)]


# Schemes -----------------------------------------------------------------------------------------------------------


def number(value):
    """A JSON number: whole where it is, else with its decimals."""
    return int(value) if value.denominator == 1 else float(value)


def aggregation_of(model, policy, is_root):
    degenerate = "not_scored"
    if policy == "openscap" and is_root:
        degenerate = "full_marks" if model == "absolute" else "zero"
    by = {"default": "weighted_mean", "absolute": "all_or_nothing"}.get(model, "sum")
    missing = "leave_out" if by == "sum" else "renormalise"
    return {"by": by, "not_applicable": missing, "not_observed": missing, "degenerate": degenerate}


def node_json(node, model, policy, is_root=False):
    flat_full = {"flat": number(node.weight), "flat-unweighted": 1}.get(model)
    result = {"code": node.code, "title": node.title or node.code}
    if isinstance(node, Rule):
        result["full_marks"] = flat_full if flat_full is not None else 1
        if model in ("default", "absolute") and node.weight != 1:
            result["weight"] = number(node.weight)
        result["rules"] = [{"kind": "checklist"}]
        return result
    if model == "default":
        result["full_marks"] = 100 if is_root else 1
        if not is_root and node.weight != 1:
            result["weight"] = number(node.weight)
    elif model == "absolute":
        result["full_marks"] = 1
    result["aggregation"] = aggregation_of(model, policy, is_root)
    result["children"] = [node_json(child, model, policy) for child in node.children]
    return result


def scheme_of(tree, model, policy):
    return {
        "aedile": "framework/1",
        "id": f"xccdf-{model}",
        "edition": "1.2",
        "title": f"{tree.title or tree.code}: {MODEL_TITLES[model]}",
        "source": "NIST IR 7275 revision 4, XCCDF 1.2, section 7.3: scoring models",
        "root": node_json(tree, model, policy, is_root=True),
    }


def rules_of(node):
    return [node] if isinstance(node, Rule) else [rule for child in node.children for rule in rules_of(child)]


def write_csv(folder, name, header, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def convert(source, folder, policy="own"):
    report = Report()
    for name, tree, tests in (read_xml if source.endswith(".xml") else read_trees)(source):
        where = os.path.join(folder, name)
        os.makedirs(where, exist_ok=True)
        rules = {rule.code: rule for rule in rules_of(tree)}
        findings = []
        for test in tests:
            seen = set()
            for code, result in test.results:
                place = f"{test.code}, rule {code}"
                if code not in rules:
                    report.note("left out: a result of a rule that the benchmark does not have", place)
                elif result not in RESULTS:
                    report.note(f"left out: unknown result {result!r}", place)
                elif code in seen:
                    report.note("left out: a second result of the same rule", place)
                else:
                    seen.add(code)
                    findings.append((test.code, code, "unscored" if rules[code].unscored else RESULTS[result]))
            for code in rules:
                if code not in seen:
                    report.note("taken as not checked: a rule without a result", f"{test.code}, rule {code}")
                    findings.append((test.code, code, "not_checked"))
        write_csv(where, "visits.csv", ("visit", "site", "date"), [(t.code, t.target, t.date) for t in tests])
        write_csv(where, "findings.csv", ("visit", "item", "result"), findings)
        for model in MODELS:
            with open(os.path.join(where, f"scheme-{model}.json"), "w", encoding="utf-8") as file:
                json.dump(scheme_of(tree, model, policy), file, indent=1, ensure_ascii=False)
                file.write("\n")
            expected = [(test.code, test.scores[model]) for test in tests if model in test.scores]
            if expected:
                write_csv(where, f"expected-{model}.csv", ("visit", "score"), expected)
        print(f"{name or os.path.basename(source)}: {len(tests)} visits, {len(findings)} findings", file=sys.stderr)
    report.print()


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4) or sys.argv[3:] not in ([], ["own"], ["openscap"]):
        sys.exit(__doc__)
    convert(*sys.argv[1:])
