#include <sstream>

#include "support/oracle.h"

namespace aedile::test {

std::string differences(const CompiledFramework& framework, const Scorecard& card, const OracleCard& expected) {
  std::ostringstream out;
  if (card.size() != expected.nodes.size()) {
    out << "nodes: " << card.size() << ", not " << expected.nodes.size() << '\n';
  }
  if (card.ignored_findings() != expected.ignored_findings) {
    out << "ignored findings: " << card.ignored_findings() << ", not " << expected.ignored_findings << '\n';
  }
  for (const auto& [code, node] : expected.nodes) {
    const std::optional<NodeId> id = framework.find(code);
    if (!id) {
      out << code << ": is missing\n";
      continue;
    }
    const auto text = [](const std::optional<Points>& mark) { return mark ? mark->to_string() : std::string("none"); };
    if (card.status(*id) != node.status) {
      out << code << ": status " << to_string(card.status(*id)) << ", not " << to_string(node.status) << '\n';
    }
    if (card.mark(*id) != node.mark) {
      out << code << ": mark " << text(card.mark(*id)) << ", not " << text(node.mark) << " (exactly "
          << node.value.to_string() << ")\n";
    }
    if (card.possible(*id) != node.possible) {
      out << code << ": possible " << card.possible(*id) << ", not " << node.possible << '\n';
    }
    if (card.completion(*id) != node.completion) {
      out << code << ": completion " << card.completion(*id) << ", not " << node.completion << '\n';
    }
    if (card.grade(*id) != node.grade) out << code << ": grade " << card.grade(*id) << ", not " << node.grade << '\n';
    if (card.derivation() && card.derivation()->value(*id) != node.value) {
      out << code << ": value " << card.derivation()->value(*id) << ", not " << node.value << '\n';
    }
  }
  return out.str();
}

}  // namespace aedile::test
