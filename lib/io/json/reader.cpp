#include "io/json/reader.h"

#include <algorithm>
#include <numeric>

#include "core/excerpt.h"
#include "io/json/messages.h"

namespace aedile::json {

namespace {

/// Letters to change, add or remove to turn one word into the other (Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

/// The known word that was meant where a few letters are wrong; "" if there is none.
std::string_view nearest(std::string_view written, const std::vector<std::string_view>& words) {
  constexpr std::size_t longest_word = 40;  // no known word is longer
  if (written.size() > longest_word) return {};
  std::string_view found;
  std::size_t least = written.size() / 3 + 2;
  for (const std::string_view word : words) {
    const std::size_t letters = distance(written, word);
    if (letters >= least) continue;
    least = letters;
    found = word;
  }
  return found;
}

}  // namespace

std::string join(const std::vector<std::string_view>& words) {
  std::string result;
  for (const std::string_view word : words) {
    if (!result.empty()) result += ", ";
    result += word;
  }
  return result;
}

void Reader::error_at(std::size_t offset, const Message& message, std::vector<std::string> arguments) {
  if (full()) return;
  if (problems_.size() == max_problems) {
    problems_.error(document_->place(offset), messages::too_many_problems, {std::to_string(max_problems)});
  } else {
    problems_.error(document_->place(offset), message, std::move(arguments));
  }
}

void Reader::error(Value value, const Message& message, std::vector<std::string> arguments) {
  error_at(value.offset(), message, std::move(arguments));
  leave_gap(value);
}

void Reader::wrong_type(Value value, const Message& expected, std::vector<std::string> more) {
  more.insert(more.begin(), document_->excerpt(value));
  error(value, expected, std::move(more));
}

void Reader::unknown_word(Value value, const std::vector<std::string_view>& words) {
  error(value, messages::unknown_word, {detail::excerpt(value.text()), join(words)});
}

void Reader::missing_key(Value object, std::string_view key) {
  error_at(object.offset(), messages::missing_key, {std::string(key)});
  leave_gap(object, key);
}

void Reader::leave_gap(Value value) {
  if (full()) return;
  gaps_.push_back({value.index(), std::string(document_->key_of(value)), false});
}

void Reader::leave_gap(Value object, std::string_view missing_key) {
  if (full()) return;
  gaps_.push_back({object.index(), std::string(missing_key), true});
}

ObjectReader::ObjectReader(Reader& reader, Value value)
    : reader_(&reader), value_(value), is_object_(value.is(Type::object)) {
  if (!is_object_) {
    reader.wrong_type(value, messages::expected_object);
    return;
  }
  members_.reserve(value.size());
  for (const Member member : value.members()) members_.push_back(member);
  taken_.resize(members_.size());
}

std::optional<Value> ObjectReader::take(std::string_view key) {
  known_.push_back(key);
  std::optional<Value> found;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    if (members_[i].key != key) continue;
    // The first counts; others of the same name are reported as duplicates.
    if (!found) found = members_[i].value;
    taken_[i] = true;
  }
  return found;
}

void ObjectReader::finish() {
  for (std::size_t i = 0; i < members_.size(); ++i) {
    if (taken_[i]) continue;
    const std::string_view meant = nearest(members_[i].key, known_);
    reader_->error_at(members_[i].key_offset, messages::unknown_key,
                      {detail::excerpt(members_[i].key), meant.empty() ? join(known_) : std::string(meant)});
    if (!meant.empty()) reader_->leave_gap(value_, meant);
  }
}

namespace {

/// Sorts the keys, by length first: most comparisons end there.
bool any_twice(std::vector<std::string_view>& keys) {
  std::sort(keys.begin(), keys.end(),
            [](std::string_view a, std::string_view b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  return std::adjacent_find(keys.begin(), keys.end()) != keys.end();
}

}  // namespace

void report_duplicate_keys(Reader& reader) {
  const Document& document = reader.document();
  std::vector<std::string_view> keys;
  std::vector<Member> members;
  for (std::size_t i = 0; i < document.size() && !reader.full(); ++i) {
    const Value value = document.at(static_cast<std::uint32_t>(i));
    if (!value.is(Type::object) || value.size() < 2) continue;
    keys.clear();
    for (const Member member : value.members()) keys.push_back(member.key);
    if (!any_twice(keys)) continue;
    members.clear();
    for (const Member member : value.members()) members.push_back(member);
    std::stable_sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.key < b.key; });
    for (std::size_t first = 0, next = 1; next < members.size(); ++next) {
      if (members[next].key != members[first].key) {
        first = next;
        continue;
      }
      Place place = document.place(members[first].key_offset);
      place.file.clear();
      reader.error_at(members[next].key_offset, messages::duplicate_key,
                      {detail::excerpt(members[next].key), to_string(place)});
      reader.leave_gap(members[first].value);
      reader.leave_gap(members[next].value);
    }
  }
}

void take_problems(Reader& reader, Value value, const Diagnostics& found) {
  for (const Diagnostic& problem : found) reader.error(value, problem.text.message(), problem.text.arguments());
}

std::optional<std::int64_t> read_whole(Reader& reader, Value value, std::int64_t least, std::int64_t most) {
  if (value.is(Type::number)) {
    const Result<std::int64_t> whole = detail::parse_scaled(value.text(), 0);
    if (whole && *whole >= least && *whole <= most) return *whole;
  }
  reader.wrong_type(value, messages::expected_whole_number, {std::to_string(least), std::to_string(most)});
  return std::nullopt;
}

void read(Reader& reader, Value value, bool& out) {
  if (value.is(Type::boolean)) {
    out = value.text() == "true";
  } else {
    reader.wrong_type(value, messages::expected_boolean);
  }
}

void read(Reader& reader, Value value, std::string& out) {
  if (value.is(Type::string)) {
    out = value.text();
  } else {
    reader.wrong_type(value, messages::expected_string);
  }
}

void read(Reader& reader, Value value, LocalText& out) {
  if (value.is(Type::string)) {
    out = LocalText(std::string(value.text()));
  } else if (value.is(Type::object)) {
    std::vector<std::pair<std::string, std::string>> texts;
    read(reader, value, texts);
    out = LocalText(std::move(texts));
  } else {
    reader.wrong_type(value, messages::expected_local_text);
  }
}

namespace {

template <class T>
void read_parsed(Reader& reader, Value value, T& out) {
  if (!value.is(Type::string)) {
    reader.wrong_type(value, messages::expected_string);
    return;
  }
  const Result<T> parsed = T::parse(value.text());
  if (parsed) {
    out = *parsed;
  } else {
    take_problems(reader, value, parsed.diagnostics());
  }
}

}  // namespace

void read(Reader& reader, Value value, Date& out) { read_parsed(reader, value, out); }
void read(Reader& reader, Value value, Instant& out) { read_parsed(reader, value, out); }

}  // namespace aedile::json
