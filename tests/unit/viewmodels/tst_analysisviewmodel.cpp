// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "testlib/testprogram.h"
#include "viewmodels/common/analysisviewmodel.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using viewmodels::AnalysisViewModel;
using viewmodels::DisplayFormat;

namespace {

/// Answers when it is told to.
class Held final : public AnalysisViewModel
{
public:
    Held(monitor::SnapshotRelay &relay, const DisplayFormat &format)
        : AnalysisViewModel(relay, format, nullptr)
    {
    }

    using AnalysisViewModel::recompute;

    void answer(int question) { m_promises[static_cast<std::size_t>(question)].finish(question); }
    [[nodiscard]] int asked() const { return static_cast<int>(m_promises.size()); }

    std::vector<int> shown;

protected:
    void compute() override
    {
        await(m_promises.emplace_back().future(), [this](int question) { shown.push_back(question); });
    }

private:
    std::vector<Promise<int>> m_promises;
};

struct World {
    FakeMonitor monitor;
    DisplayFormat format {QLocale::c()};
    Held page {monitor.relay, format};

    World()
    {
        monitor.stores.portfolio = referencePortfolio();
        price("230");
    }

    void price(const char *eth)
    {
        monitor.setPrice("ETHUSDT", eth);
        monitor.evaluate();
    }
};

} // namespace

class TestAnalysisViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnlyWhileItIsSeen()
    {
        World world;
        QCOMPARE(world.page.asked(), 0);
        world.page.setActive(true);
        QCOMPARE(world.page.asked(), 1);
        world.page.setActive(false);
        world.page.recompute();
        world.price("231");
        QCOMPARE(world.page.asked(), 1);
    }

    void asksNothingBeforeAnythingIsLoaded()
    {
        monitor::SnapshotRelay relay;
        const DisplayFormat format {QLocale::c()};
        Held page(relay, format);
        page.setActive(true);
        QCOMPARE(page.asked(), 0);
    }

    void aLateAnswerIsDropped()
    {
        World world;
        world.page.setActive(true);
        world.page.recompute(); // a person chose something else meanwhile
        QCOMPARE(world.page.asked(), 2);
        world.page.answer(0);
        world.page.answer(1);
        QTRY_COMPARE(world.page.shown, std::vector<int> {1});
    }

    // Ten prices while it computes are one question more, after the pause and after the answer.
    void newPricesAreAskedAboutOneQuestionAfterTheOther()
    {
        World world;
        world.page.setActive(true);
        for (int i = 0; i < 10; ++i) {
            world.price(std::to_string(240 + i).c_str());
        }
        QCOMPARE(world.page.asked(), 1);
        world.page.answer(0);
        QTRY_COMPARE_WITH_TIMEOUT(world.page.asked(), 2, 5000);
        QCOMPARE(world.page.shown, std::vector<int> {0});
        world.page.answer(1);
        QTRY_COMPARE(world.page.shown, (std::vector<int> {0, 1}));
        QCOMPARE(world.page.asked(), 2); // nothing new came
    }
};

PLIMSOLL_TEST(TestAnalysisViewModel)
#include "tst_analysisviewmodel.moc"
