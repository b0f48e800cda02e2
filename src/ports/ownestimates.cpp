// SPDX-License-Identifier: GPL-3.0-or-later
#include "ports/ownestimates.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace plimsoll::monitor {

namespace {

QString textOf(const QJsonObject &object)
{
    return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject objectOf(const QString &setting)
{
    return QJsonDocument::fromJson(setting.toUtf8()).object();
}

std::map<std::string, margin::Decimal> numbersOf(const QJsonObject &object)
{
    std::map<std::string, margin::Decimal> numbers;
    for (auto each = object.begin(); each != object.end(); ++each) {
        if (const auto value = margin::Decimal::parseSigned(each.value().toString().toStdString())) {
            numbers.emplace(each.key().toStdString(), *value);
        }
    }
    return numbers;
}

} // namespace

QString settingOf(const OwnBetas &betas)
{
    QJsonObject object;
    for (const auto &[asset, beta] : betas) {
        object.insert(QString::fromStdString(asset), QString::fromStdString(beta.toString()));
    }
    return textOf(object);
}

QString settingOf(const OwnCorrelations &correlations)
{
    QJsonObject object;
    for (const auto &[pair, value] : correlations) {
        const QString first = QString::fromStdString(pair.first);
        QJsonObject row = object.value(first).toObject();
        row.insert(QString::fromStdString(pair.second), QString::fromStdString(value.toString()));
        object.insert(first, row);
    }
    return textOf(object);
}

OwnBetas ownBetas(const QString &setting)
{
    return numbersOf(objectOf(setting));
}

OwnCorrelations ownCorrelations(const QString &setting)
{
    OwnCorrelations correlations;
    const margin::Decimal one = margin::Decimal::fromInteger(1);
    const QJsonObject object = objectOf(setting);
    for (auto row = object.begin(); row != object.end(); ++row) {
        const std::string first = row.key().toStdString();
        for (const auto &[second, value] : numbersOf(row.value().toObject())) {
            if (first < second && value >= -one && value <= one) {
                correlations.emplace(std::pair(first, second), value);
            }
        }
    }
    return correlations;
}

} // namespace plimsoll::monitor
