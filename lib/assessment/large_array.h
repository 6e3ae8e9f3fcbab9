#pragma once
/// An array of many words that is made at once and not touched before it is used.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace aedile::detail {

/// Words, unspecified at first. Where the system has large pages it is asked for them: of small ones, a first touch
/// each, the kernel's work was a sixth of all.
class LargeArray {
 public:
  LargeArray() = default;
  explicit LargeArray(std::size_t size) : size_(size) {
    const std::size_t bytes = (size * sizeof(std::uint64_t) + page - 1) / page * page;
    if (size >= page / sizeof(std::uint64_t)) {
      words_.reset(static_cast<std::uint64_t*>(std::aligned_alloc(page, bytes)));
      if (!words_) throw std::bad_alloc();
#if defined(MADV_HUGEPAGE)
      madvise(words_.get(), bytes, MADV_HUGEPAGE);  // where it is refused, pages are small
#endif
    } else {
      words_.reset(static_cast<std::uint64_t*>(std::malloc(size * sizeof(std::uint64_t) + 1)));
      if (!words_) throw std::bad_alloc();
    }
  }
  LargeArray(const LargeArray& other) : LargeArray(other.size_) {
    if (size_ != 0) std::memcpy(words_.get(), other.data(), size_ * sizeof(std::uint64_t));
  }
  LargeArray(LargeArray&&) = default;
  LargeArray& operator=(const LargeArray&) = delete;
  LargeArray& operator=(LargeArray&&) = delete;
  ~LargeArray() = default;

  void clear() {
    if (size_ != 0) std::memset(words_.get(), 0, size_ * sizeof(std::uint64_t));
  }
  std::size_t size() const { return size_; }
  std::uint64_t* data() { return words_.get(); }
  const std::uint64_t* data() const { return words_.get(); }
  std::uint64_t& operator[](std::size_t i) { return words_.get()[i]; }
  std::uint64_t operator[](std::size_t i) const { return words_.get()[i]; }

 private:
  static constexpr std::size_t page = std::size_t{1} << 21;
  struct Free {
    void operator()(std::uint64_t* words) const { std::free(words); }
  };
  std::unique_ptr<std::uint64_t, Free> words_;
  std::size_t size_ = 0;
};

}  // namespace aedile::detail
