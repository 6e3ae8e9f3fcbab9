#include <algorithm>
#include <set>

#include "aedile/io/framework_json.h"
#include "support/generate_scored.h"

namespace aedile::test {

namespace {

// An item, or one cycle of it, on which something may be observed.
struct Seat {
  std::size_t item = 0;
  std::string cycle;
};

class VisitDraw {
 public:
  VisitDraw(const Framework& framework, VisitRecord visit) : framework_(framework), visit_(std::move(visit)) {
    for (const Node& node : framework.nodes) {
      if (node.parent) has_children_.insert(*node.parent);
    }
  }

  VisitRecord draw(const Flavour& flavour) {
    visit_.id = "V";
    visit_.date = Date::of(2026, 1, 1)->plus_days(pick(0, 400));
    visit_.attributes = {{"units", one_of<std::string>({"1", "3", "7", "0.5", "12"})}};
    if (!framework_.profiles.empty() && chance(40)) visit_.site_class = one_of(framework_.profiles).site_class;
    if (flavour.branch_checks) draw_branch_checks();
    const std::vector<Seat> seats = seats_left();
    for (const Seat& seat : seats) observe(seat);
    const int findings = seats.empty() ? 0 : pick(0, 10);
    for (int i = 0; i < findings; ++i) visit_.findings.push_back(finding_at(one_of(seats)));
    return visit_;
  }

  std::optional<FindingRecord> one_more() const {
    const std::vector<Seat> seats = seats_left();
    if (seats.empty()) return std::nullopt;
    return finding_at(one_of(seats));
  }

  std::vector<Seat> seats_left() const {
    std::vector<Seat> seats;
    for (std::size_t i = 0; i < framework_.nodes.size(); ++i) {
      if (has_children_.count(i) != 0 || !profile_applies(i)) continue;
      const std::vector<std::string> cycles = cycles_of(i);
      for (const std::string& cycle : cycles) {
        if (!is_ruled_out(i, cycle)) seats.push_back({i, cycle});
      }
    }
    return seats;
  }

 private:
  // The cycles of the node's branch; one empty word outside cycles.
  std::vector<std::string> cycles_of(std::size_t node) const {
    for (std::optional<std::size_t> at = node; at; at = framework_.nodes[*at].parent) {
      if (!framework_.nodes[*at].cycles) continue;
      std::vector<std::string> values;
      for (const Cycles::Cycle& cycle : framework_.nodes[*at].cycles->cycles) values.push_back(cycle.value);
      return values;
    }
    return {""};
  }

  bool profile_applies(std::size_t item) const {
    for (const Profile& profile : framework_.profiles) {
      if (profile.site_class != visit_.site_class) continue;
      bool listed = false;
      for (std::optional<std::size_t> at = item; at; at = framework_.nodes[*at].parent) {
        const auto& codes = profile.nodes;
        listed = listed || std::find(codes.begin(), codes.end(), framework_.nodes[*at].code) != codes.end();
      }
      return listed != profile.all_except;
    }
    return true;
  }

  // A check says not applicable or not checked of the item or of a branch it is in.
  bool is_ruled_out(std::size_t item, const std::string& cycle) const {
    for (std::optional<std::size_t> at = item; at; at = framework_.nodes[*at].parent) {
      for (const CheckRecord& check : visit_.checks) {
        if (check.item != framework_.nodes[*at].code || !check.criterion.empty()) continue;
        const bool same_cycle = check.attributes.empty() || check.attributes.front().second == cycle;
        const bool is_out = check.result == CheckResult::not_applicable || check.result == CheckResult::not_checked;
        if (is_out && same_cycle) return true;
      }
    }
    return false;
  }

  static AttributeTexts cycle_text(const std::string& cycle) {
    return cycle.empty() ? AttributeTexts{} : AttributeTexts{{"cycle", cycle}};
  }

  void draw_branch_checks() {
    for (std::size_t i = 1; i < framework_.nodes.size(); ++i) {
      if (!chance(7)) continue;
      CheckRecord check;
      check.item = framework_.nodes[i].code;
      check.result = chance(50) ? CheckResult::not_applicable : CheckResult::not_checked;
      check.attributes = cycle_text(one_of(cycles_of(i)));
      if (framework_.nodes[i].cycles && has_children_.count(i) != 0 && chance(30)) check.attributes.clear();
      visit_.checks.push_back(check);
    }
  }

