// aedile on the workload W1 of the shared benchmarks: columns in, scores out. Prints a line of JSON a number of threads
// and writes the results where the peers' own check compares them.
//
//   aedile_w1 DATA OUT w1_10m s W1_10m_s       (as `tuned w1 w1_10m s W1_10m_s` with PERF_DATA and PERF_OUT)

#include <sys/mman.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>

#include "aedile/scoring/bulk.h"

namespace {

using namespace aedile;

[[noreturn]] void fail(const std::string& why) {
  std::cerr << why << '\n';
  std::exit(1);
}

/// Large pages, as the program that is compared with has them.
template <class T>
struct LargePages {
  using value_type = T;
  T* allocate(std::size_t count) {
    constexpr std::size_t page = std::size_t{2} << 20;
    const std::size_t bytes = (count * sizeof(T) + page - 1) / page * page;
    void* const memory = std::aligned_alloc(page, bytes);
    if (memory == nullptr) throw std::bad_alloc();
    madvise(memory, bytes, MADV_HUGEPAGE);
    return static_cast<T*>(memory);
  }
  void deallocate(T* memory, std::size_t) { std::free(memory); }
  friend bool operator==(const LargePages&, const LargePages&) { return true; }
};
template <class T>
using Array = std::vector<T, LargePages<T>>;

template <class T>
Array<T> load(const std::string& path) {
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  if (!in) fail("cannot read " + path);
  Array<T> column(static_cast<std::size_t>(in.tellg()) / sizeof(T));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(column.data()), static_cast<std::streamsize>(column.size() * sizeof(T)));
  return column;
}

/// The tree of the workload as a framework, and what its codes mean.
struct Scheme {
  Framework framework;
  std::vector<std::size_t> dimensions, items;  // nodes
  std::vector<std::vector<bool>> applies;      // by site type
};

Points hundredths(int value) { return Points::from_scaled(value * (Points::unit / 100)); }

std::size_t add(Framework& framework, std::string code, std::optional<std::size_t> parent, int weight) {
  Node node;
  node.code = std::move(code);
  node.parent = parent;
  node.weight = Weight::of(weight);
  node.aggregation.by = Aggregator::weighted_mean;
  framework.nodes.push_back(std::move(node));
  return framework.nodes.size() - 1;
}

/// Document order: each dimension with its indicators, each of these with its items.
Scheme read_scheme(const std::string& path) {
  std::ifstream in(path);
  if (!in) fail("cannot read " + path);
  int dimensions = 0, indicators = 0, items = 0, types = 0;
  in >> dimensions >> indicators >> items >> types;
  std::vector<int> dimension_weight(static_cast<std::size_t>(dimensions));
  for (int& weight : dimension_weight) in >> weight;
  struct Indicator {
    int dimension, weight;
  };
  std::vector<Indicator> indicator(static_cast<std::size_t>(indicators));
  for (Indicator& i : indicator) in >> i.dimension >> i.weight;
  struct Item {
    int indicator, weight, full;
    std::array<int, 4> points;
    int kind;
  };
  std::vector<Item> item(static_cast<std::size_t>(items));
  for (Item& i : item) {
    in >> i.indicator >> i.weight >> i.full;
    for (int& points : i.points) in >> points;
    in >> i.kind;
  }
  Scheme scheme;
  Framework& framework = scheme.framework;
  framework.id = "w1";
  framework.edition = "1";
  framework.title = "W1";
  Attribute severity{"severity", "severity", {}};
  for (const char* value : {"0", "1", "2", "3"}) severity.values.push_back({value, value});
  framework.attributes.push_back(std::move(severity));
  add(framework, "total", {}, 1);
  const Filter gravest{{"severity", {"3"}}};
  scheme.items.resize(item.size());
  for (int d = 0; d < dimensions; ++d) {
    scheme.dimensions.push_back(
        add(framework, "d" + std::to_string(d), 0, dimension_weight[static_cast<std::size_t>(d)]));
    for (std::size_t j = 0; j < indicator.size(); ++j) {
      if (indicator[j].dimension != d) continue;
      const std::size_t parent = add(framework, "i" + std::to_string(j), scheme.dimensions.back(), indicator[j].weight);
      for (std::size_t k = 0; k < item.size(); ++k) {
        if (item[k].indicator != static_cast<int>(j)) continue;
        scheme.items[k] = add(framework, "k" + std::to_string(k), parent, item[k].weight);
        Node& node = framework.nodes.back();
        node.aggregation = {};
        node.full_marks = hundredths(item[k].full);
        PointsTable points;
        points.by = {"severity"};
        for (std::size_t s = 0; s < 4; ++s)
          points.cells.push_back({{std::to_string(s)}, hundredths(item[k].points[s])});
        node.rules.push_back(Deduction{.each = {.points = points}});
        if (item[k].kind == 1)
          node.rules.push_back(Veto{.when = gravest, .on = "i" + std::to_string(j), .ceiling = Points{}});
        if (item[k].kind == 2) node.rules.push_back(Veto{.when = gravest, .on = "total", .ceiling = Points::of(59)});
        if (item[k].kind == 3)
          node.rules.push_back(Penalty{.each = {.when = gravest, .points = Points::of(5)}, .on = "total"});
      }
    }
  }
  const auto grade = [](const char* code, int from) {
    return Grade{code, code, {.at_least = Points::of(from) - Points::from_scaled(1)}};
  };
  framework.nodes[0].grades = {grade("A", 90), grade("B", 75), grade("C", 60), {"D", "D", {}}};
  for (int t = 0; t < types; ++t) {
    std::vector<bool> applies(item.size());
    for (std::size_t k = 0; k < item.size(); ++k) {
      int flag = 0;
      in >> flag;
      applies[k] = flag != 0;
    }
    scheme.applies.push_back(std::move(applies));
  }
  if (!in) fail(path + " is no tree");
  return scheme;
}

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

