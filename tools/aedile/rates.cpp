// aedile rates: rates over tickets, each with what enters it.
#include "aedile/rectification/rates.h"

#include <algorithm>

#include "aedile/core/period.h"
#include "aedile/data.h"
#include "aedile/input.h"
#include "aedile/io/rectification_csv.h"
#include "aedile/rectify.h"
#include "aedile/texts_rectify.h"

namespace aedile::tool {

namespace {

using Rows = std::vector<std::pair<std::string, TicketCounts>>;

struct CountName {
  Message name;  ///< its code is the key in JSON
  std::uint64_t TicketCounts::*counter;
};
constexpr CountName count_names[] = {
    {{"reported", "reported", "上报"}, &TicketCounts::reported},
    {{"filed", "filed", "立案"}, &TicketCounts::filed},
    {{"should_end", "should be closed", "应结案"}, &TicketCounts::should_end},
    {{"handled", "reported done", "处置"}, &TicketCounts::handled},
    {{"handled_on_time", "reported done in time", "按期处置"}, &TicketCounts::handled_on_time},
    {{"closed", "closed", "结案"}, &TicketCounts::closed},
    {{"closed_on_time", "closed in time", "按期结案"}, &TicketCounts::closed_on_time},
    {{"overdue", "late", "超时"}, &TicketCounts::overdue},
    {{"excused", "excused", "申诉成立"}, &TicketCounts::excused},
    {{"suspended", "suspended", "缓办"}, &TicketCounts::suspended},
    {{"reworked", "sent back", "返工案件"}, &TicketCounts::reworked},
    {{"send_backs", "times sent back", "返工次数"}, &TicketCounts::send_backs},
    {{"recurrences", "returns", "反复发案"}, &TicketCounts::recurrences},
    {{"returned", "returned as another's", "回退"}, &TicketCounts::returned},
    {{"replied", "replied", "答复"}, &TicketCounts::replied},
    {{"exempted", "exempted", "豁免"}, &TicketCounts::exempted},
    {{"voided", "void", "作废"}, &TicketCounts::voided},
    {{"merged", "merged", "并案"}, &TicketCounts::merged},
    {{"extensions", "extensions", "延期"}, &TicketCounts::extensions}};

RateChoices choices_of(const RatesArguments& arguments) {
  RateChoices choices;
  choices.rework = parse_rework_count(arguments.rework).value_or(choices.rework);
  choices.suspended = parse_suspended_tickets(arguments.suspended).value_or(choices.suspended);
  choices.replied = parse_replied_tickets(arguments.replied).value_or(choices.replied);
  choices.excused = parse_excused_lateness(arguments.excused).value_or(choices.excused);
  return choices;
}

std::vector<std::string> rates_of(const RatesArguments& arguments, const TicketCounts& total,
                                  const RateChoices& choices) {
  std::string known;
  for (const RateFormula& formula : rate_formulas()) known += (known.empty() ? "" : ", ") + std::string(formula.code);
  for (const std::string& code : arguments.rates) {
    if (find_rate(code) == nullptr) throw UsageFailure{Text(texts::rates_no_rate, {code, known})};
  }
  if (!arguments.rates.empty()) return arguments.rates;
  std::vector<std::string> codes;
  for (const RateFormula& formula : rate_formulas()) {
    if (rate_of(formula.code, total, choices).value) codes.emplace_back(formula.code);
  }
  return codes;
}

/// Whoever has no name is "-", as in the rows.
StatisticsFilter filter_of(const RatesArguments& arguments) {
  const auto given = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string>(text == "-" ? "" : text);
  };
  return {given(arguments.unit), given(arguments.site_class), given(arguments.item), given(arguments.period)};
}

/// A period of the kind of those that there are may be one without tickets.
bool is_such_a_period(const std::string& text, const std::set<std::string>& known) {
  const Result<Period> period = Period::parse(text);
  return period && std::any_of(known.begin(), known.end(), [&](const std::string& each) {
           const Result<Period> other = Period::parse(each);
           return other && other->kind() == period->kind();
         });
}

void check_selection(const TicketStatistics& all, const RatesArguments& arguments, const KnownNames& names,
                     ProblemLog& log) {
  constexpr std::size_t most_named = 30;
  if (all.cells().empty()) return;
  const auto check = [&](const char* option, const std::string& asked, StatisticsBy by, std::set<std::string> known) {
    if (asked.empty()) return;
    for (const auto& row : all.by(by)) known.insert(row.first.empty() ? "-" : row.first);
    if (known.contains(asked) || (by == StatisticsBy::period && is_such_a_period(asked, known))) return;
    std::string listed;
    std::size_t count = 0;
    for (const std::string& each : known) {
      if (++count > most_named) break;
      listed += (listed.empty() ? "" : ", ") + each;
    }
    if (count > most_named) listed += " …";
    log.error(Place{option, 0, 0, {}}, texts::rates_unknown, {asked, listed});
  };
  check("--unit", arguments.unit, StatisticsBy::unit, names.units);
  check("--site-class", arguments.site_class, StatisticsBy::site_class, {});
  check("--item", arguments.item, StatisticsBy::item, {});
  check("--period", arguments.period, StatisticsBy::period, {});
}

/// "12.5"
std::string hours(const Rational& seconds) {
  return (seconds / Rational(3600)).rounded({Rounding::half_up, 1}).to_decimal_string(1);
}

void print(const Console& console, const Rows& rows, const std::vector<std::string>& codes, const RateChoices& choices,
           bool counts) {
  for (const std::string& code : codes) {
    if (!console.quiet) console.out << printable(rate_words(code, choices).in(console.language)) << '\n';
    for (const auto& [name, row] : rows) {
      const RateValue rate = rate_of(code, row, choices);
      console.out << "  " << printable(name) << "  " << per_cent(rate) << "  " << grouped(rate.numerator) << "/"
                  << grouped(rate.denominator) << '\n';
    }
  }
  for (const auto& [name, row] : rows) {
    if (counts) {
      console.out << printable(name) << (console.language == Language::zh ? "：" : ":");
      for (const CountName& each : count_names) {
        if (row.*each.counter != 0) console.out << "  " << console.text(each.name) << " " << grouped(row.*each.counter);
      }
      console.out << '\n';
    }
    const TimeTally& times = row.working_time;
    if (times.count() == 0 || console.quiet) continue;
    console.out << printable(name) << (console.language == Language::zh ? "：" : ": ")
                << console.text(texts::rates_time,
                                {hours(*times.mean()), hours(Rational(*times.quantile(Rational(1, 2)))),
                                 hours(Rational(*times.quantile(Rational(9, 10))))})
                << '\n';
  }
  if (rows.empty()) console.out << console.text(texts::rates_none) << '\n';
}

void write(JsonWriter& json, const Console& console, const Rows& rows, const std::vector<std::string>& codes,
           const RateChoices& choices) {
  json.key("rates").begin_array();
  for (const std::string& code : codes) {
    json.begin_object().key("rate").string(code).key("formula").string(rate_words(code, choices).in(console.language));
    json.key("rows").begin_array();
    for (const auto& [name, row] : rows) {
      const RateValue rate = rate_of(code, row, choices);
      json.begin_object().key("name").string(name).key("numerator").number(static_cast<std::int64_t>(rate.numerator));
      json.key("denominator").number(static_cast<std::int64_t>(rate.denominator));
      if (rate.value) json.key("value").string(rate.value->to_string());
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().key("counts").begin_array();
  for (const auto& [name, row] : rows) {
    json.begin_object().key("name").string(name);
    for (const CountName& each : count_names)
      json.key(each.name.code).number(static_cast<std::int64_t>(row.*each.counter));
    if (const std::optional<Rational> mean = row.working_time.mean()) {
      json.key("mean_working_seconds").string(mean->to_string());
      json.key("median_working_seconds").number(*row.working_time.quantile(Rational(1, 2)));
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace

int show_rates(const TicketStatistics& all, ProblemLog log, const RatesArguments& arguments, Console& console,
               const KnownNames& known) {
  check_selection(all, arguments, known, log);
  const RateChoices choices = choices_of(arguments);
  const StatisticsFilter filter = filter_of(arguments);
  const TicketCounts total = all.total(filter);
  const std::vector<std::string> codes = rates_of(arguments, total, choices);
  Rows rows;
  if (const auto by = parse_statistics_by(arguments.by)) {
    for (const auto& [name, counts] : all.by(*by, filter)) rows.emplace_back(name.empty() ? "-" : name, counts);
  }
  if (total.reported > 0 && rows.size() != 1) rows.emplace_back(console.text(texts::rates_all), total);
  if (arguments.json) {
    std::string text;
    JsonWriter json(text);
    json.begin_object().key("aedile").string("rates/1");
    if (!log.has_errors()) write(json, console, rows, codes, choices);
    write_problems(json, console, log);
    json.end_object();
    console.out << text << '\n';
    return exit_code_of(log);
  }
  if (!log.has_errors()) print(console, rows, codes, choices, arguments.counts);
  print(console, log);
  return exit_code_of(log);
}

int rates(const RatesArguments& arguments, Console& console) {
  require_one_standard_input(arguments.facts);
  ProblemLog log(console.problem_limit);
  TicketStatistics all;
  for (const std::string& file : arguments.facts) {
    InputFile input(file);
    if (const auto read = read_ticket_facts(input.stream(), input.name(), log)) all.merge(*read);
  }
  return show_rates(all, log, arguments, console);
}

}  // namespace aedile::tool
