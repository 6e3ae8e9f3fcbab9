// The subcommands: what each is asked for, and the function that does it and returns the exit code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aedile/console.h"

namespace aedile::tool {

struct CheckArguments {
  std::vector<std::string> files;
  bool json = false;
};
int check(const CheckArguments& arguments, Console& console);

/// What `score` and `explain` have in common.
struct DataArguments {
  std::string scheme;
  std::vector<std::string> editions;  ///< further files
  std::string visits;
  std::string findings;
  bool ignore_not_applicable = false;
  bool json = false;
};

struct ScoreArguments {
  DataArguments data;
  std::string output;  ///< empty: the standard output, unless `json` or `expect`
  std::string expect;
  std::optional<std::uint64_t> agree;
  std::size_t differences = 10;
  std::string nodes;
  bool derivations = false;
  bool keep_going = false;
  unsigned threads = 0;  ///< 0: as many as there are processors
};
int score(const ScoreArguments& arguments, Console& console);

struct ExplainArguments {
  DataArguments data;
  std::string visit;
  std::string node;
  bool everything = false;
  bool what_if = false;
};
int explain(const ExplainArguments& arguments, Console& console);

struct SchemaArguments {
  std::string format = "framework";
};
int schema(const SchemaArguments& arguments, Console& console);

}  // namespace aedile::tool
