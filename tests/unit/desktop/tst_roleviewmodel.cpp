// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/roleviewmodel.h"
#include "testlib/testprogram.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace plimsoll;
using desktop::RoleViewModel;
using monitor::MonitorRole;

class TestRoleViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_relay = std::make_unique<monitor::SnapshotRelay>();
        m_view = std::make_unique<RoleViewModel>(*m_relay);
    }

    void theMonitorItselfSaysNothing()
    {
        tell({});
        QVERIFY(!m_view->standsBy());
        QVERIFY(m_view->text().isEmpty());
        QSignalSpy wanted(m_view.get(), &RoleViewModel::takeOverRequested);
        m_view->takeOver();
        QCOMPARE(wanted.size(), 0);
    }

    void aStandByNamesTheMonitorAndOffersToTakeOver()
    {
        tell({MonitorRole::Part::StandBy, {123, true, u"plimsoll-cli"_s}, false});
        QVERIFY(m_view->standsBy());
        QVERIFY(!m_view->isWarning());
        QVERIFY(m_view->text().contains(u"plimsoll-cli (process 123)"_s));
        QSignalSpy wanted(m_view.get(), &RoleViewModel::takeOverRequested);
        m_view->takeOver();
        QCOMPARE(wanted.size(), 1);
    }

    void itsWordsGoThroughEveryStep()
    {
        const monitor::MonitorLock::Holder holder {123, true, u"plimsoll-cli"_s};
        QStringList texts;
        for (const MonitorRole &role : {MonitorRole {MonitorRole::Part::StandBy, holder, false},
                                        {MonitorRole::Part::Asking, holder, false},
                                        {MonitorRole::Part::StandBy, holder, true},
                                        {MonitorRole::Part::StandBy, {}, false}}) {
            tell(role);
            QVERIFY(!m_view->text().isEmpty());
            QCOMPARE(m_view->canTakeOver(), role.part == MonitorRole::Part::StandBy);
            QCOMPARE(m_view->isWarning(), role.refused);
            texts << m_view->text();
        }
        QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
    }

private:
    void tell(const MonitorRole &role)
    {
        auto snapshot = std::make_shared<monitor::RiskSnapshot>();
        snapshot->role = role;
        snapshot->sequence = ++m_sequence;
        m_relay->offer(snapshot);
        QTRY_VERIFY(m_relay->current() && m_relay->current()->sequence == m_sequence);
    }

    std::uint64_t m_sequence = 0;
    std::unique_ptr<monitor::SnapshotRelay> m_relay;
    std::unique_ptr<RoleViewModel> m_view;
};

PLIMSOLL_TEST(TestRoleViewModel)

#include "tst_roleviewmodel.moc"
