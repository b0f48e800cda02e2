// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exampledriver.h"
#include "testlib/fakeclock.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace std::chrono_literals;

/// The bar of the reference example: its story stops on each of its three days, and begins again at its end.
class TestExampleDriver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_source = std::make_unique<feed::ExampleSource>(m_clock);
        m_driver = std::make_unique<app::ExampleDriver>(*m_source);
        m_source->setDayDuration(20ms);
        m_source->start();
    }

    void cleanup()
    {
        m_driver.reset();
        m_source.reset();
    }

    void theStoryWaitsOnItsFirstDay()
    {
        QCOMPARE(m_driver->dayIndex(), 0);
        QVERIFY(!m_driver->playing());
    }

    void playStopsOnEveryDay()
    {
        for (const int day : {1, 2}) {
            QSignalSpy days(m_source.get(), &feed::ExampleSource::dayChanged);
            m_driver->play();
            QVERIFY(m_driver->playing());
            QTRY_VERIFY(!m_driver->playing());
            QCOMPARE(m_driver->dayIndex(), day);
            QCOMPARE(days.size(), 1);
        }
    }

    void playGoesOnToTheSameDayAfterAPause()
    {
        m_source->setDayDuration(1h);
        m_driver->play();
        m_driver->pause();
        QVERIFY(!m_driver->playing());
        m_source->setDayDuration(20ms);
        m_driver->play();
        QTRY_VERIFY(!m_driver->playing());
        QCOMPARE(m_driver->dayIndex(), 1);
    }

    void playAtTheEndStartsOverAndPlays()
    {
        QSignalSpy over(m_driver.get(), &app::ExampleDriver::startOver);
        m_driver->goToDay(2);
        m_driver->play();
        QCOMPARE(over.size(), 1);
        QCOMPARE(over[0][0].toInt(), 0);
        QVERIFY(over[0][1].toBool());
    }

    void nextIsThereAtOnce()
    {
        m_driver->next();
        QCOMPARE(m_driver->dayIndex(), 1);
        QVERIFY(!m_driver->playing());
    }

    void backFromAfterTheCallStartsOver()
    {
        QSignalSpy over(m_driver.get(), &app::ExampleDriver::startOver);
        m_driver->next();
        m_driver->previous();
        QCOMPARE(m_driver->dayIndex(), 0);
        QCOMPARE(over.size(), 0);
        m_driver->next();
        m_driver->next();
        m_driver->previous();
        QCOMPARE(over.size(), 1);
        QCOMPARE(over[0][0].toInt(), 1);
    }

private:
    testlib::FakeClock m_clock;
    std::unique_ptr<feed::ExampleSource> m_source;
    std::unique_ptr<app::ExampleDriver> m_driver;
};

QTEST_GUILESS_MAIN(TestExampleDriver)
#include "tst_exampledriver.moc"
