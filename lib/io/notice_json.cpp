#include "aedile/io/notice_json.h"

#include "io/json/notice_format.h"
#include "io/json/read_document.h"

namespace aedile {

namespace json {

void read(Reader& reader, Value value, NoticeFinding& out) {
  ObjectReader object(reader, value);
  object.optional("item", out.item);
  object.optional("title", out.title);
  object.required("description", out.description);
  object.optional("location", out.location);
  object.optional("requirement", out.requirement);
  object.optional("deduction", out.deduction);
  object.optional("evidence", out.evidence);
  object.finish();
}

void read_notice(ObjectReader& object, Notice& out) {
  object.required("number", out.number);
  object.required("ticket", out.ticket);
  object.required("authority", out.authority);
  object.required("unit", out.unit);
  object.optional("site", out.site);
  object.optional("address", out.address);
  object.optional("inspected_by", out.inspected_by);
  object.required("inspected_on", out.inspected_on);
  object.required("issued_on", out.issued_on);
  object.optional("limit", out.limit);
  object.required("last_day", out.last_day);
  object.optional("last_time", out.last_time);
  object.optional("consequence", out.consequence);
  object.optional("contact", out.contact);
  object.optional("recurrence_of", out.recurrence_of);
  object.optional("verification", out.verification);
  object.required("findings", out.findings);
  object.finish();
}

void write(Writer& json, const NoticeFinding& finding) {
  json.begin_object();
  json.optional("item", finding.item);
  json.optional("title", finding.title);
  json.required("description", finding.description);
  json.optional("location", finding.location);
  json.optional("requirement", finding.requirement);
  json.optional("deduction", finding.deduction);
  json.optional("evidence", finding.evidence);
  json.end_object();
}

void write(Writer& json, const Notice& notice) {
  json.begin_object();
  json.key("aedile").string(notice_format);
  json.required("number", notice.number);
  json.required("ticket", notice.ticket);
  json.required("authority", notice.authority);
  json.required("unit", notice.unit);
  json.optional("site", notice.site);
  json.optional("address", notice.address);
  json.optional("inspected_by", notice.inspected_by);
  json.required("inspected_on", notice.inspected_on);
  json.required("issued_on", notice.issued_on);
  json.optional("limit", notice.limit);
  json.required("last_day", notice.last_day);
  json.optional("last_time", notice.last_time);
  json.optional("consequence", notice.consequence);
  json.optional("contact", notice.contact);
  json.optional("recurrence_of", notice.recurrence_of);
  json.optional("verification", notice.verification);
  json.required("findings", notice.findings);
  json.end_object();
}

}  // namespace json

Result<Notice> read_notice(std::string_view text, std::string file_name) {
  return json::read_document<Notice>(text, std::move(file_name), json::notice_format, json::read_notice,
                                     [](const Notice& notice) { return validate(notice); });
}
Result<Notice> load_notice(const std::filesystem::path& file) { return json::load_document(file, read_notice); }
std::string write_notice(const Notice& notice) { return json::file_text(notice); }

}  // namespace aedile
