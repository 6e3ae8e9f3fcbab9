#include "journal/kept_json.h"

#include "io/json/read_document.h"
#include "io/json/writer.h"

namespace aedile {

namespace json {

namespace {

constexpr std::string_view kept_format = "ticket_forgotten/1";

void read_kept(ObjectReader& object, KeptOfEvent& out) {
  std::int64_t seq = 0;
  object.required("event", seq);
  out.seq = static_cast<std::uint64_t>(seq);
  object.optional("notice", out.notice);
  object.optional("unit", out.unit);
  object.finish();
}

}  // namespace

}  // namespace json

namespace detail {

std::string write_kept(const KeptOfEvent& kept) {
  std::string text;
  json::Writer json(text, json::Writer::Layout::compact);
  json.begin_object().key("aedile").string(json::kept_format);
  json.required("event", static_cast<std::int64_t>(kept.seq));
  json.optional("notice", kept.notice);
  json.optional("unit", kept.unit);
  json.end_object();
  return text;
}

Result<KeptOfEvent> read_kept(std::string_view text, std::string file_name) {
  return json::read_document<KeptOfEvent>(text, std::move(file_name), json::kept_format, json::read_kept, {});
}

}  // namespace detail

}  // namespace aedile
