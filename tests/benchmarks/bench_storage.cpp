// SPDX-License-Identifier: GPL-3.0-or-later
// Durable top-ups against what the disk itself can do, one 4 KB append with fdatasync, at three lengths of the journal.
// Both are measured in turns of 50, so that a busy disk slows both. The bar: a top-up costs at most twice an append,
// whatever the length. "cpu" is what the program itself computes for one top-up, which a slow disk does not hide.
// Usage: bench_storage [ROWS ...]
#include "longjournal.h"

#include "ports/clock.h"
#include "scenario/referenceexample.h"
#include "storage/sql/sqlfailure.h"
#include "storage/storage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUuid>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <numeric>
#include <time.h>
#include <unistd.h>
#include <vector>

using namespace plimsoll;

namespace {

constexpr int kTurns = 40;
constexpr double kLongest = 60e6; // us; but two turns at least
constexpr int kPerTurn = 50;
constexpr auto kAccount = "b-bchusdt";

template<typename Work>
double microseconds(Work &&work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count();
}

double cpuMicroseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

[[noreturn]] void fail(const std::string &why)
{
    std::fprintf(stderr, "bench_storage: %s\n", why.c_str());
    std::exit(1);
}

// The floor: what any program that waits for the disk pays.
class Appends
{
public:
    explicit Appends(const QString &path)
        : m_file(open(path.toLocal8Bit().constData(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600))
    {
    }

    ~Appends() { close(m_file); }

    Appends(const Appends &) = delete;
    Appends &operator=(const Appends &) = delete;

    void append() const
    {
        static const std::array<char, 4096> kBlock {};
        if (write(m_file, kBlock.data(), kBlock.size()) < 0 || fdatasync(m_file) != 0) {
            fail("the disk refused");
        }
    }

private:
    int m_file;
};

void bookOne(storage::Storage &storage)
{
    static const auto kAmount = margin::Decimal::parse("0.00000001").value();
    const std::string id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    const auto booked = storage.book({id, kAccount, monitor::TopUp {"USDT", kAmount, {}}, {}, nullptr});
    if (!booked) {
        fail(booked.error().message());
    }
}

std::unique_ptr<storage::Storage> opened(const QString &folder)
{
    static const monitor::SystemClock kClock;
    auto storage = storage::Storage::open(folder, kClock);
    if (!storage) {
        fail(storage.error().message());
    }
    return std::move(storage).value();
}

struct Times {
    std::vector<double> all;

    [[nodiscard]] double median()
    {
        std::ranges::nth_element(all, all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2));
        return all[all.size() / 2];
    }

    [[nodiscard]] double sum() const { return std::accumulate(all.begin(), all.end(), 0.0); }
    [[nodiscard]] double count() const { return static_cast<double>(all.size()); }
    [[nodiscard]] double mean() const { return sum() / count(); }
};

void measure(std::int64_t rows)
{
    // Beside the program, not in /tmp: that may be memory.
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/bench-XXXXXX"));
    if (const auto imported = opened(folder.path())->importPortfolio(scenario::referenceExample()); !imported) {
        fail(imported.error().message());
    }
    try {
        longjournal::lengthen(storage::Storage::databasePath(folder.path()), kAccount, rows);
    } catch (const storage::SqlFailure &failure) {
        fail(failure.error().message());
    }
    opened(folder.path()); // whatever is done once after the journal grew by other hands
    std::unique_ptr<storage::Storage> storage;
    const double openUs = microseconds([&] { storage = opened(folder.path()); });
    const double loadUs = microseconds([&] { (void)storage->loadPortfolio(); });
    const Appends floor(folder.path() + QStringLiteral("/floor"));
    Times appends;
    Times topUps;
    double cpu = 0;
    double spent = 0;
    for (int turn = 0; turn < kTurns && (turn < 2 || spent < kLongest); ++turn) {
        for (int i = 0; i < kPerTurn; ++i) {
            appends.all.push_back(microseconds([&] { floor.append(); }));
        }
        const double before = cpuMicroseconds();
        for (int i = 0; i < kPerTurn; ++i) {
            topUps.all.push_back(microseconds([&] { bookOne(*storage); }));
        }
        cpu += cpuMicroseconds() - before;
        spent = appends.sum() + topUps.sum();
    }
    std::printf("%9lld %9.0f %9.0f %7.2f %9.0f %9.0f %7.2f %9.0f %9.1f %9.1f\n", static_cast<long long>(rows),
                appends.median(), topUps.median(), topUps.median() / appends.median(), appends.mean(), topUps.mean(),
                topUps.mean() / appends.mean(), cpu / topUps.count(), openUs / 1000, loadUs / 1000);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    std::printf("%9s %9s %9s %7s %9s %9s %7s %9s %9s %9s\n%9s %27s %27s\n", "rows", "append us", "top-up us", "ratio",
                "append us", "top-up us", "ratio", "cpu us", "open ms", "load ms", "", "median", "mean");
    std::vector<std::int64_t> sizes {1'000, 100'000, 1'000'000};
    if (argc > 1) {
        sizes.clear();
        std::transform(argv + 1, argv + argc, std::back_inserter(sizes), [](const char *text) { return atoll(text); });
    }
    std::ranges::for_each(sizes, measure);
    return 0;
}
