// The answer in words.
#include <climits>

#include "aedile/organisation/compiled_organisation.h"
#include "organisation/messages_answer.h"

namespace aedile {

namespace {

class Explanation {
 public:
  Explanation(const CompiledOrganisation& organisation, const Responsibility& answer, Language language)
      : organisation_(organisation), answer_(answer), language_(language) {}

  std::string text() {
    const Site& site = organisation_.site(answer_.site);
    line("", messages::answer_head, {answer_.item, titled(site.code, site.title), answer_.day.to_string()});
    for (const ResponsibleUnit& unit : answer_.units) {
      const Unit& named = organisation_.unit(unit.unit);
      const std::string who = titled(named.code, named.title);
      if (unit.share.is_zero()) {
        line("  ", messages::answer_line_without_share, {role(unit.role), who, ground(unit.ground)});
      } else {
        line("  ", messages::answer_line, {role(unit.role), who, percent(unit.share), ground(unit.ground)});
      }
    }
    line("  ", messages::answer_total, {percent(answer_.total)});
    for (const Considered& considered : answer_.considered) explain(considered);
    return std::move(text_);
  }

 private:
  std::string in(const Message& message, std::vector<std::string> arguments = {}) const {
    return Text(message, std::move(arguments)).in(language_);
  }
  void line(const char* indent, const Message& message, std::vector<std::string> arguments) {
    text_ += indent + in(message, std::move(arguments)) + '\n';
  }
  std::string titled(const std::string& code, const LocalText& title) const {
    const std::string& words = title.in(language_);
    return words.empty() || words == code ? code : code + " " + words;
  }
  std::string role(PartyRole role) const {
    return in(role == PartyRole::lead         ? messages::role_lead
              : role == PartyRole::supporting ? messages::role_supporting
                                              : messages::role_linked);
  }
  std::string ground(const Ground& ground) const {
    const Organisation& source = organisation_.source();
    if (ground.kind == Ground::Kind::rule) return in(messages::ground_rule, {source.rules[ground.index].code});
    if (ground.kind == Ground::Kind::duty) return in(messages::ground_duty, {source.duties[ground.index].code});
    const Contract& contract = source.contracts[ground.index];
    return in(messages::ground_contract, {contract.code, contract.kind});
  }
  std::string place(const Considered& considered) const {
    if (considered.fit.place == 0) return in(messages::fit_everywhere);
    if (considered.fit.place == INT_MAX) return in(messages::fit_site);
    const std::vector<UnitId> chain = organisation_.chain(answer_.site, answer_.day);
    const Unit& area = organisation_.unit(chain[chain.size() - static_cast<std::size_t>(considered.fit.place)]);
    return in(messages::fit_area, {titled(area.code, area.title)});
  }
  std::string fit(const Considered& considered) const {
    const Fit& fit = considered.fit;
    const std::string items = fit.item == 0 ? in(messages::fit_all_items)
                              : fit.item > answer_.item.size()
                                  ? in(messages::fit_this_item)
                                  : in(messages::fit_some_items, {answer_.item.substr(0, fit.item)});
    if (considered.ground.kind == Ground::Kind::duty) return items;
    std::string where = place(considered);
    if (fit.site_class) where = in(messages::fit_class, {where, organisation_.site(answer_.site).site_class});
    return in(messages::fit_and, {items, where});
  }
  void explain(const Considered& considered) {
    const std::vector<std::string> what{ground(considered.ground), fit(considered)};
    if (considered.outcome == Considered::Outcome::chosen) return line("", messages::considered_chosen, what);
    if (considered.outcome == Considered::Outcome::added) return line("", messages::considered_added, what);
    line("", messages::considered_overridden, {what[0], what[1], in(because(considered.because))});
  }
  static const Message& because(Considered::Because because) {
    switch (because) {
      case Considered::Because::priority:
        return messages::because_priority;
      case Considered::Because::place:
        return messages::because_place;
      case Considered::Because::item:
        return messages::because_item;
      case Considered::Because::site_class:
        return messages::because_site_class;
      case Considered::Because::nothing:
        break;
    }
    return messages::because_order;
  }

  const CompiledOrganisation& organisation_;
  const Responsibility& answer_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string percent(const Rational& share) { return (share * Rational(100)).to_decimal_string(2) + " %"; }

std::string explain(const CompiledOrganisation& organisation, const Responsibility& answer, Language language) {
  return Explanation(organisation, answer, language).text();
}

}  // namespace aedile
