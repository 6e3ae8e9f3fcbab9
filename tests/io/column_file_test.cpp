// Files of columns: what was written is read, on any number of threads; no damage and no lie passes for columns.
#include "aedile/io/column_file.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <numeric>

#include "aedile/core/decimal.h"
#include "io/column_file_twin.h"
#include "io/column_layout.h"

namespace aedile {
namespace {

using test::low_first;
using test::twin_file;
using test::TwinColumn;

namespace fs = std::filesystem;

/// A folder somewhere fast, gone after the test.
class ColumnFiles : public testing::Test {
 protected:
  ColumnFiles() {
    std::string name = ((fs::exists("/dev/shm") ? "/dev/shm" : fs::temp_directory_path()) / "aedile-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
    file_ = folder_ / "march.columns";
  }
  ~ColumnFiles() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  void put(const std::string& bytes) const {
    std::ofstream(file_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  std::string content() const {
    std::ifstream in(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t files_there() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }
  /// The code with which the bytes are refused, "" if they are not.
  std::string refused(const std::string& bytes) const {
    put(bytes);
    const Result<ColumnFile> file = ColumnFile::open(file_);
    return file ? "" : std::string(file.diagnostics().items().front().code());
  }

  fs::path folder_, file_;
};

const std::vector<TwinColumn> small{{"item", 2, low_first(7, 2) + low_first(300, 2) + low_first(9, 2)},
                                    {"严重程度", 1, low_first(0x020100, 3)},
                                    {"marks", 8, low_first(1, 8) + low_first(2, 8) + low_first(3, 8)}};

TEST_F(ColumnFiles, AreTheDocumentedBytes) {
  const std::vector<std::uint16_t> items{7, 300, 9};
  const std::vector<std::uint8_t> severities{0, 1, 2};
  const std::vector<Points> marks{Points::from_scaled(1), Points::from_scaled(2), Points::from_scaled(3)};
  const std::vector<NamedCells> columns{{"item", items}, {"严重程度", severities}, {"marks", marks}};
  EXPECT_TRUE(write_column_file(file_, columns).empty());
  EXPECT_EQ(content(), twin_file(small, 3));
  const ColumnFile file = ColumnFile::open(file_).value();
  EXPECT_EQ(file.cells<Points>("marks")[2], marks[2]);
  EXPECT_EQ(file.cells<std::int64_t>("marks")[2], 3);
  EXPECT_EQ(file.fingerprint(), detail::hex([&] {
              detail::Sha256 hash;
              std::copy_n(content().begin() + 32, 32, hash.begin());
              return hash;
            }()));
}

/// Random columns: names that differ, every width, 0 to 200 rows.
std::vector<TwinColumn> some_columns(std::uint64_t rows) {
  std::vector<TwinColumn> columns(*rc::gen::inRange<std::size_t>(1, 9));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].name = std::to_string(i) + std::string(*rc::gen::inRange<std::size_t>(0, 100), 'n');
    columns[i].width = std::uint64_t{1} << *rc::gen::inRange(0, 4);
    columns[i].cells =
        *rc::gen::container<std::string>(rows * columns[i].width, rc::gen::cast<char>(rc::gen::inRange(-128, 128)));
  }
  return columns;
}

std::string cells_of(const ColumnFile& file, const ColumnShape& column) {
  const auto bytes = [](auto cells) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(cells.data()) % 64, 0u);
    return std::string(reinterpret_cast<const char*>(cells.data()), cells.size_bytes());
  };
  switch (column.width) {
    case 1:
      return bytes(file.cells<std::uint8_t>(column.name));
    case 2:
      return bytes(file.cells<std::int16_t>(column.name));
    case 4:
      return bytes(file.cells<std::uint32_t>(column.name));
    default:
      return bytes(file.cells<std::int64_t>(column.name));
  }
}

RC_GTEST_FIXTURE_PROP(ColumnFiles, AreReadAsTheyWereWritten, ()) {
  const auto rows = *rc::gen::inRange<std::uint64_t>(0, 200);
  const std::vector<TwinColumn> columns = some_columns(rows);
  std::vector<ColumnShape> shapes;
  for (const TwinColumn& column : columns) shapes.push_back({column.name, static_cast<int>(column.width)});
  const Executor executor = threads(*rc::gen::inRange<std::size_t>(1, 5));

  Result<ColumnFileWriter> writer = ColumnFileWriter::create(file_, shapes, rows);
  for (const TwinColumn& column : columns) {
    const auto fill = [&](auto cells) {
      std::copy_n(column.cells.data(), cells.size_bytes(), reinterpret_cast<char*>(cells.data()));
    };
    if (column.width == 1) fill(writer->cells<std::uint8_t>(column.name));
    if (column.width == 2) fill(writer->cells<std::uint16_t>(column.name));
    if (column.width == 4) fill(writer->cells<std::int32_t>(column.name));
    if (column.width == 8) fill(writer->cells<std::uint64_t>(column.name));
  }
  RC_ASSERT(writer->finish(executor).empty());
  RC_ASSERT(content() == twin_file(columns, rows));

  const ColumnFile file = ColumnFile::open(file_, shapes).value();
  RC_ASSERT(file.rows() == rows);
  RC_ASSERT(std::vector<ColumnShape>(file.columns().begin(), file.columns().end()) == shapes);
  for (std::size_t i = 0; i < shapes.size(); ++i) RC_ASSERT(cells_of(file, shapes[i]) == columns[i].cells);
  RC_ASSERT(file.verify(executor).empty());
}

TEST_F(ColumnFiles, GiveColumnsToBulkScoring) {
  put(twin_file({{"a", 1, low_first(5, 1)}, {"b", 2, low_first(600, 2)}, {"c", 4, low_first(70'000, 4)}}, 1));
  const ColumnFile file = ColumnFile::open(file_).value();
  EXPECT_EQ(file.column("a")[0], 5u);
  EXPECT_EQ(file.column("b")[0], 600u);
  EXPECT_EQ(file.column("c")[0], 70'000u);
  EXPECT_EQ(file.column("c").size(), 1u);
}

TEST_F(ColumnFiles, ThatAreCutOffOrGrewAreRefused) {
  const std::string whole = twin_file(small, 3);
  ASSERT_EQ(refused(whole), "");
  for (std::size_t size = 0; size < whole.size(); ++size) ASSERT_NE(refused(whole.substr(0, size)), "") << size;
  EXPECT_EQ(refused(whole.substr(0, whole.size() - 1)), "column_file_size");
  EXPECT_EQ(refused(whole.substr(0, 100)), "column_file_header");
  EXPECT_EQ(refused(whole + '\0'), "column_file_size");
  EXPECT_EQ(refused(whole + whole), "column_file_size");
}

TEST_F(ColumnFiles, WithAFlippedBitAreRefusedOrFailVerification) {
  const std::string whole = twin_file(small, 3);
  const std::size_t header = whole.size() - 3 * 64;
  for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
    std::string bytes = whole;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
    put(bytes);
    const Result<ColumnFile> file = ColumnFile::open(file_);
    ASSERT_EQ(file.ok(), bit / 8 >= header) << "bit " << bit;
    if (!file) continue;
    const Diagnostics said = file->verify(threads(2));
    ASSERT_EQ(said.size(), 1u) << "bit " << bit;
    ASSERT_EQ(said.items()[0].code(), "column_file_damaged");
    ASSERT_EQ(said.items()[0].place.pointer, "/columns/" + std::to_string((bit / 8 - header) / 64));
  }
}

TEST_F(ColumnFiles, WhoseHeaderLiesAreRefusedThoughItsHashIsRight) {
  const auto with = [&](test::TwinLies lies) { return refused(twin_file(small, 3, lies)); };
  const auto named = [&](std::string name) {
    return refused(twin_file({{"a", 1, "x"}, {std::move(name), 1, "y"}}, 1));
  };
  constexpr std::uint64_t minus_one = ~std::uint64_t{0};
  EXPECT_EQ(with({.add_rows = 1'000}), "column_file_offset");
  EXPECT_EQ(with({.add_rows = minus_one}), "");  // two rows of three: the same places
  EXPECT_EQ(with({.add_rows = std::uint64_t{1} << 61}), "column_file_rows");
  EXPECT_EQ(with({.add_rows = (std::uint64_t{1} << 63) - 3}), "column_file_rows");
  EXPECT_EQ(with({.add_rows = minus_one - 3}), "column_file_rows");
  EXPECT_EQ(with({.add_offset = 64}), "column_file_offset");
  EXPECT_EQ(with({.add_offset = minus_one - 63}), "column_file_offset");  // over the column before
  EXPECT_EQ(with({.add_offset = std::uint64_t{1} << 63}), "column_file_offset");
  EXPECT_EQ(with({.add_name = 1'000}), "column_file_header");
  EXPECT_EQ(with({.add_name = 0xFFFF'0000}), "column_file_header");
  EXPECT_EQ(with({.behind_names = "x"}), "column_file_header");
  EXPECT_EQ(with({.behind_names = std::string(64, '\0')}), "column_file_header");
  EXPECT_EQ(with({.add_header = 64}), "column_file_header");
  EXPECT_EQ(with({.add_header = minus_one - 26}), "column_file_header");  // ends with the names
  EXPECT_EQ(with({.add_header = minus_one - 63}), "column_file_header");
  EXPECT_EQ(named("a"), "column_file_duplicate");
  EXPECT_EQ(named(""), "column_file_name");
  EXPECT_EQ(named("\xC3\x28"), "column_file_name");
  EXPECT_EQ(named("line\nline"), "column_file_name");
  EXPECT_EQ(named(std::string(1'000, 'n')), "");
  EXPECT_EQ(named(std::string(1'001, 'n')), "column_file_name");
  for (const std::uint64_t width : {0u, 3u, 5u, 16u, 0xFFFF'FFFFu})
    EXPECT_EQ(refused(twin_file({{"a", width, "x"}}, 1)), "column_file_cell") << width;
  EXPECT_EQ(refused(twin_file({}, 0)), "column_file_header");
  EXPECT_EQ(refused(twin_file(std::vector<TwinColumn>(4'097, {"a", 1, ""}), 0)), "column_file_header");
}

TEST_F(ColumnFiles, TellEveryProblemOfTheirColumns) {
  put(twin_file({{"a", 3, "x"}, {"a", 1, "y"}, {"", 1, "z"}}, 1));
  const Result<ColumnFile> file = ColumnFile::open(file_);
  ASSERT_FALSE(file.ok());
  EXPECT_EQ(file.diagnostics().size(), 3u) << file.diagnostics();
  EXPECT_EQ(to_string(file.diagnostics().items()[0]),
            file_.string() +
                ":/columns/0: error: the column has cells of 3 bytes, not of 1, 2, 4 or 8; write the file " +
                "anew [column_file_cell]");
}

/// Any header with its hash put right: refused, or exactly what writing its columns gives.
RC_GTEST_PROP(ColumnHeaders, ThatAreAcceptedAreThoseThatWouldBeWritten, ()) {
  const auto rows = *rc::gen::inRange<std::uint64_t>(0, 20);
  std::string file = twin_file(some_columns(rows), rows);
  const std::size_t header = detail::parse_header(file, "f")->header_bytes();
  const std::size_t changes = *rc::gen::inRange<std::size_t>(0, 4);
  for (std::size_t i = 0; i < changes; ++i) {
    const auto at = *rc::gen::inRange<std::size_t>(8, header);
    file[at] = *rc::gen::element('\0', '\1', '\2', '\4', '\x08', '\x40', '\x7F', '\x80', '\xFF');
  }
  file = test::hashed(file, header);
  const Result<detail::ColumnLayout> layout = detail::parse_header(file, "f");
  if (layout) RC_ASSERT(detail::header_of(*layout) == file.substr(0, header));
}

TEST_F(ColumnFiles, OfAnotherKindAreRefused) {
  const auto code = [](const fs::path& path) {
    return std::string(ColumnFile::open(path).diagnostics().items().at(0).code());
  };
  EXPECT_EQ(code(folder_ / "nothing"), "column_file_cannot_open");
  EXPECT_EQ(code(folder_), "column_file_cannot_open");
  ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(code(folder_ / "pipe"), "column_file_cannot_open");  // and nobody waits for its other end
  EXPECT_EQ(refused(""), "column_file_foreign");
  EXPECT_EQ(refused("visit,item\n1,2\n"), "column_file_foreign");
  std::string text = twin_file(small, 3);
  EXPECT_EQ(refused(text.erase(text.find('\r'), 1)), "column_file_foreign");  // sent as a text
  EXPECT_EQ(refused(twin_file(small, 3).replace(8, 1, "\x02")), "column_file_version");
}

TEST_F(ColumnFiles, WithoutAWantedColumnAreRefused) {
  put(twin_file(small, 3));
  const std::vector<ColumnShape> wanted{{"visit", 4}, {"marks", 4}, {"item", 2}};
  const Result<ColumnFile> file = ColumnFile::open(file_, wanted);
  ASSERT_FALSE(file.ok());
  ASSERT_EQ(file.diagnostics().size(), 2u);
  EXPECT_EQ(file.diagnostics().items()[0].code(), "column_file_missing");
  EXPECT_EQ(file.diagnostics().items()[1].code(), "column_file_width");
}

TEST_F(ColumnFiles, AskedForWhatTheyDoNotHaveThrow) {
  put(twin_file(small, 3));
  const ColumnFile file = ColumnFile::open(file_).value();
  EXPECT_TRUE(file.contains("item"));
  EXPECT_FALSE(file.contains("items"));
  EXPECT_THROW((void)file.cells<std::uint16_t>("items"), ContractError);
  EXPECT_THROW((void)file.cells<std::uint32_t>("item"), ContractError);
  EXPECT_THROW((void)file.column("items"), ContractError);
  EXPECT_THROW((void)file.column("marks"), ContractError);
}

// ---- writing

TEST_F(ColumnFiles, AppearWhenTheyAreWholeAndNotBefore) {
  put(twin_file({{"old", 1, "x"}}, 1));
  const ColumnFile old = ColumnFile::open(file_).value();
  {
    const Result<ColumnFileWriter> left = ColumnFileWriter::create(file_, {{"new", 4}}, 10);
    ASSERT_TRUE(left.ok());
    EXPECT_EQ(files_there(), 2u);
  }
  EXPECT_EQ(files_there(), 1u);
  Result<ColumnFileWriter> writer = ColumnFileWriter::create(file_, {{"new", 4}}, 10);
  writer->cells<std::uint32_t>("new")[9] = 5;
  EXPECT_TRUE(ColumnFile::open(file_)->contains("old"));
  EXPECT_TRUE(writer->finish().empty());
  EXPECT_EQ(files_there(), 1u);
  const ColumnFile file = ColumnFile::open(file_).value();
  EXPECT_EQ(file.cells<std::uint32_t>("new")[9], 5u);
  EXPECT_EQ(file.cells<std::uint32_t>("new")[8], 0u);
  EXPECT_EQ(old.cells<char>("old")[0], 'x') << "who has the old file open goes on reading it";
  EXPECT_THROW((void)writer->cells<std::uint32_t>("new"), ContractError);
  EXPECT_THROW((void)writer->finish(), ContractError);
}

TEST_F(ColumnFiles, ThatCannotBeWrittenLeaveNothing) {
  const auto code = [](const Diagnostics& said) { return std::string(said.items().at(0).code()); };
  EXPECT_EQ(code(ColumnFileWriter::create(folder_ / "none" / "f", {{"a", 1}}, 1).diagnostics()),
            "column_file_cannot_write");
  EXPECT_EQ(code(ColumnFileWriter::create(folder_, {{"a", 1}}, 1).diagnostics()), "column_file_cannot_write");
  const Result<ColumnFileWriter> large = ColumnFileWriter::create(file_, {{"a", 8}}, std::uint64_t{1} << 58);
  EXPECT_EQ(code(large.diagnostics()), "column_file_cannot_write");
  EXPECT_EQ(files_there(), 0u);
  {
    Result<ColumnFileWriter> writer = ColumnFileWriter::create(file_, {{"a", 1}}, 1);
    ASSERT_TRUE(fs::create_directory(file_));  // somebody takes the name
    EXPECT_EQ(code(writer->finish()), "column_file_cannot_write");
  }
  EXPECT_EQ(files_there(), 1u);
}

TEST_F(ColumnFiles, AreWrittenThroughLinksAndBesideLeftovers) {
  fs::create_directory(folder_ / "disk");
  fs::create_symlink(folder_ / "disk" / "real", file_);
  std::ofstream(folder_ / "disk" / "real.new-0") << "of a program that was killed";
  const std::vector<std::uint8_t> cells{1, 2};
  const std::vector<NamedCells> columns{{"a", cells}};
  EXPECT_TRUE(write_column_file(file_, columns, threads(2)).empty());
  EXPECT_TRUE(write_column_file(file_, columns).empty());  // first to what is not there, then to what is
  EXPECT_TRUE(fs::is_symlink(file_));
  EXPECT_EQ(ColumnFile::open(folder_ / "disk" / "real")->cells<std::uint8_t>("a")[1], 2);
  EXPECT_FALSE(fs::exists(folder_ / "disk" / "real.new-1"));
  EXPECT_TRUE(fs::exists(folder_ / "disk" / "real.new-0"));
  fs::create_symlink("ring", folder_ / "ring");
  EXPECT_FALSE(write_column_file(folder_ / "ring", columns).empty());
}

TEST_F(ColumnFiles, WithShapesThatCannotBeAreNotBegun) {
  const auto create = [&](std::vector<ColumnShape> shapes, std::uint64_t rows = 1) {
    (void)ColumnFileWriter::create(file_, std::move(shapes), rows);
  };
  EXPECT_THROW(create({}), ContractError);
  EXPECT_THROW(create(std::vector<ColumnShape>(max_file_columns + 1, {"a", 1})), ContractError);
  EXPECT_THROW(create({{"a", 3}}), ContractError);
  EXPECT_THROW(create({{"a", -1}}), ContractError);
  EXPECT_THROW(create({{"", 1}}), ContractError);
  EXPECT_THROW(create({{"\x80", 1}}), ContractError);
  EXPECT_THROW(create({{"a", 1}, {"b", 1}, {"a", 2}}), ContractError);
  EXPECT_THROW(create({{"a", 1}}, std::uint64_t{1} << 62), ContractError);
  EXPECT_THROW(create({{"a", 8}}, ~std::uint64_t{0}), ContractError);
  const std::vector<std::uint8_t> one{1}, two{1, 2};
  const std::vector<NamedCells> ragged{{"a", one}, {"b", two}};
  EXPECT_THROW((void)write_column_file(file_, ragged), ContractError);
  EXPECT_THROW((void)write_column_file(file_, {}), ContractError);
  EXPECT_EQ(files_there(), 0u);
}

}  // namespace
}  // namespace aedile
