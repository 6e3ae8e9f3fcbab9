#pragma once
/// Numbers of notices (整改通知单编号): by a pattern, and without a gap.
///
///   const NumberPattern pattern = NumberPattern::parse("创整〔{year}〕{number:4}号").value();
///   pattern.print({"创整", 2026, 12}) == "创整〔2026〕0012号";
///   pattern.read("创整〔2026〕0012号")->number == 12;
///
///   NoticeNumbers numbers;                              // a fold over the events that issue notices
///   const NoticeNumber next = numbers.next("创整", 2026);        // 13: look, do not take
///   journal.append(NoticeIssued{…, next});                       // taken by the event itself
///   numbers.apply(next);                                         // the fold; 14 now refuses: number_gap
///
/// A number is taken by the same event that issues the notice. There is no counter beside the journal, so a crash
/// between the two cannot be: either the event is there with its number, or neither, and the number is the next again.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "aedile/core/result.h"

namespace aedile {

/// One number of one series of one year.
struct NoticeNumber {
  std::string series{};
  std::int32_t year = 0;     ///< 1 – 9999
  std::uint32_t number = 0;  ///< ≥ 1
  friend auto operator<=>(const NoticeNumber&, const NoticeNumber&) = default;
};

/// Text with {year} and {number} or {number:4} (at least so many digits, 1 – 9); each exactly once. "{{" and "}}" are
/// the braces themselves.
class NumberPattern {
 public:
  /// Errors: number_pattern, text_not_utf8, control_character.
  static Result<NumberPattern> parse(std::string_view text);
  std::string print(const NoticeNumber& number) const;
  /// What `print` prints, and nothing else; the series is the one given.
  std::optional<NoticeNumber> read(std::string_view text, std::string series = {}) const;
  /// Whether some number of the one is printed as some number of the other.     Cost: O(length · length).
  bool may_print_as(const NumberPattern& other) const;
  const std::string& text() const { return text_; }
  friend bool operator==(const NumberPattern&, const NumberPattern&) = default;

 private:
  std::string text_;
  std::string before_;  ///< the three texts around the two fields
  std::string between_;
  std::string behind_;
  bool year_first_ = true;
  std::uint32_t digits_ = 1;
};

/// How far every series of every year has come.
class NoticeNumbers {
 public:
  NoticeNumber next(std::string_view series, std::int32_t year) const;
  /// The number of an event. What is refused changes nothing. Errors: number_gap (not the next one), number_taken.
  Diagnostics apply(const NoticeNumber& taken);
  /// How many were taken: the last number.
  std::uint32_t taken(std::string_view series, std::int32_t year) const;
  friend bool operator==(const NoticeNumbers&, const NoticeNumbers&) = default;

 private:
  std::map<std::pair<std::string, std::int32_t>, std::uint32_t, std::less<>> last_;
};

}  // namespace aedile
