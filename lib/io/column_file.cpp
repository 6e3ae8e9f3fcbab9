#include "aedile/io/column_file.h"

#include <bit>
#include <cstring>

#include "core/excerpt.h"
#include "io/column_layout.h"
#include "io/column_of_bytes.h"
#include "io/mapped_file.h"
#include "io/messages_column_file.h"

namespace aedile {

// Cells are read where they lie, which is low byte first.
static_assert(std::endian::native == std::endian::little);

namespace {

Place column_place(const std::string& file, std::size_t column) {
  return {file, 0, 0, "/columns/" + std::to_string(column)};
}

/// The column's position. Throws ContractError if there is none, or its cells are not of that width.
std::size_t require_column(const detail::ColumnLayout& layout, std::string_view name, std::size_t width) {
  const std::size_t column = layout.find(name);
  if (column == layout.columns.size()) throw ContractError("no column " + detail::excerpt(name));
  if (static_cast<std::size_t>(layout.columns[column].width) != width)
    throw ContractError("cells of another width in column " + detail::excerpt(name));
  return column;
}

}  // namespace

struct ColumnFile::Impl {
  std::string file;
  detail::MappedFile mapped;
  detail::ColumnLayout layout;

  std::string_view bytes(std::uint64_t begin, std::uint64_t size) const { return mapped.bytes().substr(begin, size); }
};

Result<ColumnFile> ColumnFile::open(const std::filesystem::path& path, std::span<const ColumnShape> wanted) {
  const auto impl = std::make_shared<Impl>();
  impl->file = path.string();
  if (const int reason = impl->mapped.open(path); reason != 0)
    return {Place{impl->file, 0, 0, {}}, messages::column_file_cannot_open, {std::strerror(reason)}};
  Result<detail::ColumnLayout> layout = detail::parse_header(impl->mapped.bytes(), impl->file);
  if (!layout) return layout.diagnostics();
  impl->layout = *std::move(layout);

  Diagnostics problems;
  for (const ColumnShape& want : wanted) {
    const std::size_t column = impl->layout.find(want.name);
    if (column == impl->layout.columns.size()) {
      problems.error({impl->file, 0, 0, {}}, messages::column_file_missing, {detail::excerpt(want.name)});
    } else if (const int width = impl->layout.columns[column].width; width != want.width) {
      problems.error(column_place(impl->file, column), messages::column_file_width,
                     {detail::excerpt(want.name), std::to_string(width), std::to_string(want.width)});
    }
  }
  if (problems.has_errors()) return problems;
  return ColumnFile(impl);
}

std::uint64_t ColumnFile::rows() const { return impl_->layout.rows; }
std::span<const ColumnShape> ColumnFile::columns() const { return impl_->layout.columns; }
bool ColumnFile::contains(std::string_view name) const {
  return impl_->layout.find(name) != impl_->layout.columns.size();
}

const std::byte* ColumnFile::find(std::string_view name, std::size_t width) const {
  const std::size_t column = require_column(impl_->layout, name, width);
  return reinterpret_cast<const std::byte*>(impl_->mapped.bytes().data()) + impl_->layout.offsets[column];
}

Column ColumnFile::column(std::string_view name) const {
  const std::size_t column = impl_->layout.find(name);
  const std::size_t width = column < impl_->layout.columns.size() ? impl_->layout.columns[column].width : 1;
  // Of columns of marks, which are wider than codes, this says so.
  return detail::column_of(find(name, std::min<std::size_t>(width, 4)), width, static_cast<std::size_t>(rows()));
}

Diagnostics ColumnFile::verify(const Executor& executor) const {
  const detail::ColumnLayout& layout = impl_->layout;
  std::vector<std::uint8_t> damaged(layout.columns.size());
  executor(damaged.size(), [&](std::size_t column) {
    const std::uint64_t begin = layout.offsets[column], size = layout.column_bytes(column);
    const std::string_view behind = impl_->bytes(begin + size, layout.end_of(column) - begin - size);
    damaged[column] = detail::sha256(impl_->bytes(begin, size)) != layout.hashes[column] ||
                      behind.find_first_not_of('\0') != std::string_view::npos;
  });
  Diagnostics problems;
  for (std::size_t column = 0; column < damaged.size(); ++column) {
    if (damaged[column] != 0)
      problems.error(column_place(impl_->file, column), messages::column_file_damaged,
                     {detail::excerpt(layout.columns[column].name)});
  }
  return problems;
}

std::string ColumnFile::fingerprint() const {
  return detail::hex(detail::hash_of_header(impl_->bytes(0, impl_->layout.header_bytes())));
}

// ---- writing

struct ColumnFileWriter::Impl {
  std::string file;
  detail::ColumnLayout layout;
  detail::NewFile mapped;
  bool finished = false;
};

ColumnFileWriter::ColumnFileWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ColumnFileWriter::~ColumnFileWriter() = default;
ColumnFileWriter::ColumnFileWriter(ColumnFileWriter&&) noexcept = default;
ColumnFileWriter& ColumnFileWriter::operator=(ColumnFileWriter&&) noexcept = default;

Result<ColumnFileWriter> ColumnFileWriter::create(const std::filesystem::path& path, std::vector<ColumnShape> columns,
                                                  std::uint64_t rows) {
  auto impl = std::make_unique<Impl>();
  impl->file = path.string();
  impl->layout = detail::lay_out(std::move(columns), rows);
  if (const int reason = impl->mapped.create(path, impl->layout.file_bytes); reason != 0)
    return {Place{impl->file, 0, 0, {}}, messages::column_file_cannot_write, {std::strerror(reason)}};
  return ColumnFileWriter(std::move(impl));
}

std::uint64_t ColumnFileWriter::rows() const { return impl_->layout.rows; }

std::byte* ColumnFileWriter::find(std::string_view name, std::size_t width) {
  if (impl_->finished) throw ContractError("ColumnFileWriter: finished");
  const std::size_t column = require_column(impl_->layout, name, width);
  return reinterpret_cast<std::byte*>(impl_->mapped.data()) + impl_->layout.offsets[column];
}

Diagnostics ColumnFileWriter::finish(const Executor& executor) {
  if (impl_->finished) throw ContractError("ColumnFileWriter: finished");
  detail::ColumnLayout& layout = impl_->layout;
  executor(layout.columns.size(), [&](std::size_t column) {
    layout.hashes[column] =
        detail::sha256({impl_->mapped.data() + layout.offsets[column], layout.column_bytes(column)});
  });
  const std::string header = detail::header_of(layout);
  std::memcpy(impl_->mapped.data(), header.data(), header.size());
  impl_->finished = true;
  Diagnostics problems;
  if (const int reason = impl_->mapped.commit(); reason != 0)
    problems.error({impl_->file, 0, 0, {}}, messages::column_file_cannot_write, {std::strerror(reason)});
  return problems;
}

Diagnostics write_column_file(const std::filesystem::path& path, std::span<const NamedCells> columns,
                              const Executor& executor) {
  if (columns.empty()) throw ContractError("write_column_file: no column");
  std::vector<ColumnShape> shapes;
  for (const NamedCells& column : columns) {
    if (column.rows() != columns.front().rows()) throw ContractError("write_column_file: columns of different lengths");
    shapes.push_back({column.name(), column.width()});
  }
  Result<ColumnFileWriter> writer = ColumnFileWriter::create(path, std::move(shapes), columns.front().rows());
  if (!writer) return writer.diagnostics();
  for (const NamedCells& column : columns) {
    if (column.bytes().empty()) continue;
    std::memcpy(writer->find(column.name(), static_cast<std::size_t>(column.width())), column.bytes().data(),
                column.bytes().size());
  }
  return writer->finish(executor);
}

}  // namespace aedile
