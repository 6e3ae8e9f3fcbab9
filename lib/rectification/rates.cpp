#include "aedile/rectification/rates.h"

#include <algorithm>
#include <array>

#include "core/enum_names.h"
#include "rectification/both.h"
#include "rectification/messages_rates.h"

namespace aedile {

namespace {

constexpr std::array<detail::EnumName<ReworkCount>, 2> rework_names{
    {{ReworkCount::tickets, "tickets"}, {ReworkCount::send_backs, "send_backs"}}};
constexpr std::array<detail::EnumName<SuspendedTickets>, 2> suspended_names{
    {{SuspendedTickets::stay, "stay"}, {SuspendedTickets::leave, "leave"}}};
constexpr std::array<detail::EnumName<RepliedTickets>, 3> replied_names{
    {{RepliedTickets::not_rectified, "not_rectified"},
     {RepliedTickets::rectified, "rectified"},
     {RepliedTickets::leave, "leave"}}};
constexpr std::array<detail::EnumName<ExcusedLateness>, 2> excused_names{
    {{ExcusedLateness::on_time, "on_time"}, {ExcusedLateness::late, "late"}}};

constexpr std::array<RateFormula, 14> formulas{{{"filing_rate", "filing rate", "立案率"},
                                                {"on_time_filing_rate", "on-time filing rate", "按时立案率"},
                                                {"on_time_dispatch_rate", "on-time dispatch rate", "按时派遣率"},
                                                {"accurate_dispatch_rate", "accurate dispatch rate", "准确派遣率"},
                                                {"handling_rate", "handling rate", "处置率"},
                                                {"on_time_handling_rate", "on-time handling rate", "按期处置率"},
                                                {"closing_rate", "closing rate", "结案率"},
                                                {"on_time_closing_rate", "on-time closing rate", "按期结案率"},
                                                {"rectification_rate", "rectification rate", "整改率"},
                                                {"rework_rate", "rework rate", "返工率"},
                                                {"return_rate", "return rate", "回退率"},
                                                {"pass_rate", "pass rate", "核查通过率"},
                                                {"recurrence_rate", "recurrence rate", "重复案件率"},
                                                {"overdue_rate", "overdue rate", "超时率"}}};

struct Parts {
  std::uint64_t numerator = 0;
  std::uint64_t denominator = 0;
};

/// What a formula is made of, in the order of `formulas`.
using Formula = Parts (*)(const TicketCounts&, const RateChoices&);

bool leaves(const RateChoices& choices) { return choices.suspended == SuspendedTickets::leave; }

/// 应结案数, as the choices have it.
std::uint64_t should_end(const TicketCounts& counts, const RateChoices& choices) {
  std::uint64_t all = counts.should_end;
  if (leaves(choices)) all -= counts.suspended;
  if (choices.replied == RepliedTickets::leave) all -= counts.replied;
  return all;
}

/// 应处置数: whatever was filed.
std::uint64_t to_be_handled(const TicketCounts& counts, const RateChoices& choices) {
  return leaves(choices) ? counts.filed - counts.suspended : counts.filed;
}

/// 超时数: of those that should end, as the choices have it.
std::uint64_t overdue(const TicketCounts& counts, const RateChoices& choices) {
  const bool excuses = choices.excused == ExcusedLateness::on_time;
  std::uint64_t all = excuses ? counts.overdue - counts.excused : counts.overdue;
  if (leaves(choices)) all -= counts.suspended_overdue - (excuses ? counts.suspended_excused : 0);
  if (choices.replied == RepliedTickets::leave) all -= counts.replied_overdue - (excuses ? counts.replied_excused : 0);
  return all;
}

std::uint64_t in_time(std::uint64_t plain, std::uint64_t excused, const RateChoices& choices) {
  return plain + (choices.excused == ExcusedLateness::on_time ? excused : 0);
}

/// 按期处置数: of those to be handled, as the choices have it.
std::uint64_t handled_in_time(const TicketCounts& counts, const RateChoices& choices) {
  const std::uint64_t all = in_time(counts.handled_on_time, counts.handled_excused, choices);
  if (!leaves(choices)) return all;
  return all - in_time(counts.suspended_handled_on_time, counts.suspended_handled_excused, choices);
}

constexpr std::array<Formula, formulas.size()> evaluations{
    [](const TicketCounts& n, const RateChoices&) {
      return Parts{n.filed, n.reported};
    },
    [](const TicketCounts& n, const RateChoices&) {
      return Parts{n.filed_on_time, n.filed};
    },
    [](const TicketCounts& n, const RateChoices&) {
      return Parts{n.dispatched_on_time, n.filed};
    },
    [](const TicketCounts& n, const RateChoices&) {
      return Parts{n.dispatched - n.returned, n.filed};
    },
    [](const TicketCounts& n, const RateChoices& choices) {
      return Parts{leaves(choices) ? n.handled - n.suspended_handled : n.handled, to_be_handled(n, choices)};
    },
    [](const TicketCounts& n, const RateChoices& choices) {
      return Parts{handled_in_time(n, choices), to_be_handled(n, choices)};
    },
    [](const TicketCounts& n, const RateChoices& choices) {
      return Parts{n.closed, should_end(n, choices)};
    },
    [](const TicketCounts& n, const RateChoices& choices) {
      return Parts{in_time(n.closed_on_time, n.closed_excused, choices), should_end(n, choices)};
    },
    [](const TicketCounts& n, const RateChoices& choices) {
      return Parts{n.closed + (choices.replied == RepliedTickets::rectified ? n.replied : 0), should_end(n, choices)};
    },
    [](const TicketCounts& n, const RateChoices& choices) {
      // What was looked at and sent back was handled, though nobody reported it done.
      return Parts{choices.rework == ReworkCount::tickets ? n.reworked : n.send_backs,
                   n.handled + n.reworked_unreported};
    },
    [](const TicketCounts& n, const RateChoices&) {
      return Parts{n.returned, n.dispatched};
    },
    [](const TicketCounts& n, const RateChoices&) {
      return Parts{n.passed_first, n.verified};
    },
    [](const TicketCounts& n, const RateChoices&) {
      return Parts{n.recurrences, n.filed};
    },
    [](const TicketCounts& n, const RateChoices& choices) {
      return Parts{overdue(n, choices), should_end(n, choices)};
    },
};

constexpr std::array sentences{&messages::filing_rate,           &messages::on_time_filing_rate,
                               &messages::on_time_dispatch_rate, &messages::accurate_dispatch_rate,
                               &messages::handling_rate,         &messages::on_time_handling_rate,
                               &messages::closing_rate,          &messages::on_time_closing_rate,
                               &messages::rectification_rate,    &messages::rework_rate,
                               &messages::return_rate,           &messages::pass_rate,
                               &messages::recurrence_rate,       &messages::overdue_rate};

std::size_t index_of(std::string_view code) {
  const RateFormula* const formula = find_rate(code);
  if (formula == nullptr) throw ContractError("rate_of: no rate of the name " + std::string(code));
  return static_cast<std::size_t>(formula - formulas.data());
}

std::string numerator_words(std::string_view code, const RateChoices& choices, Language language) {
  const auto say = [&](const Message& message) { return std::string(message.in(language)); };
  if (code == "rework_rate") {
    return say(choices.rework == ReworkCount::tickets ? messages::rework_tickets : messages::rework_send_backs);
  }
  if (code == "rectification_rate") {
    return choices.replied == RepliedTickets::rectified ? say(messages::plus_replied) : "";
  }
  if (code == "overdue_rate") {
    return say(choices.excused == ExcusedLateness::on_time ? messages::minus_excused : messages::with_excused);
  }
  return choices.excused == ExcusedLateness::on_time ? say(messages::plus_excused) : "";
}

std::string denominator_words(std::string_view code, const RateChoices& choices, Language language) {
  const auto say = [&](const Message& message) { return std::string(message.in(language)); };
  std::string text;
  if (choices.suspended == SuspendedTickets::leave) text += say(messages::minus_suspended);
  if (code == "handling_rate" || code == "on_time_handling_rate") return text;
  if (choices.replied == RepliedTickets::leave) {
    text += say(messages::minus_replied);
  } else {
    text += say(messages::with_replied);
  }
  return text;
}

}  // namespace

std::string_view to_string(ReworkCount choice) { return detail::name_of(rework_names, choice); }
std::string_view to_string(SuspendedTickets choice) { return detail::name_of(suspended_names, choice); }
std::string_view to_string(RepliedTickets choice) { return detail::name_of(replied_names, choice); }
std::string_view to_string(ExcusedLateness choice) { return detail::name_of(excused_names, choice); }

std::optional<ReworkCount> parse_rework_count(std::string_view text) { return detail::value_of(rework_names, text); }
std::optional<SuspendedTickets> parse_suspended_tickets(std::string_view text) {
  return detail::value_of(suspended_names, text);
}
std::optional<RepliedTickets> parse_replied_tickets(std::string_view text) {
  return detail::value_of(replied_names, text);
}
std::optional<ExcusedLateness> parse_excused_lateness(std::string_view text) {
  return detail::value_of(excused_names, text);
}

std::span<const RateFormula> rate_formulas() { return formulas; }

const RateFormula* find_rate(std::string_view code) {
  const auto found =
      std::find_if(formulas.begin(), formulas.end(), [&](const RateFormula& formula) { return formula.code == code; });
  return found == formulas.end() ? nullptr : &*found;
}

RateValue rate_of(std::string_view code, const TicketCounts& counts, const RateChoices& choices) {
  const Parts parts = evaluations[index_of(code)](counts, choices);
  RateValue rate{parts.numerator, parts.denominator, {}};
  if (parts.denominator != 0) {
    rate.value = Rational(static_cast<std::int64_t>(parts.numerator), static_cast<std::int64_t>(parts.denominator));
  }
  return rate;
}

namespace {

/// A sum as one side of a division stands in brackets.
std::string bracketed(const std::string& side) {
  const bool is_sum = side.find(" + ") != std::string::npos || side.find(" − ") != std::string::npos;
  return is_sum && !side.starts_with("（") ? "（" + side + "）" : side;
}

/// "rate = this ÷ that", with brackets where the Chinese needs them: it writes sums with signs.
std::string with_brackets(const std::string& sentence) {
  constexpr std::string_view is = " = ";
  constexpr std::string_view by = "÷";
  const std::size_t from = sentence.find(is) + is.size();
  const std::size_t sign = sentence.find(by);
  std::string above = sentence.substr(from, sign - from);
  std::string below = sentence.substr(sign + by.size());
  while (above.ends_with(' ')) above.pop_back();
  while (below.starts_with(' ')) below.erase(0, 1);
  return sentence.substr(0, from) + bracketed(above) + " ÷ " + bracketed(below);
}

}  // namespace

LocalText rate_words(std::string_view code, const RateChoices& choices) {
  const LocalText plain = detail::both(*sentences[index_of(code)], [&](Language language) {
    return std::vector<std::string>{numerator_words(code, choices, language),
                                    denominator_words(code, choices, language)};
  });
  return LocalText{{{"en", plain.in(Language::en)}, {"zh", with_brackets(plain.in(Language::zh))}}};
}

std::string per_cent(const RateValue& rate, int places) {
  if (!rate.value) return "–";
  const Rational shown = (*rate.value * Rational(100)).rounded({Rounding::half_up, places});
  std::string text = shown.to_decimal_string(places);
  // 98 is shown as 98.0, so that columns of rates are alike.
  if (places > 0) {
    if (text.find('.') == std::string::npos) text += '.';
    text.resize(text.find('.') + 1 + static_cast<std::size_t>(places), '0');
  }
  return text + " %";
}

}  // namespace aedile
