// Exports, imports, heads and proofs as files; and the journals of every layout that there ever was.
#include "aedile/journal/journal_lines.h"

#include <gtest/gtest.h>

#include <sstream>

#include "aedile/journal/proof_json.h"
#include "journal/journals.h"
#include "support/repository_files.h"

namespace aedile {
namespace {

using test::after;
using test::content_of;
using test::entry;
using test::Folder;
using test::published_schema;
using test::schema_cases;

const std::filesystem::path fixtures = std::filesystem::path(AEDILE_SOURCE_DIR) / "tests" / "journal" / "fixtures";

std::string exported(const JournalView& view) {
  std::ostringstream out;
  const Diagnostics problems = export_journal(view, out);
  EXPECT_TRUE(problems.empty()) << problems;
  return out.str();
}

/// A journal in which everything occurs: keys, causes, formats, effects, Chinese, escapes, a redaction.
Journal varied(const std::filesystem::path& file) {
  Journal journal = Journal::create(file, "东门街 2026", test::options()).value();
  test::fill(journal, 300, 70);
  JournalEntry odd{.happened = Instant::parse("0001-01-01T00:00:00Z").value(),
                   .actor = "李四 \"quoted\" \\",
                   .command = "票.issue",
                   .subject = "\u00e9\U0001F600",
                   .key = "clé",
                   .cause = 17,
                   .format = 4'294'967'295u};
  odd.payload = " {\"a\\u0041\": [1.50, 1e300, -0, \"\\ud83d\\ude00\", \"\u4e1c\"], \"a\": null}\n";
  journal.append(odd, after(300)).value();
  journal.redact(40, "clerk", "names a \"witness\"", after(301)).value();
  return journal;
}

TEST(JournalLines, AnExportComesBackByteForByteWithTheSameRoot) {
  const Folder folder;
  const Journal journal = varied(folder.file());
  const std::string text = exported(journal.view().value());
  EXPECT_TRUE(exported(journal.view().value()) == text) << "always the same bytes";
  std::istringstream in(text);
  const Result<JournalHead> head = import_journal(in, "export", folder.file("copy"));
  ASSERT_TRUE(head) << head.diagnostics();
  EXPECT_EQ(*head, journal.head());
  const JournalView copy = JournalView::open(folder.file("copy")).value();
  EXPECT_TRUE(exported(copy) == text);
  EXPECT_EQ(test::all_of(copy), test::all_of(journal.view().value()));
  const std::vector<JournalHead> kept{journal.head()};
  EXPECT_TRUE(copy.verify(kept));
  EXPECT_TRUE(copy.outbox().value().empty()) << "what the original owes, the original hands over";
  // It goes on from there.
  Journal again = Journal::open(folder.file("copy"), test::options()).value();
  EXPECT_EQ(again.append(entry(5), after(400)).value(), (Appended{5, true}));
  EXPECT_EQ(again.append(entry(1), after(400)).value(), (Appended{303, false}));
}

TEST(JournalLines, AnEmptyJournalIsExportedToo) {
  const Folder folder;
  const Journal journal = Journal::create(folder.file(), "street").value();
  std::istringstream in(exported(journal.view().value()));
  EXPECT_EQ(import_journal(in, "export", folder.file("copy")).value().size, 0u);
}

TEST(JournalLines, WhateverWasChangedInAnExportIsNoticedAndLeavesNothingBehind) {
  const Folder folder;
  Journal journal = Journal::create(folder.file(), "street", test::options()).value();
  test::fill(journal, 20);
  const std::string text = exported(journal.view().value());
  std::vector<std::string> lines;
  std::istringstream split(text);
  for (std::string line; std::getline(split, line);) lines.push_back(line);
  const auto code_of = [&](const std::vector<std::string>& changed) {
    std::string joined;
    for (const std::string& line : changed) joined += line + '\n';
    std::istringstream in(joined);
    const Diagnostics problems = import_journal(in, "export", folder.file("copy")).diagnostics();
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 4) << "journal, log, index, lock";
    return problems.empty() ? std::string()
                            : to_string(problems.items()[0].place) + ' ' + std::string(problems.items()[0].code());
  };
  auto changed = lines;
  EXPECT_EQ(code_of({}), "export:1:1 empty_export");
  changed.erase(changed.begin() + 5);
  EXPECT_EQ(code_of(changed), "export:6:1 other_seq");
  changed = lines;
  changed.pop_back();
  EXPECT_EQ(code_of(changed), "export export_incomplete");
  changed = lines;
  std::swap(changed[3], changed[4]);
  EXPECT_EQ(code_of(changed), "export:4:1 other_seq");
  changed = lines;
  changed[7].replace(changed[7].find("inspector-"), 10, "Inspector-");
  EXPECT_EQ(code_of(changed), "export export_root");
  changed = lines;
  changed[7].replace(changed[7].find("\"actor\""), 7, "\"actOr\"");
  EXPECT_EQ(code_of(changed).substr(0, 9), "export:8:");
  changed = lines;
  changed[0].replace(changed[0].find("journal_export/1"), 16, "journal_export/2");
  EXPECT_EQ(code_of(changed), "export:1:11 unknown_format");
  changed = lines;
  changed[2] = changed[2].substr(0, 40);
  EXPECT_EQ(code_of(changed).substr(0, 9), "export:3:");
  changed = lines;
  changed[10].replace(changed[10].find("visit-10"), 8, "visit-5\"");
  EXPECT_NE(code_of(changed), "");
  std::istringstream in(text);
  EXPECT_TRUE(import_journal(in, "export", folder.file()).diagnostics().contains("journal_exists"));
}

TEST(JournalLines, TheSameKeyTwiceIsNoticed) {
  const Folder folder;
  Journal journal = Journal::create(folder.file(), "street", test::options()).value();
  test::fill(journal, 10);
  std::string text = exported(journal.view().value());
  text.replace(text.find("visit-10"), 8, "visit-5");
  std::istringstream in(text);
  EXPECT_TRUE(import_journal(in, "export", folder.file("copy")).diagnostics().contains("duplicate_event_key"));
}

TEST(JournalLines, EntriesKeepTheirNumbersDigitForDigit) {
  const Result<JournalEntry> read = read_journal_entry(
      R"({"happened":"2026-11-20T09:00:00+08:00","actor":"li.si","command":"c","payload":{"n":1.50,"t":"\u4e1c\n"},"cause":3,
          "effects":[{"kind":"notify","body":[1,2]},{"kind":"print"}]})",
      "e");
  ASSERT_TRUE(read) << read.diagnostics();
  EXPECT_EQ(read->payload, "{\"n\":1.50,\"t\":\"东\\n\"}");
  EXPECT_EQ(read->cause, 3u);
  EXPECT_EQ(read->effects, (std::vector<JournalEffect>{{"notify", "[1,2]"}, {"print", "{}"}}));
  const Diagnostics problems =
      read_journal_entry(R"({"happened":"soon","actor":1,"payload":{},"colour":"red"})", "e").diagnostics();
  EXPECT_EQ(problems.error_count(), 4u) << problems;
}

