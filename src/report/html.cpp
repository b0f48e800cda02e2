// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html.h"

#include "report/pagestyle.h"
#include "wording/recordtext.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace plimsoll::report {

using namespace Qt::StringLiterals;

namespace {

QString classOf(Column::Kind kind)
{
    switch (kind) {
    case Column::Fixed: return u"fixed"_s;
    case Column::Figure: return u"figure"_s;
    case Column::Words: break;
    }
    return u"words"_s;
}

QString cell(const QString &tag, const Column &column, const QString &body)
{
    return u"<%1 class=\"%2\">"_s.arg(tag, classOf(column.kind)) + body + u"</"_s + tag + u'>';
}

QChar shapeOf(margin::Status status)
{
    switch (status) {
    case margin::Status::NoDebt: return u'○';
    case margin::Status::Normal: return u'●';
    case margin::Status::MarginCall: return u'▲';
    case margin::Status::Liquidation:
    case margin::Status::Liquidated: return u'■';
    case margin::Status::Unknown: break;
    }
    return u'?';
}

} // namespace

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString utc(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.ms(), QTimeZone::utc()).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString utc(std::optional<WallTime> time)
{
    return time ? utc(*time) : u"–"_s;
}

QString digits(const std::optional<margin::Decimal> &value)
{
    return value ? escaped(value->toString()) : u"–"_s;
}

QString titleOf(const margin::Account &account)
{
    const std::string name = account.name.empty() ? account.id : account.name;
    return QString::fromStdString(account.symbol.empty() ? name : name + " · " + account.symbol);
}

QString statusCell(margin::Status status)
{
    return u"<span class=\"state "_s + escaped(std::string(margin::statusWord(status)))
        + u"\"><i aria-hidden=\"true\">"_s + shapeOf(status) + u"</i>"_s + wording::statusText(status).toHtmlEscaped()
        + u"</span>"_s;
}

QString table(const QList<Column> &columns, const QList<QStringList> &rows)
{
    QString text = u"<div class=\"wide\"><table><thead><tr>"_s;
    for (const Column &column : columns) {
        text += cell(u"th"_s, column, column.title.toHtmlEscaped());
    }
    text += u"</tr></thead><tbody>"_s;
    for (const QStringList &row : rows) {
        text += u"<tr>"_s;
        for (qsizetype i = 0; i < row.size(); ++i) {
            text += cell(u"td"_s, columns.value(i), row[i]);
        }
        text += u"</tr>"_s;
    }
    return text + u"</tbody></table></div>"_s;
}

QString facts(const QList<Fact> &facts)
{
    QString text = u"<ul class=\"facts\">"_s;
    for (const Fact &fact : facts) {
        text += u"<li><b>"_s + fact.figure.toHtmlEscaped() + u"</b><span>"_s + fact.words.toHtmlEscaped()
            + u"</span></li>"_s;
    }
    return text + u"</ul>"_s;
}

QString section(const QString &title, const QString &body)
{
    return u"<section><h2>"_s + title.toHtmlEscaped() + u"</h2>"_s + body + u"</section>"_s;
}

QString paragraph(const QString &sentence)
{
    return u"<p>"_s + sentence.toHtmlEscaped() + u"</p>"_s;
}

QString none(const QString &sentence)
{
    return u"<p class=\"none\">"_s + sentence.toHtmlEscaped() + u"</p>"_s;
}

QString document(const QString &title, const QString &intro, const QString &sections,
                 const wording::DisplayFormat &format)
{
    return u"<!DOCTYPE html>\n<html lang=\""_s + format.locale().bcp47Name().toHtmlEscaped()
        + u"\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"_s
        + u"<meta name=\"viewport\" content=\"width=device-width\"><title>"_s + title.toHtmlEscaped()
        + u"</title><style>"_s + kPageStyle.toString() + u"</style></head><body><h1>"_s + title.toHtmlEscaped()
        + u"</h1><p class=\"lead\">"_s + intro.toHtmlEscaped() + u"</p>"_s + sections + u"</body></html>\n"_s;
}

} // namespace plimsoll::report
