/// Scoring: one visit from plain Python values, and many visits from numpy columns.

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>

#include "aedile/scoring/explain.h"
#include "aedile/scoring/what_if.h"
#include "bindings.h"
#include "visit_record.h"

namespace py = pybind11;

namespace aedile::python {
namespace {

/// A scorecard with what is needed to explain it.
struct Scored {
  CompiledFramework framework;
  VisitRecord record;
  Scorecard card;

  NodeId node(const std::string& code) const {
    const std::optional<NodeId> found = framework.find(code);
    if (!found) throw py::key_error("the framework has no node \"" + code + "\"");
    return *found;
  }
  py::object mark(NodeId id) const {
    const std::optional<Points> points = card.mark(id);
    return points ? to_decimal(points->to_string()) : py::none();
  }
  py::object grade(NodeId id) const {
    const GradeIndex grade = card.grade(id);
    if (grade == no_grade) return py::none();
    return py::str(framework.grades(id)[grade].code);
  }
};

/// What cannot be read does not hide what the framework does not know.
std::vector<Diagnostic> all_problems(const CompiledFramework& framework, const VisitRecord& record, Diagnostics wrong) {
  EncodedVisit coded;
  wrong.append(Encoder(framework).encode(record, coded));
  return wrong.items();
}

py::tuple score_visit(const CompiledFramework& framework, const py::dict& visit, bool ignore_not_applicable) {
  Diagnostics wrong;
  VisitRecord record = read_visit(visit, wrong);
  if (wrong.has_errors()) return py::make_tuple(py::none(), all_problems(framework, record, std::move(wrong)));
  Result<Scorecard> card = score(framework, record, Derive::yes, {ignore_not_applicable});
  if (!card) return py::make_tuple(py::none(), card.diagnostics().items());
  return py::make_tuple(Scored{framework, std::move(record), *std::move(card)}, card.diagnostics().items());
}

py::tuple what_if_visit(const CompiledFramework& framework, const py::dict& visit) {
  Diagnostics wrong;
  const VisitRecord record = read_visit(visit, wrong);
  if (wrong.has_errors()) return py::make_tuple(py::none(), all_problems(framework, record, std::move(wrong)));
  EncodedVisit coded;
  const Diagnostics problems = Encoder(framework).encode(record, coded);
  if (problems.has_errors()) return py::make_tuple(py::none(), problems.items());
  const Result<WhatIf> result = what_if(framework, *coded.applicability, coded.visit(), coded.observations());
  if (!result) return py::make_tuple(py::none(), result.diagnostics().items());
  py::list gains;
  for (const Fix& fix : result->fixes) gains.append(to_decimal(fix.gain.to_string()));
  return py::make_tuple(gains, result.diagnostics().items());
}

template <class T>
using Column = py::array_t<T, py::array::c_style | py::array::forcecast>;

template <class T>
std::span<const T> span_of(const Column<T>& column) {
  return {column.data(), static_cast<std::size_t>(column.size())};
}

/// Rows of findings in any order, by position of their visit; columns of one length. `values` holds a column of codes
/// (position in the declared values + 1; 0 not given) for each attribute named in `attributes`.
py::tuple score_columns(const CompiledFramework& framework, std::size_t visits,
                        const std::vector<std::string>& site_class, const Column<std::int64_t>& visit,
                        const Column<std::int64_t>& item, const Column<std::int64_t>& count,
                        const std::vector<std::string>& attributes, const std::vector<Column<std::int64_t>>& values,
                        bool ignore_not_applicable) {
  const std::size_t rows = static_cast<std::size_t>(visit.size());
  const auto same_length = [&](const auto& column) { return static_cast<std::size_t>(column.size()) == rows; };
  if (!same_length(item) || !same_length(count) || !std::all_of(values.begin(), values.end(), same_length))
    throw py::value_error("the columns of findings must have one length");
  if (!site_class.empty() && site_class.size() != visits)
    throw py::value_error("site_class must name a class for each visit");
  std::vector<std::size_t> slots;
  for (const std::string& name : attributes) {
    const std::optional<std::size_t> slot = framework.find_attribute(name);
    if (!slot) throw py::key_error("the framework has no attribute \"" + name + "\"");
    slots.push_back(*slot);
  }
  // Findings grouped by visit, in the order of their rows.
  std::vector<std::uint32_t> first(visits + 1, 0);
  for (std::size_t r = 0; r < rows; ++r) {
    const std::int64_t v = span_of(visit)[r];
    if (v < 0 || static_cast<std::size_t>(v) >= visits)
      throw py::index_error("row " + std::to_string(r) + ": there is no visit " + std::to_string(v));
    ++first[static_cast<std::size_t>(v) + 1];
  }
  for (std::size_t v = 0; v < visits; ++v) first[v + 1] += first[v];
  std::vector<Finding> findings(rows);
  std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
  for (std::size_t r = 0; r < rows; ++r) {
    Finding& finding = findings[next[static_cast<std::size_t>(span_of(visit)[r])]++];
    const std::int64_t i = span_of(item)[r];
    const std::int64_t n = span_of(count)[r];
    if (i < 0 || static_cast<std::size_t>(i) >= framework.size())
      throw py::index_error("row " + std::to_string(r) + ": there is no item " + std::to_string(i));
    if (n < 0 || n > 0xFFFFFFFFll)
      throw py::value_error("row " + std::to_string(r) + ": count must be from 0 to 4294967295");
    finding.item = NodeId{static_cast<std::size_t>(i)};
    finding.count = static_cast<std::uint32_t>(n);
    finding.row = static_cast<std::uint32_t>(r);
    for (std::size_t a = 0; a < slots.size(); ++a) {
      const std::int64_t code = span_of(values[a])[r];
      const std::size_t known = framework.attributes()[slots[a]].values.size();
      if (code < 0 || code > 0x7FFFFFFF || (known != 0 && static_cast<std::size_t>(code) > known))
        throw py::value_error("row " + std::to_string(r) + ": " + attributes[a] + " has no code " +
                              std::to_string(code));
      finding.values[slots[a]] = static_cast<ValueCode>(code);
    }
  }

  py::array_t<std::int64_t> scaled(static_cast<py::ssize_t>(visits));
  py::array_t<bool> scored(static_cast<py::ssize_t>(visits));
  py::array_t<std::int16_t> grades(static_cast<py::ssize_t>(visits));
  std::vector<Diagnostic> problems;
  {
    auto scaled_out = scaled.mutable_unchecked<1>();
    auto scored_out = scored.mutable_unchecked<1>();
    auto grades_out = grades.mutable_unchecked<1>();
    std::vector<const Applicability*> profiles(visits, &framework.all());
    for (std::size_t v = 0; v < site_class.size(); ++v) {
      if (site_class[v].empty()) continue;
      profiles[v] = framework.profile(site_class[v]);
      if (!profiles[v]) throw py::key_error("the framework has no site class \"" + site_class[v] + "\"");
    }
    const py::gil_scoped_release other_threads_may_run;
    Scorer scorer(framework, {ignore_not_applicable});
    Scorecard card;
    for (std::size_t v = 0; v < visits; ++v) {
      const std::span<const Finding> own = std::span(findings).subspan(first[v], first[v + 1] - first[v]);
      const Diagnostics wrong = scorer.score_into(*profiles[v], {}, {own, {}, {}}, card);
      problems.insert(problems.end(), wrong.begin(), wrong.end());
      const bool good = !wrong.has_errors() && card.status() == Status::scored;
      const auto at = static_cast<py::ssize_t>(v);
      scored_out(at) = good;
      scaled_out(at) = good ? card.mark()->scaled() : 0;
      grades_out(at) = good && card.grade() != no_grade ? static_cast<std::int16_t>(card.grade()) : std::int16_t{-1};
    }
  }
  return py::make_tuple(scaled, scored, grades, problems);
}

}  // namespace

void register_scoring(py::module_& module) {
  py::class_<Scored>(module, "Scorecard", "Marks of every node for one visit; marks are decimal.Decimal.")
      .def_property_readonly(
          "mark", [](const Scored& s) { return s.mark(NodeId{0u}); }, "The total, or None.")
      .def_property_readonly("grade", [](const Scored& s) { return s.grade(NodeId{0u}); })
      .def_property_readonly("status", [](const Scored& s) { return std::string(to_string(s.card.status())); })
      .def_property_readonly("completion", [](const Scored& s) { return to_decimal(s.card.completion().to_string()); })
      .def(
          "__getitem__", [](const Scored& s, const std::string& code) { return s.mark(s.node(code)); },
          "The mark of a node, or None.")
      .def("node_status",
           [](const Scored& s, const std::string& code) { return std::string(to_string(s.card.status(s.node(code)))); })
      .def("node_grade", [](const Scored& s, const std::string& code) { return s.grade(s.node(code)); })
      .def("possible", [](const Scored& s,
                          const std::string& code) { return to_decimal(s.card.possible(s.node(code)).to_string()); })
      .def(
          "explain",
          [](const Scored& s, Language language, bool everything) {
            return explain(s.framework, s.record, s.card, {language, everything, true});
          },
          py::arg("language") = Language::en, py::arg("everything") = false)
      .def("__eq__", [](const Scored& a, const Scored& b) { return a.card == b.card; });

  module.def("score", &score_visit, py::arg("framework"), py::arg("visit"), py::arg("ignore_not_applicable") = false);
  module.def("what_if", &what_if_visit, py::arg("framework"), py::arg("visit"));
  module.def("score_columns", &score_columns);
}

}  // namespace aedile::python
