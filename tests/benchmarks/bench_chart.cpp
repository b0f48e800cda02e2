// SPDX-License-Identifier: GPL-3.0-or-later
// The chart of levels over a long history: how long a year takes until it is drawn, and a frame while it is panned and
// zoomed. Goals: 50 ms, and 16.7 ms with the software renderer. Without a directory a year of one account is made, a
// level every 5 s.
// Usage: bench_chart [DIRECTORY [WIDTHxHEIGHT]]; with PLIMSOLL_SHOTS=PREFIX each stage is saved as a picture, in the
// theme of that number (PLIMSOLL_THEME: 1 light, 2 dark, 3 high contrast); PLIMSOLL_CURVE is the number of a further
// curve, 0 none. A file prices.json in the directory (an
// exchange's price list) gives the accounts their levels.
#include "scenario/referenceexample.h"
#include "storage/storage.h"
#include "storage/storagethread.h"
#include "testlib/fakestores.h"
#include "viewmodels/chart/historyviewmodel.h"
#include "viewmodels/common/pathchooser.h"
#include "viewmodels/common/portfoliofiles.h"
#include "wire/tickerparser.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>
#include <QtQml/QQmlComponent>
#include <QtQml/QQmlEngine>
#include <QtQuick/QQuickView>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <vector>

using namespace plimsoll;
using viewmodels::HistoryViewModel;

namespace {

constexpr std::int64_t kDay = 86'400'000;
constexpr std::int64_t kStep = 5'000;
constexpr auto kAccount = "b-bchusdt";

[[noreturn]] void fail(const std::string &why)
{
    std::fprintf(stderr, "bench_chart: %s\n", why.c_str());
    std::exit(1);
}

// A year that ends now, written day by day as the engine writes it period by period.
void fill(const QString &folder, WallTime now)
{
    testlib::FakeClock clock; // the accounts are as old as their levels
    clock.advance(now - 365 * kDay - clock.wallTime());
    auto storage = storage::Storage::open(folder, clock);
    if (!storage || !(*storage)->importPortfolio(scenario::referenceExample())) {
        fail("no database");
    }
    std::int64_t samples = 0;
    for (WallTime day = now - 365 * kDay; day < now; day += kDay) {
        monitor::HistoryBatch batch;
        for (WallTime time = day; time < day + kDay; time += kStep, ++samples) {
            const double wave = std::sin(static_cast<double>(samples) / 9e4) * 0.1
                + std::sin(static_cast<double>(samples) / 700) * 0.02;
            const auto level = static_cast<std::int64_t>((1.25 + wave + static_cast<double>(samples * 7919 % 101) / 1e4)
                                                         * 1e8);
            batch.levels.push_back({kAccount, {time, level, margin::Status::Normal}});
        }
        batch.spans.push_back(
            {kAccount, {day, day + kDay - kDay / 20, *batch.levels.front().point.level}}); // an hour of sleep
        if (const auto written = (*storage)->appendHistory(batch); !written) {
            fail(written.error().message());
        }
    }
    std::printf("%lld samples written\n", static_cast<long long>(samples));
}

struct Times {
    std::vector<double> all;

    double at(double share)
    {
        std::ranges::sort(all);
        return all[std::min(all.size() - 1, static_cast<std::size_t>(share * static_cast<double>(all.size())))];
    }
};

class Bench
{
public:
    Bench(const QString &folder, QSize size)
        : m_stores(folder, m_clock)
    {
        m_world.clock.advance(m_clock.wallTime() - m_world.clock.wallTime());
        const auto portfolio = m_stores.loadPortfolio().result();
        if (!portfolio) {
            fail(portfolio.error().message());
        }
        m_world.stores.portfolio = *portfolio;
        setPrices(folder);
        m_world.evaluate();
        m_history = std::make_unique<HistoryViewModel>(m_stores, m_world.relay, m_world.clock, m_format, false);
        m_view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_view.setResizeMode(QQuickView::SizeRootObjectToView);
        m_view.setInitialProperties({{QStringLiteral("history"), QVariant::fromValue(m_history.get())},
                                     {QStringLiteral("paths"), QVariant::fromValue(&m_paths)}});
        m_view.resize(size);
        m_view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/Plimsoll/LevelChart.qml")));
        if (m_view.status() != QQuickView::Ready) {
            fail("the chart could not be made"); // else nothing would be measured, and fast
        }
        QQmlComponent component(m_view.engine());
        component.setData(
            "import QtQuick\nimport Plimsoll.Theme\n"
            "QtObject { property int mode; property color ground: Theme.background; onModeChanged: Theme.mode = mode }",
            QUrl(QStringLiteral("qrc:/theme.qml")));
        const std::unique_ptr<QObject> theme(component.create());
        if (!theme) {
            fail(component.errorString().toStdString());
        }
        theme->setProperty("mode", qEnvironmentVariableIntValue("PLIMSOLL_THEME"));
        m_view.setColor(theme->property("ground").value<QColor>());
        m_view.show();
        settle();
        m_history->chart()->curve()->setIndex(qEnvironmentVariableIntValue("PLIMSOLL_CURVE"));
        settle();
    }

