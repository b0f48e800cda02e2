// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/fakestores.h"
#include "viewmodels/forms/accountdraft.h"

#include <QtTest/QTest>

using namespace plimsoll;
using namespace plimsoll::testlib;
using namespace Qt::StringLiterals;
using viewmodels::AccountDraft;
using viewmodels::DisplayFormat;

namespace {

struct Bench {
    FakeMonitor world;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    viewmodels::ProfileList profiles;
    std::optional<std::vector<margin::Balance>> balances {std::vector<margin::Balance>()};

    Bench()
    {
        world.stores.portfolio = referencePortfolio();
        world.evaluate();
    }

    [[nodiscard]] AccountDraft::Reading read(const AccountDraft &draft) const
    {
        return draft.read({world.relay.current(), profiles, balances, format});
    }
    [[nodiscard]] static AccountDraft sol()
    {
        AccountDraft draft;
        draft.base = u"SOL"_s;
        draft.profile = "isolated-5x-tier-1";
        return draft;
    }
};

bool saysNothing(const AccountDraft::Reading &reading)
{
    return (reading.baseFault + reading.quoteFault + reading.barsFault + reading.contributedFault + reading.fault)
        .isEmpty();
}

} // namespace

class TestAccountDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredReadsAsItself()
    {
        Bench bench;
        const margin::Account stored = bench.world.stores.portfolio.accounts.at(2);
        bench.balances = stored.balances;
        const auto reading = bench.read(AccountDraft(stored, bench.format));
        QVERIFY(reading.account.has_value());
        QVERIFY(*reading.account == stored);
    }

    void nothingIsSaidOfWhatIsNotTypedYet()
    {
        Bench bench;
        QVERIFY(saysNothing(bench.read(AccountDraft())));
        QVERIFY(!bench.read(AccountDraft()).account);
        AccountDraft draft = Bench::sol();
        draft.profile.clear();
        draft.ownBars = true;
        draft.bars.initial = u"1.25"_s;
        QVERIFY(saysNothing(bench.read(draft)));
        QVERIFY(!bench.read(draft).account);
    }

    void aNewAccountKeepsItsIdWhileItIsTyped()
    {
        Bench bench;
        AccountDraft draft = Bench::sol();
        const auto first = bench.read(draft).account;
        draft.name = u" Moon "_s;
        const auto second = bench.read(draft).account;
        QVERIFY(first && second);
        QCOMPARE(first->id, second->id);
        QVERIFY(first->id.starts_with("solusdt-"));
        QCOMPARE(second->name, std::string("Moon"));
        QCOMPARE(second->symbol, std::string("SOLUSDT"));
    }

    void theFaultStandsAtItsField()
    {
        Bench bench;
        AccountDraft draft = Bench::sol();
        draft.base = u"USDT"_s;
        QVERIFY(!bench.read(draft).baseFault.isEmpty());
        draft = Bench::sol();
        draft.contributed = u"1e5"_s;
        QVERIFY(!bench.read(draft).contributedFault.isEmpty());
        QVERIFY(!bench.read(draft).account);
        draft = Bench::sol();
        draft.ownBars = true;
        draft.bars = {u"1.25"_s, u"1.05"_s, u"1.10"_s};
        QVERIFY(bench.read(draft).barsFault.contains(u"the call comes first"));
        draft = Bench::sol();
        draft.owner = u"B"_s;
        draft.base = u"BCH"_s; // that owner has this account already
        QVERIFY(!bench.read(draft).fault.isEmpty());
        bench.balances.reset(); // some balance cannot be read: its row says so
        QVERIFY(!bench.read(Bench::sol()).account);
    }
};

QTEST_GUILESS_MAIN(TestAccountDraft)
#include "tst_accountdraft.moc"
