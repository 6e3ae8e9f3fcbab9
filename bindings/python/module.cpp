#include "bindings.h"

PYBIND11_MODULE(_core, module) {
  module.doc() = "The compiled part of aedile; use the package `aedile`.";
  aedile::python::register_core(module);
  aedile::python::register_framework(module);
  aedile::python::register_scoring(module);
}