TEST(JournalProofs, HeadsAndProofsComeBackFromTheirFiles) {
  const Folder folder;
  const Journal journal = varied(folder.file());
  const JournalView view = journal.view().value();
  EXPECT_EQ(read_journal_head(write_journal_head(view.head()), "head").value(), view.head());
  for (const std::uint64_t seq : {1u, 5u, 40u, 301u, 302u}) {
    const InclusionProof proof = view.prove(seq).value();
    const Result<JournalProof> read = read_journal_proof(write_inclusion_proof(proof), "proof");
    ASSERT_TRUE(read) << read.diagnostics();
    EXPECT_EQ(std::get<InclusionProof>(*read), proof);
  }
  const ConsistencyProof growth = view.prove_growth(256).value();
  EXPECT_EQ(std::get<ConsistencyProof>(read_journal_proof(write_consistency_proof(growth), "proof").value()), growth);
}

TEST(JournalProofs, EveryByteOfAProofCounts) {
  const Folder folder;
  const Journal journal = varied(folder.file());
  const JournalView view = journal.view().value();
  const std::string text = write_inclusion_proof(view.prove(17).value());
  const InclusionProof proof = view.prove(17).value();
  int refused = 0;
  for (std::size_t byte = 0; byte < text.size(); ++byte) {
    std::string changed = text;
    changed[byte] = static_cast<char>(changed[byte] ^ 1);
    const Result<JournalProof> read = read_journal_proof(changed, "proof");
    if (!read) {
      ++refused;
      continue;
    }
    const auto& other = std::get<InclusionProof>(*read);
    // What may change is what no hash covers, the label, and space between values.
    const bool holds = verify(other, view.head()).empty();
    EXPECT_EQ(holds, other.event == proof.event && other.path == proof.path && other.head.root == proof.head.root &&
                         other.head.size == proof.head.size)
        << byte << '\n'
        << changed;
    refused += holds ? 0 : 1;
  }
  EXPECT_GT(refused, static_cast<int>(text.size() * 3 / 4));
}

