// SPDX-License-Identifier: GPL-3.0-or-later
// Durable top-ups against what the disk itself can do: one 4 KB append with fdatasync.
#include "monitor/ports/clock.h"
#include "scenario/referenceexample.h"
#include "storage/storage.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUuid>

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>

using namespace plimsoll;

namespace {

// Beside the program, not in /tmp: that may be memory.
QString folderTemplate()
{
    return QCoreApplication::applicationDirPath() + QStringLiteral("/bench-XXXXXX");
}

void bareFdatasync(benchmark::State &state)
{
    const QTemporaryDir folder(folderTemplate());
    const int file = open((folder.path() + QStringLiteral("/floor")).toLocal8Bit().constData(),
                          O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    std::array<char, 4096> block {};
    for (auto _ : state) {
        if (write(file, block.data(), block.size()) < 0 || fdatasync(file) != 0) {
            state.SkipWithError("the disk refused");
            break;
        }
    }
    close(file);
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

void durableTopUp(benchmark::State &state)
{
    const QTemporaryDir folder(folderTemplate());
    const monitor::SystemClock clock;
    auto storage = storage::Storage::open(folder.path(), clock);
    if (!storage || !(*storage)->importPortfolio(scenario::referenceExample())) {
        state.SkipWithError("no database");
        return;
    }
    const auto amount = margin::Decimal::parse("0.00000001").value();
    for (auto _ : state) {
        const std::string id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        if (!(*storage)->book({id, "b-bchusdt", monitor::TopUp {"USDT", amount, {}}, {}, nullptr})) {
            state.SkipWithError("a booking was refused");
            break;
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

} // namespace

BENCHMARK(bareFdatasync)->Unit(benchmark::kMicrosecond)->UseRealTime();
BENCHMARK(durableTopUp)->Unit(benchmark::kMicrosecond)->UseRealTime();

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
