#pragma once
/// What the programs beside the peers share: columns in, times and results out, as the shared benchmarks write them.

#include <sys/mman.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "aedile/scoring/bulk.h"

namespace peers {

[[noreturn]] inline void fail(const std::string& why) {
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

template <class T>
aedile::Column column(const Array<T>& codes) {
  return {std::span<const T>(codes.data(), codes.size())};
}

inline double now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

inline double peak_mb() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// A line of JSON.
inline void emit(const std::string& peer, const std::string& tag, const std::vector<double>& seconds,
                 const std::string& note) {
  std::vector<double> sorted = seconds;
  std::sort(sorted.begin(), sorted.end());
  std::printf(R"({"peer":"%s","workload":"%s","median":%.6f,"runs":[)", peer.c_str(), tag.c_str(),
              sorted[sorted.size() / 2]);
  for (std::size_t i = 0; i < seconds.size(); ++i) std::printf("%s%.6f", i != 0 ? "," : "", seconds[i]);
  std::printf("],\"rss_mb\":%.1f,\"note\":\"%s\"}\n", peak_mb(), note.c_str());
  std::fflush(stdout);
}

/// A mark as the peers have it.
inline double mark(aedile::Points value) {
  return value == aedile::no_mark ? -1.0 : static_cast<double>(value.scaled()) / aedile::Points::unit;
}

/// As doubles, column after column: the form that the peers' check reads.
class Dump {
 public:
  explicit Dump(const std::string& path) : out_(path, std::ios::binary) {
    if (!out_) fail("cannot write " + path);
  }
  void add(double value) { out_.write(reinterpret_cast<const char*>(&value), sizeof value); }
  void add(aedile::Points value) { add(mark(value)); }

 private:
  std::ofstream out_;
};

}  // namespace peers
