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

struct Desk {
    FakeMonitor world;
    DisplayFormat format {QLocale(QLocale::English, QLocale::UnitedStates)};
    viewmodels::ProfileList profiles;
    std::optional<std::vector<margin::Balance>> balances {std::vector<margin::Balance>()};

    Desk()
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
        Desk desk;
        const margin::Account stored = desk.world.stores.portfolio.accounts.at(2);
        desk.balances = stored.balances;
        const auto reading = desk.read(AccountDraft(stored, desk.format));
        QVERIFY(reading.account.has_value());
        QVERIFY(*reading.account == stored);
    }

    void nothingIsSaidOfWhatIsNotTypedYet()
    {
        Desk desk;
        QVERIFY(saysNothing(desk.read(AccountDraft())));
        QVERIFY(!desk.read(AccountDraft()).account);
        AccountDraft draft = Desk::sol();
        draft.profile.clear();
        draft.ownBars = true;
        draft.bars.initial = u"1.25"_s;
        QVERIFY(saysNothing(desk.read(draft)));
        QVERIFY(!desk.read(draft).account);
    }

    void aNewAccountKeepsItsIdWhileItIsTyped()
    {
        Desk desk;
        AccountDraft draft = Desk::sol();
        const auto first = desk.read(draft).account;
        draft.name = u" Moon "_s;
        const auto second = desk.read(draft).account;
        QVERIFY(first && second);
        QCOMPARE(first->id, second->id);
        QVERIFY(first->id.starts_with("solusdt-"));
        QCOMPARE(second->name, std::string("Moon"));
        QCOMPARE(second->symbol, std::string("SOLUSDT"));
    }

    void theFaultStandsAtItsField()
    {
        Desk desk;
        AccountDraft draft = Desk::sol();
        draft.base = u"USDT"_s;
        QVERIFY(!desk.read(draft).baseFault.isEmpty());
        draft = Desk::sol();
        draft.contributed = u"1e5"_s;
        QVERIFY(!desk.read(draft).contributedFault.isEmpty());
        QVERIFY(!desk.read(draft).account);
        draft = Desk::sol();
        draft.ownBars = true;
        draft.bars = {u"1.25"_s, u"1.05"_s, u"1.10"_s};
        QVERIFY(desk.read(draft).barsFault.contains(u"the call comes first"));
        draft = Desk::sol();
        draft.owner = u"B"_s;
        draft.base = u"BCH"_s; // that owner has this account already
        QVERIFY(!desk.read(draft).fault.isEmpty());
        desk.balances.reset(); // some balance cannot be read: its row says so
        QVERIFY(!desk.read(Desk::sol()).account);
    }
};

QTEST_GUILESS_MAIN(TestAccountDraft)
#include "tst_accountdraft.moc"
