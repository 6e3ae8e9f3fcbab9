/// The header, the slow way, and which way is taken.

#include "aedile/io/code_columns_csv.h"

#include <boost/interprocess/streams/bufferstream.hpp>
#include <charconv>

#include "aedile/core/exceptions.h"
#include "aedile/io/csv_table.h"
#include "core/excerpt.h"
#include "io/code_columns.h"
#include "io/column_of_bytes.h"
#include "io/mapped_file.h"
#include "io/messages_csv.h"
#include "io/nearest.h"

namespace aedile {

namespace {

using detail::CodeRule;

std::uint32_t most_of_width(int width) { return width == 4 ? 0xFFFFFFFFu : (std::uint32_t{1} << 8 * width) - 1; }

/// What is wanted, checked.
std::vector<CodeRule> rules_of(std::span<const CodeColumn> wanted) {
  std::vector<CodeRule> rules;
  for (std::size_t c = 0; c < wanted.size(); ++c) {
    const CodeColumn& column = wanted[c];
    if (column.width != 1 && column.width != 2 && column.width != 4)
      throw ContractError("read_code_columns: a width other than 1, 2 or 4 bytes");
    for (std::size_t other = 0; other < c; ++other)
      if (wanted[other].name == column.name) throw ContractError("read_code_columns: a column is wanted twice");
    if (column.name.empty()) throw ContractError("read_code_columns: a column without a name");
    CodeRule rule;
    rule.most = std::min(column.most, most_of_width(column.width));
    rule.by_word = !column.words.empty();
    if (rule.by_word && column.words.size() - 1 > most_of_width(column.width))
      throw ContractError("read_code_columns: more words than the width holds");
    for (std::size_t w = 0; w < column.words.size(); ++w)
      if (!rule.words.emplace(column.words[w], static_cast<std::uint32_t>(w)).second)
        throw ContractError("read_code_columns: a word stands twice");
    rules.push_back(std::move(rule));
  }
  return rules;
}

std::vector<CsvColumn> names_of(std::span<const CodeColumn> wanted) {
  std::vector<CsvColumn> names;
  for (const CodeColumn& column : wanted) names.push_back({column.name, true});
  return names;
}

class TableOfCodes {
 public:
  TableOfCodes(std::string_view text, const std::string& file, std::span<const CodeColumn> wanted, ProblemLog& log)
      : text_(text), file_(file), wanted_(wanted), log_(log), rules_(rules_of(wanted)), impl_(empty()) {}

  std::optional<CodeColumns> run(const Executor& executor, const CodeColumnsOptions& options) {
    if (options.bytes_per_task == 0) throw ContractError("read_code_columns: tasks of no bytes");
    if (plainly(executor, options) || slowly()) return CodeColumns(std::move(impl_));
    return std::nullopt;
  }

 private:
  std::shared_ptr<CodeColumns::Impl> empty() const {
    auto made = std::make_shared<CodeColumns::Impl>();
    for (const CodeColumn& column : wanted_) made->columns.push_back({column.width, {}});
    return made;
  }

  /// The header must be the whole first line, without quotes and without anything that CsvTable has to say of it.
  bool plainly(const Executor& executor, const CodeColumnsOptions& options) {
    const std::size_t end = text_.find('\n');
    if (end == std::string_view::npos || wanted_.empty()) return false;
    const std::string_view header = text_.substr(0, end + 1);
    if (header.find('"') != std::string_view::npos) return false;
    if (const std::size_t cr = header.find('\r'); cr != std::string_view::npos && cr != end - 1) return false;
    ProblemLog nobody(0);
    boost::interprocess::ibufferstream in(header.data(), header.size());
    const CsvTable table(in, file_, nobody, names_of(wanted_));
    if (!table.ok() || nobody.has_errors() || nobody.warning_count() != 0) return false;
    std::vector<std::size_t> targets(table.names().size(), detail::no_column);
    for (std::size_t c = 0; c < wanted_.size(); ++c)
      targets[static_cast<std::size_t>(std::find(table.names().begin(), table.names().end(), wanted_[c].name) -
                                       table.names().begin())] = c;
    return detail::read_plain_rows(text_.substr(end + 1), targets, rules_, executor, options.bytes_per_task, *impl_);
  }

