// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/seal.h"

#include "storage/sql/sqlstatement.h"

#include <QtCore/QCryptographicHash>

namespace plimsoll::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kHolder = u"SELECT h.id, h.kind, h.removed, a.name, a.owner, a.note, a.mode, a.symbol, "
                                u"a.base_asset, a.quote_asset, a.profile, a.own_thresholds, "
                                "a.initial, a.margin_call, a.liquidation, a.liquidated_at FROM holder h LEFT JOIN "
                                "account a ON a.number = h.number WHERE h.number = ?";
constexpr QStringView kAssets =
    u"SELECT position, asset, daily_interest FROM holder_asset WHERE holder = ? ORDER BY position";
constexpr QStringView kProfile =
    u"SELECT name, title, initial, margin_call, liquidation, leverage, valid_from, source FROM profile WHERE name = ?";

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
    }

    QString ofHolder(std::int64_t number)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        addRows(hash, m_holder, {boundInteger(number)});
        addRows(hash, m_assets, {boundInteger(number)});
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

} // namespace plimsoll::storage