void emit(const std::string& peer, const std::string& tag, std::vector<double> seconds, const std::string& note) {
  std::vector<double> sorted = seconds;
  std::sort(sorted.begin(), sorted.end());
  std::printf(R"({"peer":"%s","workload":"%s","median":%.6f,"runs":[)", peer.c_str(), tag.c_str(),
              sorted[sorted.size() / 2]);
  for (std::size_t i = 0; i < seconds.size(); ++i) std::printf("%s%.6f", i != 0 ? "," : "", seconds[i]);
  std::printf("],\"rss_mb\":%.1f,\"note\":\"%s\"}\n", peak_mb(), note.c_str());
  std::fflush(stdout);
}

/// As doubles, column after column: the form that the peers' check reads.
class Dump {
 public:
  explicit Dump(const std::string& path) : out_(path, std::ios::binary) {
    if (!out_) fail("cannot write " + path);
  }
  void add(double value) { out_.write(reinterpret_cast<const char*>(&value), sizeof value); }
  void add(Points mark) { add(mark == no_mark ? -1.0 : static_cast<double>(mark.scaled()) / Points::unit); }

 private:
  std::ofstream out_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count < 6) fail("usage: aedile_w1 DATA OUT FOLDER s|r TAG [common]");
  const std::string data = std::string(arguments[1]) + "/", out = arguments[2], tag = arguments[5];
  const std::string common = data + (count > 6 ? arguments[6] : "common");
  const std::string folder = data + arguments[3] + "/", prefix = folder + arguments[4] + "_";
  const Scheme scheme = read_scheme(common + "/tree.txt");
  const auto types = load<std::uint8_t>(common + "/site_type.u8");
  const auto visit_site = load<std::uint32_t>(folder + "visit_site.u32");
  const auto visit_period = load<std::uint16_t>(folder + "visit_period.u16");
  const auto visit = load<std::uint32_t>(prefix + "visit.u32"), site = load<std::uint32_t>(prefix + "site.u32");
  const auto item = load<std::uint16_t>(prefix + "item.u16"), period = load<std::uint16_t>(prefix + "period.u16");
  const auto severity = load<std::uint8_t>(prefix + "sev.u8"), times = load<std::uint8_t>(prefix + "cnt.u8");
  const auto column = [](const auto& codes) { return Column(std::span(codes.data(), codes.size())); };
  const VisitColumns visits{.count = visit_site.size(),
                            .site = column(visit_site),
                            .period = column(visit_period),
                            .profile = {},
                            .profile_of_site = column(types)};
  const FindingColumns findings{.visit = column(visit),
                                .item = column(item),
                                .count = column(times),
                                .site = column(site),
                                .period = column(period),
                                .attributes = {column(severity)}};
  const std::size_t width = scheme.dimensions.size() + 1;
  Array<Points> marks(visits.count * width);
  Array<std::uint8_t> grades(visits.count);
  BulkReport report;
  for (std::size_t number = 1; number <= 2; ++number) {
    std::vector<double> seconds;
    for (int repetition = 0; repetition < 3; ++repetition) {
      const double start = now();
      const Result<CompiledFramework> compiled = compile(scheme.framework);
      if (!compiled) fail(compiled.diagnostics().to_string());
      BulkLayout layout{.items = {}, .profiles = {}, .attributes = {{"severity", {"0", "1", "2", "3"}}}, .nodes = {}};
      const auto node = [&](std::size_t authored) { return *compiled->find(scheme.framework.nodes[authored].code); };
      for (const std::size_t k : scheme.items) layout.items.push_back(node(k));
      for (const std::vector<bool>& applies : scheme.applies) {
        std::vector<NodeId> nodes;
        for (std::size_t k = 0; k < applies.size(); ++k)
          if (applies[k]) nodes.push_back(layout.items[k]);
        layout.profiles.push_back(compiled->applicability(nodes));
      }
      for (const std::size_t d : scheme.dimensions) layout.nodes.push_back(node(d));
      layout.nodes.push_back(compiled->root());
      const Result<BulkScorer> bulk =
          BulkScorer::create(*compiled, std::move(layout), {.score = {.ignore_not_applicable = true}});
      if (!bulk) fail(bulk.diagnostics().to_string());
      if (repetition == 0 && number == 1) {
        std::fprintf(stderr, "compile and lower: %.1f ms, %zu general items, %zu general profiles\n",
                     (now() - start) * 1e3, bulk->general_items().size(), bulk->general_profiles().size());
      }
      report = bulk->score(visits, findings, {.marks = marks, .grades = grades, .completion = {}}, threads(number));
      seconds.push_back(now() - start);
    }
    emit("aedile-" + std::to_string(number) + "T", tag, seconds,
         "general " + std::to_string(report.general_visits) + ", undecided " + std::to_string(report.undecided_visits));
  }
  Dump dump(out + "/" + tag + ".aedile.f64");
  for (std::size_t v = 0; v < visits.count; ++v) dump.add(marks[v * width + width - 1]);
  for (std::size_t d = 0; d + 1 < width; ++d)
    for (std::size_t v = 0; v < visits.count; ++v) dump.add(marks[v * width + d]);
  for (const std::uint8_t grade : grades) dump.add(static_cast<double>(grade));
  dump.add(static_cast<double>(report.rejected_rows()));
  std::uint64_t rows = 0;
  for (const RejectedRow& row : report.rejected) rows += row.row;
  dump.add(static_cast<double>(rows));
  dump.add(static_cast<double>(report.ignored));
}
