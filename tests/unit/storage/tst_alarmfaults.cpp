// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmkit.h"

#include "faultyvfs.h"
#include "testlib/testprogram.h"

using namespace alarmkit;
using faultyvfs::Fault;

/// Alarms on disks that fail: whatever operation of the disk fails, a record stands whole or not at all.
class TestAlarmFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aRecordIsWholeWhateverFails_data();
    void aRecordIsWholeWhateverFails();
};

namespace {

const Key kCall {"a", Condition::Call, {}};
constexpr int kEnough = 200; // far above what one record needs

/// Everything a record can touch, read back.
struct Contents {
    alarm::SavedMoment moment;
    std::vector<AlarmStateRow> states;
    std::vector<AlarmEventRow> events;
    std::vector<OutboxRow> outbox;
    std::vector<AlarmRequest> requests;

    bool operator==(const Contents &) const = default;
};

Result<Contents> contentsOf(Storage &store)
{
    auto stored = store.loadAlarms();
    if (!stored) {
        return stored.error();
    }
    return Contents {stored->moment, stored->states, store.alarmHistory({}).value(), store.outbox({}).value(),
                     stored->requests};
}

AlarmRecord firstRecord()
{
    AlarmRecord record = raise(kCall, 1);
    record.states.push_back({{"a", Condition::Stale, {}}, busyAlarm(1)});
    return record;
}

// Changes, removes, adds and takes over, on more than one page.
AlarmRecord secondRecord()
{
    AlarmRecord record = raise(kCall, 2, 20);
    record.moment.bootTime += 1'000;
    record.states.push_back({{"a", Condition::Stale, {}}, Alarm {}});
    for (int i = 0; i < 40; ++i) {
        const Key key {"account-" + std::to_string(i), Condition::Call, {}};
        record.states.push_back({key, busyAlarm(1)});
        record.events.push_back(raised(key, 1, 20));
        record.outbox.push_back(pending(key, 1, 0, Channel::Desktop, 20));
    }
    OutboxRow told = pending(kCall, 1, 0, Channel::Desktop);
    told.result = OutboxRow::Result::Delivered;
    record.outbox.push_back(told);
    record.handledRequests = 1;
    return record;
}

void prepare(Home &home)
{
    home.open();
    WORKS(home.store->recordAlarms(firstRecord()));
    WORKS(home.store->addAlarmRequest({0, 1, AlarmRequest::Kind::Handle, "*", {}, 0}));
}

} // namespace

void TestAlarmFaults::initTestCase()
{
    faultyvfs::install();
}

void TestAlarmFaults::cleanup()
{
    faultyvfs::failFrom(Fault::None);
}

void TestAlarmFaults::aRecordIsWholeWhateverFails_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("least"); // operations of this kind that a record of several pages has at least
    QTest::newRow("write") << static_cast<int>(Fault::Write) << 6;
    QTest::newRow("full") << static_cast<int>(Fault::DiskFull) << 6;
    QTest::newRow("sync") << static_cast<int>(Fault::Sync) << 1;
}

void TestAlarmFaults::aRecordIsWholeWhateverFails()
{
    QFETCH(int, fault);
    QFETCH(int, least);
    Home model;
    prepare(model);
    VALUE_OF(before, contentsOf(*model.store));
    WORKS(model.store->recordAlarms(secondRecord()));
    VALUE_OF(after, contentsOf(*model.store));
    QVERIFY(!(before == after));

    int call = 1;
    for (; call < kEnough; ++call) {
        Home home;
        prepare(home);
        faultyvfs::failFrom(static_cast<Fault>(fault), call);
        const auto recorded = home.store->recordAlarms(secondRecord());
        const int injected = faultyvfs::injected();
        faultyvfs::failFrom(Fault::None);
        if (injected == 0) { // every operation was reached
            WORKS(recorded);
            break;
        }

        QVERIFY2(!recorded, "a failure was reported as success");
        VALUE_OF(found, contentsOf(*home.store));
        QVERIFY2(found == before || found == after, qPrintable(QString::number(call)));
        VALUE_OF(reopened, contentsOf(home.open()));
        QVERIFY2(reopened == found, qPrintable(QString::number(call)));
        const bool stands = found == after;
        QVERIFY2(!stands || static_cast<Fault>(fault) == Fault::Sync, "what could not be written stands");
        if (!stands) {
            WORKS(home.store->recordAlarms(secondRecord())); // and it goes on
        }
        VALUE_OF(repeated, contentsOf(*home.store));
        QVERIFY(repeated == after);
        VALUE_OF(findings, Storage::verify(home.path()));
        QVERIFY2(findings.isEmpty(), qPrintable(findings.join(u'\n')));
    }
    QVERIFY(call > least && call < kEnough);
}

PLIMSOLL_TEST(TestAlarmFaults)
#include "tst_alarmfaults.moc"
