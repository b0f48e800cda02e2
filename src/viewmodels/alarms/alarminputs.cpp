// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/alarminputs.h"

#include "alarm/sample.h"
#include "viewmodels/common/accounttext.h"
#include "viewmodels/common/translated.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plimsoll::viewmodels {

namespace {

using Rows = std::vector<std::pair<QString, QString>>;

QString safe(const QString &text)
{
    return plainName(text.toStdString(), 200);
}

/// A number as recorded, all its digits, with the locale's marks; other text as it is.
QString number(const QString &text, const DisplayFormat &format, int fewestDecimals)
{
    const auto value = margin::Decimal::parseSigned(text.toStdString());
    return value ? format.full(*value, fewestDecimals) : safe(text);
}

QString shown(const QJsonValue &value, const DisplayFormat &format)
{
    const QString text = value.isString()
        ? value.toString()
        : QString::fromUtf8(QJsonDocument({{u"v"_s, value}}).toJson(QJsonDocument::Compact));
    return value.isString() ? number(text, format, 2) : safe(text.mid(5).chopped(1)); // {"v":...}
}

QString statusText(const QString &word)
{
    constexpr std::array kWords {"no_debt"_L1, "normal"_L1, "margin_call"_L1, "liquidation"_L1, "liquidated"_L1};
    constexpr std::array kStates {RiskState::NoDebt, RiskState::Normal, RiskState::MarginCall, RiskState::Liquidation,
                                  RiskState::Liquidated};
    const auto found = std::ranges::find(kWords, word);
    return stateWord(found == kWords.end() ? RiskState::Unknown
                                           : kStates[static_cast<std::size_t>(found - kWords.begin())]);
}

QString priceText(const QJsonObject &price, const DisplayFormat &format)
{
    QStringList parts;
    parts << (price.value("known"_L1).toBool() ? number(price.value("price"_L1).toString(), format, 2)
                                               : tr("not known"));
    if (const QString route = price.value("route"_L1).toString(); !route.isEmpty()) {
        parts << safe(route);
    }
    if (price.contains("ageMs"_L1)) {
        parts << tr("%1 old").arg(format.age(price.value("ageMs"_L1).toInteger()));
    }
    return parts.join(QStringLiteral(" · "));
}

QString barName(const QString &key)
{
    if (key == "initial"_L1) {
        return tr("Initial ratio");
    }
    return key == "marginCall"_L1 ? tr("Call ratio") : key == "liquidation"_L1 ? tr("Liquidation ratio") : safe(key);
}

void addGroup(Rows &rows, const QString &key, const QJsonObject &group, const DisplayFormat &format)
{
    for (auto it = group.begin(); it != group.end(); ++it) {
        if (key == "prices"_L1) {
            rows.emplace_back(tr("Price of %1").arg(safe(it.key())), priceText(it.value().toObject(), format));
        } else {
            rows.emplace_back(key == "thresholds"_L1 ? barName(it.key()) : safe(it.key()), shown(it.value(), format));
        }
    }
}

} // namespace

Rows alarmInputs(const std::string &json, const DisplayFormat &format)
{
    const QJsonObject inputs = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    const QString quote = safe(inputs.value("quoteAsset"_L1).toString());
    const auto money = [&](const QJsonValue &value) {
        return QStringLiteral("%1 %2").arg(number(value.toString(), format, 2), quote).trimmed();
    };
    Rows rows;
    Rows groups;
    for (auto it = inputs.begin(); it != inputs.end(); ++it) {
        if (it.key() == "quoteAsset"_L1) {
            continue;
        }
        if (it.value().isObject()) {
            addGroup(groups, it.key(), it.value().toObject(), format);
        } else if (it.key() == "status"_L1) {
            rows.emplace_back(tr("State of the account"), statusText(it.value().toString()));
        } else if (it.key() == "assets"_L1) {
            rows.emplace_back(tr("Assets"), money(it.value()));
        } else if (it.key() == "debt"_L1) {
            rows.emplace_back(tr("Debt"), money(it.value()));
        } else {
            rows.emplace_back(safe(it.key()), shown(it.value(), format));
        }
    }
    rows.insert(rows.end(), groups.begin(), groups.end());
    return rows;
}

bool isAboveCritical(const monitor::AlarmEventRow &event)
{
    const QJsonObject inputs = QJsonDocument::fromJson(QByteArray::fromStdString(event.inputs)).object();
    const QJsonObject thresholds = inputs.value("thresholds"_L1).toObject();
    const auto ratio = [&thresholds](QLatin1StringView key) {
        return margin::Decimal::parse(thresholds.value(key).toString().toStdString());
    };
    const auto initial = ratio("initial"_L1);
    const auto call = ratio("marginCall"_L1);
    const auto liquidation = ratio("liquidation"_L1);
    if (!event.level || !initial || !call || !liquidation) {
        return false;
    }
    return *event.level > alarm::barsOf({initial.value(), call.value(), liquidation.value()}).critical;
}

} // namespace plimsoll::viewmodels
