/// Live scores as bytes and back.
///
///   "AEDLIVE1" | digests of scorer, visits, units, marks | findings, 8 bytes | for each visit, item, code, count of 4
///   bytes, the visit `no_visit` where it is not there | digest of all before
///
/// Numbers have their low byte first. The digest of the scorer is of everything that tables know; rules that tables do
/// not know are held to by the marks that they give.

#include <string>

#include "aedile/core/exceptions.h"
#include "core/sha256.h"
#include "scoring/live_impl.h"
#include "scoring/messages_live.h"

namespace aedile {
namespace {

using detail::BulkTables, detail::Sha256;

constexpr std::string_view magic = "AEDLIVE1";
constexpr std::size_t digest_size = std::tuple_size_v<Sha256>, finding_size = 16;
constexpr std::size_t head_size = magic.size() + 4 * digest_size + 8;

void append(std::string& bytes, std::uint64_t number, int width) {
  for (int i = 0; i < width; ++i) bytes.push_back(static_cast<char>(number >> 8 * i & 0xFF));
}
void append(std::string& bytes, const Sha256& digest) {
  bytes.append(reinterpret_cast<const char*>(digest.data()), digest.size());
}
std::uint64_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
  std::uint64_t number = 0;
  for (std::size_t i = width; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
  return number;
}

/// Of numbers and texts, each with its length, so that none runs into the next.
class Digest {
 public:
  void add(std::uint64_t number) {
    append(bytes_, number, 8);
    if (bytes_.size() >= piece) flush();
  }
  void add(std::string_view text) {
    add(text.size());
    bytes_ += text;
  }
  template <class Number>
  void add(const std::vector<Number>& numbers) {
    add(numbers.size());
    for (const Number number : numbers) add(static_cast<std::uint64_t>(number));
  }
  template <class Number>
  void add(const std::optional<Number>& number) {
    add(std::uint64_t{number.has_value()});
    if (number) add(static_cast<std::uint64_t>(*number));
  }
  Sha256 end() {
    flush();
    return hasher_.digest();
  }

