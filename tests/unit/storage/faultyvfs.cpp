// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultyvfs.h"

#include <cstring>
#include <sqlite3.h>

namespace faultyvfs {

namespace {

sqlite3_vfs *realVfs = nullptr;
std::atomic<Fault> activeFault = Fault::None;
std::atomic<int> callsLeft = 0;
std::atomic<int> failures = 0;

// Our file object: SQLite's header, then the real file behind it.
struct WrappedFile {
    sqlite3_file base;
    sqlite3_file *real;
};

sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<WrappedFile *>(file)->real;
}

bool failsNow(Fault fault)
{
    if (activeFault != fault || --callsLeft > 0) {
        return false;
    }
    ++failures;
    return true;
}

int closeFile(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
{
    return realOf(file)->pMethods->xRead(realOf(file), bytes, count, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
{
    if (failsNow(Fault::Write)) {
        return SQLITE_IOERR_WRITE;
    }
    if (failsNow(Fault::DiskFull)) {
        return SQLITE_FULL;
    }
    return realOf(file)->pMethods->xWrite(realOf(file), bytes, count, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}

int syncFile(sqlite3_file *file, int flags)
{
    return failsNow(Fault::Sync) ? SQLITE_IOERR_FSYNC : realOf(file)->pMethods->xSync(realOf(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}

int checkReserved(sqlite3_file *file, int *out)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), out);
}

int fileControl(sqlite3_file *file, int op, void *arg)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), op, arg);
}

int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}

int characteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}

int shmMap(sqlite3_file *file, int page, int size, int extend, volatile void **out)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, size, extend, out);
}

int shmLock(sqlite3_file *file, int offset, int n, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, n, flags);
}

void shmBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}

int shmUnmap(sqlite3_file *file, int erase)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), erase);
}

constexpr sqlite3_io_methods kMethods {2,           closeFile,  readFile,        writeFile,  truncateFile,
                                       syncFile,    fileSize,   lockFile,        unlockFile, checkReserved,
                                       fileControl, sectorSize, characteristics, shmMap,     shmLock,
                                       shmBarrier,  shmUnmap,   nullptr,         nullptr};

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *wrapped = reinterpret_cast<WrappedFile *>(file);
    wrapped->real = reinterpret_cast<sqlite3_file *>(wrapped + 1);
    const int result = realVfs->xOpen(realVfs, name, wrapped->real, flags, outFlags);
    wrapped->base.pMethods = wrapped->real->pMethods != nullptr ? &kMethods : nullptr;
    return result;
}

} // namespace

void install()
{
    static sqlite3_vfs vfs;
    realVfs = sqlite3_vfs_find(nullptr);
    vfs = *realVfs;
    vfs.zName = "faulty";
    vfs.szOsFile = static_cast<int>(sizeof(WrappedFile)) + realVfs->szOsFile;
    vfs.xOpen = openFile;
    sqlite3_vfs_register(&vfs, 1);
}

void failFrom(Fault fault, int call)
{
    failures = 0;
    callsLeft = call;
    activeFault = fault;
}

int injected()
{
    return failures;
}

} // namespace faultyvfs