TEST(JournalProofs, WhatIsWrongWithAFileHasItsPlace) {
  EXPECT_EQ(read_journal_head(R"({"aedile":"journal_head/1","name":"s","size":1,"root":"ABC"})", "h.json")
                .diagnostics()
                .to_string(),
            "h.json:1:55: error: \"ABC\" is no SHA-256; write 64 hex digits in lower case [not_a_hash]\n");
  const std::string event =
      R"("event":{"seq":1,"recorded":"2026-11-20T01:00:00Z","happened":"2026-11-20T01:00:00Z","actor":"a","command":"c")";
  const std::string head =
      R"({"aedile":"journal_proof/1","head":{"name":"s","size":1,"root":")" + std::string(64, '0') + R"("},"path":[],)";
  const auto codes = [&](const std::string& rest) {
    std::string found;
    const Diagnostics problems = read_journal_proof(head + event + rest + "}}", "p").diagnostics();
    for (const Diagnostic& problem : problems) {
      found += std::string(problem.code()) + ' ';
    }
    return found;
  };
  EXPECT_EQ(codes(""), "redacted_or_not ");
  EXPECT_EQ(codes(R"(,"salt":"00","payload":"{}")"), "not_a_salt ");
  const std::string salt = R"(,"salt":")" + std::string(32, '0') + '"';
  EXPECT_EQ(codes(salt), "redacted_or_not ");
  EXPECT_EQ(codes(salt + R"(,"payload":"{}","commitment":")" + std::string(64, '0') + '"'), "redacted_or_not ");
  EXPECT_EQ(codes(salt + R"(,"payload":"{")"), "bad_payload ");
  EXPECT_EQ(codes(salt + R"(,"payload":"{}","subject":")" + std::string(1'001, 's') + '"'), "word_too_long ");
  EXPECT_EQ(codes(salt + R"(,"payload":"{}")"), "");
}

TEST(JournalProofs, AgreeWithTheirSchemas) {
  for (const std::string& line : schema_cases("journal_head_good"))
    EXPECT_TRUE(read_journal_head(line, "good")) << line;
  for (const std::string& line : schema_cases("journal_head_bad")) EXPECT_FALSE(read_journal_head(line, "bad")) << line;
  for (const std::string& line : schema_cases("journal_line_good"))
    EXPECT_TRUE(read_journal_line(line, "good")) << line;
  for (const std::string& line : schema_cases("journal_line_bad")) EXPECT_FALSE(read_journal_line(line, "bad")) << line;
  for (const char* const name : {"journal_proof", "journal_consistency"}) {
    for (const std::string& line : schema_cases(std::string(name) + "_good")) {
      EXPECT_TRUE(read_journal_proof(line, "good")) << line;
    }
    for (const std::string& line : schema_cases(std::string(name) + "_bad")) {
      EXPECT_FALSE(read_journal_proof(line, "bad")) << line;
    }
  }
  EXPECT_EQ(journal_head_schema(), published_schema("journal_head"));
  EXPECT_EQ(journal_proof_schema(), published_schema("journal_proof"));
  EXPECT_EQ(journal_consistency_schema(), published_schema("journal_consistency"));
  EXPECT_EQ(journal_line_schema(), published_schema("journal_line"));
}

TEST(JournalFixtures, ALayoutOnceReleasedStaysReadable) {
  for (const char* const version : {"1"}) {
    const Folder folder;
    const std::filesystem::path file = folder.file();
    std::filesystem::copy_file(fixtures / ("layout_" + std::string(version) + ".journal"), file);
    const std::string lines = content_of(fixtures / ("layout_" + std::string(version) + ".jsonl"));
    {
      const Result<JournalView> view = JournalView::open(file);
      ASSERT_TRUE(view) << view.diagnostics();
      EXPECT_TRUE(exported(*view) == lines);
      const JournalHead head =
          read_journal_head(content_of(fixtures / ("layout_" + std::string(version) + ".head.json")), "head").value();
      EXPECT_TRUE(view->verify(std::vector{head}));
      EXPECT_EQ(view->outbox().value().size(), 84u);
      EXPECT_TRUE(view->snapshot("state", 1).value());
      const std::string proof = content_of(fixtures / ("layout_" + std::string(version) + ".proof.json"));
      EXPECT_TRUE(verify(std::get<InclusionProof>(read_journal_proof(proof, "proof").value()), head).empty());
      const std::string growth = content_of(fixtures / ("layout_" + std::string(version) + ".consistency.json"));
      EXPECT_TRUE(verify(std::get<ConsistencyProof>(read_journal_proof(growth, "proof").value()), head).empty());
    }
    Journal journal = Journal::open(file).value();
    EXPECT_TRUE(journal.append(entry(1), after(1'000)));
  }
}

/// Writes the fixtures of the present layout, for the day it is released: AEDILE_WRITE_FIXTURES=FOLDER.
TEST(JournalFixtures, AreWrittenOnRequest) {
  const char* const folder = std::getenv("AEDILE_WRITE_FIXTURES");
  if (folder == nullptr) GTEST_SKIP() << "AEDILE_WRITE_FIXTURES names no folder";
  const std::filesystem::path path(folder);
  {
    Journal journal = varied(path / "layout_1.journal");
    ASSERT_TRUE(journal.save_snapshot({.name = "state", .seq = 300, .bytes = "a state"}).empty());
  }
  std::filesystem::remove(path / "layout_1.journal-lock");
  const JournalView view = JournalView::open(path / "layout_1.journal").value();
  test::write_file(path / "layout_1.jsonl", exported(view));
  test::write_file(path / "layout_1.head.json", write_journal_head(view.head()));
  test::write_file(path / "layout_1.proof.json", write_inclusion_proof(view.prove(17).value()));
  test::write_file(path / "layout_1.consistency.json", write_consistency_proof(view.prove_growth(100).value()));
}

}  // namespace
}  // namespace aedile
