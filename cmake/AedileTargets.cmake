# The two functions with which every room declares its sources and its tests.
include(GNUInstallDirs)

add_library(aedile_options INTERFACE)
target_compile_options(aedile_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
if(AEDILE_WARNINGS_AS_ERRORS)
  target_compile_options(aedile_options INTERFACE -Werror)
endif()

# aedile_add_room(<room> <source>...): object library aedile_<room>, part of the library aedile.
function(aedile_add_room room)
  add_library(aedile_${room} OBJECT ${ARGN})
  target_include_directories(aedile_${room} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(aedile_${room} PRIVATE $<BUILD_INTERFACE:aedile_options> $<BUILD_INTERFACE:Boost::headers>)
  set_target_properties(aedile_${room} PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()

# aedile_add_test(<room> <name> <source>...): executable <room>_<name>_test, its cases known to ctest one by one.
function(aedile_add_test room name)
  set(target ${room}_${name}_test)
  add_executable(${target} ${ARGN})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/lib ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE aedile::aedile $<BUILD_INTERFACE:aedile_options> Boost::headers
                                          GTest::gtest GTest::gmock GTest::gtest_main rapidcheck)
  target_compile_definitions(${target} PRIVATE AEDILE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(${target} TEST_PREFIX ${room}. DISCOVERY_TIMEOUT 60 PROPERTIES LABELS ${room})
endfunction()
