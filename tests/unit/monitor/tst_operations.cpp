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
