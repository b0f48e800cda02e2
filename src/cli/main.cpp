// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/helptext.h"
#include "cli/terminal.h"
#include "ports/process.h"

#include <QtCore/QCoreApplication>

#include <clocale>
#include <csignal>
#include <cstdio>
#include <map>

using namespace plimsoll::cli;

namespace {

// The one place where every command's output is looked at: what did not reach its reader is not done, whatever the
// command thought.
int ended(int code)
{
    return outputArrived() ? code : kInputOutput;
}

using CommandTable = std::map<std::string, int (*)(const Arguments &)>;

const CommandTable &commandTable()
{
    static const CommandTable all {
        {"evaluate", evaluateCommand},
        {"replay", replayCommand},
        {"import", importCommand},
        {"export", exportCommand},
        {"top-up", topUpCommand},
        {"reverse", reverseCommand},
        {"rename-wallet", renameWalletCommand},
        {"journal", journalCommand},
        {"verify", verifyCommand},
        {"check", checkCommand},
        {"watch", watchCommand},
        {"alarms", alarmsCommand},
        {"acknowledge", acknowledgeCommand},
        {"snooze", snoozeCommand},
        {"handled", handledCommand},
        {"alarm-rules", alarmRulesCommand},
        {"alarm-rule", alarmRuleCommand},
        {"alarm-test", alarmTestCommand},
        {"what-if", whatIfCommand},
        {"stress", stressCommand},
        {"domino", dominoCommand},
        {"heat-map", heatMapCommand},
        {"twin", twinCommand},
        {"look-ahead", lookAheadCommand},
        {"rescue", rescueCommand},
        {"allocate", allocateCommand},
        {"plans", plansCommand},
        {"plan", planCommand},
        {"bar-changes", barChangesCommand},
        {"bar-change", barChangeCommand},
        {"report", reportCommand},
        {"chance", chanceCommand},
    };
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    plimsoll::monitor::keepPrivate();
    std::signal(SIGPIPE, SIG_IGN); // NOLINT: a reader that went away is an error value, not a death
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("plimsoll"));
    const auto arguments = parseArguments({argv + 1, argv + argc});
    if (!arguments) {
        const plimsoll::Error &error = arguments.error();
        const std::string topic = error.place.empty() ? "" : error.place + " ";
        std::fputs(("plimsoll-cli: " + printable(error.detail) + "\nTry plimsoll-cli " + topic + "--help\n").c_str(),
                   stderr);
        return kUsage;
    }
    if (arguments->command == "help") {
        writeLine(arguments->operands.empty() ? helpText() : helpText(arguments->operands.front()));
        return ended(kOk);
    }
    if (arguments->command == "version") {
        writeLine("plimsoll-cli " PLIMSOLL_VERSION);
        return ended(kOk);
    }
    return ended(commandTable().at(arguments->command)(*arguments));
}
