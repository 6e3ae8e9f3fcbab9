// What a JournalView holds.
#pragma once

#include <memory>

#include "aedile/journal/journal.h"
#include "journal/reading.h"

namespace aedile {

class JournalView::Impl {
 public:
  explicit Impl(std::unique_ptr<StoreReader> from) : store(std::move(from)), reading(*store) {}
  const StoreHead& head() const { return store->head(); }

  std::unique_ptr<StoreReader> store;
  detail::Reading reading;
};

}  // namespace aedile
