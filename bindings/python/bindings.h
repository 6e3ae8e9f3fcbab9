#pragma once
/// One register function per topic; module.cpp calls them in this order.

#include <pybind11/pybind11.h>

namespace aedile::python {

void register_core(pybind11::module_& module);
void register_framework(pybind11::module_& module);
void register_scoring(pybind11::module_& module);

/// decimal.Decimal of exact decimal text.
pybind11::object to_decimal(const std::string& text);

}  // namespace aedile::python
