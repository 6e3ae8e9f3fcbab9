#include "io/json/document.h"

#include <rapidjson/error/error.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>

#include "core/excerpt.h"
#include "io/json/messages.h"

namespace aedile::json {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string hex_byte(char c) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  return std::string("0x") + hex[byte >> 4] + hex[byte & 15];
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What stands at an offset, up to the next delimiter, for a message.
std::string word_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  std::size_t length = rest.find_first_of(" \t\r\n,:[]{}\"");
  if (length == 0) length = 1;
  return detail::excerpt(rest.substr(0, length));
}

}  // namespace

/// Receives the tokens from RapidJSON. Its handler is called when a token has been consumed (a string, a number, a
/// literal) or is about to be (a bracket); where a token began is found from where the one before it ended.
class DocumentBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, DocumentBuilder> {
 public:
  DocumentBuilder(Document& document, const rapidjson::MemoryStream& stream, std::size_t stream_start)
      : document_(document), stream_(stream), stream_start_(stream_start), token_end_(stream_start) {}

  bool Null() { return scalar(Type::null); }
  bool Bool(bool) { return scalar(Type::boolean); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return scalar(Type::number); }
  bool String(const char* content, rapidjson::SizeType size, bool) { return string({content, size}, false); }
  bool Key(const char* content, rapidjson::SizeType size, bool) { return string({content, size}, true); }
  bool StartObject() { return open(Type::object); }
  bool StartArray() { return open(Type::array); }
  bool EndObject(rapidjson::SizeType count) { return close(count); }
  bool EndArray(rapidjson::SizeType count) { return close(count); }

  /// The problem that ended the parse.
  Diagnostics explain(const rapidjson::ParseResult& result) const;

 private:
  std::size_t offset() const { return stream_start_ + stream_.Tell(); }
  std::size_t next_token() const {
    std::size_t at = token_end_;
    while (at < text().size() && (is_space(text()[at]) || text()[at] == ',' || text()[at] == ':')) ++at;
    return at;
  }
  std::string_view text() const { return document_.text_; }
  bool refuse(std::size_t at, const Message& message, std::vector<std::string> arguments) {
    refusal_.error(document_.place(at), message, std::move(arguments));
    return false;
  }
  bool add(Type type, std::size_t begin, std::uint32_t text_begin, std::uint32_t size, bool unescaped = false,
           bool is_key = false) {
    if (document_.slots_.size() == max_values) {
      return refuse(begin, messages::too_many_values, {std::to_string(max_values)});
    }
    const auto next = static_cast<std::uint32_t>(document_.slots_.size() + 1);
    document_.slots_.push_back({static_cast<std::uint32_t>(begin), next, text_begin, size, type, unescaped, is_key});
    return true;
  }
  bool scalar(Type type);
  bool string(std::string_view content, bool is_key);
  bool open(Type type);
  bool close(rapidjson::SizeType count);
  std::string line_and_column(std::size_t at) const {
    Place place = document_.place(at);
    place.file.clear();
    return to_string(place);
  }

  Document& document_;
  const rapidjson::MemoryStream& stream_;
  std::size_t stream_start_;
  std::size_t token_end_;            ///< offset behind the last token
  std::vector<std::uint32_t> open_;  ///< slots of the brackets that are open
  Diagnostics refusal_;              ///< why the builder itself stopped the parse
};

bool DocumentBuilder::scalar(Type type) {
  const std::size_t begin = next_token();
  token_end_ = offset();
  return add(type, begin, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(token_end_ - begin));
}

bool DocumentBuilder::string(std::string_view content, bool is_key) {
  const std::size_t begin = next_token();
  token_end_ = offset();
  const std::string_view written = text().substr(begin + 1, token_end_ - begin - 2);
  const auto size = static_cast<std::uint32_t>(content.size());
  if (written == content) return add(Type::string, begin, static_cast<std::uint32_t>(begin + 1), size, false, is_key);
  // RapidJSON takes the second half of a surrogate pair alone for a character; what comes out is not UTF-8 then.
  for (std::string_view rest = content; !rest.empty();) {
    const std::size_t length = detail::utf8_sequence_length(rest);
    if (length == 0) {
      for (std::size_t at = 0; at + 6 <= written.size(); ++at) {
        if (written[at] != '\\') continue;
        const bool low = written[at + 1] == 'u' && (written[at + 2] | 0x20) == 'd' && (written[at + 3] | 0x20) >= 'c';
        const bool high = written[at + 1] == 'u' && (written[at + 2] | 0x20) == 'd' && !low && written[at + 3] >= '8';
        if (low) return refuse(begin + 1 + at, messages::bad_surrogate, {std::string(written.substr(at, 6))});
        at += high ? 11 : 1;
      }
      return refuse(begin, messages::bad_surrogate, {detail::excerpt(written)});
    }
    rest.remove_prefix(length);
  }
  const auto at = static_cast<std::uint32_t>(document_.unescaped_.size());
  document_.unescaped_ += content;
  return add(Type::string, begin, at, size, true, is_key);
}

