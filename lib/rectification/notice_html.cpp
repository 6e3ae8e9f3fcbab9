// A notice as a page to print. Whatever the record says goes through `escaped`; nothing is loaded from anywhere.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aedile/core/exceptions.h"
#include "aedile/rectification/notice.h"
#include "rectification/messages_notice.h"
#include "rectification/notice_words.h"

namespace aedile {

namespace {

constexpr std::string_view style = R"(
@page { size: A4; margin: 16mm 18mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0; color: #000; font: 10.5pt/1.5 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, Songti SC, serif; }
.copy { break-after: page; }
.copy:last-child { break-after: auto; }
.body { display: flex; flex-direction: column; min-height: 257mm; }
.running { display: flex; justify-content: space-between; padding-bottom: 1.5mm; font-size: 9pt; color: #333; }
header { text-align: center; }
.authority { font-size: 13pt; letter-spacing: .06em; }
h1 { margin: 1mm 0 0; font-size: 22pt; font-weight: 700; letter-spacing: .22em; text-indent: .22em; }
html[lang=en] body { font-size: 10pt; line-height: 1.4; }
html[lang=en] h1 { letter-spacing: .04em; text-indent: 0; }
.which { margin-top: 1mm; font-size: 11pt; }
.number { display: flex; justify-content: space-between; margin: 4mm 0 1.5mm; }
table { width: 100%; border-collapse: collapse; }
th, td { border: .3mm solid #000; padding: 1.4mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; background: #f1f1f1; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.sheet > thead { display: table-header-group; }
.sheet > thead > tr > td, .sheet > tbody > tr > td { border: 0; padding: 0; }
.facts th { width: 18%; white-space: nowrap; }
.facts td { width: 32%; }
.findings { margin-top: 3mm; }
.findings th { text-align: center; }
.findings .n { width: 7%; text-align: center; }
.findings .item { width: 21%; }
.findings .points { width: 10%; text-align: center; white-space: nowrap; }
.findings .result { width: 17%; white-space: nowrap; }
.findings thead { display: table-header-group; }
.findings tr { break-inside: avoid; }
.small { font-size: 9pt; color: #333; }
.opening { margin: 3mm 0 0; }
.foot { margin: 3mm 0 0; }
.foot p { margin: 0 0 1mm; }
.sign { margin-top: 6mm; text-align: right; break-inside: avoid; }
.lines { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5mm 8mm; margin-top: 3.5mm; break-inside: avoid; }
.lines div { display: flex; align-items: flex-end; gap: 2mm; min-height: 7.5mm; white-space: nowrap; }
.lines div::after { content: ""; flex: 1; border-bottom: .3mm solid #000; }
.lines .plain::after { content: none; }
.code { margin-top: 4mm; break-inside: avoid; }
.code b { font: 600 11pt/1 "DejaVu Sans Mono", Consolas, monospace; letter-spacing: .05em; }
.receipt { margin-top: auto; padding-top: 3mm; break-inside: avoid; }
.tear { display: flex; align-items: center; gap: 3mm; font-size: 9pt; color: #333; }
.tear::before, .tear::after { content: ""; flex: 1; border-top: .4mm dashed #000; }
.receipt h2 { margin: 2mm 0 .5mm; text-align: center; font-size: 14pt; letter-spacing: .1em; }
.receipt p { margin: 1mm 0 0; }
@media screen { body { background: #ddd; } .copy { width: 210mm; min-height: 297mm; margin: 6mm auto; padding: 16mm 18mm 14mm; background: #fff; } }
)";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : detail::printable_line(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

class Html {
 public:
  explicit Html(Language language) : language_(language) {}

  Html& raw(std::string_view markup) {
    text_ += markup;
    return *this;
  }
  Html& data(std::string_view text) { return raw(escaped(text)); }
  Html& say(const Message& message, std::vector<std::string> arguments = {}) {
    return data(Text(message, std::move(arguments)).in(language_));
  }
  /// <tag class="name">text</tag>
  Html& element(std::string_view tag, std::string_view name, std::string_view text) {
    raw("<").raw(tag);
    if (!name.empty()) raw(" class=\"").raw(name).raw("\"");
    return raw(">").data(text).raw("</").raw(tag).raw(">");
  }
  std::string_view in(const Message& message) const { return message.in(language_); }
  Language language() const { return language_; }
  std::string take() { return std::move(text_); }

 private:
  Language language_;
  std::string text_;
};

std::string_view colon(Language language) { return language == Language::zh ? "：" : ": "; }

void put_header(Html& html, const Notice& notice, NoticeCopy copy) {
  html.raw("<header>").element("div", "authority", notice.authority);
  html.element("h1", "", html.in(messages::notice_title));
  html.element("div", "which", title(copy).in(html.language())).raw("</header>\n");
  html.raw("<div class=\"number\"><span>")
      .say(messages::notice_number)
      .data(html.language() == Language::zh ? "：" : " ")
      .data(notice.number)
      .raw("</span><span>")
      .say(messages::notice_issued)
      .data(colon(html.language()))
      .data(detail::shown_date(notice.issued_on, html.language()))
      .raw("</span></div>\n");
}

/// Two facts a row; a last one alone takes the row.
void put_facts(Html& html, const Notice& notice) {
  const auto facts = detail::head_of(notice, html.language());
  html.raw("<table class=\"facts\">\n");
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const bool alone = i % 2 == 0 && i + 1 == facts.size();
    if (i % 2 == 0) html.raw("<tr>");
    html.element("th", "", facts[i].first)
        .raw(alone ? "<td colspan=\"3\">" : "<td>")
        .data(facts[i].second)
        .raw("</td>");
    if (i % 2 == 1 || alone) html.raw("</tr>\n");
  }
  html.raw("</table>\n");
}

void put_findings(Html& html, const Notice& notice, NoticeCopy copy) {
  const bool look_back = copy == NoticeCopy::look_back;
  html.raw("<table class=\"findings\">\n<thead><tr><th class=\"n\">#</th>");
  html.element("th", "item", html.in(messages::notice_item));
  html.element("th", "", html.in(messages::notice_finding));
  if (look_back) {
    html.element("th", "result", html.in(messages::notice_result));
  } else {
    html.element("th", "", html.in(messages::notice_requirement));
    html.element("th", "points", html.in(messages::notice_points));
  }
  html.raw("</tr></thead>\n<tbody>\n");
  for (std::size_t i = 0; i < notice.findings.size(); ++i) {
    const NoticeFinding& finding = notice.findings[i];
    html.raw("<tr>").element("td", "n", std::to_string(i + 1));
    html.element("td", "item", detail::item_of(finding, html.language())).raw("<td>");
    const std::vector<std::string> lines = detail::finding_lines(finding, html.language());
    html.element("div", "", lines.front());
    for (std::size_t line = 1; line < lines.size(); ++line) html.element("div", "small", lines[line]);
    html.raw("</td>");
    if (look_back) {
      html.raw("<td class=\"result\">☐ ").say(messages::notice_gone).raw("<br>☐ ");
      html.say(messages::notice_still_there).raw("</td>");
    } else {
      html.element("td", "", finding.requirement);
      html.element("td", "points", finding.deduction ? finding.deduction->to_string() : "");
    }
    html.raw("</tr>\n");
  }
  html.raw("</tbody></table>\n");
}

void put_line(Html& html, const Message& name) {
  html.raw("<div>").say(name).data(colon(html.language())).raw("</div>");
}

void put_look_back(Html& html) {
  html.raw("<div class=\"lines\">");
  put_line(html, messages::notice_look_back_by);
  put_line(html, messages::notice_look_back_date);
  html.raw("<div class=\"plain\">").say(messages::notice_conclusion).data(colon(html.language())).raw(" ☐ ");
  html.say(messages::notice_close).raw("　☐ ").say(messages::notice_send_back).raw("</div></div>\n");
}

void put_foot(Html& html, const Notice& notice) {
  const auto foot = detail::foot_of(notice, html.language());
  if (foot.empty()) return;
  html.raw("<div class=\"foot\">");
  for (const auto& [name, value] : foot) {
    html.raw("<p><b>").data(name).data(colon(html.language())).raw("</b>").data(value).raw("</p>");
  }
  html.raw("</div>\n");
}

void put_receipt(Html& html, const Notice& notice) {
  html.raw("<div class=\"receipt\"><div class=\"tear\">✂ ").say(messages::notice_tear).raw("</div>");
  html.element("h2", "", html.in(messages::notice_receipt)).raw("<p>");
  html.say(messages::notice_received, {notice.unit, notice.number}).raw("</p><div class=\"lines\">");
  put_line(html, messages::notice_received_by);
  put_line(html, messages::notice_received_on);
  put_line(html, messages::notice_delivered_by);
  put_line(html, messages::notice_unit_seal);
  html.raw("</div>");
  if (!notice.verification.empty()) {
    html.raw("<p class=\"small\">").say(messages::notice_verification).data(colon(html.language()));
    html.data(notice.verification).raw("</p>");
  }
  html.raw("</div>\n");
}

void put_copy(Html& html, const Notice& notice, NoticeCopy copy) {
  const bool look_back = copy == NoticeCopy::look_back;
  // The head of a table is printed again on every page that the table goes on to.
  html.raw("<section class=\"copy\"><table class=\"sheet\">\n<thead><tr><td><div class=\"running\">");
  html.element("span", "", notice.number).element("span", "", title(copy).in(html.language()));
  html.raw("</div></td></tr></thead>\n<tbody><tr><td><div class=\"body\">\n");
  put_header(html, notice, copy);
  put_facts(html, notice);
  html.raw("<p class=\"opening\">");
  html.say(look_back ? messages::notice_look_back_opening : messages::notice_opening, {notice.unit}).raw("</p>\n");
  put_findings(html, notice, copy);
  if (look_back) {
    put_look_back(html);
  } else {
    put_foot(html, notice);
    html.raw("<div class=\"sign\">").data(notice.authority).say(messages::notice_seal).raw("<br>");
    html.data(detail::shown_date(notice.issued_on, html.language())).raw("</div>\n");
  }
  if (!notice.verification.empty()) {
    html.raw("<div class=\"code\">").say(messages::notice_verification).data(colon(html.language())).raw("<b>");
    html.data(notice.verification).raw("</b><div class=\"small\">");
    html.say(messages::notice_check_hint, {notice.authority}).raw("</div></div>\n");
  }
  if (look_back) put_receipt(html, notice);
  html.raw("</div></td></tr></tbody></table></section>\n");
}

}  // namespace

std::string html_of(const Notice& notice, std::span<const NoticeCopy> copies, Language language) {
  if (const Diagnostics problems = validate(notice); problems.has_errors()) {
    throw ContractError("html_of: a notice that is not valid: " + problems.to_string());
  }
  Html html(language);
  html.raw("<!DOCTYPE html>\n<html lang=\"").raw(to_string(language)).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
  html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
  html.raw("<title>").say(messages::notice_title).data(" ").data(notice.number).raw("</title>\n<style>");
  html.raw(style).raw("</style>\n</head>\n<body>\n");
  for (const NoticeCopy copy : copies) put_copy(html, notice, copy);
  html.raw("</body>\n</html>\n");
  return html.take();
}

}  // namespace aedile
