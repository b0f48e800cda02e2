// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "margin/moment.h"
#include "ports/clock.h"
#include "storage/storage.h"
#include "testlib/sent.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUuid>
#include <QtTest/QTest>

#include <memory>
#include <sys/stat.h>

/// What the storage tests share: a clock that is turned by hand, accounts of the reference example, a directory of its
/// own per test.
namespace storagekit {

using namespace Qt::StringLiterals;
using plimsoll::Done;
using plimsoll::ErrorCode;
using plimsoll::Future;
using plimsoll::Result;
using plimsoll::margin::Account;
using plimsoll::margin::Balance;
using plimsoll::margin::Decimal;
using plimsoll::margin::MarginMode;
using plimsoll::margin::Portfolio;
using plimsoll::margin::Wallet;
using plimsoll::storage::Storage;
using plimsoll::testlib::sent;
namespace margin = plimsoll::margin;
namespace monitor = plimsoll::monitor;
namespace storage = plimsoll::storage;

class FakeClock final : public monitor::Clock
{
public:
    [[nodiscard]] plimsoll::BootTime bootTime() const override { return boot; }

    [[nodiscard]] plimsoll::WallTime wallTime() const override { return wall; }
    [[nodiscard]] std::string bootId() const override { return id; }

    std::string id = "boot";
    plimsoll::BootTime boot = 1'000;
    plimsoll::WallTime wall = 1'621'428'600'000;
};

inline Decimal amount(const char *text)
{
    return Decimal::parseSigned(text).value();
}

inline std::string freshId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

inline Account isolatedAccount(const std::string &id = "b-ethusdt", const std::string &base = "ETH")
{
    Account account;
    account.id = id;
    account.name = "User B " + base;
    account.mode = MarginMode::Isolated;
    account.symbol = base + "USDT";
    account.baseAsset = base;
    account.quoteAsset = "USDT";
    account.profile = "faq-2020-5x";
    account.thresholds = {amount("1.25"), amount("1.1"), amount("1.05")};
    account.contributed = amount("200");
    account.balances = {{base, amount("5"), {}, {}, {}, {}}, {"USDT", {}, {}, amount("800"), {}, amount("0.0003")}};
    return account;
}

inline Wallet spotWallet()
{
    return {"spot", {{"USDT", amount("1000"), {}, {}, {}, {}}, {"BNB", {}, {}, {}, {}, {}}}};
}

inline Portfolio smallPortfolio()
{
    return {{isolatedAccount()}, {spotWallet()}};
}

inline monitor::OperationRequest topUp(const std::string &account, const char *value, const std::string &wallet = {},
                                       const std::string &id = freshId())
{
    return {id, account, monitor::TopUp {"USDT", amount(value), wallet}, {}, nullptr};
}

inline monitor::OperationRequest removal(const std::string &account, const std::string &id = freshId())
{
    return {id, account, monitor::RemoveAccount {}, {}, nullptr};
}

inline monitor::OperationRequest takenBack(const std::string &account, const std::string &operation)
{
    return {freshId(), account, monitor::Reverse {operation}, {}, nullptr};
}

/// A data directory and a Storage on it that can be closed and opened again.
class Home
{
public:
    Home() { QVERIFY2(m_directory.isValid(), "no temporary directory"); }

    [[nodiscard]] QString path() const { return m_directory.filePath(u"data"_s); }

    [[nodiscard]] QString file() const { return Storage::databasePath(path()); }

    Result<Done> tryOpen()
    {
        store.reset();
        auto opened = Storage::open(path(), clock);
        if (!opened) {
            return opened.error();
        }
        store = std::move(opened).value();
        return Done {};
    }

    Storage &open()
    {
        const auto opened = tryOpen();
        if (!opened) {
            qFatal("%s", opened.error().message().c_str());
        }
        return *store;
    }

    Storage &openWith(const Portfolio &portfolio)
    {
        const auto imported = open().importPortfolio(portfolio);
        if (!imported) {
            qFatal("%s", imported.error().message().c_str());
        }
        return *store;
    }

    void close() { store.reset(); }

    FakeClock clock;
    std::unique_ptr<Storage> store;

private:
    QTemporaryDir m_directory;
};

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline mode_t modeOf(const QString &path)
{
    struct stat status {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777 : 0;
}

inline Decimal freeOf(const Portfolio &portfolio, const std::string &account, const std::string &asset)
{
    const Account *found = portfolio.account(account);
    const Balance *balance = found != nullptr ? found->balance(asset) : nullptr;
    return balance != nullptr ? balance->free : Decimal();
}

} // namespace storagekit

/// The value of a Result, or the test fails with its error.
#define VALUE_OF(name, expression)                                                                                     \
    auto name##Result = (expression);                                                                                  \
    QVERIFY2(name##Result.hasValue(), name##Result.hasValue() ? "" : name##Result.error().message().c_str());          \
    auto name = std::move(name##Result).value()

#define WORKS(expression)                                                                                              \
    do {                                                                                                               \
        const auto outcome = (expression);                                                                             \
        QVERIFY2(outcome.hasValue(), outcome.hasValue() ? "" : outcome.error().message().c_str());                     \
    } while (false)

#define REFUSES(expression, wanted)                                                                                    \
    do {                                                                                                               \
        const auto outcome = (expression);                                                                             \
        QVERIFY2(!outcome.hasValue(), "was not refused");                                                              \
        QVERIFY2(outcome.error().code == (wanted), outcome.error().message().c_str());                                 \
    } while (false)
