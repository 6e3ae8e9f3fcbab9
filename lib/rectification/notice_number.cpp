#include "aedile/rectification/notice_number.h"

#include <algorithm>
#include <vector>

#include "core/excerpt.h"
#include "core/utf8.h"
#include "rectification/messages_around.h"

namespace aedile {

namespace {

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "0012", "12345" where more digits are needed.
std::string padded(std::uint32_t number, std::uint32_t digits) {
  const std::string plain = std::to_string(number);
  return std::string(digits > plain.size() ? digits - plain.size() : 0, '0') + plain;
}

/// The digits of {number:4}; 0 for text that is no field of a number.
std::uint32_t digits_of(std::string_view field) {
  if (field == "number") return 1;
  if (field.size() == 8 && field.starts_with("number:") && field[7] >= '1' && field[7] <= '9') {
    return static_cast<std::uint32_t>(field[7] - '0');
  }
  return 0;
}

}  // namespace

Result<NumberPattern> NumberPattern::parse(std::string_view text) {
  const auto refused = [&] {
    return Result<NumberPattern>(Place{}, messages::number_pattern, {detail::excerpt(text)});
  };
  if (!detail::is_utf8(text) || detail::has_control_characters(text)) return refused();
  NumberPattern pattern;
  pattern.text_ = text;
  std::string* const parts[] = {&pattern.before_, &pattern.between_, &pattern.behind_};
  std::size_t part = 0;
  bool year = false;
  bool number = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c != '{' && c != '}') {
      *parts[part] += c;
      continue;
    }
    if (i + 1 < text.size() && text[i + 1] == c) {
      *parts[part] += c;
      ++i;
      continue;
    }
    const std::size_t end = text.find('}', i);
    if (c == '}' || end == std::string_view::npos) return refused();
    const std::string_view field = text.substr(i + 1, end - i - 1);
    if (field == "year" && !year) {
      year = true;
      pattern.year_first_ = !number;
    } else if (const std::uint32_t digits = digits_of(field); digits != 0 && !number) {
      number = true;
      pattern.digits_ = digits;
    } else {
      return refused();
    }
    ++part;
    i = end;
  }
  if (!year || !number) return refused();
  // Two fields that touch, or a text between that begins or ends in digits, could be read in two ways.
  const std::string& between = pattern.between_;
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (between.empty() || digit(between.front()) || digit(between.back())) return refused();
  return pattern;
}

std::string NumberPattern::print(const NoticeNumber& number) const {
  const std::string year = padded(static_cast<std::uint32_t>(number.year), 4);
  const std::string count = padded(number.number, digits_);
  return before_ + (year_first_ ? year : count) + between_ + (year_first_ ? count : year) + behind_;
}

std::optional<NoticeNumber> NumberPattern::read(std::string_view text, std::string series) const {
  if (text.size() < before_.size() + behind_.size() || !text.starts_with(before_) || !text.ends_with(behind_)) {
    return std::nullopt;
  }
  const std::string_view middle = text.substr(before_.size(), text.size() - before_.size() - behind_.size());
  const std::size_t gap = middle.find(between_);
  if (gap == std::string_view::npos) return std::nullopt;
  const std::string_view first = middle.substr(0, gap);
  const std::string_view second = middle.substr(gap + between_.size());
  const std::string_view year = year_first_ ? first : second;
  const std::string_view count = year_first_ ? second : first;
  if (!all_digits(year) || year.size() != 4 || !all_digits(count) || count.size() > 9) return std::nullopt;
  NoticeNumber number{std::move(series), std::stoi(std::string(year)),
                      static_cast<std::uint32_t>(std::stoul(std::string(count)))};
  if (number.number == 0 || print(number) != text) return std::nullopt;
  return number;
}

namespace {

/// A byte of what a pattern prints: itself, or any digit, which may be left out where the number is short.
struct Printed {
  char byte = 0;
  bool digit = false;
  bool may_miss = false;
};

bool fits(const Printed& a, const Printed& b) {
  const auto is_digit = [](const Printed& each) { return each.digit || (each.byte >= '0' && each.byte <= '9'); };
  if (a.digit || b.digit) return is_digit(a) && is_digit(b);
  return a.byte == b.byte;
}

}  // namespace

bool NumberPattern::may_print_as(const NumberPattern& other) const {
  const auto all_of = [](const NumberPattern& pattern) {
    std::vector<Printed> bytes;
    const auto text = [&](const std::string& words) {
      for (const char c : words) bytes.push_back({c});
    };
    const auto field = [&](bool year) {
      const std::uint32_t least = year ? 4 : pattern.digits_;
      for (std::uint32_t i = 0; i < (year ? 4 : 10); ++i) bytes.push_back({0, true, i >= least});
    };
    text(pattern.before_);
    field(pattern.year_first_);
    text(pattern.between_);
    field(!pattern.year_first_);
    text(pattern.behind_);
    return bytes;
  };
  const std::vector<Printed> left = all_of(*this);
  const std::vector<Printed> right = all_of(other);
  // Which places of both can be reached together.
  std::vector<std::vector<bool>> reached(left.size() + 1, std::vector<bool>(right.size() + 1));
  reached[0][0] = true;
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (!reached[i][j]) continue;
      if (i < left.size() && left[i].may_miss) reached[i + 1][j] = true;
      if (j < right.size() && right[j].may_miss) reached[i][j + 1] = true;
      if (i < left.size() && j < right.size() && fits(left[i], right[j])) reached[i + 1][j + 1] = true;
    }
  }
  return reached[left.size()][right.size()];
}

NoticeNumber NoticeNumbers::next(std::string_view series, std::int32_t year) const {
  return {std::string(series), year, taken(series, year) + 1};
}

Diagnostics NoticeNumbers::apply(const NoticeNumber& taken_now) {
  Diagnostics problems;
  const std::uint32_t next_number = taken(taken_now.series, taken_now.year) + 1;
  if (taken_now.number != next_number) {
    problems.error({}, taken_now.number < next_number ? messages::number_taken : messages::number_gap,
                   {detail::excerpt(taken_now.series), std::to_string(taken_now.year), std::to_string(taken_now.number),
                    std::to_string(next_number)});
    return problems;
  }
  last_[{taken_now.series, taken_now.year}] = next_number;
  return problems;
}

std::uint32_t NoticeNumbers::taken(std::string_view series, std::int32_t year) const {
  const auto found = last_.find({std::string(series), year});
  return found == last_.end() ? 0 : found->second;
}

}  // namespace aedile
