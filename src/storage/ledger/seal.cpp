// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/seal.h"

#include "storage/sql/sqlstatement.h"

#include <QtCore/QCryptographicHash>

#include <optional>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kHolder = u"SELECT h.id, h.kind, h.removed, a.name, a.owner, a.note, a.mode, a.symbol, "
                                u"a.base_asset, a.quote_asset, a.profile, a.own_thresholds, "
                                "a.initial, a.margin_call, a.liquidation, a.liquidated_at FROM holder h LEFT JOIN "
                                "account a ON a.number = h.number WHERE h.number = ?";
constexpr QStringView kAssets =
    u"SELECT position, asset, daily_interest FROM holder_asset WHERE holder = ? ORDER BY position";
constexpr QStringView kWalletName = u"SELECT name FROM wallet_name WHERE holder = ?";
constexpr QStringView kAnnounced =
    u"SELECT valid_from, initial, margin_call, liquidation FROM announced_bars WHERE account = ? ORDER BY valid_from";
constexpr QStringView kProfile =
    u"SELECT name, title, initial, margin_call, liquidation, leverage, valid_from, source FROM profile WHERE name = ?";
constexpr QStringView kRun = u"SELECT holder, asset, charged_until, newest_row, principal, daily_interest, hours FROM "
                             "interest_run WHERE holder = ? AND asset = ?";
constexpr QStringView kRunSeals =
    u"SELECT r.holder, r.asset, r.seal, ifnull(h.id, r.holder), EXISTS (SELECT 1 FROM holder_asset a WHERE a.holder = "
    "r.holder AND a.asset = r.asset) FROM interest_run r LEFT JOIN holder h ON h.number = r.holder "
    "ORDER BY r.holder, r.asset";
constexpr QStringView kMissingRuns =
    u"SELECT h.id, a.asset FROM holder h JOIN holder_asset a ON a.holder = h.number WHERE h.charged = 1 AND NOT EXISTS "
    "(SELECT 1 FROM interest_run r WHERE r.holder = a.holder AND r.asset = a.asset) ORDER BY h.number, a.position";

// Every field with its length in front, so that no two rows share one text.
void addRows(QCryptographicHash &hash, SqlStatement &rows, const QVariantList &key)
{
    rows.run(key);
    while (rows.next()) {
        for (int column = 0; column < rows.columns(); ++column) {
            const QByteArray field = rows.text(column).toUtf8();
            hash.addData(rows.isNull(column) ? QByteArray("-") : QByteArray::number(field.size()) + ':' + field);
        }
    }
}

class Sealer
{
public:
    explicit Sealer(const QSqlDatabase &database)
        : m_holder(database, kHolder)
        , m_assets(database, kAssets)
        , m_profile(database, kProfile)
    {
        if (hasTable(database, u"wallet_name")) { // an older database is checked as it is
            m_walletName.emplace(database, kWalletName);
        }
        if (hasTable(database, u"announced_bars")) {
            m_announced.emplace(database, kAnnounced);
        }
    }

    QString ofHolder(std::int64_t number)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        addRows(hash, m_holder, {boundInteger(number)});
        addRows(hash, m_assets, {boundInteger(number)});
        if (m_walletName) { // no field where it has none, as before there were any
            addRows(hash, *m_walletName, {boundInteger(number)});
        }
        if (m_announced) { // likewise
            addRows(hash, *m_announced, {boundInteger(number)});
        }
        return QString::fromLatin1(hash.result().toHex());
    }

    QString ofProfile(const QString &name)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        addRows(hash, m_profile, {name});
        return QString::fromLatin1(hash.result().toHex());
    }

private:
    SqlStatement m_holder;
    SqlStatement m_assets;
    SqlStatement m_profile;
    std::optional<SqlStatement> m_walletName;
    std::optional<SqlStatement> m_announced;
};

class RunSealer
{
public:
    explicit RunSealer(const QSqlDatabase &database)
        : m_run(database, kRun)
    {
    }

    QString of(std::int64_t holder, const QString &asset)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        addRows(hash, m_run, {boundInteger(holder), asset});
        return QString::fromLatin1(hash.result().toHex());
    }

private:
    SqlStatement m_run;
};

} // namespace

void sealHolder(const QSqlDatabase &database, std::int64_t number)
{
    execute(database, u"UPDATE holder SET seal = ? WHERE number = ?",
            {Sealer(database).ofHolder(number), boundInteger(number)});
}

void sealProfile(const QSqlDatabase &database, const std::string &name)
{
    const QString text = QString::fromStdString(name);
    execute(database, u"UPDATE profile SET seal = ? WHERE name = ?", {Sealer(database).ofProfile(text), text});
}

void sealInterestRun(const QSqlDatabase &database, std::int64_t holder, const std::string &asset)
{
    const QString text = QString::fromStdString(asset);
    execute(database, u"UPDATE interest_run SET seal = ? WHERE holder = ? AND asset = ?",
            {RunSealer(database).of(holder, text), boundInteger(holder), text});
}

void checkInterestRun(const QSqlDatabase &database, std::int64_t holder, const std::string &asset)
{
    const QString text = QString::fromStdString(asset);
    if (RunSealer(database).of(holder, text)
        != queryText(database, u"SELECT seal FROM interest_run WHERE holder = ? AND asset = ?",
                     {boundInteger(holder), text})) {
        refuse(ErrorCode::DatabaseIsBroken, "interest_run",
               "up to when interest in " + asset + " was charged was changed by something else");
    }
}

QStringList sealFindings(const QSqlDatabase &database)
{
    QStringList findings;
    Sealer sealer(database);
    SqlStatement holders(database, u"SELECT number, id, seal FROM holder ORDER BY number");
    while (holders.next()) {
        if (sealer.ofHolder(holders.integer(0)) != holders.text(2)) {
            findings.append(u"the description of %1 was changed by something else"_s.arg(holders.text(1)));
        }
    }
    SqlStatement profiles(database, u"SELECT name, seal FROM profile ORDER BY name");
    while (profiles.next()) {
        if (sealer.ofProfile(profiles.text(0)) != profiles.text(1)) {
            findings.append(u"the profile %1 was changed by something else"_s.arg(profiles.text(0)));
        }
    }
    return findings;
}

QStringList interestRunFindings(const QSqlDatabase &database)
{
    QStringList findings;
    RunSealer sealer(database);
    SqlStatement runs(database, kRunSeals);
    while (runs.next()) {
        if (sealer.of(runs.integer(0), runs.text(1)) != runs.text(2)) {
            findings.append(u"up to when %1 was charged interest in %2 was changed by something else"_s.arg(
                runs.text(3), runs.text(1)));
        }
        if (!runs.flag(4)) {
            findings.append(u"%1 is charged interest in %2, which it does not list"_s.arg(runs.text(3), runs.text(1)));
        }
    }
    SqlStatement missing(database, kMissingRuns);
    while (missing.next()) {
        findings.append(u"up to when %1 was charged interest in %2 is missing"_s.arg(missing.text(0), missing.text(1)));
    }
    return findings;
}

} // namespace plimsoll::storage
