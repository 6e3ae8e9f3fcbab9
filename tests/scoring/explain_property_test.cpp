// What holds for the explanation of every scorecard.

#include <gtest/gtest.h>

#include <algorithm>

#include "aedile/scoring/explain.h"
#include "core/excerpt.h"
#include "support/scored_case.h"

namespace aedile::test {
namespace {

bool is_printable_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = detail::utf8_sequence_length(text);
    if (length == 0 || (static_cast<unsigned char>(text[0]) < 0x20 && text[0] != '\n')) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool has_placeholder(const std::string& text) {
  for (const char* placeholder : {"{0}", "{1}", "{2}", "{3}", "{4}"})
    if (text.find(placeholder) != std::string::npos) return true;
  return false;
}

RC_GTEST_PROP(EveryExplanation, IsWholeInBothLanguages, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  const Scorecard card = scored(program, drawn.visit, Derive::yes);
  for (const Language language : {Language::en, Language::zh}) {
    const std::string brief = explain(program, drawn.visit, card, {.language = language});
    const std::string whole = explain(program, drawn.visit, card, {.language = language, .everything = true});
    RC_ASSERT(is_printable_utf8(brief) && is_printable_utf8(whole));
    RC_ASSERT(!has_placeholder(brief) && !has_placeholder(whole));
    for (std::uint32_t i = 1; i < program.size(); ++i)
      if (whole.find(program.code(NodeId{i})) == std::string::npos) RC_FAIL("no word of a node");
  }
}

RC_GTEST_PROP(EveryExplanation, SaysOfEachLostMarkWhere, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  const Scorecard card = scored(program, drawn.visit, Derive::yes);
  const std::string brief = explain(program, drawn.visit, card);
  for (std::uint32_t i = 1; i < program.size(); ++i) {
    const NodeId node{i};
    const std::optional<Points> mark = card.mark(node);
    if (mark && mark != program.full_marks(node).value_or(Points{}))
      RC_ASSERT(brief.find(program.code(node)) != std::string::npos);
  }
}

RC_GTEST_PROP(EverySentence, CanBeSaidOfTheStepAlone, ()) {
  const ScoredCase drawn = *any_scored_case();
  const CompiledFramework program = compiled(drawn.framework);
  const Scorecard card = scored(program, drawn.visit, Derive::yes);
  for (std::uint32_t i = 0; i < program.size(); ++i) {
    for (const Step& step : card.derivation()->steps(NodeId{i})) {
      for (const Language language : {Language::en, Language::zh}) {
        const std::string text = sentence(program, drawn.visit, NodeId{i}, step, language);
        RC_ASSERT(!text.empty() && !has_placeholder(text));
      }
    }
  }
}

// "100 − 1.5 (1.2) − 14 (3.1) = 84.5" is true.
RC_GTEST_PROP(TheSumThatClosesAnExplanation, AddsUp, ()) {
  const ScoredCase drawn = *any_scored_case({.cycles = false});
  const CompiledFramework program = compiled(drawn.framework);
  const Scorecard card = scored(program, drawn.visit, Derive::yes);
  std::string text = explain(program, drawn.visit, card);
  const std::size_t at = text.find("\nAdded up: ");
  RC_PRE(at != std::string::npos && text.find("…", at) == std::string::npos);
  text = text.substr(at + 11);
  std::replace(text.begin(), text.end(), '\n', ' ');
  for (std::size_t minus = text.find("−"); minus != std::string::npos; minus = text.find("−"))
    text.replace(minus, std::string_view("−").size(), "-");
  Rational sum;
  int sign = 1;
  std::size_t depth = 0;
  std::istringstream words(text);
  std::string word;
  bool after_equals = false;
  while (words >> word) {
    const auto opened = static_cast<std::size_t>(std::count(word.begin(), word.end(), '('));
    const auto closed = static_cast<std::size_t>(std::count(word.begin(), word.end(), ')'));
    const bool is_label = depth != 0 || opened != 0;
    depth = depth + opened - closed;
    if (is_label) continue;
    if (word == "+" || word == "-") {
      sign = word == "+" ? 1 : -1;
    } else if (word == "=") {
      after_equals = true;
    } else if (after_equals) {
      RC_ASSERT(Rational::parse(word).value() == sum);
      RC_ASSERT(sum == card.derivation()->value(program.root()));
      return;
    } else {
      sum += Rational(sign) * Rational::parse(word).value();
      sign = 1;
    }
  }
  RC_FAIL("no result");
}

}  // namespace
}  // namespace aedile::test
