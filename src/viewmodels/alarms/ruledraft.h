// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alarm/rule.h"
#include "ports/snapshot.h"
#include "viewmodels/common/displayformat.h"

#include <QtCore/QCoreApplication>

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// A person's own alarm as it is typed: choices and texts in, a rule or what is wrong with it out. A value without
/// signals; GUI thread because of translations.
class RuleDraft
{
    Q_DECLARE_TR_FUNCTIONS(plimsoll::viewmodels::RuleDraft)

public:
    RuleDraft() = default;
    RuleDraft(alarm::Rule rule, const DisplayFormat &format); ///< one that is stored
    bool operator==(const RuleDraft &) const = default;
    static RuleDraft fresh(const std::string &account); ///< a new one; an empty account: for every one

    /// What can be chosen in a rule about a price: the symbols of the account, or of all.
    [[nodiscard]] std::vector<std::string> symbols(const monitor::SnapshotPtr &now) const;
    void choose(alarm::Rule::Kind kind, const monitor::SnapshotPtr &now);
    void choose(const std::string &account, const monitor::SnapshotPtr &now);
    void chooseSymbol(const std::string &symbol);
    bool typeSymbol(const QString &text); ///< "btc/usdt" is as good as BTCUSDT; false where nothing changed
    bool typeValue(const QString &text); ///< a distance in percent, else as it is; false where nothing changed
    void chooseStage(alarm::Stage stage) { m_rule.stage = stage; }

    /// The rule, or nothing: then `fault` says what is wrong with the value.
    [[nodiscard]] std::optional<alarm::Rule> read(const DisplayFormat &format, QString &fault) const;
    [[nodiscard]] bool asksSymbol() const;
    [[nodiscard]] QString symbolFault(const monitor::SnapshotPtr &now) const; ///< where the exchange has no such pair

    [[nodiscard]] bool isNew() const { return m_isNew; }
    [[nodiscard]] const alarm::Rule &rule() const { return m_rule; } ///< as chosen; its value may be nonsense
    [[nodiscard]] const QString &value() const { return m_value; }
    [[nodiscard]] const QString &symbol() const { return m_symbol; }

private:
    void chooseFirstSymbol(const monitor::SnapshotPtr &now);

    bool m_isNew = true;
    alarm::Rule m_rule;
    QString m_value;
    QString m_symbol;
};

} // namespace plimsoll::viewmodels
