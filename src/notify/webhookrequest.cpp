// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/webhookrequest.h"

#include "ports/outsidetext.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace plimsoll::notify {

namespace {

constexpr int kLongestTitle = 200;
constexpr int kLongestText =
    1200; // in characters: ntfy turns more than 4096 bytes into a file, Telegram refuses more than 4096 characters
constexpr qsizetype kEncodedWord = 45; // bytes that fill an encoded word of 75 characters

QString titleOf(const monitor::Delivery &delivery)
{
    return monitor::outsideLine(delivery.text.title, kLongestTitle);
}

QString textOf(const monitor::Delivery &delivery)
{
    const QString body = monitor::outsideLines(delivery.text.body, kLongestText);
    return body.isEmpty() ? monitor::outsideLine(delivery.text.line, kLongestText) : body;
}

QByteArray jsonOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray headerText(const QString &text)
{
    const QString line = monitor::outsideLine(text, kLongestTitle);
    const bool isAscii = std::ranges::all_of(line, [](QChar character) { return character.unicode() < 0x7f; });
    if (isAscii && !line.contains("=?"_L1)) {
        return line.toLatin1();
    }
    QByteArrayList words;
    QByteArray bytes;
    const auto flush = [&] { words.append("=?UTF-8?B?" + std::exchange(bytes, {}).toBase64() + "?="); };
    for (const char32_t character : line.toUcs4()) {
        const QByteArray next = QString::fromUcs4(&character, 1).toUtf8();
        if (bytes.size() + next.size() > kEncodedWord) {
            flush();
        }
        bytes += next;
    }
    flush();
    return words.join(' ');
}

HttpRequest jsonRequest(const QUrl &url, const monitor::Delivery &delivery)
{
    const auto priority = alarm::priorityWord(delivery.priority);
    const QJsonObject object {
        {u"title"_s, titleOf(delivery)},
        {u"text"_s, textOf(delivery)},
        {u"account"_s, monitor::outsideLine(delivery.account)},
        {u"accountName"_s, monitor::outsideLine(delivery.text.account)},
        {u"priority"_s, QString::fromLatin1(priority.data(), static_cast<qsizetype>(priority.size()))},
        {u"notice"_s, qint64 {delivery.notice.outside()}}};
    return {url, jsonOf(object), "application/json", {}};
}

HttpRequest ntfyRequest(const QUrl &url, const monitor::Delivery &delivery)
{
    const QByteArray priority = QByteArray::number(static_cast<int>(delivery.priority) + 2);
    const bool isHigh = delivery.priority >= alarm::Priority::High;
    const QByteArray tags = isHigh                     ? "rotating_light"
        : delivery.priority == alarm::Priority::Medium ? "warning"
                                                       : "information_source";
    return {url,
            textOf(delivery).toUtf8(),
            "text/plain; charset=utf-8",
            {{"Title", headerText(titleOf(delivery))}, {"Priority", priority}, {"Tags", tags}}};
}

std::optional<HttpRequest> telegramRequest(const QUrl &server, const QString &token, const QString &chatId,
                                           const monitor::Delivery &delivery)
{
    static const QRegularExpression form(u"\\A[0-9]{1,20}:[A-Za-z0-9_-]{1,100}\\z"_s);
    if (!form.match(token).hasMatch()) {
        return std::nullopt;
    }
    QUrl url = server;
    url.setPath(u"/bot%1/sendMessage"_s.arg(token));
    const QJsonObject object {{u"chat_id"_s, chatId},
                              {u"text"_s, QString(titleOf(delivery) + u'\n' + textOf(delivery))},
                              {u"disable_web_page_preview"_s, true}};
    return HttpRequest {url, jsonOf(object), "application/json", {}};
}

} // namespace plimsoll::notify
