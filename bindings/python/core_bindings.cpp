/// Diagnostics and languages.

#include <pybind11/stl.h>

#include "aedile/core/diagnostics.h"
#include "bindings.h"

namespace py = pybind11;

namespace aedile::python {

py::object to_decimal(const std::string& text) {
  static const py::handle decimal = py::object(py::module_::import("decimal").attr("Decimal")).release();
  return decimal(text);
}

void register_core(py::module_& module) {
  py::enum_<Language>(module, "Language").value("en", Language::en).value("zh", Language::zh);

  py::class_<Diagnostic>(module, "Diagnostic", "What is wrong with data, where, and what to do.")
      .def_property_readonly("level", [](const Diagnostic& d) { return std::string(to_string(d.level)); })
      .def_property_readonly("code", [](const Diagnostic& d) { return std::string(d.code()); })
      .def_property_readonly("file", [](const Diagnostic& d) { return d.place.file; })
      .def_property_readonly("line", [](const Diagnostic& d) { return d.place.line; })
      .def_property_readonly("column", [](const Diagnostic& d) { return d.place.column; })
      .def_property_readonly("pointer", [](const Diagnostic& d) { return d.place.pointer; })
      .def(
          "message", [](const Diagnostic& d, Language language) { return d.text.in(language); },
          py::arg("language") = Language::en, "The sentence alone.")
      .def(
          "line_in", [](const Diagnostic& d, Language language) { return to_string(d, language); }, py::arg("language"),
          "place: level: sentence [code]")
      .def("__str__", [](const Diagnostic& d) { return to_string(d); })
      .def("__repr__", [](const Diagnostic& d) { return "<Diagnostic " + to_string(d) + ">"; });
}

}  // namespace aedile::python
