// SPDX-License-Identifier: GPL-3.0-or-later
#include "testlib/testprogram.h"
#include "wire/portfoliofile.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace plimsoll;
using margin::Decimal;
using wire::parsePortfolio;
using wire::writePortfolio;

namespace {

// The example of the interface contract.
const QByteArray kExample = R"({ "format": "plimsoll-portfolio", "version": 1,
  "accounts": [
    { "id": "a-cross", "name": "User A", "mode": "cross", "quoteAsset": "USDT", "profile": "faq-2020-5x",
      "balances": [ {"asset": "ETH",  "free": "5", "locked": "0", "borrowed": "0", "interest": "0"},
                    {"asset": "BCH",  "free": "5"},
                    {"asset": "USDT", "free": "0", "borrowed": "1600"} ] },
    { "id": "b-ethusdt", "name": "User B ETH", "mode": "isolated", "symbol": "ETHUSDT", "baseAsset": "ETH", "quoteAsset": "USDT",
      "thresholds": {"initial": "1.25", "marginCall": "1.10", "liquidation": "1.05"}, "contributed": "200",
      "balances": [ {"asset": "ETH", "free": "5"}, {"asset": "USDT", "borrowed": "800"} ] } ],
  "wallets": [ {"id": "spot", "balances": [ {"asset": "USDT", "free": "1000"} ] } ] }
)";

QString errorOf(const QByteArray &bytes, ErrorCode *code = nullptr)
{
    const auto portfolio = parsePortfolio(bytes.toStdString());
    if (portfolio) {
        return QStringLiteral("accepted");
    }
    if (code != nullptr) {
        *code = portfolio.error().code;
    }
    return QString::fromStdString(portfolio.error().place);
}

QByteArray replaced(const char *before, const char *after)
{
    QByteArray bytes = kExample;
    Q_ASSERT(bytes.contains(before));
    const auto at = bytes.indexOf(before);
    return bytes.replace(at, static_cast<qsizetype>(qstrlen(before)), after);
}

std::string anyText(std::mt19937 &random)
{
    static const std::vector<std::string> kPieces {"a",
                                                   "Z",
                                                   "\"",
                                                   "\\",
                                                   "\n",
                                                   "\x01",
                                                   "\xC3\xA9",
                                                   "\xE5\xB8\x81",
                                                   "\xF0\x9F\x98\x80",
                                                   "<img src=\"y\">",
                                                   " ",
                                                   "\xE2\x80\xAE",
                                                   "{",
                                                   "]"};
    std::string text;
    for (auto left = random() % 12; left > 0; --left) {
        text += kPieces[random() % kPieces.size()];
    }
    return text;
}

Decimal anyAmount(std::mt19937 &random)
{
    return Decimal::fromMantissa(margin::Int128 {random()} * random() * (random() % 3));
}

margin::Account anyAccount(std::mt19937 &random, int number)
{
    margin::Account account;
    account.id = "id" + std::to_string(number);
    account.name = anyText(random);
    account.note = anyText(random);
    account.owner = "owner" + std::to_string(number);
    account.quoteAsset = "USDT";
    if (random() % 2 == 0) {
        account.mode = margin::MarginMode::Isolated;
        account.baseAsset = "ETH";
        account.symbol = "ETHUSDT";
    }
    account.profile = random() % 2 == 0 ? "cross-3x" : "";
    account.ownThresholds = account.profile.empty() || random() % 2 == 0;
    account.thresholds = account.ownThresholds
        ? margin::Thresholds {Decimal::fromInteger(3), Decimal::fromInteger(2), Decimal::fromInteger(1)}
        : margin::findBuiltInProfile("cross-3x")->thresholds;
    if (random() % 2 == 0) {
        account.contributed = random() % 2 == 0 ? anyAmount(random) : -anyAmount(random);
    }
    if (random() % 5 == 0) {
        account.liquidatedAt = WallTime::ofMs(static_cast<std::int64_t>(random()));
    }
    for (const char *asset : {"USDT", "ETH"}) {
        account.balances.push_back(
            {asset, anyAmount(random), anyAmount(random), anyAmount(random), anyAmount(random), {}});
        if (random() % 2 == 0) {
            account.balances.back().dailyInterest = anyAmount(random);
        }
    }
    return account;
}

} // namespace

class PortfolioFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void the_contracts_example_is_understood()
    {
        const auto portfolio = parsePortfolio(kExample.toStdString());
        QVERIFY2(portfolio.hasValue(), portfolio ? "" : portfolio.error().message().c_str());
        QCOMPARE(portfolio->accounts.size(), std::size_t {2});
        const margin::Account &cross = portfolio->accounts[0];
        QVERIFY(cross.mode == margin::MarginMode::Cross && !cross.ownThresholds && !cross.contributed);
        QCOMPARE(QString::fromStdString(cross.thresholds.marginCall.toString()), QStringLiteral("1.1"));
        QCOMPARE(QString::fromStdString(cross.balances[2].borrowed.toString()), QStringLiteral("1600"));
        const margin::Account &isolated = portfolio->accounts[1];
        QVERIFY(isolated.mode == margin::MarginMode::Isolated && isolated.ownThresholds && isolated.profile.empty());
        QCOMPARE(QString::fromStdString(isolated.symbol), QStringLiteral("ETHUSDT"));
        QCOMPARE(QString::fromStdString(isolated.contributed->toString()), QStringLiteral("200"));
        QCOMPARE(QString::fromStdString(portfolio->wallets[0].free("USDT").toString()), QStringLiteral("1000"));
    }

    void writing_and_reading_again_gives_the_same_bytes()
    {
        const auto first = parsePortfolio(kExample.toStdString());
        const std::string text = writePortfolio(*first);
        const auto second = parsePortfolio(text);
        QVERIFY(second.hasValue() && *second == *first);
        QVERIFY(writePortfolio(*second) == text);
        QVERIFY(text.ends_with("}\n") && !text.ends_with("\n\n"));
        QVERIFY(QByteArray::fromStdString(text).contains(
            "{\n          \"asset\": \"BCH\",\n          \"free\": \"5\",\n          \"locked\": \"0\",\n"
            "          \"borrowed\": \"0\",\n          \"interest\": \"0\"\n        }"));
    }

    void every_portfolio_survives_the_round_trip()
    {
        std::mt19937 random(604); // NOLINT(cert-msc51-cpp): repeatable on purpose
        for (int round = 0; round < 500; ++round) {
            margin::Portfolio portfolio;
            for (int i = 0; i < 4; ++i) {
                portfolio.accounts.push_back(anyAccount(random, i));
            }
            portfolio.wallets.push_back({"spot", {{"USDT", anyAmount(random), {}, {}, {}, {}}}});
            const std::string text = writePortfolio(portfolio);
            const auto again = parsePortfolio(text);
            QVERIFY2(again.hasValue(), again ? "" : again.error().message().c_str());
            QVERIFY(*again == portfolio);
            QVERIFY(writePortfolio(*again) == text);
        }
    }

    void everything_wrong_is_refused_with_its_place_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("place");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *before, const char *after, const char *place,
                            ErrorCode code) {
            QTest::newRow(name) << replaced(before, after) << QString::fromLatin1(place) << static_cast<int>(code);
        };
        row("other format", "plimsoll-portfolio", "other", "format", ErrorCode::UnknownFormat);
        row("no format", "\"format\"", "\"farmat\"", "format", ErrorCode::UnknownFormat);
        row("newer version", "\"version\": 1", "\"version\": 2, \"new\": 3", "version", ErrorCode::NewerVersion);
        row("version zero", "\"version\": 1", "\"version\": 0", "version", ErrorCode::Malformed);
        row("version as text", "\"version\": 1", "\"version\": \"1\"", "version", ErrorCode::Malformed);
        row("version with point", "\"version\": 1", "\"version\": 1.0", "version", ErrorCode::Malformed);
        row("version twice", "\"version\": 1", "\"version\": 1, \"version\": 1", "version", ErrorCode::DuplicateEntry);
        row("unknown field", "\"wallets\"", "\"wullets\"", "wullets", ErrorCode::Malformed);
        row("unknown account field", "\"name\": \"User A\"", "\"nome\": \"x\"", "accounts[0].nome",
            ErrorCode::Malformed);
        row("unknown balance field", "{\"asset\": \"BCH\",", "{\"asset\": \"BCH\", \"x\": 1,",
            "accounts[0].balances[1].x", ErrorCode::Malformed);
        row("field twice", "\"name\": \"User A\"", "\"name\": \"x\", \"name\": \"y\"", "accounts[0].name",
            ErrorCode::DuplicateEntry);
        row("field twice, once escaped", "\"name\": \"User A\"", "\"name\": \"x\", \"nam\\u0065\": \"y\"",
            "accounts[0].name", ErrorCode::DuplicateEntry);
        row("amount as number", "\"free\": \"1000\"", "\"free\": 1000", "wallets[0].balances[0].free",
            ErrorCode::Malformed);
        row("amount as null", "\"free\": \"1000\"", "\"free\": null", "wallets[0].balances[0].free",
            ErrorCode::Malformed);
        row("amount outside the grammar", "\"borrowed\": \"800\"", "\"borrowed\": \"-800\"",
            "accounts[1].balances[1].borrowed", ErrorCode::NotANumber);
        row("amount with exponent", "\"borrowed\": \"800\"", "\"borrowed\": \"8e2\"",
            "accounts[1].balances[1].borrowed", ErrorCode::NotANumber);
        row("contributed NaN", "\"contributed\": \"200\"", "\"contributed\": \"NaN\"", "accounts[1].contributed",
            ErrorCode::NotANumber);
        row("threshold as number", "\"marginCall\": \"1.10\"", "\"marginCall\": 1.10",
            "accounts[1].thresholds.marginCall", ErrorCode::Malformed);
        row("threshold missing", "\"marginCall\": \"1.10\", ", "", "accounts[1].thresholds.marginCall",
            ErrorCode::Malformed);
        row("thresholds out of order", "\"1.10\"", "\"1.01\"", "accounts[1].thresholds.marginCall",
            ErrorCode::InvalidThresholds);
        row("thresholds not an object", "{\"initial\": \"1.25\", \"marginCall\": \"1.10\", \"liquidation\": \"1.05\"}",
            "[]", "accounts[1].thresholds", ErrorCode::Malformed);
        row("neither profile nor thresholds", "\"profile\": \"faq-2020-5x\",", "", "accounts[0].profile",
            ErrorCode::Malformed);
        row("unknown profile", "faq-2020-5x", "faq-2021-5x", "accounts[0].profile", ErrorCode::UnknownProfile);
        row("unknown mode", "\"mode\": \"cross\"", "\"mode\": \"crass\"", "accounts[0].mode", ErrorCode::Malformed);
        row("no mode", "\"mode\": \"cross\", ", "", "accounts[0].mode", ErrorCode::Malformed);
        row("cross with a symbol", "\"mode\": \"cross\"", "\"mode\": \"cross\", \"symbol\": \"ETHUSDT\"",
            "accounts[0].symbol", ErrorCode::Malformed);
        row("isolated without symbol", "\"symbol\": \"ETHUSDT\", ", "", "accounts[1].symbol", ErrorCode::Malformed);
        row("symbol that is not its assets", "\"symbol\": \"ETHUSDT\"", "\"symbol\": \"BCHUSDT\"", "accounts[1].symbol",
            ErrorCode::Malformed);
        row("third asset in isolated", "{\"asset\": \"ETH\", \"free\": \"5\"}", "{\"asset\": \"BCH\", \"free\": \"5\"}",
            "accounts[1].balances[0].asset", ErrorCode::AssetNotAccepted);
        row("same asset twice", "\"asset\": \"BCH\"", "\"asset\": \"ETH\"", "accounts[0].balances[1].asset",
            ErrorCode::DuplicateEntry);
        row("same id twice", "\"b-ethusdt\"", "\"a-cross\"", "accounts[1].id", ErrorCode::DuplicateEntry);
        row("wallet with an account's id", "\"id\": \"spot\"", "\"id\": \"a-cross\"", "wallets[0].id",
            ErrorCode::DuplicateEntry);
        row("no id", "\"id\": \"a-cross\", ", "", "accounts[0].id", ErrorCode::Malformed);
        row("empty id", "\"a-cross\"", "\"\"", "accounts[0].id", ErrorCode::Malformed);
        row("control character in id", "\"a-cross\"", "\"a\\ncross\"", "accounts[0].id", ErrorCode::Malformed);
        row("no quote asset", "\"quoteAsset\": \"USDT\", \"profile\"", "\"profile\"", "accounts[0].quoteAsset",
            ErrorCode::Malformed);
        row("empty asset", "\"asset\": \"BCH\"", "\"asset\": \"\"", "accounts[0].balances[1].asset",
            ErrorCode::Malformed);
        row("NUL in a name", "\"User A\"", "\"User\\u0000A\"", "accounts[0].name", ErrorCode::Malformed);
        row("name as number", "\"User A\"", "5", "accounts[0].name", ErrorCode::Malformed);
        row("liquidation time as text", "\"name\": \"User A\"", "\"liquidatedAt\": \"5\"", "accounts[0].liquidatedAt",
            ErrorCode::Malformed);
        row("liquidation time negative", "\"name\": \"User A\"", "\"liquidatedAt\": -5", "accounts[0].liquidatedAt",
            ErrorCode::Malformed);
        row("liquidation time beyond 64 bits", "\"name\": \"User A\"", "\"liquidatedAt\": 9223372036854775808",
            "accounts[0].liquidatedAt", ErrorCode::Malformed);
        row("sum out of range", "\"free\": \"5\", \"locked\": \"0\"",
            "\"free\": \"999999999999999999\", \"locked\": \"1\"", "accounts[0].balances[0]", ErrorCode::Overflow);
        row("accounts not a list", "\"accounts\": [", "\"accounts\": 5, \"wallets\": [], \"x\": [", "x",
            ErrorCode::Malformed);
        row("account not an object", "\"accounts\": [", "\"accounts\": [ 7,", "accounts[0]", ErrorCode::Malformed);
    }

    void everything_wrong_is_refused_with_its_place()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, place);
        QFETCH(int, code);
        ErrorCode seen {};
        QCOMPARE(errorOf(bytes, &seen), place);
        QCOMPARE(static_cast<int>(seen), code);
    }

    void two_cross_accounts_need_two_owners()
    {
        const auto twoAccounts = [](const char *first, const char *second) {
            const QByteArray account = R"({"id":"%1","mode":"cross","quoteAsset":"USDT","profile":"cross-3x"%2})";
            const auto filled = [&account](const char *id, const char *owner) {
                return QByteArray(account).replace("%1", id).replace("%2", owner);
            };
            return R"({"format":"plimsoll-portfolio","version":1,"accounts":[)" + filled("a", first) + ","
                + filled("b", second) + "]}";
        };
        QCOMPARE(errorOf(twoAccounts("", "")), QStringLiteral("accounts[1]"));
        QCOMPARE(errorOf(twoAccounts("", R"(,"owner":"")")), QStringLiteral("accounts[1]"));
        QCOMPARE(errorOf(twoAccounts(R"(,"owner":"x")", R"(,"owner":"y")")), QStringLiteral("accepted"));
    }

    void what_is_not_json_is_refused()
    {
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("{"), QByteArray("null"), QByteArray("[]"), kExample + "x",
              kExample.left(kExample.size() / 2), QByteArray(200'000, '['),
              QByteArray("{\"a\":").repeated(200) + "1" + QByteArray(200, '}'), replaced("User A", "User \xFF")}) {
            QVERIFY(!parsePortfolio(bytes.toStdString()));
        }
    }

    void a_damaged_file_never_crashes()
    {
        for (qsizetype at = 0; at < kExample.size(); at += 3) {
            for (int bit = 0; bit < 8; ++bit) {
                QByteArray damaged = kExample;
                damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
                (void)parsePortfolio(damaged.toStdString());
            }
            QVERIFY(!parsePortfolio(kExample.left(at).toStdString()));
        }
    }

    void thresholds_stand_over_a_profile_and_its_name_is_kept()
    {
        const auto portfolio = parsePortfolio(
            replaced("\"thresholds\"", "\"profile\": \"cross-3x\", \"thresholds\"").toStdString());
        QVERIFY(portfolio->accounts[1].ownThresholds);
        QCOMPARE(QString::fromStdString(portfolio->accounts[1].profile), QStringLiteral("cross-3x"));
        QCOMPARE(QString::fromStdString(portfolio->accounts[1].thresholds.initial.toString()), QStringLiteral("1.25"));
    }

    void a_persons_own_profile_is_found()
    {
        const std::vector<margin::Profile> own {
            {"mine", "Mine", {Decimal::fromInteger(4), Decimal::fromInteger(3), Decimal::fromInteger(2)}, "", "", ""}};
        const std::string bytes = replaced("faq-2020-5x", "mine").toStdString();
        QVERIFY(!parsePortfolio(bytes));
        QVERIFY(QString::fromStdString(parsePortfolio(bytes).error().detail).contains(QStringLiteral("cross-3x")));
        QVERIFY(parsePortfolio(bytes, own).value().accounts[0].thresholds == own[0].thresholds);
    }

    void names_and_notes_may_be_long_but_not_endless()
    {
        const auto named = [](const QByteArray &name) { return errorOf(replaced("User A", name.constData())); };
        QCOMPARE(named(QByteArray(10'000, 'n')), QStringLiteral("accepted"));
        QCOMPARE(named(QByteArray(10'001, 'n')), QStringLiteral("accounts[0].name"));
        QCOMPARE(named(""), QStringLiteral("accepted"));
        const auto identified = [](const QByteArray &id) { return errorOf(replaced("a-cross", id.constData())); };
        QCOMPARE(identified(QByteArray(64, 'i')), QStringLiteral("accepted"));
        QCOMPARE(identified(QByteArray(65, 'i')), QStringLiteral("accounts[0].id"));
    }

    void half_a_surrogate_pair_is_refused()
    {
        for (const char *half : {"\\ud800", "\\udc00", "\\udc00\\ud800"}) {
            QVERIFY2(errorOf(replaced("User A", half)) != QLatin1String("accepted"), half);
        }
        QCOMPARE(errorOf(replaced("User A", "\\ud83d\\ude00")), QStringLiteral("accepted"));
    }

    void a_byte_order_mark_is_accepted() { QCOMPARE(errorOf("\xEF\xBB\xBF" + kExample), QStringLiteral("accepted")); }
};

PLIMSOLL_TEST(PortfolioFileTest)
#include "tst_portfoliofile.moc"
