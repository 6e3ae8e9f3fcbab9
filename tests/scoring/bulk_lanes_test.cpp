// Whatever instructions a processor has, the loops of bulk scoring give what the plain loops of this file give: for
// every number of rows, wherever the columns begin in memory.

#include "scoring/bulk_lanes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace aedile::detail {
namespace {

class EachLanes : public testing::TestWithParam<const Lanes*> {
 protected:
  const Lanes& lanes_ = *GetParam();
  std::mt19937 random_{20261122};

  std::uint32_t below(std::uint32_t limit) {
    return std::uniform_int_distribution<std::uint32_t>(0, limit - 1)(random_);
  }
  std::vector<std::uint32_t> column(std::size_t rows, std::uint32_t limit) {
    std::vector<std::uint32_t> codes(rows);
    for (std::uint32_t& code : codes) code = below(limit);
    return codes;
  }
};

std::vector<const Lanes*> available() {
  std::vector<const Lanes*> found;
  for (const Lanes* const* lanes = all_lanes(); *lanes != nullptr; ++lanes) found.push_back(*lanes);
  return found;
}
INSTANTIATE_TEST_SUITE_P(Bulk, EachLanes, testing::ValuesIn(available()),
                         [](const auto& each) { return std::string(each.param->name); });

TEST(BulkLanes, ThePortableOnesAreEverywhereAndTheBestAreThere) {
  const std::vector<const Lanes*> found = available();
  EXPECT_EQ(found.front(), &portable_lanes());
  EXPECT_EQ(found.back(), &best_lanes());
}

TEST_P(EachLanes, WidenEveryLengthFromEveryByte) {
  std::vector<std::uint8_t> bytes(2 * block_rows + 16);
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(below(256));
  std::vector<std::uint16_t> words(block_rows + 8);
  for (std::uint16_t& word : words) word = static_cast<std::uint16_t>(below(65536));
  for (std::size_t rows = 0; rows <= block_rows; rows += rows < 70 ? 1 : 31) {
    for (std::size_t from = 0; from < 8; ++from) {
      std::vector<std::uint32_t> narrow(rows + 1, 7), wide(rows + 1, 7);
      lanes_.widen8(bytes.data() + from, rows, narrow.data());
      lanes_.widen16(words.data() + from, rows, wide.data());
      for (std::size_t i = 0; i < rows; ++i) {
        ASSERT_EQ(narrow[i], bytes[from + i]) << rows << " rows from " << from;
        ASSERT_EQ(wide[i], words[from + i]) << rows << " rows from " << from;
      }
      EXPECT_EQ(narrow[rows], 7u);
      EXPECT_EQ(wide[rows], 7u);
    }
  }
}

TEST_P(EachLanes, HoldCodesAtTheLimitAndLookUpTheirCells) {
  for (std::size_t rows = 0; rows < 100; ++rows) {
    std::vector<std::uint32_t> item = column(rows, 2000), code = column(rows, 5);
    if (rows > 3) item[3] = 0xFFFFFFFF;
    const std::vector<std::uint32_t> before = item;
    lanes_.hold_below(item.data(), rows, 111);
    for (std::size_t i = 0; i < rows; ++i) ASSERT_EQ(item[i], std::min(before[i], 111u));
    const std::vector<std::uint32_t> cells = column(112 * 5, 1U << 31);
    std::vector<std::uint32_t> found(rows + 1, 7);
    lanes_.look_up(cells.data(), 5, item.data(), code.data(), rows, found.data());
    for (std::size_t i = 0; i < rows; ++i) ASSERT_EQ(found[i], cells[item[i] * 5 + code[i]]);
    EXPECT_EQ(found[rows], 7u);
  }
}

/// What `look` says of one row, by the words of its comment.
struct Looked {
  bool leaves = false, odd = false;
  std::uint32_t place = 0, line = 0, slot = 0;
};
Looked looked(const VisitBatch& batch, const BatchRows& rows, std::size_t i) {
  const bool within = rows.visit[i] >= batch.first && rows.visit[i] - batch.first < batch.size;
  const bool exists = rows.visit[i] < batch.visits;
  if (!within && exists) return {.leaves = true};
  const std::uint32_t at = within ? rows.visit[i] - batch.first : 0;
  const bool odd =
      !within || rows.site[i] != batch.site[at] || rows.period[i] != batch.period[at] || rows.cell[i] >= rows.usual;
  return {false, odd, at * batch.places + rows.item[i], batch.line[at] + rows.item[i], at * batch.loss_slots};
}

TEST_P(EachLanes, LookAtRowsUpToTheEndOfTheBatch) {
  int left = 0, odd_rows = 0;
  for (int round = 0; round < 3000; ++round) {
    const std::uint32_t size = std::vector<std::uint32_t>{0, 1, 7, 15, 16, 17, 64, 1024}[below(8)];
    const std::uint32_t first = below(3) == 0 ? 0 : below(5000), visits = first + size + below(40);
    std::vector<std::uint32_t> site = column(std::max(size, 16U), 2), period = column(std::max(size, 16U), 2),
                               line = column(std::max(size, 16U), 5000);
    const VisitBatch batch{first, size, visits, site.data(), period.data(), line.data(), 112, 11};
    const std::size_t rows = below(block_rows + 1), from = rows == 0 ? 0 : below(static_cast<std::uint32_t>(rows));
    std::vector<std::uint32_t> visit(rows), row_site(rows), row_period(rows);
    const std::vector<std::uint32_t> item = column(rows, 112), cell = column(rows, (1U << 28) + (1U << 22));
    const std::uint32_t strangers = below(300) + 1;
    for (std::size_t i = 0; i < rows; ++i) {
      const bool stranger = size == 0 || below(strangers) == 0;
      visit[i] = stranger ? (below(2) == 0 ? visits + below(100) : below(visits + 1)) : first + below(size);
      const std::uint32_t at = visit[i] - first < size ? visit[i] - first : 0;
      row_site[i] = below(50) == 0 ? 9 : site[at];
      row_period[i] = below(50) == 0 ? 9 : period[at];
    }
    const BatchRows seen{visit.data(), row_site.data(), row_period.data(), item.data(), cell.data(), 1U << 28};
    std::vector<std::uint32_t> place(block_rows), lines(block_rows), slot(block_rows);
    std::uint64_t odd[mask_words]{};
    const std::size_t end = lanes_.look(batch, seen, from, rows, {place.data(), lines.data(), slot.data(), odd});
    for (std::size_t i = from; i < end; ++i) {
      const Looked expected = looked(batch, seen, i);
      ASSERT_FALSE(expected.leaves) << i;
      ASSERT_EQ(odd[i / 64] >> i % 64 & 1, expected.odd) << i;
      odd_rows += expected.odd;
      ASSERT_EQ(place[i], expected.place) << i;
      ASSERT_EQ(lines[i], expected.line) << i;
      ASSERT_EQ(slot[i], expected.slot) << i;
    }
    if (end < rows) {
      ASSERT_TRUE(looked(batch, seen, end).leaves);
      ++left;
    }
    for (std::size_t i = 0; i < 64 * mask_words; ++i)
      EXPECT_FALSE((i < from || i >= end) && (odd[i / 64] >> i % 64 & 1) != 0) << i;
  }
  EXPECT_GT(left, 100);
  EXPECT_GT(odd_rows, 1000);
}

TEST_P(EachLanes, SumEveryLength) {
  for (std::size_t size = 0; size < 300; ++size) {
    std::vector<std::uint32_t> values(size + 1);
    for (std::uint32_t& each : values) each = static_cast<std::uint32_t>(random_());
    std::uint32_t expected = 0;
    for (std::size_t i = 0; i < size; ++i) expected += values[i];
    ASSERT_EQ(lanes_.sum(values.data(), size), expected) << size;
  }
}

TEST_P(EachLanes, RoundHalfUpAndSayHowNearTheNearestWas) {
  for (int round = 0; round < 2000; ++round) {
    const std::size_t visits = below(20), slots = 1 + below(20), stride = slots + below(4);
    const int shift = 8 + static_cast<int>(below(23));
    const std::int64_t half = std::int64_t{1} << (shift - 1);
    std::vector<std::int64_t> base(3 * slots), unscored(3 * slots), loss(visits * stride + 1),
        marks(visits * slots + 1);
    for (std::int64_t& each : base) each = static_cast<std::int64_t>((std::uint64_t{random_()} << 27) + random_());
    for (std::int64_t& each : unscored) each = below(5) == 0 ? std::int64_t{-5} << 60 : 0;
    for (std::int64_t& each : loss) each = static_cast<std::int64_t>(random_() >> 1);
    if (visits > 0) loss[0] = base[0] - (std::int64_t{3} << shift) - half;  // a tie
    std::vector<std::uint32_t> row(visits);
    for (std::size_t visit = 1; visit < visits; ++visit) row[visit] = below(3) * static_cast<std::uint32_t>(slots);
    std::vector<std::uint64_t> nearest(visits);
    lanes_.round({visits, slots, base.data(), unscored.data(), row.data(), loss.data(), stride, marks.data(), shift,
                  nearest.data()});
    for (std::size_t visit = 0; visit < visits; ++visit) {
      std::int64_t near = half;
      for (std::size_t slot = 0; slot < slots; ++slot) {
        const std::int64_t value = base[row[visit] + slot] - loss[visit * stride + slot];
        const std::int64_t rest = value & (2 * half - 1);
        near = std::min(near, std::abs(rest - half));
        ASSERT_EQ(marks[visit * slots + slot], (value >> shift) + (rest >= half) + unscored[row[visit] + slot]);
      }
      ASSERT_EQ(nearest[visit], static_cast<std::uint64_t>(near));
    }
    EXPECT_EQ(marks[visits * slots], 0);
  }
}

TEST_P(EachLanes, UnpackRecordsWhateverTheirLayout) {
  for (int round = 0; round < 2000; ++round) {
    RecordLayout layout{static_cast<int>(below(12)),    static_cast<int>(1 + below(12)),
                        static_cast<int>(1 + below(6)), static_cast<int>(1 + below(16)),
                        static_cast<int>(below(20)),    0};
    layout.period = below(3) == 0 ? 0 : static_cast<int>(below(static_cast<std::uint32_t>(65 - layout.bits())));
    const std::size_t rows = below(100);
    const std::vector<int> widths{layout.visit, layout.item, layout.code, layout.count, layout.site, layout.period};
    std::vector<std::vector<std::uint32_t>> parts;
    for (const int width : widths) {
      std::vector<std::uint32_t>& part = parts.emplace_back(rows);
      for (std::uint32_t& each : part)
        each = static_cast<std::uint32_t>(random_() & ((std::uint64_t{1} << std::min(width, 32)) - 1));
    }
    std::vector<std::uint64_t> records(rows);
    for (std::size_t i = 0; i < rows; ++i)
      for (std::size_t p = parts.size(); p-- > 0;)
        records[i] = (widths[p] == 64 ? 0 : records[i] << widths[p]) | parts[p][i];
    std::vector<std::vector<std::uint32_t>> found(6, std::vector<std::uint32_t>(rows));
    lanes_.unpack(
        layout, records.data(), rows, 1000,
        {found[0].data(), found[1].data(), found[2].data(), found[3].data(), found[4].data(), found[5].data()});
    for (std::uint32_t& visit : parts[0]) visit += 1000;
    ASSERT_EQ(found, parts);
  }
}

}  // namespace
}  // namespace aedile::detail
