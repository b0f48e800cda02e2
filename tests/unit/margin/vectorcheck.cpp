// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectorcheck.h"

#include "margin/assessment.h"
#include "margin/booking.h"
#include "margin/interest.h"
#include "margin/profiles.h"
#include "marginkit.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTime>

#include <map>

namespace plimsoll::test {

using namespace margin;

namespace {

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

// The vectors write round numbers as "8E+1".
Decimal number(const QString &value)
{
    const bool hasExponent = value.contains(QLatin1Char('E'));
    return d((hasExponent ? QString::number(value.toDouble(), 'f', 0) : value).toStdString());
}

// To one of the last place that is written, and to a millionth at least.
bool near(std::optional<Decimal> value, const QString &wanted)
{
    if (!value) {
        return false;
    }
    const auto point = wanted.indexOf(QLatin1Char('.'));
    const auto places = point < 0 ? 0 : wanted.size() - point - 1;
    const Decimal most = d(places > 6 ? "0." + std::string(static_cast<std::size_t>(places) - 1, '0') + "1"
                                      : "0.000001");
    const Decimal gap = value->minus(number(wanted)).value_or(Decimal::fromInteger(1));
    return (gap.isNegative() ? -gap : gap) <= most;
}

Account accountOf(const QJsonObject &vector, PriceList &prices)
{
    Account account = crossAccount({});
    const auto balanceOf = [&account](const std::string &asset) -> Balance & {
        for (Balance &balance : account.balances) {
            if (balance.asset == asset) {
                return balance;
            }
        }
        return account.balances.emplace_back(held(asset, "0"));
    };
    for (const char *list : {"assets", "debts"}) {
        const QJsonArray items = vector.value(QLatin1String(list)).toArray();
        for (const auto &item : items) {
            const QJsonObject object = item.toObject();
            const std::string asset = text(object, "asset").toStdString();
            Balance &balance = balanceOf(asset);
            if (asset != account.quoteAsset) {
                prices.emplace_back(asset + account.quoteAsset, text(object, "price").toStdString());
            }
            if (QLatin1String(list) == QLatin1String("assets")) {
                balance.free = number(text(object, "qty"));
            } else {
                balance.borrowed = number(text(object, "principal"));
                balance.interest = number(text(object, "interest"));
            }
        }
    }
    return account;
}

void setBars(Account &account, const QJsonObject &vector)
{
    QJsonObject source = vector.value(QLatin1String("expected")).toObject();
    if (vector.contains(QLatin1String("thresholds"))) {
        source = vector.value(QLatin1String("thresholds")).toObject();
    }
    const auto bar = [&source](const char *key, Decimal otherwise) {
        return source.contains(QLatin1String(key)) ? number(text(source, key)) : otherwise;
    };
    account.thresholds.liquidation = bar("liquidationRatio", d("1.05"));
    account.thresholds.marginCall = bar("marginCallRatio", account.thresholds.liquidation.plus(d("0.05")).value());
    account.thresholds.initial = bar("initialRatio", std::max(d("1.25"), account.thresholds.marginCall));
}

std::optional<Decimal> priceIn(const std::vector<NamedBarPrice> &prices, const QString &asset)
{
    for (const NamedBarPrice &price : prices) {
        if (shown(price.asset) == asset) {
            return price.bar.price;
        }
    }
    return std::nullopt;
}

// One field of what a level vector expects; an unknown field is a failure, so that nothing new goes unnoticed.
bool fieldHolds(const QString &key, const QJsonObject &expected, const Assessment &seen)
{
    const QString wanted = expected.value(key).toString();
    const QString asset = text(expected, "liquidationAsset");
    if (key == QLatin1String("marginLevel")) {
        return near(seen.level, wanted);
    }
    if (key == QLatin1String("display2")) {
        return shown(seen.levelText) == wanted;
    }
    if (key == QLatin1String("status")) {
        return QString::fromStdString(std::string(statusWord(seen.status))) == wanted;
    }
    if (key == QLatin1String("profit")) {
        return near(seen.profit, wanted);
    }
    if (key == QLatin1String("liquidationPrice")) {
        return near(priceIn(seen.liquidationPrices, asset), wanted);
    }
    if (key == QLatin1String("marginCallPrice")) {
        return near(priceIn(seen.marginCallPrices, asset), wanted);
    }
    if (key == QLatin1String("debtRatio")) {
        return near(seen.totalDebt->dividedBy(*seen.totalAssets, Rounding::Down), wanted);
    }
    if (key.startsWith(QLatin1String("topUpTo_"))) {
        return near(rescueTo(seen.exactLevel, number(key.mid(8))).deposit, wanted);
    }
    return key == QLatin1String("liquidationAsset") || key.endsWith(QLatin1String("Ratio")); // inputs, used above
}

QString checkLevel(const QJsonObject &vector)
{
    PriceList prices;
    Account account = accountOf(vector, prices);
    setBars(account, vector);
    account.contributed = d("200");
    const Assessment seen = assess(account, ratesFor(account, prices));
    const QJsonObject expected = vector.value(QLatin1String("expected")).toObject();
    for (const QString &key : expected.keys()) {
        if (!fieldHolds(key, expected, seen)) {
            return key;
        }
    }
    const QJsonObject computed = vector.value(QLatin1String("computed")).toObject();
    const bool sums = near(seen.totalAssets, text(computed, "totalAssets"))
        && near(seen.totalDebt, text(computed, "totalDebt"));
    return sums ? QString() : QStringLiteral("computed");
}

QString checkNetAsset(const QJsonObject &vector)
{
    const QJsonObject row = vector.value(QLatin1String("expected")).toObject();
    const std::string asset = text(row, "asset").toStdString();
    Account account = crossAccount({owed(asset, text(row, "borrowed").toStdString(),
                                         text(row, "interest").toStdString(), text(row, "free").toStdString())});
    const auto seen = assess(account, ratesFor(account, {{asset + "USDT", "1"}}));
    return near(seen.equity, text(row, "netAsset")) ? QString() : QStringLiteral("netAsset");
}

QString checkNoDebt(const QJsonObject &vector)
{
    PriceList prices;
    const Account account = accountOf(vector, prices);
    const auto seen = assess(account, ratesFor(account, prices));
    const bool holds = seen.status == Status::NoDebt && !seen.level && seen.liquidationPrices.empty()
        && near(seen.totalAssets, text(vector.value(QLatin1String("computed")).toObject(), "totalAssets"));
    return holds ? QString() : QStringLiteral("no debt, no level, no sentinel 999");
}

QString checkInterest(const QJsonObject &vector)
{
    const QJsonObject expected = vector.value(QLatin1String("expected")).toObject();
    std::int64_t hours = expected.value(QLatin1String("hours")).toInt();
    if (expected.contains(QLatin1String("borrowedAt"))) {
        const auto timeOf = [&expected](const char *key) {
            return WallTime::ofMs(
                QTime::fromString(text(expected, key), QStringLiteral("HH:mm")).msecsSinceStartOfDay());
        };
        hours = hoursCharged(timeOf("borrowedAt"), timeOf("repaidAt"));
        if (hours != expected.value(QLatin1String("hoursCharged")).toInt()) {
            return QStringLiteral("hoursCharged");
        }
    }
    const QString rate = expected.contains(QLatin1String("dailyRate")) ? text(expected, "dailyRate")
                                                                       : text(expected, "interestRate");
    const auto interest = interestFor(number(text(expected, "principal")), number(rate), hours);
    return interest && interest->rounded(8, Rounding::HalfUp) == number(text(expected, "interest"))
        ? QString()
        : QStringLiteral("interest");
}

QString checkRepay(const QJsonObject &vector)
{
    const QJsonObject expected = vector.value(QLatin1String("expected")).toObject();
    const Account account = crossAccount({owed("BNB", "100", text(expected, "interestPaid").toStdString(), "100")});
    const auto booking = bookRepay(account, "BNB", number(text(expected, "amount")));
    const bool holds = booking && booking->rows.size() == 3
        && -booking->rows[1].change == number(text(expected, "interestPaid"))
        && -booking->rows[2].change == number(text(expected, "principalPaid"));
    return holds ? QString() : QStringLiteral("split");
}

// The most that may be borrowed: the published amount is allowed, the next one is not.
QString checkBorrowLimit(const QJsonObject &vector)
{
    const QJsonObject expected = vector.value(QLatin1String("expected")).toObject();
    PriceList prices;
    Account account = accountOf(vector, prices);
    account.quoteAsset = "USDC";
    account.thresholds = {number(text(expected, "initialRiskRatio")), d("1.22"), d("1.18")};
    const Decimal most = number(text(expected.value(QLatin1String("maxBorrow")).toObject(), "amount"));
    const Rates rates = ratesFor(account, {{"BTCUSDC", prices[0].second}});
    const bool holds = bookBorrow(account, "USDC", most, rates).hasValue()
        && !bookBorrow(account, "USDC", *most.plus(d("0.00000001")), rates).hasValue();
    return holds ? QString() : QStringLiteral("maxBorrow");
}

QString checkTiers(const QJsonObject &vector)
{
    const QJsonArray tiers = vector.value(QLatin1String("expected")).toObject().value(QLatin1String("tiers")).toArray();
    for (const auto &item : tiers) {
        const QJsonObject tier = item.toObject();
        const QString name = QStringLiteral("isolated-%1-tier-%2")
                                 .arg(text(tier, "table"))
                                 .arg(tier.value(QLatin1String("tier")).toInt());
        const Profile *profile = findBuiltInProfile(name.toStdString());
        const bool holds = profile != nullptr && profile->thresholds.initial == number(text(tier, "initialRiskRatio"))
            && profile->thresholds.marginCall == number(text(tier, "marginCallRatio"))
            && profile->thresholds.liquidation == number(text(tier, "liquidationRatio"))
            && d(profile->leverage) == number(text(tier, "maxLeverage"));
        if (!holds) {
            return name;
        }
    }
    return tiers.size() == 20 ? QString() : QStringLiteral("20 tiers");
}

QString checkMatrix(const QJsonObject &vector)
{
    const QJsonArray rows = vector.value(QLatin1String("expected")).toObject().value(QLatin1String("matrix")).toArray();
    for (const auto &item : rows) {
        const QJsonObject row = item.toObject();
        const Thresholds thresholds {number(text(row, "initial")), number(text(row, "marginCall")),
                                     number(text(row, "liquidation"))};
        const QJsonObject results = row.value(QLatin1String("results")).toObject();
        for (const QString &level : results.keys()) {
            Account account = crossAccount({held("ETH", "1"), owed("USDT", "1")});
            account.thresholds = thresholds;
            const Decision made = judge(account, ratesFor(account, {{"ETHUSDT", level.toStdString()}}));
            if (QString::fromStdString(std::string(statusWord(made.status))) != results.value(level).toString()) {
                return text(row, "profile") + QLatin1Char(' ') + level;
            }
        }
    }
    return rows.isEmpty() ? QStringLiteral("rows") : QString();
}

// Other products' rules (haircuts, cross margin pro, Kraken, Gate), request signing, a printed yearly rate: outside
// this program.
const QSet<QString> &notOurs()
{
    static const QSet<QString> ids {QStringLiteral("bn-haircut-btc"),       QStringLiteral("bn-pro-initial-margin"),
                                    QStringLiteral("bn-pro-maxborrow"),     QStringLiteral("gate-maxborrow"),
                                    QStringLiteral("kraken-open"),          QStringLiteral("kraken-after-rise"),
                                    QStringLiteral("bn-fee-data-row"),      QStringLiteral("bn-sign-hmac-ascii"),
                                    QStringLiteral("bn-sign-hmac-nonascii")};
    return ids;
}

using Check = QString (*)(const QJsonObject &);

// Our own vectors name their check; those from outside are known by their id.
Check checkFor(const QJsonObject &vector)
{
    static const std::map<QString, Check> checks {
        {QStringLiteral("net"), checkNetAsset},
        {QStringLiteral("noDebt"), checkNoDebt},
        {QStringLiteral("interest"), checkInterest},
        {QStringLiteral("repay"), checkRepay},
        {QStringLiteral("borrowLimit"), checkBorrowLimit},
        {QStringLiteral("matrix"), checkMatrix},
        {QStringLiteral("bn-api-account-bnb-row"), checkNetAsset},
        {QStringLiteral("bn-no-debt-999"), checkNoDebt},
        {QStringLiteral("bn-interest-2019"), checkInterest},
        {QStringLiteral("bn-interest-history-row"), checkInterest},
        {QStringLiteral("bn-repay-split"), checkRepay},
        {QStringLiteral("bn-iso-maxborrow"), checkBorrowLimit},
        {QStringLiteral("bn-iso-tier-table"), checkTiers},
        {QStringLiteral("derived-ref-vs-profiles"), checkMatrix},
    };
    const auto found = checks.find(text(vector, vector.contains(QLatin1String("check")) ? "check" : "id"));
    return found == checks.end() ? checkLevel : found->second;
}

} // namespace

bool isOurs(const QJsonObject &vector)
{
    return !notOurs().contains(text(vector, "id"));
}

QString wrongIn(const QJsonObject &vector)
{
    return checkFor(vector)(vector);
}

} // namespace plimsoll::test