    double frame()
    {
        QElapsedTimer timer;
        timer.start();
        QCoreApplication::processEvents();
        m_view.grabWindow();
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

    void settle()
    {
        for (int i = 0; i < 20; ++i) {
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 10);
            frame();
        }
    }

    void shot(const char *stage)
    {
        if (const QString prefix = qEnvironmentVariable("PLIMSOLL_SHOTS"); !prefix.isEmpty()) {
            settle();
            m_view.grabWindow().save(prefix + QString::fromLatin1(stage) + QStringLiteral(".png"));
        }
    }

    void report(const char *what, Times times)
    {
        std::printf("%-24s p50 %7.2f ms   p99 %7.2f ms\n", what, times.at(0.5), times.at(0.99));
        std::fflush(stdout);
    }

    // From the choice of a range until a frame shows its levels: the first column of the chosen account.
    void open(int range, const char *name)
    {
        Times times;
        for (int run = 0; run < 9; ++run) {
            m_history->setRange(HistoryViewModel::Hour);
            settle();
            QElapsedTimer timer;
            timer.start();
            m_history->setRange(range);
            const auto isThere = [&] {
                const auto *chosen = m_history->chart()->chosen();
                const auto drawn = chosen ? m_history->chart()->stretches(chosen->lineId)
                                          : viewmodels::LevelStretches();
                return !drawn.isEmpty()
                    && drawn.first().first().x() < static_cast<double>((m_world.clock.wallTime() - 6 * kDay).ms());
            };
            while (!isThere() && timer.elapsed() < 10'000) {
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
            }
            frame();
            times.all.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        report(name, times);
        shot(name);
    }

    void move(const char *name, const std::function<void(viewmodels::ChartWindow &, int)> &by)
    {
        Times times;
        for (int i = 0; i < 300; ++i) {
            by(*m_history->chart()->window(), i);
            times.all.push_back(frame());
        }
        report(name, times);
        shot(name);
    }

private:
    void setPrices(const QString &folder)
    {
        m_world.setPrice("ETHUSDT", "300");
        m_world.setPrice("BCHUSDT", "200");
        const auto list = viewmodels::readRegularFile(folder + QStringLiteral("/prices.json"), 1 << 22);
        const auto items = wire::parseTicker(list ? *list : "[]");
        for (std::size_t i = 0; items && i < items->size(); ++i) {
            m_world.setPrice((*items)[i].symbol, (*items)[i].price.toString());
        }
    }

    monitor::SystemClock m_clock;
    storage::StorageThread m_stores;
    testlib::FakeMonitor m_world;
    const viewmodels::DisplayFormat m_format {QLocale::c()};
    viewmodels::PathChooser m_paths {QString()};
    std::unique_ptr<HistoryViewModel> m_history;
    QQuickView m_view;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    const QApplication application(argc, argv);
    const monitor::SystemClock clock;
    const QTemporaryDir made(QCoreApplication::applicationDirPath() + QStringLiteral("/bench-XXXXXX"));
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : made.path();
    if (argc == 1) {
        fill(folder, clock.wallTime());
    }
    QSize size(1280, 560);
    if (argc > 2) {
        const QStringList sides = QString::fromLatin1(argv[2]).split(u'x');
        size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
    }
    Bench bench(folder, size);
    bench.shot("day");
    bench.open(HistoryViewModel::Week, "week");
    bench.open(HistoryViewModel::Year, "year");
    bench.move("pan", [](viewmodels::ChartWindow &window, int i) {
        i == 0 ? window.zoom(0.25, 1) : window.pan(i < 150 ? -0.01 : 0.01);
    });
    bench.move("zoom",
               [](viewmodels::ChartWindow &window, int i) { window.zoom(i % 100 < 50 ? 0.93 : 1 / 0.93, 0.4); });
    return 0;
}
