/// Frameworks: read, check, compile, look at. Functions that can fail return (value or None, diagnostics); the Python
/// layer turns errors into exceptions.

#include <pybind11/stl.h>

#include "aedile/framework/compiled.h"
#include "aedile/io/framework_json.h"
#include "bindings.h"

namespace py = pybind11;

namespace aedile::python {
namespace {

py::tuple compile_read(Result<Framework> read) {
  if (!read) return py::make_tuple(py::none(), read.diagnostics().items());
  Diagnostics warnings = read.diagnostics();
  Result<CompiledFramework> compiled = compile(*std::move(read));
  if (!compiled) return py::make_tuple(py::none(), compiled.diagnostics().items());
  return py::make_tuple(*std::move(compiled), warnings.items());
}

NodeId node_of(const CompiledFramework& framework, const std::string& code) {
  const std::optional<NodeId> node = framework.find(code);
  if (!node) throw py::key_error("the framework has no node \"" + code + "\"");
  return *node;
}

}  // namespace

void register_framework(py::module_& module) {
  py::class_<CompiledFramework>(module, "Framework")
      .def_property_readonly("id", [](const CompiledFramework& f) { return f.source().id; })
      .def_property_readonly("edition", [](const CompiledFramework& f) { return f.source().edition; })
      .def(
          "title", [](const CompiledFramework& f, Language language) { return f.source().title.in(language); },
          py::arg("language") = Language::en)
      .def("__len__", &CompiledFramework::size)
      .def_property_readonly("codes",
                             [](const CompiledFramework& f) {
                               std::vector<std::string> codes;
                               for (std::size_t i = 0; i < f.size(); ++i) codes.emplace_back(f.code(NodeId{i}));
                               return codes;
                             })
      .def("index", [](const CompiledFramework& f, const std::string& code) { return node_of(f, code).value(); })
      .def("is_item", [](const CompiledFramework& f, const std::string& code) { return f.is_item(node_of(f, code)); })
      .def("node_title", [](const CompiledFramework& f, const std::string& code,
                            Language language) { return f.node(node_of(f, code)).title.in(language); })
      .def("lead",
           [](const CompiledFramework& f, const std::string& code) { return std::string(f.lead(node_of(f, code))); })
      .def("full_marks",
           [](const CompiledFramework& f, const std::string& code) -> py::object {
             const std::optional<Points> full = f.full_marks(node_of(f, code));
             return full ? to_decimal(full->to_string()) : py::none();
           })
      .def_property_readonly("site_classes",
                             [](const CompiledFramework& f) {
                               std::vector<std::string> classes;
                               for (const Profile& profile : f.source().profiles) classes.push_back(profile.site_class);
                               return classes;
                             })
      .def_property_readonly("attributes",
                             [](const CompiledFramework& f) {
                               std::vector<std::string> names;
                               for (const Attribute& attribute : f.attributes()) names.push_back(attribute.name);
                               return names;
                             })
      .def_property_readonly("visit_attributes",
                             [](const CompiledFramework& f) {
                               std::vector<std::string> names;
                               for (const VisitAttribute& attribute : f.source().visit_attributes)
                                 names.push_back(attribute.name);
                               return names;
                             })
      .def("attribute_values",
           [](const CompiledFramework& f, const std::string& name) {
             const std::optional<std::size_t> slot = f.find_attribute(name);
             if (!slot) throw py::key_error("the framework has no attribute \"" + name + "\"");
             std::vector<std::string> values;
             for (const Attribute::Value& value : f.attributes()[*slot].values) values.push_back(value.code);
             return values;
           })
      .def("to_json", [](const CompiledFramework& f) { return write_framework(f.source()); });

  module.def("read_framework",
             [](const std::string& text, const std::string& name) { return compile_read(read_framework(text, name)); });
  module.def("load_framework", [](const std::string& path) { return compile_read(load_framework(path)); });
  module.def("framework_schema", [] { return std::string(framework_schema()); });
}

}  // namespace aedile::python