 private:
  static constexpr std::size_t piece = std::size_t{1} << 16;
  void flush() {
    hasher_.add(bytes_);
    bytes_.clear();
  }
  std::string bytes_;
  detail::Sha256Hasher hasher_;
};

void add_layout(Digest& digest, const BulkScorer::Impl& scorer) {
  const CompiledFramework& framework = scorer.framework;
  digest.add(framework.source().id);
  digest.add(framework.source().edition);
  digest.add(framework.size());
  for (std::size_t n = 0; n < framework.size(); ++n) digest.add(framework.code(NodeId{n}));
  for (const std::vector<NodeId>* list : {&scorer.layout.items, &scorer.layout.nodes}) {
    digest.add(list->size());
    for (const NodeId id : *list) digest.add(id.index());
  }
  digest.add(scorer.layout.profiles.size());
  for (const Applicability& profile : scorer.layout.profiles)
    for (std::size_t n = 0; n < framework.size(); ++n) digest.add(std::uint64_t{profile.applies(NodeId{n})});
  digest.add(scorer.layout.attributes.size());
  for (const BulkLayout::AttributeColumn& column : scorer.layout.attributes) {
    digest.add(column.name);
    digest.add(column.values.size());
    for (const std::string& value : column.values) digest.add(value);
  }
  digest.add(std::uint64_t{scorer.options.score.ignore_not_applicable});
}

void add_tables(Digest& digest, const BulkTables& tables) {
  digest.add(tables.cells);
  digest.add(tables.caps);
  digest.add(tables.units);
  digest.add(tables.first_aim);
  for (const detail::BulkAim& aim : tables.aims) {
    digest.add(tables.targets[aim.target].node.index());
    digest.add(std::uint64_t{aim.veto});
    digest.add(aim.points);
    digest.add(aim.cap);
    digest.add(aim.ceiling);
    digest.add(aim.grade);
  }
  for (const detail::BulkTarget& target : tables.targets) digest.add(target.lowest);
  digest.add(static_cast<std::uint64_t>(tables.shift));
  digest.add(static_cast<std::uint64_t>(tables.rounding.mode));
  digest.add(static_cast<std::uint64_t>(tables.rounding.places));
  digest.add(tables.base);
  digest.add(tables.unscored);
  digest.add(tables.weights);
  digest.add(tables.grades.size());
  for (const detail::BulkGrade& grade : tables.grades) {
    digest.add(static_cast<std::uint64_t>(grade.low));
    digest.add(static_cast<std::uint64_t>(grade.high));
  }
}

/// In the order of the header.
struct Digests {
  explicit Digests(const LiveScores::Impl& state) {
    Digest digest;
    add_layout(digest, state.scorer.impl());
    add_tables(digest, state.scorer.impl().tables);
    scorer = digest.end();
    const std::size_t count = state.visits.size();
    digest.add(count);
    for (std::uint32_t v = 0; v < count; ++v) digest.add(state.visits.head(v).profile);
    visits = digest.end();
    for (std::size_t l = 0; l < state.units.levels(); ++l) {
      digest.add(state.units.units(l));
      for (std::uint32_t u = 0; u < state.units.units(l); ++u) digest.add(state.units.parent(state.units.first(l) + u));
    }
    for (std::uint32_t v = 0; v < count; ++v) digest.add(state.unit_of_visit[v]);
    units = digest.end();
  }
  Sha256 scorer, visits, units;
};

Sha256 digest_of_marks(const LiveScores::Impl& state) {
  Digest digest;
  const std::size_t slots = state.scorer.impl().tables.slots.size();
  for (std::uint32_t v = 0; v < state.visits.size(); ++v) {
    for (std::size_t s = 0; s < slots; ++s) digest.add(static_cast<std::uint64_t>(state.visits.mark(v, s).scaled()));
    digest.add(state.visits.grade(v));
  }
  return digest.end();
}

bool is_snapshot(std::string_view bytes) {
  if (bytes.size() < head_size + digest_size || !bytes.starts_with(magic)) return false;
  const std::size_t rest = bytes.size() - head_size - digest_size;
  if (rest % finding_size != 0 || number_at(bytes, head_size - 8, 8) != rest / finding_size) return false;
  std::string end;
  append(end, detail::sha256(bytes.substr(0, bytes.size() - digest_size)));
  return bytes.ends_with(end);
}

}  // namespace

std::string LiveScores::snapshot() const {
  const Digests digests(*impl_);
  const std::size_t size = impl_->findings.size();
  std::string bytes(magic);
  bytes.reserve(head_size + size * finding_size + digest_size);
  for (const Sha256& digest : {digests.scorer, digests.visits, digests.units, digest_of_marks(*impl_)})
    append(bytes, digest);
  append(bytes, size, 8);
  for (FindingNumber f = 0; f < size; ++f) {
    const bool there = impl_->findings.there(f);
    const detail::LiveState state = there ? impl_->findings.state(f) : detail::LiveState{};
    const detail::LivePlace place = impl_->findings.place(state);
    append(bytes, there ? impl_->findings.visit(f) : no_visit, 4);
    append(bytes, place.item, 4);
    append(bytes, place.code, 4);
    append(bytes, state.count, 4);
  }
  append(bytes, detail::sha256(bytes));
  return bytes;
}

Result<LiveScores> LiveScores::restore(BulkScorer scorer, const VisitColumns& visits, const LiveUnits& units,
                                       std::string_view snapshot, LiveOptions options) {
  Result<std::unique_ptr<Impl>> made = Impl::make(std::move(scorer), visits, units, options);
  if (!made) return made.diagnostics();
  Impl& impl = **made;
  Diagnostics problems;
  if (!is_snapshot(snapshot)) {
    problems.error({}, messages::live_snapshot);
    return problems;
  }
  const auto holds = [&](std::size_t position, const Sha256& digest) {
    std::string expected;
    append(expected, digest);
    return snapshot.substr(magic.size() + position * digest_size, digest_size) == expected;
  };
  const Digests digests(impl);
  if (!holds(0, digests.scorer)) problems.error({}, messages::live_snapshot_scorer);
  if (!holds(1, digests.visits)) problems.error({}, messages::live_snapshot_visits);
  if (!holds(2, digests.units)) problems.error({}, messages::live_snapshot_units);
  if (problems.has_errors()) return problems;
  const std::size_t size = (snapshot.size() - head_size - digest_size) / finding_size;
  impl.findings.reserve(size);
  for (std::size_t f = 0; f < size; ++f) {
    const auto part = [&](std::size_t word) {
      return static_cast<std::uint32_t>(number_at(snapshot, head_size + f * finding_size + word * 4, 4));
    };
    const std::uint32_t visit = part(0);
    if (visit == no_visit) {
      impl.findings.push_back(no_visit);
      continue;
    }
    std::optional<LiveFault> fault = LiveFault::no_such_visit;
    detail::LiveState state;
    if (visit < impl.visits.size()) {
      const Impl::Placed placed = impl.place(visit, {part(1), part(2)}, part(3));
      fault = placed.fault;
      state = placed.state;
    }
    if (f >= no_finding) fault = LiveFault::no_number_left;
    if (fault) {
      problems.error({}, messages::live_snapshot_finding, {std::to_string(f), std::string(to_string(*fault))});
      return problems;
    }
    impl.put(impl.findings.push_back(visit), visit, state.gone(), state);
  }
  impl.score_all();
  if (!holds(3, digest_of_marks(impl))) {
    problems.error({}, messages::live_snapshot_marks);
    return problems;
  }
  return LiveScores(std::move(*made));
}

}  // namespace aedile
