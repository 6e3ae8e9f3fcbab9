# The functions with which every room declares its sources, its tests and its fuzz targets.
find_package(Boost 1.74 REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
find_package(Threads REQUIRED)
find_package(date REQUIRED)
find_package(SQLite3 3.38 REQUIRED)
find_package(utf8proc REQUIRED)
# Known everywhere, also to a project that adds this one as a folder: the library links them.
set_target_properties(OpenSSL::Crypto date::date date::date-tz Threads::Threads SQLite::SQLite3
                      utf8proc::utf8proc PROPERTIES IMPORTED_GLOBAL TRUE)

add_library(aedile_options INTERFACE)
target_compile_options(aedile_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion)
# What GCC 12 believes to see once it has inlined much: overlapping copies in sums of strings (its bug 105651), unset
# members in Boost's integers. Without optimisation both warnings stay on.
target_compile_options(
  aedile_options INTERFACE $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-restrict;-Wno-maybe-uninitialized>)
if(AEDILE_WARNINGS_AS_ERRORS)
  target_compile_options(aedile_options INTERFACE -Werror)
endif()

# aedile_add_room(<room> <source>...): object library aedile_<room>, part of the library aedile.
function(aedile_add_room room)
  add_library(aedile_${room} OBJECT ${ARGN})
  target_include_directories(aedile_${room} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/lib)
  target_link_libraries(aedile_${room} PRIVATE aedile_options Boost::headers)
  set_target_properties(aedile_${room} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  # The objects alone: linking the object library would make it, and what it uses, part of what is installed.
  target_sources(aedile PRIVATE $<TARGET_OBJECTS:aedile_${room}>)
endfunction()

# aedile_add_test(<room> <name> <source>...): executable <room>_<name>_test, its cases known to ctest one by one.
function(aedile_add_test room name)
  set(target ${room}_${name}_test)
  add_executable(${target} ${ARGN})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/lib ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE aedile::aedile aedile_options Boost::headers
                                          GTest::gtest GTest::gmock GTest::gtest_main rapidcheck)
  target_compile_definitions(${target} PRIVATE AEDILE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  gtest_discover_tests(${target} TEST_PREFIX ${room}. DISCOVERY_TIMEOUT 60 PROPERTIES LABELS ${room})
endfunction()

add_custom_target(fuzzers)

# aedile_add_fuzzer(<room> <name> <source>...): executable <room>_<name>_fuzzer around a LLVMFuzzerTestOneInput.
# With AEDILE_BUILD_FUZZERS it hunts; in every other build it replays files, and ctest replays the seed corpus
# tests/<room>/fuzz_corpus/<name>/, so that whatever was once found stays found.
function(aedile_add_fuzzer room name)
  set(target ${room}_${name}_fuzzer)
  set(corpus ${PROJECT_SOURCE_DIR}/tests/${room}/fuzz_corpus/${name})
  add_executable(${target} ${ARGN})
  add_dependencies(fuzzers ${target})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/lib ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${target} PRIVATE aedile::aedile aedile_options)
  if(AEDILE_BUILD_FUZZERS)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_test(NAME ${room}.fuzz_corpus.${name} COMMAND ${target} -runs=0 ${corpus})
  else()
    target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests/support/replay_main.cpp)
    add_test(NAME ${room}.fuzz_corpus.${name} COMMAND ${target} ${corpus})
  endif()
  set_tests_properties(${room}.fuzz_corpus.${name} PROPERTIES LABELS "${room};fuzz")
endfunction()