  /// Everything, and every problem, by CsvTable.
  bool slowly() {
    impl_ = empty();
    const std::uint64_t errors_before = log_.error_count();
    boost::interprocess::ibufferstream in(text_.data(), text_.size());
    CsvTable table(in, file_, log_, names_of(wanted_));
    std::vector<std::vector<std::uint32_t>> codes(wanted_.size());
    while (table.next())
      for (std::size_t c = 0; c < wanted_.size(); ++c) codes[c].push_back(code_of(table, c));
    if (log_.error_count() != errors_before) return false;
    impl_->rows = codes.empty() ? 0 : codes.front().size();
    for (std::size_t c = 0; c < wanted_.size(); ++c) {
      CodeColumns::Impl::Codes& column = impl_->columns[c];
      column.bytes = detail::LargeArray<std::byte>(impl_->rows * static_cast<std::size_t>(column.width));
      for (std::size_t row = 0; row < impl_->rows; ++row)
        detail::store_code(column.bytes.data(), column.width, row, codes[c][row]);
    }
    return true;
  }

  std::uint32_t code_of(const CsvTable& table, std::size_t c) {
    const std::string_view cell = table.cell(c);
    const CodeRule& rule = rules_[c];
    if (rule.by_word) {
      if (const auto found = rule.words.find(cell); found != rule.words.end()) return found->second;
      if (const std::string* const similar = detail::nearest(cell, wanted_[c].words))
        log_.error(table.place(c), messages::code_not_this_word, {detail::excerpt(cell), wanted_[c].name, *similar});
      else
        log_.error(table.place(c), messages::code_not_word, {detail::excerpt(cell), wanted_[c].name});
      return 0;
    }
    std::uint32_t number = 0;
    const char* const end = cell.data() + cell.size();
    const auto [stopped, failure] = std::from_chars(cell.data(), end, number);
    if (failure == std::errc() && stopped == end && number <= rule.most) return number;
    log_.error(table.place(c), messages::code_not_number,
               {detail::excerpt(cell), wanted_[c].name, std::to_string(rule.most)});
    return 0;
  }

  std::string_view text_;
  const std::string& file_;
  std::span<const CodeColumn> wanted_;
  ProblemLog& log_;
  std::vector<CodeRule> rules_;
  std::shared_ptr<CodeColumns::Impl> impl_;
};

}  // namespace

std::size_t CodeColumns::rows() const { return impl_->rows; }

Column CodeColumns::column(std::size_t index) const {
  if (index >= impl_->columns.size()) throw ContractError("CodeColumns: no such column");
  const Impl::Codes& codes = impl_->columns[index];
  return detail::column_of(codes.bytes.data(), static_cast<std::size_t>(codes.width), rows());
}

std::optional<CodeColumns> read_code_columns(std::string_view text, const std::string& file,
                                             std::span<const CodeColumn> wanted, ProblemLog& log,
                                             const Executor& executor, const CodeColumnsOptions& options) {
  return TableOfCodes(text, file, wanted, log).run(executor, options);
}

std::optional<CodeColumns> read_code_columns_file(const std::string& file, std::span<const CodeColumn> wanted,
                                                  ProblemLog& log, const Executor& executor,
                                                  const CodeColumnsOptions& options) {
  detail::MappedFile mapped;
  if (mapped.open(file) != 0) {
    log.error({file, 0, 0, {}}, messages::csv_cannot_open);
    return std::nullopt;
  }
  return read_code_columns(mapped.bytes(), file, wanted, log, executor, options);
}

}  // namespace aedile
