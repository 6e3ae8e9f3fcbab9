"""A second, plain scorer of framework files, written from docs/formats/framework.md alone, in exact fractions.

It is slow and has no diagnostics; its use is to be independent of the library: the examples are scored by both, and
the marks must be the same. What the examples do not use (product, harmonic and geometric means, custom rules) is left
out and refused.

usage: plain_score.py SCHEME.json VISITS.csv FINDINGS.csv     prints visit,score,grade
"""

import csv
import datetime
import json
import sys
from fractions import Fraction

SCORED, NOT_APPLICABLE, NOT_OBSERVED = "scored", "not_applicable", "not_observed"
PASSES, FAILS = {"pass", "fixed"}, {"fail", "error", "unknown"}
FLAGS = ("repeat", "overdue", "media", "corrected")
FINDING_COLUMNS = {"visit", "item", "count", "reading", "value", "criterion", "result", "evidence", "note"}


class Visit:
    def __init__(self, row):
        self.id = row["visit"]
        self.site_class = row.get("site_class") or ""
        self.date = datetime.date.fromisoformat(row["date"]) if row.get("date") else None
        self.attributes = row
        self.findings, self.readings, self.checks = [], [], []


def read_visits(visits_path, findings_path):
    with open(visits_path, encoding="utf-8-sig", newline="") as file:
        visits = {row["visit"]: Visit(row) for row in csv.DictReader(file)}
    with open(findings_path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            visit = visits[row["visit"]]
            attributes = {name: text for name, text in row.items() if name not in FINDING_COLUMNS and text}
            if row.get("reading"):
                visit.readings.append((row["item"], row["reading"], row["value"], attributes))
            elif row.get("result"):
                visit.checks.append((row["item"], row.get("criterion") or "", row["result"], attributes))
            else:
                for flag in FLAGS:
                    attributes.setdefault(flag, "no")
                visit.findings.append((row["item"], int(row.get("count") or 1), attributes))
    return visits


def round_half_up(value, places=9, mode="half_up"):
    if mode != "half_up":
        raise NotImplementedError(mode)
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return Fraction(-whole if value < 0 else whole, 10**places)


def in_range(limits, value):
    return not (
        ("at_least" in limits and value < limits["at_least"])
        or ("above" in limits and value <= limits["above"])
        or ("at_most" in limits and value > limits["at_most"])
        or ("below" in limits and value >= limits["below"])
    )


def matches(when, attributes):
    for name, values in (when or {}).items():
        if attributes.get(name) not in (values if isinstance(values, list) else [values]):
            return False
    return True


def points_of(table, attributes):
    if not isinstance(table, dict):
        return Fraction(table)
    by = table["by"] if isinstance(table["by"], list) else [table["by"]]
    cell = table["table"]
    for name in by:
        cell = cell.get(attributes.get(name)) if isinstance(cell, dict) else None
    if cell is None:
        cell = table["otherwise"]
    return Fraction(cell)


def per_occurrence(rule, findings, readings, visit):
    """Σ of points in the stated order: filter, once, modifiers, free, sum, divide, scale, cap."""
    costs = []  # (points, count)
    once = rule.get("once", False)
    dearest = {}
    for count, attributes in findings:
        if count == 0 or not matches(rule.get("when"), attributes):
            continue
        points = points_of(rule["points"], attributes)
        for modifier in rule.get("modifiers", []):
            if matches(modifier.get("when"), attributes):
                points = max(Fraction(0), points * Fraction(modifier.get("times", 1)) + Fraction(modifier.get("plus", 0)))
        if once:
            key = tuple(attributes.get(name) for name in (once if isinstance(once, list) else []))
            dearest[key] = max(dearest.get(key, Fraction(0)), points)
        else:
            costs.append((points, count))
    costs += [(points, 1) for points in dearest.values()]
    free = rule.get("free", 0)
    total = Fraction(0)
    for points, count in sorted(costs):
        forgiven = min(free, count)
        free -= forgiven
        total += points * (count - forgiven)
    if "divide_by" in rule:
        total /= Fraction(visit.attributes[rule["divide_by"]])
    if "scale" in rule and rule["scale"]["reading"] in readings:
        total *= Fraction(rule["scale"]["factors"][readings[rule["scale"]["reading"]]])
    return min(total, Fraction(rule["cap"])) if "cap" in rule else total


class Scorer:
    """Scores one visit; marks are worked out on demand, since gates and ceilings look at other nodes."""

    def __init__(self, scheme, visit):
        self.visit = visit
        self.nodes, self.parents = {}, {}
        self.index(scheme["root"], None)
        self.root = scheme["root"]["code"]
        self.places = scheme.get("marks", {}).get("places", 9)
        self.applicable = self.apply_profile(scheme)
        self.memo = {}
        self.penalties, self.vetoes = {}, {}
        self.collect_aimed_rules()

    def index(self, node, parent):
        self.nodes[node["code"]] = node
        self.parents[node["code"]] = parent
        for child in node.get("children", []):
            self.index(child, node["code"])

    def below(self, code):
        children = self.nodes[code].get("children", [])
        return {code}.union(*(self.below(child["code"]) for child in children)) if children else {code}

    def apply_profile(self, scheme):
        items = {code for code, node in self.nodes.items() if not node.get("children")}
        for profile in scheme.get("profiles", []):
            if profile["site_class"] == self.visit.site_class:
                listed = set().union(*(self.below(code) for code in profile.get("only", profile.get("all_except", []))))
                return items & listed if "only" in profile else items - listed
        if self.visit.site_class and scheme.get("profiles"):
            raise ValueError(f"{self.visit.id}: no profile {self.visit.site_class}")
        return items

    def said_of_branch(self, code):
        """not_applicable or not_observed where a check without a criterion says so of the node or one above it."""
        while code is not None:
            for item, criterion, result, _ in self.visit.checks:
                if item == code and not criterion and result not in PASSES | FAILS:
                    return NOT_APPLICABLE if result == "not_applicable" else NOT_OBSERVED
            code = self.parents[code]
        return None

    def findings_of(self, item, cycle=None):
        return [(n, a) for i, n, a in self.visit.findings if i == item and (not cycle or a.get(cycle[0]) == cycle[1])]

    def collect_aimed_rules(self):
        for item in self.applicable:
            for rule in self.nodes[item].get("rules", []):
                if rule["kind"] == "penalty":
                    points = per_occurrence(rule, self.findings_of(item), {}, self.visit)
                    self.penalties[rule["on"]] = self.penalties.get(rule["on"], Fraction(0)) + points
                if rule["kind"] == "veto":
                    for count, attributes in self.findings_of(item):
                        if count and matches(rule.get("when"), attributes):
                            self.vetoes.setdefault(rule.get("on", item), []).append(rule)

    def mark(self, code):
        """(status, exact value, possible, full marks or None)"""
        if code not in self.memo:
            node = self.nodes[code]
            self.memo[code] = self.cycles(node) if "cycles" in node else self.evaluate(node)
        return self.memo[code]

    def holds(self, condition):
        status, value, _, _ = self.mark(condition["node"])
        return status == SCORED and in_range(condition, self.reported(value))

    def reported(self, value):
        return round_half_up(value, self.places)

    def cycles(self, node):
        by, total, weights = node["cycles"]["by"], Fraction(0), Fraction(0)
        for cycle in node["cycles"]["cycles"]:
            status, value, _, full = self.evaluate(node, (by, cycle["value"]))
            if status == SCORED:
                total += value * Fraction(cycle["weight"])
                weights += Fraction(cycle["weight"])
        return (SCORED, total / weights, full or 0, full) if weights else (NOT_OBSERVED, None, 0, full)

    def evaluate(self, node, cycle=None):
        result = self.combine(node) if node.get("children") else self.item(node, cycle)
        status, value, possible, full = result
        if status != SCORED:
            return result
        value -= self.penalties.get(node["code"], Fraction(0))
        lowest = node.get("lowest", 0)
        value = value if lowest is None else max(value, Fraction(lowest))
        for ceiling in node.get("ceilings", []):
            if "ceiling" in ceiling and self.holds(ceiling["when"]):
                value = min(value, Fraction(ceiling["ceiling"]))
        for veto in self.vetoes.get(node["code"], []):
            if "ceiling" in veto:
                value = min(value, Fraction(veto["ceiling"]))
        if "round" in node:
            value = round_half_up(value, node["round"]["places"], node["round"].get("rounding", "half_up"))
        return SCORED, value, possible, full

    def item(self, node, cycle):
        code = node["code"]
        full = Fraction(node["full_marks"]) if "full_marks" in node else None
        if code not in self.applicable:
            return NOT_APPLICABLE, None, Fraction(0), full
        said = self.said_of_branch(code)
        if cycle:
            said = next(
                (NOT_OBSERVED for item, _, result, a in self.visit.checks
                 if item == code and a.get(cycle[0]) == cycle[1] and result not in PASSES | FAILS), None)
        if said:
            return said, None, Fraction(0), full
        findings = self.findings_of(code, cycle)
        readings = {
            name: value for item, name, value, attributes in self.visit.readings
            if item == code and (not cycle or attributes.get(cycle[0]) == cycle[1])
        }
        rules = node.get("rules", [])
        value, status = None, SCORED
        for rule in rules:
            if rule["kind"] in MEASURES:
                status, value = MEASURES[rule["kind"]](rule, full, readings, self.checks_of(code), self.visit)
        if status != SCORED:
            return status, None, Fraction(0), full
        if value is None:
            tallies_only = bool(rules) and all(rule["kind"] == "tally" for rule in rules)
            value = Fraction(node["start"]) if "start" in node else Fraction(0) if tallies_only or full is None else full
        for rule in rules:
            if rule["kind"] == "deduction":
                value -= per_occurrence(rule, findings, readings, self.visit)
            if rule["kind"] == "whole_item" and any(n and matches(rule.get("when"), a) for n, a in findings):
                value = min(value, Fraction(0))
        for rule in rules:
            if rule["kind"] == "tally":
                value += per_occurrence(rule, findings, readings, self.visit)
        value = value if node.get("lowest", 0) is None else max(value, Fraction(node.get("lowest", 0)))
        value = value if full is None else min(value, full)
        for rule in rules:
            if rule["kind"] == "bonus" and ("gate" not in rule or self.holds(rule["gate"])):
                value += per_occurrence(rule, findings, readings, self.visit)
        value = min(value, Fraction(node["highest"])) if "highest" in node else value
        return SCORED, value, full or Fraction(0), full

    def checks_of(self, code):
        return {criterion: result for item, criterion, result, _ in self.visit.checks if item == code}

    def combine(self, node):
        how = node.get("aggregation", {})
        by = how.get("by", "sum")
        parts, others = [], []
        for child in node["children"]:
            (parts if child.get("role", "part") == "part" else others).append((child, self.mark(child["code"])))
        fulls = [mark[3] for _, mark in parts]
        derived = Fraction(100) if by != "sum" else None if None in fulls else sum(fulls, Fraction(0))
        full = Fraction(node["full_marks"]) if "full_marks" in node else derived
        all_inapplicable = bool(parts) and all(mark[0] == NOT_APPLICABLE for _, mark in parts)
        without = NOT_APPLICABLE if all_inapplicable else NOT_OBSERVED

        counted, stretched = [], Fraction(0)  # counted: (value, possible, weight)
        for child, (status, value, possible, child_full) in parts:
            weight = Fraction(child.get("weight", 1))
            if status == SCORED:
                counted.append((value, possible, weight))
                continue
            policy = how.get(status, "renormalise")
            if policy == "not_scored":
                return without, None, Fraction(0), full
            if policy in ("full_marks", "zero"):
                counted.append((child_full if policy == "full_marks" else Fraction(0), child_full, weight))
            elif policy == "renormalise":
                stretched += child_full or 0

        value, possible = self.aggregate(by, how, counted, stretched, full, fulls, parts)
        if value is None:
            degenerate = how.get("degenerate", "not_scored")
            if degenerate == "not_scored":
                return without, None, Fraction(0), full
            value = (full or Fraction(0)) if degenerate == "full_marks" else Fraction(0)
        value += Fraction(how.get("base", 0))
        for child, (status, child_value, _, _) in others:
            if status == SCORED:
                value += child_value if child["role"] == "adds" else -child_value
        value = min(value, Fraction(node["highest"])) if "highest" in node else value
        return SCORED, value, possible, full

    @staticmethod
    def aggregate(by, how, counted, stretched, full, fulls, parts):
        """(value, possible marks); no value where nothing is left to combine."""
        if by == "sum":
            if not parts:
                return Fraction(0), full or Fraction(0)
            if not counted:
                return None, Fraction(0)
            value = sum(v for v, _, _ in counted)
            possible = sum(p for _, p, _ in counted)
            if None in fulls:
                return value, full or Fraction(0)
            if possible == 0:
                return None, Fraction(0)
            value, possible = value * (possible + stretched) / possible, possible + stretched
            if how.get("part_sum") == "scaled":
                value, possible = value * full / sum(fulls), possible * full / sum(fulls)
            return value, possible
        weighing = [(v / p, w) for v, p, w in counted if w]
        if not weighing:
            return None, full
        weights = sum(w for _, w in weighing)
        pass_at = Fraction(how.get("pass_at", 1))
        shares = [share for share, _ in weighing]
        result = {
            "weighted_mean": lambda: sum(share * w for share, w in weighing) / weights,
            "minimum": lambda: min(shares),
            "maximum": lambda: max(shares),
            "count_passes": lambda: sum(w for share, w in weighing if share >= pass_at) / weights,
            "all_or_nothing": lambda: Fraction(all(share >= pass_at for share in shares)),
        }[by]()
        return full * result, full

    def grade(self, code):
        """The grade of a node's mark, no better than vetoes and ceilings allow."""
        node = self.nodes[code]
        status, value, _, _ = self.mark(code)
        grades = node.get("grades", [])
        if status != SCORED:
            return ""
        order = [grade["code"] for grade in grades]
        position = next((i for i, grade in enumerate(grades) if in_range(grade, self.reported(value))), None)
        if position is None:
            return ""
        limits = [c["grade"] for c in node.get("ceilings", []) if "grade" in c and self.holds(c["when"])]
        limits += [veto["grade"] for veto in self.vetoes.get(code, []) if "grade" in veto]
        return order[max([position] + [order.index(limit) for limit in limits])]


def checklist(rule, full, readings, checks, visit):
    criteria = [(c, 1) if isinstance(c, str) else (c["code"], c.get("weight", 1)) for c in rule.get("criteria", [])]
    criteria = [(code, Fraction(weight)) for code, weight in criteria] or [("", Fraction(1))]
    passed = checked = Fraction(0)
    observed, inapplicable = 0, 0
    for code, weight in criteria:
        result = checks.get(code)
        if result in PASSES | FAILS:
            observed += 1
        inapplicable += result == "not_applicable"
        if result in PASSES | FAILS or (rule.get("unchecked_fails") and result != "not_applicable"):
            checked += weight
            passed += weight if result in PASSES else 0
    if not observed or not checked:
        return (NOT_APPLICABLE if inapplicable == len(criteria) else NOT_OBSERVED), None
    if rule.get("mode", "proportional") == "all":
        return SCORED, full if passed == checked else Fraction(0)
    return SCORED, full * passed / checked


def bands(rule, full, readings, checks, visit):
    if any(name not in readings for name in rule["readings"]):
        return NOT_OBSERVED, None
    values = [Fraction(readings[name]) for name in rule["readings"]]
    for band in rule["bands"]:
        limits = (("total", sum(values)), ("largest", max(values)), ("smallest", min(values)))
        if all(in_range(band.get(name, {}), value) for name, value in limits):
            return SCORED, Fraction(band["points"])
    return SCORED, Fraction(rule["otherwise"])


def rate(rule, full, readings, checks, visit):
    if rule["numerator"] not in readings or (rule.get("denominator") and rule["denominator"] not in readings):
        return NOT_OBSERVED, None
    share = Fraction(readings[rule["numerator"]])
    if rule.get("denominator"):
        sample = Fraction(readings[rule["denominator"]])
        if sample == 0 or sample < rule.get("minimum_sample", 0):
            policy = rule.get("small_sample", "not_observed")
            if policy != "score":
                return (NOT_OBSERVED, None) if policy == "not_observed" else (SCORED, full if policy == "full_marks" else Fraction(0))
        share = share * 100 / sample
    target = Fraction(rule.get("target", 100))
    if "points_per_point" not in rule:
        return SCORED, full * min(Fraction(1), share / target)
    short = max(Fraction(0), target - share)
    step = rule.get("step", "exact")
    short = short if step == "exact" else Fraction(int(short)) if step == "whole" else Fraction(-int(-short // 1))
    return SCORED, max(Fraction(0), full - short * Fraction(rule["points_per_point"]))


def progress(rule, full, readings, checks, visit):
    if rule["actual"] not in readings:
        return NOT_OBSERVED, None
    last, plan = datetime.date.fromisoformat(rule["start"]), Fraction(0)
    expected = Fraction(0)
    for milestone in rule["milestones"]:
        by, target = datetime.date.fromisoformat(milestone["by"]), Fraction(milestone["plan"])
        if visit.date >= by:
            expected = target
        elif visit.date > last and rule.get("between", "linear") == "linear":
            expected = plan + (target - plan) * (visit.date - last).days / (by - last).days
        if visit.date <= by:
            break
        last, plan = by, target
    return SCORED, full if expected == 0 else full * min(Fraction(1), Fraction(readings[rule["actual"]]) / expected)


def letters(rule, full, readings, checks, visit):
    label = readings.get(rule["reading"])
    if label is None or label in rule.get("not_observed", []):
        return NOT_OBSERVED, None
    if label in rule.get("not_applicable", []):
        return NOT_APPLICABLE, None
    return SCORED, full * Fraction(rule["shares"][label])


MEASURES = {"checklist": checklist, "bands": bands, "rate": rate, "progress": progress, "letters": letters}


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_float=Fraction)


def text(value):
    """Shortest decimal form of a value that has one."""
    value = round_half_up(value)
    digits = str(abs(value.numerator * (10**9 // value.denominator))).rjust(10, "0")
    return ("-" if value < 0 else "") + (digits[:-9] + "." + digits[-9:]).rstrip("0").rstrip(".")


def score(scheme, visits):
    """{visit: (score as text or "", grade or "")}"""
    results = {}
    for visit in visits.values():
        scorer = Scorer(scheme, visit)
        status, value, _, _ = scorer.mark(scorer.root)
        results[visit.id] = (text(scorer.reported(value)) if status == SCORED else "", scorer.grade(scorer.root))
    return results


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    print("visit,score,grade")
    for visit, (mark, grade) in score(load(sys.argv[1]), read_visits(sys.argv[2], sys.argv[3])).items():
        print(visit, mark, grade, sep=",")
