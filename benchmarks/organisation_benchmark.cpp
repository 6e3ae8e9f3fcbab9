// An organisation of national size: compiling it, asking who answers, summing over its territory, its ledger as a
// table.

#include <benchmark/benchmark.h>

#include <sstream>

#include "aedile/io/sites_csv.h"
#include "aedile/organisation/posting.h"
#include "aedile/organisation/territory.h"
#include "workload.h"

namespace aedile {
namespace {

const Date today = *Date::of(2026, 5, 12);

std::string number(const char* prefix, std::int64_t i) { return prefix + std::to_string(i); }

/// Ten grid cells a community, ten communities a street, ten streets a district; a leader linked with each community.
Organisation of_size(std::int64_t sites) {
  const std::int64_t cells = std::max<std::int64_t>(10, sites / 10);
  Organisation result{.id = "national", .edition = "2026"};
  result.units.push_back({.code = "city", .kind = UnitKind::city});
  const auto add_level = [&](UnitKind kind, const char* prefix, std::int64_t count, const char* above) {
    for (std::int64_t i = 0; i < count; ++i) {
      const std::string upper = *above == 0 ? "city" : number(above, i / 10);
      result.units.push_back({.code = number(prefix, i), .kind = kind, .within = {{.unit = upper}}});
    }
  };
  add_level(UnitKind::district, "d", (cells + 999) / 1000, "");
  add_level(UnitKind::street, "s", (cells + 99) / 100, "d");
  add_level(UnitKind::community, "c", (cells + 9) / 10, "s");
  add_level(UnitKind::grid_cell, "g", cells, "c");
  for (int b = 0; b < 25; ++b) {
    result.units.push_back({.code = number("b", b), .kind = UnitKind::department, .within = {{.unit = "city"}}});
    result.duties.push_back({number("D", b), {number("", b) + ".*"}, number("b", b), {}, {}, {}});
  }
  for (std::int64_t c = 0; c < (cells + 9) / 10; ++c) {
    result.units.push_back({.code = number("leader", c), .kind = UnitKind::person});
    result.contracts.push_back(
        {number("K", c), "包保", {}, number("leader", c), PartyRole::linked, {.areas = {number("c", c)}}});
  }
  for (std::int64_t i = 0; i < sites; ++i) {
    result.sites.push_back(
        {.code = number("P", i), .site_class = number("class", i % 16), .cell = number("g", i / 10)});
    result.sites.back().at = Coordinates{Degrees::from_scaled(i * 1000), Degrees::from_scaled(-i * 1000)};
    result.sites.back().contact = "张主任";
  }
  result.rules = {
      {"split",
       {},
       {},
       0,
       Rational(1),
       {{PartyRole::lead, WithinTerritory{UnitKind::community}, Rational(4, 5)},
        {PartyRole::supporting, DutyLead{}, Rational(1, 5)}}},
      {"direct", {}, {.site_classes = {"class0"}}, 0, Rational(1), {{PartyRole::lead, DutyLead{}, Rational(1)}}}};
  return result;
}

CompiledOrganisation compiled(std::int64_t sites) {
  Result<CompiledOrganisation> result = compile(of_size(sites));
  if (!result) workload::fail(result.diagnostics().to_string());
  return *result;
}

/// By construction: site i lies in community i / 100; sites of class0 are the department's alone.
void check(const CompiledOrganisation& organisation) {
  for (std::size_t i = 0; i < organisation.site_count(); i += 997) {
    const Responsibility answer = organisation.who("7.1.2", SiteId(i), today).value();
    const std::string community = number("c", static_cast<std::int64_t>(i / 100));
    const std::string lead = i % 16 == 0 ? "b7" : community;
    if (organisation.unit(answer.lead()).code != lead) workload::fail("another unit leads than the site's");
    if (organisation.unit(answer.units.back().unit).code != number("leader", static_cast<std::int64_t>(i / 100))) {
      workload::fail("another leader is linked than the community's");
    }
  }
}

void compiling(benchmark::State& state) {
  const Organisation organisation = of_size(state.range(0));
  check(compile(organisation).value());
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(compile(organisation));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(compiling)->Arg(1'000)->Name("compiling")->Unit(benchmark::kMillisecond);
BENCHMARK(compiling)->Arg(100'000)->Name("compiling-large")->Unit(benchmark::kMillisecond);

void who(benchmark::State& state) {
  const CompiledOrganisation organisation = compiled(state.range(0));
  check(organisation);
  std::size_t site = 0;
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(organisation.who("7.1.2", SiteId(site), today));
    site = (site + 9973) % organisation.site_count();
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(who)->Arg(1'000)->Name("who");
BENCHMARK(who)->Arg(100'000)->Name("who-large");

void posting(benchmark::State& state) {
  const std::vector<PostingShare> shares{{"street", Rational(4, 5)}, {"department", Rational(1, 5)}};
  const Points amount = Points::parse("2.5").value();
  if (attribute(amount, shares, 2).postings[0].amount != Points::of(2)) workload::fail("2.5 at 80/20 is not 2 and 0.5");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(attribute(amount, shares, 2));
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(posting);

void rolling_up(benchmark::State& state) {
  const CompiledOrganisation organisation = compiled(state.range(0));
  std::vector<std::int64_t> own(organisation.unit_count(), 0);
  for (std::size_t s = 0; s < organisation.site_count(); ++s) ++own[organisation.cell(SiteId(s)).index()];
  const auto sums = Territory(organisation, today).roll_up(std::span<const std::int64_t>(own));
  if (sums.at[0] != state.range(0)) workload::fail("the city does not have all sites");
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(Territory(organisation, today).roll_up(std::span<const std::int64_t>(own)));
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(organisation.unit_count()));
}
BENCHMARK(rolling_up)->Arg(1'000)->Name("rolling_up")->Unit(benchmark::kMicrosecond);
BENCHMARK(rolling_up)->Arg(100'000)->Name("rolling_up-large")->Unit(benchmark::kMicrosecond);

void ledger_table(benchmark::State& state) {
  const std::vector<Site> sites = of_size(state.range(0)).sites;
  std::ostringstream out;
  write_sites(out, sites);
  const std::string text = out.str();
  for ([[maybe_unused]] auto _ : state) {
    std::istringstream in(text);
    ProblemLog log;
    const std::optional<SiteTable> table = read_sites(in, "sites.csv", log);
    if (!table || table->sites() != sites) workload::fail("the ledger changed by being written and read");
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(ledger_table)->Arg(1'000)->Name("ledger_table")->Unit(benchmark::kMillisecond);
BENCHMARK(ledger_table)->Arg(100'000)->Name("ledger_table-large")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace aedile
