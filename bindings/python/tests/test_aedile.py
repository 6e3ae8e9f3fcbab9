"""The Python package on small schemes of its own and on the national example."""

import csv
import datetime
import os
import warnings
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aedile

SOURCE = Path(os.environ.get("AEDILE_SOURCE", Path(__file__).parents[3]))

SCHEME = """{
  "aedile": "framework/1", "id": "demo", "edition": "2026", "title": {"en": "Street", "zh": "街道"},
  "attributes": [{"name": "severity", "values": ["minor", "serious"]}],
  "profiles": [{"site_class": "lane", "only": ["1"]}],
  "root": {"code": "total", "title": "Total",
    "grades": [{"code": "good", "at_least": 8}, {"code": "poor", "below": 8}],
    "children": [
      {"code": "1", "title": {"en": "Clean", "zh": "整洁"}, "full_marks": 6, "clause": "half a point each",
       "rules": [{"kind": "deduction", "points": {"by": "severity", "table": {"minor": 0.5, "serious": 2}}, "cap": 6}]},
      {"code": "2", "title": "Lit", "full_marks": 4, "rules": [{"kind": "whole_item"}]}]}}"""


@pytest.fixture(scope="module")
def scheme():
    return aedile.loads(SCHEME, "demo.json")


def test_a_framework_shows_its_nodes(scheme):
    assert scheme.id == "demo" and scheme.edition == "2026"
    assert scheme.title("zh") == "街道"
    assert scheme.codes == ["total", "1", "2"]
    assert scheme.items == ["1", "2"]
    assert scheme.full_marks("total") == 10
    assert scheme.values("severity") == ["minor", "serious"]
    assert scheme.site_classes == ["lane"]


def test_marks_are_exact_decimals(scheme):
    card = scheme.score({"id": "V1", "findings": [{"item": "1", "severity": "minor", "count": 3}]})
    assert card.mark == Decimal("8.5")
    assert card["1"] == Decimal("4.5") and card["2"] == 4
    assert card.grade == "good"
    assert card.completion == 1
    assert card.status == "scored"


def test_a_profile_leaves_items_out(scheme):
    card = scheme.score({"id": "V1", "site_class": "lane"})
    assert card.node_status("2") == "not_applicable" and card["2"] is None
    assert card.mark == 10


def test_an_explanation_names_the_clause_in_both_languages(scheme):
    card = scheme.score({"id": "V1", "findings": [{"item": "1", "severity": "serious"}]})
    assert "half a point each" in card.explain()
    assert "整洁" in card.explain("zh")
    with pytest.raises(ValueError, match="'en' or 'zh'"):
        card.explain("fr")


def test_what_if_tells_the_gain_of_each_fix(scheme):
    visit = {"id": "V1", "findings": [{"item": "1", "severity": "serious", "count": 3}, {"item": "1", "severity": "minor"}, {"item": "2"}]}
    assert scheme.what_if(visit) == [Decimal("5.5"), 0, 4]


def test_every_problem_of_a_file_arrives_with_code_and_place():
    bad = SCHEME.replace('"cap": 6', '"cap": 7').replace('"whole_item"', '"whole"')
    with pytest.raises(aedile.DataError) as caught:
        aedile.loads(bad, "bad.json")
    assert len(caught.value.problems) >= 1
    problem = caught.value.problems[0]
    assert problem.file == "bad.json" and problem.line > 0 and problem.column > 0
    assert problem.code in str(caught.value)
    assert problem.message() != problem.message(aedile._core.Language.zh)


def test_unknown_words_in_a_visit_are_data_errors(scheme):
    with pytest.raises(aedile.DataError) as caught:
        scheme.score({"findings": [{"item": "9"}, {"item": "1", "severity": "huge"}]})
    assert set(caught.value.codes) == {"unknown_item", "unknown_attribute_value"}


def test_floats_are_refused_where_exactness_matters(scheme):
    with pytest.raises(TypeError, match="not exact"):
        scheme.score({"readings": [{"item": "1", "name": "x", "value": 0.1}]})


def problems_of(scheme, visit):
    with pytest.raises(aedile.DataError) as caught:
        scheme.score(visit)
    return [(problem.pointer, problem.code) for problem in caught.value.problems]