bool DocumentBuilder::open(Type type) {
  const std::size_t begin = offset();
  token_end_ = begin + 1;
  if (open_.size() == max_nesting) {
    return refuse(begin, messages::nesting_too_deep, {std::to_string(max_nesting)});
  }
  open_.push_back(static_cast<std::uint32_t>(document_.slots_.size()));
  return add(type, begin, 0, 0);
}

bool DocumentBuilder::close(rapidjson::SizeType count) {
  token_end_ = offset() + 1;
  Document::Slot& slot = document_.slots_[open_.back()];
  slot.end = static_cast<std::uint32_t>(document_.slots_.size());
  slot.size = count;
  open_.pop_back();
  return true;
}

Diagnostics DocumentBuilder::explain(const rapidjson::ParseResult& result) const {
  if (!refusal_.empty()) return refusal_;
  const std::size_t at = stream_start_ + result.Offset();
  const std::size_t token = next_token();
  const bool at_end = stream_start_ + stream_.Tell() == text().size();
  const bool text_open = token < text().size() && text()[token] == '"';
  Diagnostics problems;
  const auto report = [&](std::size_t offset, const Message& message, std::vector<std::string> arguments = {}) {
    problems.error(document_.place(offset), message, std::move(arguments));
    return problems;
  };
  using namespace messages;
  switch (result.Code()) {
    case rapidjson::kParseErrorDocumentEmpty:
      if (at == text().size()) return report(at, empty_document);
      return report(at, expected_value, {word_at(text(), at)});
    case rapidjson::kParseErrorNumberTooBig:
      return report(token, number_too_large, {word_at(text(), token)});
    default:
      break;
  }
  if (at_end && (text_open || !open_.empty())) {
    const std::size_t opened = text_open ? token : document_.slots_[open_.back()].offset;
    return report(text().size(), truncated_document, {std::string(1, text()[opened]), line_and_column(opened)});
  }
  switch (result.Code()) {
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return report(at, text_after_end);
    case rapidjson::kParseErrorObjectMissName:
      return report(at, expected_key, {word_at(text(), at)});
    case rapidjson::kParseErrorObjectMissColon:
      return report(at, expected_colon);
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      if (is_digit(text()[at]) && text()[at - 1] == '0') return report(at - 1, leading_zero);
      return report(at,
                    result.Code() == rapidjson::kParseErrorArrayMissCommaOrSquareBracket ? expected_comma_or_bracket
                                                                                         : expected_comma_or_brace,
                    {word_at(text(), at)});
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return report(at, bad_surrogate, {detail::excerpt(text().substr(at, 6))});
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
      return report(at, bad_escape, {detail::excerpt(text().substr(at, 6))});
    case rapidjson::kParseErrorStringEscapeInvalid:
      if (text()[at] != '\\') return report(at, control_in_text, {detail::excerpt(text().substr(at, 1))});
      return report(at, bad_escape,
                    {detail::excerpt(text().substr(at, 1 + detail::utf8_sequence_length(text().substr(at + 1))))});
    case rapidjson::kParseErrorNumberMissFraction:
    case rapidjson::kParseErrorNumberMissExponent:
      return report(at, incomplete_number, {detail::excerpt(text().substr(token, at - token))});
    default:
      // Of a misspelt literal RapidJSON reports the first wrong letter; of a doubled comma, the second one.
      return report(std::min(at, token), expected_value, {word_at(text(), std::min(at, token))});
  }
}

Document::Document(std::string_view text, std::string file_name) : text_(text), file_name_(std::move(file_name)) {}

Place Document::place(std::size_t offset) const {
  const LineIndex::Position position = lines_.at(text_, offset);
  return {file_name_, position.line, position.column, {}};
}

std::string Document::excerpt(Value value) const {
  if (value.is(Type::object)) return value.size() == 0 ? "{}" : "{…}";
  if (value.is(Type::array)) return value.size() == 0 ? "[]" : "[…]";
  if (value.is(Type::string)) return '"' + detail::excerpt(value.text()) + '"';
  return detail::excerpt(value.text());
}

Result<Document> Document::parse(std::string_view text, std::string file_name) {
  if (text.size() > max_document_bytes) {
    return {Place{std::move(file_name), 0, 0, {}},
            messages::document_too_large,
            {std::to_string(text.size()), std::to_string(max_document_bytes)}};
  }
  Document document(text, std::move(file_name));
  const std::size_t start = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  document.lines_ = LineIndex(text, start);
  // Everything is checked here, strings and what stands between them; so the reader need not check its strings.
  for (std::size_t at = start; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == 0) return {document.place(at), messages::zero_byte, {std::to_string(at)}};
    const std::size_t length = byte < 0x80 ? 1 : detail::utf8_sequence_length(text.substr(at));
    if (length == 0) return {document.place(at), messages::not_utf8, {hex_byte(text[at]), std::to_string(at)}};
    at += length;
  }
  rapidjson::MemoryStream stream(text.data() + start, text.size() - start);
  rapidjson::Reader reader;
  DocumentBuilder builder(document, stream, start);
  constexpr unsigned flags = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;
  const rapidjson::ParseResult result = reader.Parse<flags>(stream, builder);
  if (result.IsError()) return builder.explain(result);
  return document;
}

}  // namespace aedile::json
