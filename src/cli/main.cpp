// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/terminal.h"
#include "monitor/process.h"

#include <QtCore/QCoreApplication>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <map>

using namespace plimsoll::cli;

int main(int argc, char **argv)
{
    plimsoll::monitor::keepPrivate();
    std::signal(SIGPIPE, SIG_IGN); // NOLINT: a reader that went away is an error value, not a death
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("plimsoll"));
    const auto arguments = parseArguments({argv + 1, argv + argc});
    if (!arguments) {
        std::fputs(("plimsoll-cli: " + printable(arguments.error().detail) + "\nTry plimsoll-cli --help\n").c_str(), stderr);
        return kUsage;
    }
    if (arguments->command == "help") {
        return writeLine(helpText()) ? kOk : kInputOutput;
    }
    if (arguments->command == "version") {
        return writeLine("plimsoll-cli " PLIMSOLL_VERSION) ? kOk : kInputOutput;
    }
    const std::map<std::string, int (*)(const Arguments &)> commands {
        {"evaluate", evaluateCommand}, {"replay", replayCommand}, {"import", importCommand}, {"export", exportCommand},
        {"top-up", topUpCommand}, {"journal", journalCommand}, {"verify", verifyCommand}, {"check", checkCommand},
        {"watch", watchCommand}, {"alarms", alarmsCommand}, {"acknowledge", acknowledgeCommand}, {"snooze", snoozeCommand},
        {"handled", handledCommand}, {"alarm-rules", alarmRulesCommand}, {"alarm-rule", alarmRuleCommand}, {"alarm-test", alarmTestCommand},
    };
    return commands.at(arguments->command)(*arguments);
}
