#pragma once
/// An array that is made at once and not touched before it is used.

#include <cstdlib>
#include <cstring>
#include <limits>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace aedile::detail {

/// Elements, unspecified at first and aligned to cache lines. Where the system has large pages it is asked for them: of
/// small ones, a first touch each, the kernel's work was a sixth of all.
template <class T>
class LargeArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  LargeArray() = default;
  explicit LargeArray(std::size_t size) : size_(size) {
    if (size > (std::numeric_limits<std::size_t>::max() - page) / sizeof(T)) throw std::bad_alloc();
    const std::size_t alignment = size * sizeof(T) < page ? line : page;
    const std::size_t bytes = (size * sizeof(T) + alignment - 1) / alignment * alignment;
    if (bytes == 0) return;
    elements_.reset(static_cast<T*>(std::aligned_alloc(alignment, bytes)));
    if (!elements_) throw std::bad_alloc();
#if defined(MADV_HUGEPAGE)
    if (alignment == page) madvise(elements_.get(), bytes, MADV_HUGEPAGE);  // where it is refused, pages are small
#endif
  }
  LargeArray(const LargeArray& other) : LargeArray(other.size_) {
    if (size_ != 0) std::memcpy(elements_.get(), other.data(), size_ * sizeof(T));
  }
  LargeArray(LargeArray&& other) noexcept
      : elements_(std::move(other.elements_)), size_(std::exchange(other.size_, 0)) {}
  LargeArray& operator=(LargeArray other) noexcept {
    elements_.swap(other.elements_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~LargeArray() = default;

  /// All bytes 0.
  void clear() {
    if (size_ != 0) std::memset(static_cast<void*>(elements_.get()), 0, size_ * sizeof(T));
  }
  std::size_t size() const { return size_; }
  T* data() { return elements_.get(); }
  const T* data() const { return elements_.get(); }
  T& operator[](std::size_t i) { return elements_.get()[i]; }
  const T& operator[](std::size_t i) const { return elements_.get()[i]; }

 private:
  static constexpr std::size_t line = 64, page = std::size_t{1} << 21;
  struct Free {
    void operator()(T* elements) const { std::free(elements); }
  };
  std::unique_ptr<T, Free> elements_;
  std::size_t size_ = 0;
};

}  // namespace aedile::detail
