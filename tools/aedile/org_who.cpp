// aedile org who: who answers for an item at a site on a day, why, and with which part of the points.
#include "aedile/org.h"
#include "aedile/organisation/posting.h"
#include "aedile/texts_org.h"

namespace aedile::tool {

namespace {

std::string code_of(const Organisation& source, const Ground& ground) {
  switch (ground.kind) {
    case Ground::Kind::rule:
      return source.rules[ground.index].code;
    case Ground::Kind::contract:
      return source.contracts[ground.index].code;
    case Ground::Kind::duty:
      break;
  }
  return source.duties[ground.index].code;
}

class Answer {
 public:
  Answer(const Console& console, const CompiledOrganisation& organisation, const Responsibility& answer,
         const std::optional<Attribution>& postings)
      : console_(console), organisation_(organisation), answer_(answer), postings_(postings) {}

  void print() const {
    console_.out << printable(explain(organisation_, answer_, console_.language));
    if (!postings_) return;
    console_.out << console_.text(texts::postings_head, {postings_->amount.to_string(), postings_->total.to_string()})
                 << '\n';
    for (const Posting& posting : postings_->postings) {
      const Message& line = posting.remainder.is_zero() ? texts::posting_line : texts::posting_line_with_remainder;
      console_.out << "  "
                   << console_.text(line, {posting.unit, posting.amount.to_string(), posting.remainder.to_string()})
                   << '\n';
    }
  }

  void write(JsonWriter& json) const {
    json.key("item").string(answer_.item).key("site").string(organisation_.site(answer_.site).code);
    json.key("date").string(answer_.day.to_string()).key("total").string(answer_.total.to_string());
    json.key("units").begin_array();
    for (const ResponsibleUnit& unit : answer_.units) {
      const Unit& named = organisation_.unit(unit.unit);
      json.begin_object().key("unit").string(named.code);
      json.key("title").string(named.title.in(console_.language)).key("role").string(to_string(unit.role));
      json.key("share").string(unit.share.to_string());
      write(json, unit.ground);
      json.end_object();
    }
    json.end_array().key("considered").begin_array();
    for (const Considered& considered : answer_.considered) {
      json.begin_object();
      write(json, considered.ground);
      json.key("outcome").string(to_string(considered.outcome));
      if (considered.because != Considered::Because::nothing) json.key("because").string(to_string(considered.because));
      json.end_object();
    }
    json.end_array();
    if (postings_) write_postings(json);
  }

 private:
  void write(JsonWriter& json, const Ground& ground) const {
    json.key("by").string(to_string(ground.kind)).key("code").string(code_of(organisation_.source(), ground));
  }

  void write_postings(JsonWriter& json) const {
    json.key("postings").begin_object().key("amount").number(postings_->amount).key("total").number(postings_->total);
    json.key("total_remainder").string(postings_->total_remainder.to_string()).key("units").begin_array();
    for (const Posting& posting : postings_->postings) {
      json.begin_object().key("unit").string(posting.unit).key("amount").number(posting.amount);
      json.key("remainder").string(posting.remainder.to_string()).end_object();
    }
    json.end_array().end_object();
  }

  const Console& console_;
  const CompiledOrganisation& organisation_;
  const Responsibility& answer_;
  const std::optional<Attribution>& postings_;
};

/// Nothing where there is no such site, or nobody answers; the log says why.
std::optional<Responsibility> ask(const OrgWhoArguments& arguments, const OrgData& data, Date day, ProblemLog& log) {
  if (data.organisation() == nullptr) return std::nullopt;
  const std::optional<SiteId> site = data.organisation()->find_site(arguments.site);
  if (!site) throw UsageFailure{Text(texts::no_such_site, {arguments.site})};
  Result<Responsibility> answer = data.organisation()->who(arguments.item, *site, day);
  for (const Diagnostic& problem : answer.diagnostics()) {
    log.add({problem.level, {arguments.files.organisation, 0, 0, {}}, problem.text});
  }
  if (!answer) return std::nullopt;
  return std::move(*answer);
}

/// Nothing, with a problem at the rule, where rule and points together lead out of the range of points.
std::optional<Attribution> posted(const OrgData& data, const Responsibility& answer, Points points, int places,
                                  ProblemLog& log) {
  try {
    return attribute(points, shares_of(*data.organisation(), answer), places);
  } catch (const OverflowError&) {
    Diagnostics problems;
    Place place;
    for (const ResponsibleUnit& unit : answer.units) {
      if (unit.ground.kind == Ground::Kind::rule) place.pointer = "/rules/" + std::to_string(unit.ground.index);
    }
    problems.error(place, texts::postings_range, {points.to_string(), answer.total.to_string()});
    log.append(data.placed(problems));
    return std::nullopt;
  }
}

}  // namespace

int org_who(const OrgWhoArguments& arguments, Console& console) {
  const Date day = day_argument(arguments.date);
  std::optional<Points> points;
  if (arguments.points) {
    const Result<Points> parsed = Points::parse(*arguments.points);
    if (!parsed) throw UsageFailure{parsed.diagnostics().items().front().text};
    points = *parsed;
  }
  ProblemLog log(console.problem_limit);
  const OrgData data(arguments.files, log);
  const std::optional<Responsibility> answer = ask(arguments, data, day, log);
  std::optional<Attribution> postings;
  if (answer && points) postings = posted(data, *answer, *points, arguments.places, log);
  if (!arguments.json) {
    print(console, log);
    if (answer) Answer(console, *data.organisation(), *answer, postings).print();
    return exit_code_of(log);
  }
  std::string text;
  JsonWriter json(text);
  json.begin_object().key("aedile").string("responsibility/1");
  if (answer) Answer(console, *data.organisation(), *answer, postings).write(json);
  write_problems(json, console, log);
  json.end_object();
  console.out << text << '\n';
  return exit_code_of(log);
}

}  // namespace aedile::tool
