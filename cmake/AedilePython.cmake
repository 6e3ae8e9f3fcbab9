# Finds the Python of the distribution, which has the python3-* packages, even where another one comes first on the
# PATH. `-DPython_EXECUTABLE=...` chooses a different one. pybind11 takes the Python found here.
if(NOT Python_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python_EXECUTABLE /usr/bin/python3)
endif()
set(aedile_python_components Interpreter)
if(AEDILE_BUILD_PYTHON)
  list(APPEND aedile_python_components Development.Module)
endif()
find_package(Python 3.9 REQUIRED COMPONENTS ${aedile_python_components})
set(PYBIND11_FINDPYTHON ON)
