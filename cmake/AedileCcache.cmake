# Compiles through ccache where it is installed. Only a build of aedile by itself gets this: as a part of another
# project, that project decides.
find_program(AEDILE_CCACHE ccache)
mark_as_advanced(AEDILE_CCACHE)
if(AEDILE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${AEDILE_CCACHE})
endif()
