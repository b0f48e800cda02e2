// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/alarms/alarmcsv.h"

#include "viewmodels/common/csvcell.h"

#include <QtCore/QDateTime>

namespace plimsoll::viewmodels {

std::string alarmCsv(const std::vector<monitor::AlarmEventRow> &events,
                     const std::function<std::string(const std::string &)> &name)
{
    std::string csv = "time,account,name,condition,detail,occurrence,from,to,cause,level,inputs\r\n";
    for (const monitor::AlarmEventRow &event : events) {
        const std::vector<std::string> cells {
            QDateTime::fromMSecsSinceEpoch(event.time.ms(), Qt::UTC).toString(Qt::ISODateWithMs).toStdString(),
            event.key.account,
            name(event.key.account),
            std::string(alarm::conditionWord(event.key.condition)),
            event.key.detail,
            std::to_string(event.occurrence),
            std::string(alarm::stateWord(event.from)),
            std::string(alarm::stateWord(event.to)),
            std::string(alarm::causeWord(event.cause)),
            event.level ? event.level->toString() : std::string(),
            event.inputs};
        for (const std::string &text : cells) {
            csv += csvCell(text);
            csv += ',';
        }
        csv.pop_back();
        csv += "\r\n";
    }
    return csv;
}

} // namespace plimsoll::viewmodels
