#include "aedile/core/exceptions.h"
#include "journal/bytes.h"
#include "journal/messages.h"
#include "journal/messages_append.h"
#include "journal/view_impl.h"

namespace aedile {

using detail::readable;

Result<JournalView> JournalView::open(const std::filesystem::path& file) {
  Result<std::unique_ptr<StoreReader>> store = read_sqlite_store(file);
  if (!store) return store.diagnostics();
  Diagnostics warnings = store.diagnostics();
  return {JournalView(std::move(*store)), std::move(warnings)};
}

JournalView::JournalView(std::unique_ptr<StoreReader> store) : impl_(std::make_unique<Impl>(std::move(store))) {}
JournalView::~JournalView() = default;
JournalView::JournalView(JournalView&&) noexcept = default;
JournalView& JournalView::operator=(JournalView&&) noexcept = default;

const std::string& JournalView::name() const { return impl_->head().name; }
std::uint64_t JournalView::size() const { return impl_->head().frontier.size(); }
JournalHead JournalView::head() const { return {name(), size(), impl_->head().frontier.root()}; }
OutboxCounts JournalView::outbox_counts() const { return impl_->head().outbox; }

Result<JournalHead> JournalView::head_at(std::uint64_t size) const {
  if (size > this->size()) throw ContractError("JournalView::head_at: there are fewer events");
  return readable<JournalHead>([&] { return JournalHead{name(), size, impl_->reading.root_at(size)}; });
}

Result<JournalEvent> JournalView::event(std::uint64_t seq) const { return impl_->reading.event(seq); }

Result<std::optional<JournalEvent>> JournalView::find(std::string_view key) const {
  const Result<std::optional<std::uint64_t>> seq = impl_->store->find_key(key);
  if (!seq) return seq.diagnostics();
  if (!*seq) return std::optional<JournalEvent>();
  Result<JournalEvent> found = event(**seq);
  if (!found) return found.diagnostics();
  if (found->entry.key != key) return {impl_->reading.place(), messages::damaged_key, {std::string(key)}};
  return std::optional<JournalEvent>(std::move(*found));
}

Diagnostics JournalView::each(const EventVisitor& visit, std::uint64_t first, std::uint64_t last) const {
  return impl_->reading.each(visit, first, last);
}

Result<std::uint64_t> JournalView::recorded_until(Instant recorded) const {
  std::uint64_t before = 0;          // so many were
  std::uint64_t after = size() + 1;  // this one was not
  while (after - before > 1) {
    const std::uint64_t middle = before + (after - before) / 2;
    const Result<JournalEvent> found = event(middle);
    if (!found) return found.diagnostics();
    (found->recorded <= recorded ? before : after) = middle;
  }
  return before;
}

Diagnostics JournalView::as_of(const AsOf& when, const EventVisitor& visit) const {
  std::uint64_t last = size();
  if (when.recorded) {
    const Result<std::uint64_t> until = recorded_until(*when.recorded);
    if (!until) return until.diagnostics();
    last = *until;
  }
  return each(
      [&](const JournalEvent& event) {
        return (when.happened && event.entry.happened > *when.happened) || visit(event);
      },
      1, last);
}

Result<InclusionProof> JournalView::prove(std::uint64_t seq, std::uint64_t size) const {
  if (size == 0) size = this->size();
  if (size > this->size())
    return {impl_->reading.place(), messages::no_such_event, {std::to_string(size), std::to_string(this->size())}};
  if (seq > size) return {impl_->reading.place(), messages::no_such_event, {std::to_string(seq), std::to_string(size)}};
  Result<JournalEvent> found = event(seq);
  if (!found) return found.diagnostics();
  return readable<InclusionProof>([&]() -> Result<InclusionProof> {
    InclusionProof proof{.head = {name(), size, impl_->reading.root_at(size)},
                         .event = std::move(*found),
                         .path = inclusion_path(seq - 1, size, impl_->reading.subtrees())};
    // What leads to no proof is damage of the tree: nobody is given a proof that does not hold.
    if (aedile::verify(proof).has_errors()) {
      return {impl_->reading.place(), messages::damaged_node, {"1", std::to_string(size)}};
    }
    return proof;
  });
}

Result<ConsistencyProof> JournalView::prove_growth(std::uint64_t old_size, std::uint64_t size) const {
  if (size == 0) size = this->size();
  for (const auto& [wanted, limit] : {std::pair(size, this->size()), std::pair(old_size, size)}) {
    if (wanted > limit) {
      return {impl_->reading.place(), messages::no_such_event, {std::to_string(wanted), std::to_string(limit)}};
    }
  }
  return readable<ConsistencyProof>([&]() -> Result<ConsistencyProof> {
    ConsistencyProof proof{.older = {name(), old_size, impl_->reading.root_at(old_size)},
                           .newer = {name(), size, impl_->reading.root_at(size)},
                           .path = consistency_path(old_size, size, impl_->reading.subtrees())};
    if (aedile::verify(proof).has_errors()) {
      return {impl_->reading.place(), messages::damaged_node, {"1", std::to_string(size)}};
    }
    return proof;
  });
}

Result<std::vector<PendingEffect>> JournalView::outbox(std::size_t limit, const PendingEffect* behind) const {
  Result<std::vector<PendingEffect>> effects =
      behind == nullptr ? impl_->store->outbox(0, 0, limit) : impl_->store->outbox(behind->seq, behind->ordinal, limit);
  if (!effects) return effects;
  Diagnostics problems;
  for (const PendingEffect& effect : *effects) {
    if (detail::check_of(effect) == effect.check) continue;
    problems.error(impl_->reading.place(), messages::damaged_effect, {effect.key()});
  }
  if (problems.has_errors()) return problems;
  return effects;
}

Result<std::optional<JournalSnapshot>> JournalView::snapshot(std::string_view name, std::uint32_t format) const {
  using Answer = std::optional<JournalSnapshot>;
  Result<Answer> found = impl_->store->snapshot(name);
  if (!found || !*found) return found;
  return readable<Answer>([&]() -> Result<Answer> {
    const Message* fault = impl_->reading.fault_of(**found);
    if (fault == nullptr && (*found)->format != format) fault = &messages::other_snapshot;
    if (fault == nullptr) return std::move(*found);
    Diagnostics warnings;
    warnings.warning(impl_->reading.place(), *fault, {std::string(name)});
    return {Answer(), std::move(warnings)};
  });
}

}  // namespace aedile