@pytest.mark.parametrize("count", ["2", 2.0, 2**70, 2**32, -1, -(2**70), [2], Decimal(2), np.float64(2), "\ud800"])
def test_a_count_is_a_whole_number(scheme, count):
    visit = {"findings": [{"item": "1", "severity": "minor"}, {"item": "1", "severity": "minor", "count": count}]}
    assert problems_of(scheme, visit) == [("/findings/1/count", "bad_count")]


@pytest.mark.parametrize("count, mark", [(2, 9), (np.int16(2), 9), (0, 10), (None, Decimal("9.5"))])
def test_counts_are_ints_of_any_kind_or_not_given(scheme, count, mark):
    assert scheme.score({"findings": [{"item": "1", "severity": "minor", "count": count}]}).mark == mark


@pytest.mark.parametrize("date", ["2026-01-011", "2026-01-01junk", "2026-01-01T08:00", "2026-1-1", "2026-02-30", 20260101,
                                  1.5, np.datetime64("NaT"), ["2026-01-01"], "2026-01-0\ud800"])
def test_what_is_no_date_is_refused(scheme, date):
    assert problems_of(scheme, {"date": date}) == [("/date", "bad_date")]


@pytest.mark.parametrize("date", ["2026-01-01", datetime.date(2026, 1, 1), datetime.datetime(2026, 1, 1, 23, 59),
                                  np.datetime64("2026-01-01"), np.datetime64("2026-01-01T23:59:59.999"), None, ""])
def test_dates_of_every_usual_kind(scheme, date):
    assert scheme.score({"date": date}).mark == 10


def test_a_lone_surrogate_is_a_problem_at_its_place(scheme):
    for visit, pointer in (({"site": "\ud800"}, "/site"), ({"weather": "a\udfff"}, "/weather"), ({"a\udfff": 1}, ""),
                           ({"findings": [{"item": "1", "severity": "minor", "a/b": "\ud800"}]}, "/findings/0/a~1b")):
        assert problems_of(scheme, visit) == [(pointer, "bad_text")]
    with pytest.raises(aedile.DataError):
        aedile.loads(SCHEME.replace("Street", "\ud800"))


def test_all_problems_come_at_once(scheme):
    visit = {"date": "soon", "findings": [{"item": "9", "count": "x"}], "checks": [{"item": "1", "result": "good"}]}
    assert {("/findings/0/count", "bad_count"), ("/checks/0/result", "bad_check_result"), ("/date", "bad_date"),
            ("/findings/0", "unknown_item")} <= set(problems_of(scheme, visit))
    with pytest.raises(aedile.DataError):
        scheme.what_if(visit)


def test_a_key_that_resembles_a_known_one_is_warned_of(scheme):
    with pytest.warns(UserWarning, match="'finding' is kept .* 'findings' is meant"):
        scheme.score({"finding": 3})
    with pytest.warns(UserWarning, match="/findings/0/sevrity: .* 'severity' is meant"):
        with pytest.raises(aedile.DataError):
            scheme.score({"findings": [{"item": "1", "sevrity": "minor"}]})
    with pytest.warns(UserWarning):
        assert problems_of(scheme, {"finding": [{"item": "2"}]}) == [("/finding", "bad_value")]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        visit = {"weather": "dry", "findings": [{"item": "1", "severity": "minor", "location": "gate"}]}
        before = repr(visit)
        scheme.score(visit)
        assert repr(visit) == before


def test_positions_of_visits_are_whole_numbers(scheme):
    for visit in ([0.9, 1.7], np.array([0.0, 1.0]), [True, False], [2**70, 1]):
        with pytest.raises(TypeError, match="visit must be whole numbers"):
            scheme.score_columns(2, visit, ["2", "2"])
    for dtype in (np.int8, np.uint32, np.int64):
        assert scheme.score_columns(2, np.array([0, 1], dtype=dtype), ["2", "2"]).marks() == [6, 6]


def test_masked_rows_are_not_taken_for_findings(scheme):
    columns = {"visit": [0, 1], "item": [2, 2], "count": [1, 1], "severity": [0, 0], "site_class": ["", ""]}
    for name in columns:
        with pytest.raises(ValueError, match=f"{name} has masked rows"):
            scheme.score_columns(2, **{**columns, name: np.ma.array(columns[name], mask=[0, 1])})
    whole = {**columns, "visit": np.ma.array([0, 1])}
    assert scheme.score_columns(2, **whole).marks() == [6, 6]


