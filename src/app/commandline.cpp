// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include "feed/exchangepoller.h"
#include "feed/priceurl.h"
#include "ports/privatefile.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace plimsoll::app {

namespace {

QString defaultDataDir()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/plimsoll"_s;
}

Error usage(const QString &text)
{
    return {ErrorCode::Malformed, {}, text.toStdString()};
}

// What QApplication takes for itself with a value behind it, by the documentation of QGuiApplication and QApplication.
constexpr std::array<QStringView, 15> kToolkitOptions {u"platform",      u"platformpluginpath",
                                                       u"platformtheme", u"qwindowgeometry",
                                                       u"geometry",      u"qwindowtitle",
                                                       u"title",         u"qwindowicon",
                                                       u"icon",          u"plugin",
                                                       u"session",       u"display",
                                                       u"name",          u"style",
                                                       u"stylesheet"};

} // namespace

QStringList withoutToolkitOptions(const QStringList &words)
{
    QStringList own;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        const QStringView name = QStringView(word).mid(word.startsWith(u"--"_s) ? 2 : 1);
        const bool isOption = i > 0 && word.startsWith(u'-');
        if (isOption && std::ranges::find(kToolkitOptions, name) != kToolkitOptions.end()) {
            ++i; // and its value
        } else if (!isOption || name != u"reverse"_s) {
            own << word;
        }
    }
    return own;
}

Result<CommandLine> parseCommandLine(const QStringList &words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Keeps leveraged crypto positions afloat."_s);
    const QCommandLineOption dataDir(u"data-dir"_s, u"Where the database lives."_s, u"DIR"_s);
    const QCommandLineOption priceUrl(u"price-url"_s, u"Base URL of the price source for this run."_s, u"URL"_s);
    const QCommandLineOption interval(u"poll-interval"_s, u"Milliseconds between two polls."_s, u"MS"_s);
    const QCommandLineOption example(u"example"_s, u"Opens the reference example in a folder of its own."_s);
    const QCommandLineOption replace(u"replace"_s,
                                     u"Ends a Plimsoll on the same data that does not answer, and takes its place."_s);
    const QCommandLineOption screenshot(u"screenshot"_s, u"Renders one page to a PNG file and ends."_s, u"FILE"_s);
    const QCommandLineOption page(u"page"_s, u"The page or dialog to render."_s, u"NAME"_s, u"main"_s);
    const QCommandLineOption theme(u"theme"_s, u"light or dark, for the screenshot."_s, u"THEME"_s);
    const QCommandLineOption listPages(u"list-pages"_s, u"Prints the names that --page takes."_s);
    const QCommandLineOption firstFrame(
        u"first-frame"_s, u"Ends after the first frame and prints the ms of work until then, for measuring."_s);
    parser.addOptions({dataDir, priceUrl, interval, example, replace, screenshot, page, theme, listPages, firstFrame});
    parser.addHelpOption();
    parser.addVersionOption();
    if (!parser.parse(words)) {
        return usage(parser.errorText());
    }
    if (parser.isSet(u"help"_s)) {
        parser.showHelp();
    }
    if (parser.isSet(u"version"_s)) {
        parser.showVersion();
    }
    if (!parser.positionalArguments().isEmpty()) {
        return usage(u"unexpected \"%1\""_s.arg(parser.positionalArguments().constFirst()));
    }
    if (parser.isSet(dataDir) && parser.value(dataDir).isEmpty()) {
        return usage(u"--data-dir names no folder"_s);
    }
    CommandLine line;
    line.dataDir =
        QDir(parser.isSet(dataDir) ? monitor::withHome(parser.value(dataDir)) : defaultDataDir()).absolutePath();
    line.priceUrl = parser.value(priceUrl);
    line.example = parser.isSet(example);
    line.replace = parser.isSet(replace);
    line.screenshotFile = monitor::withHome(parser.value(screenshot));
    line.page = parser.value(page);
    line.theme = parser.value(theme);
    line.listPages = parser.isSet(listPages);
    line.firstFrame = parser.isSet(firstFrame);
    if (parser.isSet(priceUrl)) {
        if (const auto url = feed::parsePriceUrl(line.priceUrl); !url) {
            return Error {ErrorCode::Malformed, "--price-url", url.error().message()};
        }
    }
    if (parser.isSet(interval)) {
        bool isNumber = false;
        const int ms = parser.value(interval).toInt(&isNumber);
        const auto longest = feed::PollSchedule::kLongest.count();
        const auto shortest = feed::PollSchedule::kShortest.count();
        if (!isNumber || ms < shortest || ms > longest) {
            return usage(u"--poll-interval takes %1 to %2 milliseconds"_s.arg(shortest).arg(longest));
        }
        line.pollIntervalMs = ms;
    }
    return line;
}

} // namespace plimsoll::app
