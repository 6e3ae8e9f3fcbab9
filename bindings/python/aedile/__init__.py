"""Scores inspections exactly, and explains every point.

    import aedile

    scheme = aedile.load("scheme.json")                      # DataError names every problem and its place
    card = scheme.score({"id": "V1", "site_class": "park",
                         "findings": [{"item": "1.2", "count": 2, "severity": "minor"}]})
    card.mark                                                # Decimal('84.5')
    print(card.explain("zh"))

    # Many visits from columns: lists or numpy arrays, findings in any order.
    result = scheme.score_columns(visits=3, visit=[0, 0, 2], item=["1.2", "1.3", "1.2"],
                                  severity=["minor", "serious", "minor"])
    result.marks()                                           # [Decimal(...), ...]
    result.scaled                                            # the same as int64, in steps of 10^-9: exact and fast

Marks are decimal.Decimal or whole steps of 10^-9, never binary floating point.
"""

from __future__ import annotations

import difflib
import os
import warnings
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Iterable, Mapping, Sequence

import numpy as np

from . import _core
from ._core import Diagnostic, Scorecard as _Scorecard

__all__ = ["DataError", "Diagnostic", "Scheme", "Scorecard", "ColumnScores", "load", "loads", "check", "schema"]


class DataError(ValueError):
    """Data that cannot be used. `problems` holds every Diagnostic: `code`, `message()`, `file`, `line`, `column`."""

    def __init__(self, problems: Sequence[Diagnostic]):
        self.problems = list(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @property
    def codes(self) -> list[str]:
        """The code of each problem, such as unknown_item."""
        return [problem.code for problem in self.problems]


def _language(name: str) -> Any:
    try:
        return {"en": _core.Language.en, "zh": _core.Language.zh}[name]
    except KeyError:
        raise ValueError(f"language must be 'en' or 'zh', not {name!r}") from None


def _value(pair: tuple[Any, Sequence[Diagnostic]]) -> Any:
    value, problems = pair
    if value is None:
        raise DataError(problems)
    return value


class Scorecard:
    """The marks of one visit. Functions that take a code raise KeyError where the framework has no such node."""

    def __init__(self, core: _Scorecard):
        self._core = core

    @property
    def mark(self) -> Decimal | None:
        """The total; None if it has none."""
        return self._core.mark

    @property
    def grade(self) -> str | None:
        """Code of the total's grade; None if it has none."""
        return self._core.grade

    @property
    def status(self) -> str:
        """scored, not_applicable or not_observed."""
        return self._core.status

    @property
    def completion(self) -> Decimal:
        """Share of the applicable weight that was observed, 0 to 1."""
        return self._core.completion

    def __getitem__(self, code: str) -> Decimal | None:
        """The mark of a node; None if it has none."""
        return self._core[code]

    def node_status(self, code: str) -> str:
        """scored, not_applicable or not_observed."""
        return self._core.node_status(code)

    def node_grade(self, code: str) -> str | None:
        """Code of the node's grade; None if it has none."""
        return self._core.node_grade(code)

    def possible(self, code: str) -> Decimal:
        """What the node could have given: its full marks, less what policies left out; 0 where open-ended."""
        return self._core.possible(code)

    def explain(self, language: str = "en", everything: bool = False) -> str:
        """Why this mark and no other, in words, "en" or "zh". `everything`: nodes that lost nothing too."""
        return self._core.explain(_language(language), everything)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scorecard) and self._core == other._core

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<Scorecard {self.mark} {self.grade or ''}>".replace(" >", ">")


@dataclass(frozen=True)
class ColumnScores:
    """One entry per visit. `scaled`: int64, steps of 10^-9 points, 0 unless `scored`; `scored`: bool; `grade`: int16,
    position in the total's grades, best first, −1 for none. `problems`: of all visits, at "/findings/<row>".
    """

    scaled: np.ndarray
    scored: np.ndarray
    grade: np.ndarray
    problems: list[Diagnostic]

    def marks(self) -> list[Decimal | None]:
        """The totals as decimals; None where a visit was not scored."""
        return [Decimal(int(s)).scaleb(-9).normalize() + 0 if ok else None for s, ok in zip(self.scaled, self.scored)]


