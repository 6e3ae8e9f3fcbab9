#include "aedile/schemes.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "aedile/console.h"
#include "aedile/input.h"
#include "aedile/io/framework_json.h"
#include "aedile/texts.h"

namespace aedile::tool {

namespace {

void add_new(std::vector<std::string>& codes, std::string_view code) {
  if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.emplace_back(code);
}

std::vector<std::string> nodes_of_level(const Editions& editions, std::size_t level) {
  std::vector<std::string> codes;
  for (const CompiledFramework& framework : editions.all()) {
    for (std::size_t i = 0; i < framework.size(); ++i) {
      std::size_t depth = 0;
      for (NodeId node = framework.parent(NodeId(i)); node.valid(); node = framework.parent(node)) ++depth;
      if (depth == level) add_new(codes, framework.code(NodeId(i)));
    }
  }
  return codes;
}

std::vector<std::string> all_nodes(const Editions& editions) {
  std::vector<std::string> codes;
  for (const CompiledFramework& framework : editions.all()) {
    // The first edition's codes are its own; only those of later ones can repeat them.
    const bool first = &framework == &editions.all().front();
    for (std::size_t i = 0; i < framework.size(); ++i) {
      const std::string_view code = framework.code(NodeId(i));
      if (first) {
        codes.emplace_back(code);
      } else if (!editions.all().front().find(code)) {
        add_new(codes, code);
      }
    }
  }
  return codes;
}

}  // namespace

Editions load_editions(const std::vector<std::string>& files, ProblemLog& log) {
  Editions editions;
  for (const std::string& file : files) {
    const std::string name = shown_name(file);
    Result<Framework> framework = read_framework(read_text(file), name);
    log.append(framework.diagnostics());
    if (!framework) continue;
    // Its warnings are those of the reader, but without places.
    Result<CompiledFramework> compiled = compile(std::move(*framework));
    if (!compiled) {
      for (const Diagnostic& problem : compiled.diagnostics()) {
        if (problem.level == Level::error) log.add({problem.level, {name, 0, 0, problem.place.pointer}, problem.text});
      }
      continue;
    }
    for (const Diagnostic& problem : editions.add(std::move(*compiled))) {
      log.add({problem.level, {name, 1, 1, {}}, problem.text});
    }
  }
  return editions;
}

std::vector<std::string> select_nodes(const Editions& editions, const std::string& selection) {
  constexpr std::string_view level_prefix = "level:";
  if (selection.empty()) return {};
  if (selection == "all") return all_nodes(editions);
  if (selection.compare(0, level_prefix.size(), level_prefix) == 0) {
    std::size_t level = 0;
    const char* const end = selection.data() + selection.size();
    const auto [stopped, failure] = std::from_chars(selection.data() + level_prefix.size(), end, level);
    std::vector<std::string> codes;
    if (failure == std::errc() && stopped == end) codes = nodes_of_level(editions, level);
    if (codes.empty()) throw UsageFailure{Text(texts::no_such_level, {selection})};
    return codes;
  }
  std::vector<std::string> codes;
  for (std::size_t at = 0; at <= selection.size();) {
    const std::size_t comma = std::min(selection.find(',', at), selection.size());
    const std::string code = selection.substr(at, comma - at);
    const bool known =
        std::any_of(editions.all().begin(), editions.all().end(),
                    [&](const CompiledFramework& framework) { return framework.find(code).has_value(); });
    if (!known) throw UsageFailure{Text(texts::no_such_node, {code})};
    add_new(codes, code);
    at = comma + 1;
  }
  return codes;
}

}  // namespace aedile::tool
