// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace plimsoll::report {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kStyle =
    u":root{color-scheme:light dark}body{font:14px/1.5 system-ui,sans-serif;max-width:960px;margin:2rem auto;padding:0 "
    u"1rem}"
    "h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid "
    "#8884;vertical-align:top;overflow-wrap:anywhere}"
    "td{font-variant-numeric:tabular-nums}svg{width:100%;height:auto;border:1px solid #8884;margin:.5rem 0}"
    "svg text{font-size:11px;fill:currentColor}.value{fill:none;stroke:#1f6fb8;stroke-width:1.5;stroke-linecap:round}"
    ".call{stroke:#b57a00;stroke-dasharray:6 4}.liquidation{stroke:#c8371a;stroke-dasharray:2 3}.none{opacity:.7}"
    "section{break-inside:avoid-page}@media print{body{max-width:none;margin:0}}";

} // namespace

QString escaped(const std::string &text)
{
    return QString::fromStdString(text).toHtmlEscaped();
}

QString utc(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString table(const QStringList &header, const QList<QStringList> &rows)
{
    QString text = u"<table><thead><tr>"_s;
    for (const QString &cell : header) {
        text += u"<th>"_s + cell.toHtmlEscaped() + u"</th>"_s;
    }
    text += u"</tr></thead><tbody>"_s;
    for (const QStringList &row : rows) {
        text += u"<tr><td>"_s + row.join(u"</td><td>"_s) + u"</td></tr>"_s;
    }
    return text + u"</tbody></table>"_s;
}

QString section(const QString &title, const QString &body)
{
    return u"<section><h2>"_s + title.toHtmlEscaped() + u"</h2>"_s + body + u"</section>"_s;
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
        + u"</title><style>"_s + kStyle.toString() + u"</style></head><body><h1>"_s + title.toHtmlEscaped()
        + u"</h1><p>"_s + intro.toHtmlEscaped() + u"</p>"_s + sections + u"</body></html>\n"_s;
}

} // namespace plimsoll::report