  void observe(const Seat& seat) {
    bool has_revisits = false;
    for (const Rule& rule : framework_.nodes[seat.item].rules) {
      if (const auto* checklist = std::get_if<Checklist>(&rule)) check(seat, *checklist);
      if (const auto* bands = std::get_if<Bands>(&rule)) {
        for (const std::string& name : bands->readings) read(seat, name, std::to_string(pick(0, 25)), 92);
      }
      if (const auto* rate = std::get_if<Rate>(&rule)) {
        const int sample = pick(0, 12);
        if (rate->denominator.empty()) {
          read(seat, rate->numerator, one_of<std::string>({"100", "0", "94.5", "93.6", "66.666666", "29"}), 90);
        } else {
          read(seat, rate->numerator, std::to_string(pick(0, sample)), 92);
          read(seat, rate->denominator, std::to_string(sample), 95);
        }
      }
      if (const auto* progress = std::get_if<Progress>(&rule)) {
        read(seat, progress->actual, one_of<std::string>({"30", "0", "1", "2.5", "4", "7", "11", "-1"}), 88);
      }
      if (const auto* letters = std::get_if<Letters>(&rule)) {
        read(seat, letters->reading, one_of<std::string>({"A", "B", "C", "n/a", "-"}), 88);
      }
      const PerOccurrence* each = per_occurrence_of(rule);
      has_revisits = has_revisits || (each && each->scale);
    }
    if (has_revisits) read(seat, "revisits", std::to_string(pick(1, 3)), 60);
  }

  void read(const Seat& seat, const std::string& name, std::string value, int per_cent) {
    if (!chance(per_cent)) return;
    ReadingRecord reading;
    reading.item = framework_.nodes[seat.item].code;
    reading.name = name;
    reading.value = std::move(value);
    reading.attributes = cycle_text(seat.cycle);
    visit_.readings.push_back(reading);
  }

  void check(const Seat& seat, const Checklist& checklist) {
    CheckRecord record;
    record.item = framework_.nodes[seat.item].code;
    record.attributes = cycle_text(seat.cycle);
    if (checklist.criteria.empty()) {
      const bool is_said = std::any_of(visit_.checks.begin(), visit_.checks.end(), [&](const CheckRecord& other) {
        return other.item == record.item && other.attributes == record.attributes;
      });
      record.result = any_result();
      // These would rule the item out after its findings were drawn.
      if (record.result == CheckResult::not_applicable || record.result == CheckResult::not_checked)
        record.result = CheckResult::unscored;
      if (!is_said && chance(90)) visit_.checks.push_back(record);
    }
    for (const Checklist::Criterion& criterion : checklist.criteria) {
      record.criterion = criterion.code;
      record.result = any_result();
      if (chance(88)) visit_.checks.push_back(record);
    }
  }

  static CheckResult any_result() {
    return one_of<CheckResult>({CheckResult::pass, CheckResult::fail, CheckResult::pass, CheckResult::fixed,
                                CheckResult::error, CheckResult::unknown, CheckResult::not_applicable,
                                CheckResult::not_applicable, CheckResult::not_checked, CheckResult::not_selected,
                                CheckResult::informational, CheckResult::unscored});
  }

  FindingRecord finding_at(const Seat& seat) const {
    FindingRecord finding;
    finding.item = framework_.nodes[seat.item].code;
    finding.count = one_of<std::uint32_t>({1, 1, 1, 2, 3, 0, 7, 40});
    finding.attributes = cycle_text(seat.cycle);
    const auto give = [&](const char* name, std::vector<std::string> values, int per_cent) {
      if (chance(per_cent)) finding.attributes.emplace_back(name, one_of(values));
    };
    give("severity", {"minor", "serious", "fatal"}, 85);
    give("area", {"inside", "outside"}, 60);
    give("location", {"north gate", "south gate", "hall"}, 60);
    give("repeat", {"yes", "no"}, 40);
    give("overdue", {"yes"}, 10);
    give("corrected", {"yes"}, 15);
    return finding;
  }

  const Framework& framework_;
  VisitRecord visit_;
  std::set<std::size_t> has_children_;
};

void show(std::ostream& out, const AttributeTexts& attributes) {
  for (const auto& [name, value] : attributes) out << ' ' << name << '=' << value;
}

}  // namespace

rc::Gen<VisitRecord> any_visit_to(const Framework& framework, Flavour flavour) {
  // A copy, since RapidCheck draws again after the property that asked is over.
  return rc::gen::exec([framework, flavour] { return VisitDraw(framework, {}).draw(flavour); });
}

std::optional<FindingRecord> one_more_finding(const Framework& framework, const VisitRecord& visit) {
  return VisitDraw(framework, visit).one_more();
}

void show(std::ostream& out, const Framework& framework) { out << write_framework(framework); }

void show(std::ostream& out, const VisitRecord& visit) {
  out << "visit " << (visit.date ? visit.date->to_string() : "") << " class '" << visit.site_class << "'";
  show(out, visit.attributes);
  out << '\n';
  for (const FindingRecord& finding : visit.findings) {
    out << "finding " << finding.item << " ×" << finding.count;
    show(out, finding.attributes);
    out << '\n';
  }
  for (const ReadingRecord& reading : visit.readings) {
    out << "reading " << reading.item << ' ' << reading.name << " = " << reading.value;
    show(out, reading.attributes);
    out << '\n';
  }
  for (const CheckRecord& check : visit.checks) {
    out << "check " << check.item << ' ' << check.criterion << " = " << to_string(check.result);
    show(out, check.attributes);
    out << '\n';
  }
}

std::ostream& operator<<(std::ostream& out, const ScoredCase& value) {
  show(out, value.framework);
  show(out, value.visit);
  return out;
}

}  // namespace aedile::test
