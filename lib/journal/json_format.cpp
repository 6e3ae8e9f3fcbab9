#include "journal/json_format.h"

#include <algorithm>

#include "core/excerpt.h"
#include "io/json/messages.h"
#include "journal/entry_check.h"
#include "journal/messages_append.h"

namespace aedile::json {

namespace {

/// SQLite's largest number, and that of whoever reads JSON into 64 bits.
constexpr std::int64_t most_events = std::numeric_limits<std::int64_t>::max();

void read_number(Reader& reader, Value value, std::uint64_t& out) {
  if (const auto number = read_whole(reader, value, 0, most_events)) out = static_cast<std::uint64_t>(*number);
}

void read_number(ObjectReader& object, std::string_view key, std::uint64_t& out) {
  if (const std::optional<Value> value = object.take(key)) {
    read_number(object.reader(), *value, out);
  } else if (object.is_object()) {
    object.reader().missing_key(object.value(), key);
  }
}

void read_salt(Reader& reader, Value value, Salt& out) {
  std::string text;
  const std::size_t before = reader.problems().error_count();
  read(reader, value, text);
  if (reader.problems().error_count() != before) return;
  // The digits of a hash are its first half and, here, the same again.
  const std::optional<Hash> twice = text.size() == 2 * out.size() ? parse_hash(text + text) : std::nullopt;
  if (!twice) return reader.error(value, messages::not_a_salt, {detail::excerpt(text)});
  std::copy_n(twice->begin(), out.size(), out.begin());
}

void read_members(ObjectReader& object, JournalHead& out) {
  object.required("name", out.name);
  read_number(object, "size", out.size);
  object.required("root", out.root);
}

/// What the words of an event must be, at their places.
void check_words(Reader& reader, Value value, const JournalEntry& entry) {
  detail::Report report;
  detail::EntryChecker checker;
  checker.check_words(entry, report);
  if (!entry.payload.empty()) checker.check_json("payload", entry.payload, report);
  for (const Diagnostic& problem : report.take()) {
    const std::string_view key = std::string_view(problem.place.pointer).substr(1);
    Value at = value;
    for (const Member member : value.members()) {
      if (member.key == key) at = member.value;
    }
    reader.error(at, problem.text.message(), problem.text.arguments());
  }
}

}  // namespace

void read(Reader& reader, Value value, Hash& out) {
  std::string text;
  const std::size_t before = reader.problems().error_count();
  read(reader, value, text);
  if (reader.problems().error_count() != before) return;
  const std::optional<Hash> hash = parse_hash(text);
  if (!hash) return reader.error(value, messages::not_a_hash, {detail::excerpt(text)});
  out = *hash;
}

void read(Reader& reader, Value value, Instant& out) {
  if (!value.is(Type::string)) return reader.wrong_type(value, messages::expected_string);
  const Result<Instant> instant = Instant::parse(value.text());
  if (!instant) return take_problems(reader, value, instant.diagnostics());
  out = *instant;
}

void read(Reader& reader, Value value, JournalHead& out) {
  ObjectReader object(reader, value);
  read_members(object, out);
  object.finish();
}

void read(Reader& reader, Value value, JournalEvent& out) {
  const std::size_t before = reader.problems().error_count();
  ObjectReader object(reader, value);
  read_number(object, "seq", out.seq);
  object.required("recorded", out.recorded);
  object.required("happened", out.entry.happened);
  object.required("actor", out.entry.actor);
  object.required("command", out.entry.command);
  object.optional("subject", out.entry.subject);
  object.optional("key", out.entry.key);
  if (const std::optional<Value> cause = object.take("cause")) {
    read_number(reader, *cause, out.entry.cause.emplace());
  }
  object.optional("format", out.entry.format);
  const std::optional<Value> salt = object.take("salt");
  const std::optional<Value> payload = object.take("payload");
  const std::optional<Value> commitment = object.take("commitment");
  object.finish();
  if (!object.is_object()) return;
  out.entry.payload.clear();
  if (salt && payload && !commitment) {
    read_salt(reader, *salt, out.salt);
    read(reader, *payload, out.entry.payload);
    out.commitment = payload_commitment(out.salt, out.entry.payload);
  } else if (commitment && !salt && !payload) {
    out.redacted = true;
    read(reader, *commitment, out.commitment);
  } else {
    reader.error(value, messages::redacted_or_not);
  }
  if (reader.problems().error_count() == before) check_words(reader, value, out.entry);
}

void read_journal_head(ObjectReader& object, JournalHead& out) {
  read_members(object, out);
  object.finish();
}

void read_inclusion_proof(ObjectReader& object, InclusionProof& out) {
  object.required("head", out.head);
  object.required("event", out.event);
  object.required("path", out.path);
  object.finish();
}

void read_consistency_proof(ObjectReader& object, ConsistencyProof& out) {
  object.required("older", out.older);
  object.required("newer", out.newer);
  object.required("path", out.path);
  object.finish();
}

void write(Writer& json, const Hash& hash) { json.string(to_hex(hash)); }
void write(Writer& json, Instant instant) { json.string(instant.to_string()); }

void write_members(Writer& json, const JournalHead& head) {
  json.required("name", head.name);
  json.required("size", head.size);
  json.required("root", head.root);
}

void write(Writer& json, const JournalHead& head) {
  json.begin_object();
  write_members(json, head);
  json.end_object();
}

void write(Writer& json, const JournalEvent& event) {
  const JournalEntry& entry = event.entry;
  json.begin_object();
  json.required("seq", event.seq);
  json.required("recorded", event.recorded);
  json.required("happened", entry.happened);
  json.required("actor", entry.actor);
  json.required("command", entry.command);
  json.optional("subject", entry.subject);
  json.optional("key", entry.key);
  if (entry.cause) json.required("cause", *entry.cause);
  json.optional("format", entry.format, 1);
  if (event.redacted) {
    json.required("commitment", event.commitment);
  } else {
    Hash salt{};
    std::copy(event.salt.begin(), event.salt.end(), salt.begin());
    json.key("salt").string(to_hex(salt).substr(0, 2 * event.salt.size()));
    json.required("payload", entry.payload);
  }
  json.end_object();
}

}  // namespace aedile::json
