// Model → JSON → model is the identity, and what is wrong in a model is wrong in its file.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "aedile/io/framework_json.h"
#include "io/json/framework_read.h"
#include "io/json/framework_write.h"
#include "support/generate_framework.h"

namespace rc {
inline void showValue(const aedile::Framework& framework, std::ostream& out) {
  out << aedile::write_framework(framework);
}
inline void showValue(const aedile::EditionMapping& mapping, std::ostream& out) {
  out << aedile::write_edition_mapping(mapping);
}
}  // namespace rc

namespace aedile {
namespace {

/// Reads the model without validating it.
template <class Model>
Model read_unchecked(const std::string& text, void (*read_keys)(json::ObjectReader&, Model&)) {
  const Result<json::Document> document = json::Document::parse(text, "f.json");
  if (!document) RC_FAIL(document.diagnostics().to_string());
  json::Reader reader(*document);
  json::ObjectReader object(reader, document->root());
  object.take("aedile");
  Model model;
  read_keys(object, model);
  json::report_duplicate_keys(reader);
  if (!reader.problems().empty()) RC_FAIL(reader.problems().to_string());
  return model;
}

Framework unchecked(const std::string& text) { return read_unchecked<Framework>(text, json::read_framework); }

/// Codes of errors and warnings, sorted.
std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& problem : diagnostics) codes.emplace_back(problem.code());
  std::sort(codes.begin(), codes.end());
  return codes;
}

RC_GTEST_PROP(JsonRoundTrip, KeepsEveryFieldOfAnyAuthoringForm, ()) {
  const Framework framework = *test::any_authoring_form();
  RC_ASSERT(unchecked(write_framework(framework)) == framework);
}

RC_GTEST_PROP(JsonRoundTrip, KeepsEveryFieldInTheCompactLayoutToo, ()) {
  const Framework framework = *test::any_authoring_form();
  std::string text;
  json::Writer writer(text, JsonWriter::Layout::compact);
  json::write(writer, framework);
  RC_ASSERT(unchecked(text) == framework);
}

RC_GTEST_PROP(JsonRoundTrip, IsTheIdentityForValidFrameworks, ()) {
  const Framework framework = *test::any_framework();
  const std::string text = write_framework(framework);
  const Result<Framework> read = read_framework(text, "f.json");
  if (!read) RC_FAIL(read.diagnostics().to_string() + text);
  RC_ASSERT(*read == framework);
  RC_ASSERT(write_framework(*read) == text);
}

RC_GTEST_PROP(JsonRoundTrip, IsTheIdentityForEditionMappings, ()) {
  const EditionMapping mapping = *test::any_edition_mapping();
  RC_ASSERT(read_unchecked<EditionMapping>(write_edition_mapping(mapping), json::read_edition_mapping) == mapping);
}

TEST(EditionMappingAlone, IsHeldToItsOwnWords) {
  const auto problems = [](const std::string& entries) {
    const Result<EditionMapping> read = read_edition_mapping(
        R"({"aedile": "edition_mapping/1", "framework": "f", "from": "1", "to": "2", "entries": [)" + entries + "]}",
        "m.json");
    return codes_of(read.diagnostics());
  };
  using Codes = std::vector<std::string>;
  EXPECT_EQ(problems(R"({"kind": "same", "from": ["1"], "to": ["1"]}, {"kind": "added", "to": ["2"]})"), Codes{});
  EXPECT_EQ(problems(R"({"kind": "split", "from": ["1"], "to": ["1"]})"), Codes{"mapping_counts"});
  EXPECT_EQ(problems(R"({"kind": "same", "from": ["1"], "to": ["1"]}, {"kind": "same", "from": ["1"], "to": ["2"]})"),
            Codes{"mapped_twice"});
}

RC_GTEST_PROP(JsonRoundTrip, ReportsInAFileExactlyWhatTheValidatorReportsOfTheModel, ()) {
  const Framework framework = *test::any_authoring_form();
  RC_ASSERT(codes_of(read_framework(write_framework(framework), "f.json").diagnostics()) ==
            codes_of(validate(framework)));
}

