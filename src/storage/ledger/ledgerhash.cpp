// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger/ledgerhash.h"

#include <QtCore/QCryptographicHash>

namespace plimsoll::storage {

namespace {

class Text
{
public:
    Text &operator<<(const std::string &field)
    {
        m_text += std::to_string(field.size());
        m_text += ':';
        m_text += field;
        return *this;
    }

    Text &operator<<(std::int64_t number) { return *this << std::to_string(number); }

    [[nodiscard]] QByteArrayView bytes() const { return {m_text.data(), static_cast<qsizetype>(m_text.size())}; }

private:
    std::string m_text;
};

} // namespace

std::string chainHash(const std::string &previous, const HashedOperation &operation)
{
    Text text;
    text << previous << operation.sequence << operation.id << operation.time.ms() << operation.kind << operation.holder
         << operation.note << operation.fingerprint << operation.contributedBefore << operation.contributedAfter;
    for (const HashedRow &row : operation.rows) {
        text << row.sequence << row.holder << row.kind << row.asset << row.field << row.change;
    }
    return QCryptographicHash::hash(text.bytes(), QCryptographicHash::Sha256).toHex().toStdString();
}

} // namespace plimsoll::storage