def test_columns_take_lists_and_arrays(scheme):
    by_lists = scheme.score_columns(3, [0, 2, 0], ["1", "2", "1"], severity=["minor", "", "serious"])
    by_arrays = scheme.score_columns(3, np.array([0, 2, 0]), np.array([1, 2, 1], dtype=np.int32), severity=np.array([1, 0, 2], dtype=np.uint8))
    assert by_lists.marks() == [Decimal("7.5"), Decimal(10), Decimal(6)]
    assert (by_lists.scaled == by_arrays.scaled).all()
    assert by_lists.scaled[0] == 7_500_000_000
    assert list(by_lists.grade) == [1, 0, 1]


def test_columns_report_rows_and_do_not_score_their_visit(scheme):
    result = scheme.score_columns(2, [0, 1], ["1", "1"], severity=["", "minor"])
    assert list(result.scored) == [False, True]
    assert result.problems[0].code == "no_points" and result.problems[0].pointer == "/findings/0"
    assert result.marks()[0] is None


@pytest.mark.parametrize(
    "arguments, error",
    [
        (dict(visit=[5], item=["1"]), IndexError),
        (dict(visit=[0], item=[99]), IndexError),
        (dict(visit=[0], item=["nine"]), KeyError),
        (dict(visit=[0], item=["1"], count=[-1]), ValueError),
        (dict(visit=[0, 1], item=["1"]), ValueError),
        (dict(visit=[0], item=["1"], severity=["huge"]), KeyError),
        (dict(visit=[0], item=["1"], colour=["red"]), KeyError),
        (dict(visit=[0], item=["1"], site_class=["moon", "lane"]), KeyError),
    ],
)
def test_columns_that_do_not_fit_are_refused(scheme, arguments, error):
    with pytest.raises(error):
        scheme.score_columns(2, **arguments)


findings = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["1", "2"]), st.integers(0, 5), st.sampled_from(["minor", "serious"])))


@settings(max_examples=60, deadline=None)
@given(findings)
def test_columns_equal_single_visits(rows):
    scheme = aedile.loads(SCHEME)
    columns = list(zip(*rows)) or [(), (), (), ()]
    result = scheme.score_columns(5, columns[0], list(columns[1]), list(columns[2]), severity=list(columns[3]))
    for visit, mark in enumerate(result.marks()):
        own = [{"item": i, "count": n, "severity": s} for v, i, n, s in rows if v == visit]
        assert scheme.score({"findings": own}).mark == mark


def test_the_json_form_reads_back_as_itself(scheme):
    assert aedile.loads(scheme.to_json()).to_json() == scheme.to_json()


def test_the_national_example_scores_as_the_command_does():
    folder = SOURCE / "examples" / "national"
    scheme = aedile.load(folder / "scheme.json")
    assert len(scheme.items) >= 111
    with open(folder / "visits.csv", encoding="utf-8-sig", newline="") as file:
        visits = list(csv.DictReader(file))
    expected = {row["visit"]: row["score"] for row in csv.DictReader(open(folder / "expected.csv", encoding="utf-8-sig", newline=""))}
    rows = list(csv.DictReader(open(folder / "findings.csv", encoding="utf-8-sig", newline="")))
    agree = 0
    for visit in visits[:40]:
        own = [{k: v for k, v in row.items() if v and k != "visit"} for row in rows if row["visit"] == visit["visit"]]
        record = {k: v for k, v in visit.items() if v and k != "visit"}
        record["id"] = visit["visit"]
        record["checks"] = [r for r in own if "result" in r]
        record["readings"] = [{("name" if k == "reading" else k): v for k, v in r.items()} for r in own if "reading" in r and "result" not in r]
        record["findings"] = [{k: int(v) if k == "count" else v for k, v in r.items()} for r in own if "result" not in r and "reading" not in r]
        mark = scheme.score(record).mark
        assert mark == (Decimal(expected[visit["visit"]]) if expected[visit["visit"]] else None)
        agree += 1
    assert agree == 40