class Scheme:
    """A checked and compiled framework; `warnings` are what its check found tolerable.

    Functions that take a code or the name of an attribute raise KeyError where there is none.
    """

    def __init__(self, core: _core.Framework, warnings: Sequence[Diagnostic]):
        self._core = core
        self.warnings = list(warnings)
        observed = (*_ATTRIBUTES, *core.attributes)
        self._keys = {
            "findings": ("item", "count", "evidence", "note", *observed),
            "readings": ("item", "name", "value", *observed),
            "checks": ("item", "criterion", "result", *observed),
            None: ("id", "site", "site_class", "date", "mode", "edition", "findings", "readings", "checks",
                   *core.visit_attributes),
        }

    @property
    def id(self) -> str:
        return self._core.id

    @property
    def edition(self) -> str:
        return self._core.edition

    def title(self, language: str = "en") -> str:
        return self._core.title(_language(language))

    @property
    def codes(self) -> list[str]:
        """Codes of all nodes; positions are what `score_columns` takes for `item`."""
        return self._core.codes

    @property
    def items(self) -> list[str]:
        """Codes of the nodes without children: findings are made on them."""
        return [code for code in self.codes if self._core.is_item(code)]

    @property
    def site_classes(self) -> list[str]:
        """The classes that have a profile of items that apply."""
        return self._core.site_classes

    def index(self, code: str) -> int:
        """Position in `codes`."""
        return self._core.index(code)

    def node_title(self, code: str, language: str = "en") -> str:
        return self._core.node_title(code, _language(language))

    def full_marks(self, code: str) -> Decimal | None:
        """Stated or derived; None where open-ended."""
        return self._core.full_marks(code)

    def lead(self, code: str) -> str:
        """The department that answers for the node, its own or that of a node above; "" if none does."""
        return self._core.lead(code)

    def values(self, attribute: str) -> list[str]:
        """The declared values of an attribute of findings, in the order of their codes 1, 2, …"""
        return self._core.attribute_values(attribute)

    def to_json(self) -> str:
        """The framework as the text of a scheme file."""
        return self._core.to_json()

    def score(self, visit: Mapping[str, Any], ignore_not_applicable: bool = False) -> Scorecard:
        """One visit: {"id", "site", "site_class", "date", "mode", "edition", "findings": [...], "readings": [...],
        "checks": [...]}, all optional; any other key is an attribute of the visit, such as "units_sampled".

        A finding is {"item", "count", "evidence", "note"}, any other key an attribute such as "severity"; a reading
        {"item", "name", "value"}; a check {"item", "criterion", "result"}. Values are str, int, bool (yes or no) or
        Decimal, `count` an int, `date` "YYYY-MM-DD", a datetime.date or
        a numpy.datetime64; of a time of day, its date counts.

        Raises DataError with every problem, and nothing is scored in part; TypeError for a float, which is not exact.
        Warns (UserWarning) of a key that comes close to one that is missing, such as "finding".
        """
        given = self._checked(visit)
        return Scorecard(_value(_core.score(self._core, given, ignore_not_applicable)))

    def what_if(self, visit: Mapping[str, Any]) -> list[Decimal]:
        """What the total would gain without each finding, in their order; negative for a merit. Raises as `score`."""
        return _value(_core.what_if(self._core, self._checked(visit)))

    def _checked(self, visit: Mapping[str, Any]) -> dict[str, Any]:
        """A copy; a key that nothing knows, but comes close to one that is missing, is warned of."""
        given = dict(visit)
        _warn_of_similar("", given, self._keys[None])
        for rows in ("findings", "readings", "checks"):
            if given.get(rows) is None:
                continue
            given[rows] = [dict(row) for row in given[rows]]
            for position, row in enumerate(given[rows]):
                _warn_of_similar(f"/{rows}/{position}", row, self._keys[rows])
        return given

    def score_columns(
        self,
        visits: int,
        visit: Sequence[int],
        item: Sequence[int] | Sequence[str],
        count: Sequence[int] | None = None,
        site_class: Sequence[str] | None = None,
        ignore_not_applicable: bool = False,
        **attributes: Sequence[int] | Sequence[str],
    ) -> ColumnScores:
        """Many visits: one row per finding, in any order. `visit` is the position of its visit, 0 to visits − 1.

        `item` and attributes such as `severity` are texts, or numbers (position in `codes`; position in `values` + 1).
        `site_class` has one entry a visit. Visits with problems are not scored; `problems` says why, with the row.
        Items that need readings or checks are not observed. Raises KeyError or ValueError for a text or number that
        means nothing, or masked rows, IndexError for a visit or item out of range.
        """
        rows = len(visit)
        columns = [self._coded(name, column) for name, column in attributes.items()]
        scaled, scored, grade, problems = _core.score_columns(
            self._core,
            visits,
            list(_unmasked("site_class", site_class)) if site_class is not None else [],
            _whole("visit", visit, "iu"),
            self._items(item),
            np.ones(rows, dtype=np.int64) if count is None else _whole("count", count),
            list(attributes),
            columns,
            ignore_not_applicable,
        )
        return ColumnScores(scaled, scored, grade, problems)

    def _items(self, item: Iterable[Any]) -> np.ndarray:
        column = np.asarray(_unmasked("item", item))
        if column.dtype.kind not in "UO":
            return _whole("item", column)
        known = {code: position for position, code in enumerate(self.codes)}
        return _lookup("item", column, known)

    def _coded(self, name: str, values: Iterable[Any]) -> np.ndarray:
        column = np.asarray(_unmasked(name, values))
        if column.dtype.kind not in "UO":
            return _whole(name, column)
        known = {value: position + 1 for position, value in enumerate(self.values(name))}
        known[""] = known[None] = 0  # type: ignore[index]
        if len(known) == 2:  # any text: number the texts as they come
            for value in column:
                known.setdefault(value, len(known) - 1)
        return _lookup(name, column, known)


