// Files that fail: SQLite's default file system with one operation of the test's choice spoiled.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <vector>

namespace aedile::test {

enum class Failure { error, full, torn };

/// While it lives, SQLite opens its files through it. Writes, syncs and truncations are counted from `fail_at` on, and
/// the n-th fails.
class FailingFiles {
 public:
  FailingFiles() {
    if (active() != nullptr) throw std::logic_error("one at a time");
    below() = sqlite3_vfs_find(nullptr);
    vfs_ = *below();
    vfs_.zName = "aedile-failing";
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + below()->szOsFile;
    vfs_.xOpen = open;
    active() = this;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FailingFiles() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(below(), 1);
    active() = nullptr;
  }
  FailingFiles(const FailingFiles&) = delete;
  FailingFiles& operator=(const FailingFiles&) = delete;

  void fail_at(int operation, Failure failure) {
    remaining_ = operation;
    failure_ = failure;
    reached_ = false;
  }
  void stop() { remaining_ = 0; }
  bool reached() const { return reached_; }

 private:
  struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };

  static FailingFiles*& active() {
    static FailingFiles* instance = nullptr;
    return instance;
  }
  static sqlite3_vfs*& below() {
    static sqlite3_vfs* vfs = nullptr;
    return vfs;
  }
  static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }

  /// Whether this operation is the one.
  bool strikes() {
    if (remaining_ == 0 || --remaining_ != 0) return false;
    reached_ = true;
    return true;
  }

  static int open(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto* const wrapped = reinterpret_cast<File*>(file);
    wrapped->base.pMethods = nullptr;
    const int code = below()->xOpen(below(), name, wrapped->real(), flags, out_flags);
    if (wrapped->real()->pMethods != nullptr) wrapped->base.pMethods = methods();
    return code;
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    sqlite3_file* const to = real(file);
    if (active() == nullptr || !active()->strikes()) return to->pMethods->xWrite(to, bytes, size, offset);
    if (active()->failure_ == Failure::full) return SQLITE_FULL;
    if (active()->failure_ == Failure::torn) to->pMethods->xWrite(to, bytes, size / 2, offset);
    return SQLITE_IOERR_WRITE;
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    sqlite3_file* const to = real(file);
    if (active() != nullptr && active()->strikes()) return SQLITE_IOERR_TRUNCATE;
    return to->pMethods->xTruncate(to, size);
  }
  static int sync(sqlite3_file* file, int flags) {
    sqlite3_file* const to = real(file);
    if (active() != nullptr && active()->strikes()) return SQLITE_IOERR_FSYNC;
    return to->pMethods->xSync(to, flags);
  }

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods table{
        .iVersion = 2,
        .xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); },
        .xRead = [](sqlite3_file* f, void* to, int n,
                    sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); },
        .xWrite = write,
        .xTruncate = truncate,
        .xSync = sync,
        .xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); },
        .xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); },
        .xUnlock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); },
        .xCheckReservedLock = [](sqlite3_file* f,
                                 int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); },
        .xFileControl = [](sqlite3_file* f, int op,
                           void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); },
        .xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); },
        .xDeviceCharacteristics = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); },
        .xShmMap = [](sqlite3_file* f, int page, int size, int extend,
                      void volatile** out) { return real(f)->pMethods->xShmMap(real(f), page, size, extend, out); },
        .xShmLock = [](sqlite3_file* f, int offset, int n,
                       int flags) { return real(f)->pMethods->xShmLock(real(f), offset, n, flags); },
        .xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); },
        .xShmUnmap = [](sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); },
        .xFetch = nullptr,
        .xUnfetch = nullptr,
    };
    return &table;
  }

  sqlite3_vfs vfs_{};
  int remaining_ = 0;
  Failure failure_ = Failure::error;
  bool reached_ = false;
};

}  // namespace aedile::test
