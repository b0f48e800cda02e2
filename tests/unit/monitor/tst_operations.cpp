// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/operations.h"
#include "testlib/testprogram.h"

#include <QtTest/QTest>

#include <set>

using namespace plimsoll;
using namespace plimsoll::monitor;

namespace {

OperationRequest request(Action action, const char *account = "a")
{
    return {"00000000-0000-4000-8000-000000000001", account, std::move(action), {}, {}};
}

margin::Decimal decimal(const char *text)
{
    return margin::Decimal::parse(text).value();
}

} // namespace

class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fingerprintsTellActionsApart()
    {
        const std::vector<OperationRequest> all {
            request(TopUp {"USDT", decimal("150"), {}}),
            request(TopUp {"USDT", decimal("150"), "spot"}),
            request(TopUp {"USDT", decimal("150"), {}}, "b"),
            request(TopUp {"BCH", decimal("150"), {}}),
            request(TopUp {"USDT", decimal("150"), {}, true}),
            request(TopUp {"USDT", decimal("150"), {}, false, "a"}),
            request(TopUp {"USDT", decimal("150"), {}, true, "a"}),
            request(TopUp {"USDT", decimal("150"), {}, false, "c"}),
            request(TransferOut {"USDT", decimal("150"), {}, "a"}),
            request(ClosePosition {"BCH", "USDT", decimal("150"), {}}),
            request(ClosePosition {"BCH", "USDT", decimal("150"), decimal("2")}),
            request(TransferOut {"USDT", decimal("150"), {}}),
            request(Borrow {"USDT", decimal("150")}),
            request(Repay {"USDT", decimal("150")}),
            request(TradeDone {true, "BCH", "USDT", decimal("1"), decimal("150")}),
            request(TradeDone {false, "BCH", "USDT", decimal("1"), decimal("150")}),
            request(RecordLiquidation {}),
        };
        std::set<std::string> seen;
        for (const OperationRequest &r : all) {
            QVERIFY(seen.insert(fingerprint(r)).second);
        }
    }

    void equalAmountsHaveEqualFingerprintsHoweverTheyWereWritten()
    {
        QCOMPARE(fingerprint(request(TopUp {"USDT", decimal("150.00"), {}})),
                 fingerprint(request(TopUp {"USDT", decimal("150"), {}})));
    }

    // From whichever side a move is asked for, the other half is what happens to the other account.
    void aMoveHasTwoHalves()
    {
        const OperationRequest in {"3f2a8a44-5a5e-4c4f-9a8b-3d9d6f6f1e01", "poor",
                                   TopUp {"USDT", decimal("150"), {}, true, "rich"}, "note", nullptr};
        const auto out = otherHalf(in);
        QVERIFY(out.has_value());
        QCOMPARE(out->account, std::string("rich"));
        QVERIFY((out->action == Action {TransferOut {"USDT", decimal("150"), {}, "poor"}}));
        QCOMPARE(out->id, otherHalfId(in.id));
        QVERIFY(areHalves(in.id, out->id) && areHalves(out->id, in.id));
        QVERIFY(!areHalves(in.id, in.id) && !areHalves(in.id, otherHalfId(out->id)));
        QVERIFY(out->id != in.id && out->note == in.note);
        QVERIFY((otherHalf(*out)->action == Action {TopUp {"USDT", decimal("150"), {}, false, "rich"}}));
        QCOMPARE(movedWith(fingerprint(in)), std::string("rich"));
        QCOMPARE(movedWith(fingerprint(*out)), std::string("poor"));
        QVERIFY(!otherHalf(request(TopUp {"USDT", decimal("150"), "spot", true})));
        for (const Action &action : std::vector<Action> {TopUp {"USDT", decimal("150"), "move", true},
                                                         TransferOut {"move", decimal("1"), "move"}, Reverse {"move"},
                                                         OpenPosition {"move", "move", true, {}, {}, {}, "move"}}) {
            QCOMPARE(movedWith(fingerprint(request(action))), std::string());
        }
        QCOMPARE(movedWith({}), std::string());
    }

    void namesTheWalletOfEveryActionThatHasOne()
    {
        QCOMPARE(walletOf(TopUp {"USDT", decimal("1"), "spot"}), std::string("spot"));
        QCOMPARE(walletOf(TransferOut {"USDT", decimal("1"), "spot"}), std::string("spot"));
        QCOMPARE(walletOf(OpenPosition {"ETH", "USDT", true, {}, {}, {}, "spot"}), std::string("spot"));
        QCOMPARE(walletOf(RecordLiquidation {}), std::string());
    }
};

PLIMSOLL_TEST(TestOperations)
#include "tst_operations.moc"