/// One thing changed in a valid framework, that usually makes it invalid.
void spoil(Framework& framework) {
  const auto any_index = [](std::size_t size) {
    return static_cast<std::size_t>(test::pick(0, static_cast<int>(size) - 1));
  };
  Node& node = framework.nodes[any_index(framework.nodes.size())];
  const Node& other = framework.nodes[any_index(framework.nodes.size())];
  switch (test::pick(0, 13)) {
    case 0:
      node.code = other.code;
      break;
    case 1:
      node.code.clear();
      break;
    case 2:
      node.full_marks = Points::from_scaled(-1);
      break;
    case 3:
      node.full_marks = Points::max();
      break;
    case 4:
      node.full_marks.reset();
      break;
    case 5:
      node.rules.push_back(Penalty{{.points = Points::of(1)}, other.code});
      break;
    case 6:
      node.rules.push_back(Bonus{{.points = PointsTable{}}, MarkCondition{other.code, {}}});
      break;
    case 7:
      node.aggregation.pass_at = Factor::of(2);
      break;
    case 8:
      node.round = MarkRounding{Rounding::up, 10};
      break;
    case 9:
      node.cycles = Cycles{"nothing", {}, Missing::full_marks};
      break;
    case 10:
      node.grades = {{"A", {}, {.at_least = Points::of(5), .below = Points::of(4)}}};
      break;
    case 11:
      node.rules.push_back(Letters{"r", {{"A", Factor::of(3)}}, {"A"}, {}});
      break;
    case 12:
      framework.attributes.push_back(framework.attributes.front());
      break;
    default:
      framework.profiles.push_back({"x", {}, false, {}});
      break;
  }
}

RC_GTEST_PROP(JsonRoundTrip, ReportsOfASpoiledFrameworkWhatTheBuildersValidatorReports, ()) {
  Framework framework = *test::any_framework();
  const int times = test::pick(1, 3);
  for (int i = 0; i < times; ++i) spoil(framework);
  const Diagnostics expected = validate(framework);
  const Result<Framework> read = read_framework(write_framework(framework), "f.json");
  RC_ASSERT(codes_of(read.diagnostics()) == codes_of(expected));
  RC_ASSERT(read.ok() == !expected.has_errors());
  RC_CLASSIFY(!read.ok(), "invalid");
  // Each with its place, in the order of the file.
  for (const Diagnostic& problem : read.diagnostics()) RC_ASSERT(problem.place.line > 0);
  Diagnostics sorted = read.diagnostics();
  sorted.sort_by_place();
  RC_ASSERT(sorted == read.diagnostics());
}

TEST(JsonRoundTrip, WritesAChainOfAnyDepth) {
  Framework framework;
  for (std::size_t i = 0; i < 1'000; ++i) {
    Node node;
    node.code = std::to_string(i);
    if (i > 0) node.parent = i - 1;
    framework.nodes.push_back(std::move(node));
  }
  const std::string text = write_framework(framework);
  EXPECT_TRUE(read_framework(text, "f.json").diagnostics().contains("nesting_too_deep"));
}

TEST(JsonRoundTrip, RefusesToWriteWhatIsNoTree) {
  Framework framework;
  framework.nodes.resize(2);
  EXPECT_THROW(write_framework(framework), ContractError);  // two roots
  framework.nodes[1].parent = 1;
  EXPECT_THROW(write_framework(framework), ContractError);  // its own parent
  framework.nodes[1].parent = 0;
  EXPECT_NO_THROW(write_framework(framework));
  framework.nodes[0].parent = 0;
  EXPECT_THROW(write_framework(framework), ContractError);  // no root
}

TEST(JsonRoundTrip, WritesTheCanonicalForm) {
  Framework framework;
  framework.id = "f";
  framework.edition = "1";
  framework.title = LocalText(std::vector<std::pair<std::string, std::string>>{{"zh", "示范"}, {"en", "Demo"}});
  framework.attributes = {{"severity", {}, {{"minor", {}}, {"serious", {}}}}};
  Node root;
  root.code = "total";
  root.full_marks = Points::parse("84.50").value();
  root.lowest.reset();
  root.rules = {Deduction{{.when = {{"severity", {"serious"}}}, .points = Points::of(2), .cap = Points::of(6)}}};
  framework.nodes = {root};
  EXPECT_EQ(write_framework(framework), R"({
  "aedile": "framework/1",
  "id": "f",
  "edition": "1",
  "title": {"zh": "示范", "en": "Demo"},
  "attributes": [{"name": "severity", "values": ["minor", "serious"]}],
  "root": {
    "code": "total",
    "full_marks": 84.5,
    "lowest": null,
    "rules": [{"kind": "deduction", "when": {"severity": "serious"}, "points": 2, "cap": 6}]
  }
}
)");
}

}  // namespace
}  // namespace aedile