_ATTRIBUTES = ("severity", "location", "source", "repeat", "overdue", "media", "corrected")  # known undeclared


def _warn_of_similar(pointer: str, row: Mapping[Any, Any], known: Sequence[str]) -> None:
    for key in row:
        if key in known:
            continue
        near = difflib.get_close_matches(str(key), [word for word in known if word not in row], n=1, cutoff=0.8)
        if near:
            sentence = f'the key {key!r} is kept as an attribute of that name; if {near[0]!r} is meant, rename it'
            warnings.warn(f"{pointer}/{key!s}: {sentence}".encode(errors="replace").decode(), stacklevel=4)


def _unmasked(name: str, column: Any) -> Any:
    if np.ma.is_masked(column):
        raise ValueError(f"{name} has masked rows: fill them in, or leave them out of every column")
    return column


def _whole(name: str, column: Any, kinds: str = "iub") -> np.ndarray:
    column = np.asarray(_unmasked(name, column))
    if column.size and column.dtype.kind not in kinds:
        raise TypeError(f"{name} must be whole numbers or texts")
    return column.astype(np.int64)


def _lookup(name: str, column: np.ndarray, known: Mapping[Any, int]) -> np.ndarray:
    codes = np.empty(len(column), dtype=np.int64)
    for row, value in enumerate(column):
        try:
            codes[row] = known[value]
        except KeyError:
            raise KeyError(f"row {row}: {name} has no value {value!r}") from None
    return codes


def load(path: str | os.PathLike[str]) -> Scheme:
    """A framework from its JSON file. Raises DataError with every problem, each at file:line:column, or that the file
    cannot be read.
    """
    return _scheme(_core.load_framework(os.fspath(path)))


def loads(text: str, name: str = "<text>") -> Scheme:
    """The same from text; `name` stands for the file in problems."""
    # A lone surrogate arrives as the bytes that are no UTF-8, and is reported at its place.
    return _scheme(_core.read_framework(text.encode("utf-8", "surrogatepass"), name))


def _scheme(pair: tuple[Any, Sequence[Diagnostic]]) -> Scheme:
    return Scheme(_value(pair), pair[1])


def check(path: str | os.PathLike[str]) -> list[Diagnostic]:
    """Every error and warning of a framework file; empty if there is none."""
    return list(_core.load_framework(os.fspath(path))[1])


def schema() -> str:
    """The JSON Schema of framework files."""
    return _core.framework_schema()
