// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/alarms/ruledraft.h"
#include "viewmodels/alarms/rulelistmodel.h"
#include "viewmodels/alarms/rulepreviewer.h"
#include "viewmodels/common/confirmation.h"
#include "viewmodels/common/services.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::viewmodels {

/// A person's own alarms: the list, and a form with a sentence that says in plain words what will happen. GUI thread.
/// More than 20 public functions: one property for each field and its choices.
class RuleEditorViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    Q_PROPERTY(plimsoll::viewmodels::RowModel *rows READ rows CONSTANT FINAL)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY formChanged FINAL)
    Q_PROPERTY(bool isNew READ isNew NOTIFY formChanged FINAL)
    /// As alarm::Rule::Kind.
    Q_PROPERTY(QStringList kindNames READ kindNames CONSTANT FINAL)
    Q_PROPERTY(int kindIndex READ kindIndex WRITE setKindIndex NOTIFY formChanged FINAL)
    /// "Every account", then each of them.
    Q_PROPERTY(QStringList accountNames READ accountNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int accountIndex READ accountIndex WRITE setAccountIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(bool asksSymbol READ asksSymbol NOTIFY formChanged FINAL)
    /// The prices that the account needs; another one may be typed: then the index is -1.
    Q_PROPERTY(QStringList symbolNames READ symbolNames NOTIFY formChanged FINAL)
    Q_PROPERTY(int symbolIndex READ symbolIndex WRITE setSymbolIndex NOTIFY formChanged FINAL)
    /// As typed: "btc/usdt" is as good as BTCUSDT.
    Q_PROPERTY(QString symbol READ symbol WRITE setSymbol NOTIFY formChanged FINAL)
    Q_PROPERTY(QString symbolError READ symbolError NOTIFY formChanged FINAL)
    /// As typed, in `valueUnit`, which is empty for levels and prices. No error while nothing is typed.
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY formChanged FINAL)
    Q_PROPERTY(QString valueUnit READ valueUnit NOTIFY formChanged FINAL)
    Q_PROPERTY(QString valueError READ valueError NOTIFY formChanged FINAL)
    /// As alarm::Stage.
    Q_PROPERTY(QStringList stageNames READ stageNames CONSTANT FINAL)
    Q_PROPERTY(int stageIndex READ stageIndex WRITE setStageIndex NOTIFY formChanged FINAL)
    /// What will happen, whether it would now, and how often it would have; empty where there is no rule yet.
    Q_PROPERTY(QString sentence READ sentence NOTIFY formChanged FINAL)
    Q_PROPERTY(QString nowText READ nowText NOTIFY formChanged FINAL)
    Q_PROPERTY(QString previewText READ previewText NOTIFY previewChanged FINAL)
    /// A person changed something since it opened: it must not be dropped without asking.
    Q_PROPERTY(bool filled READ filled NOTIFY formChanged FINAL)
    Q_PROPERTY(bool savable READ savable NOTIFY formChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY formChanged FINAL)
    /// Why the last try was not stored; empty from the next try on.
    Q_PROPERTY(QString failure READ failure NOTIFY formChanged FINAL)
    Q_PROPERTY(bool asksRemove READ asksRemove NOTIFY formChanged FINAL)

public:
    explicit RuleEditorViewModel(const Services &services, QObject *parent = nullptr);

    [[nodiscard]] RuleListModel *rows() const { return m_rows; }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] bool isNew() const { return m_draft.isNew(); }
    [[nodiscard]] QStringList kindNames() const;
    [[nodiscard]] int kindIndex() const { return static_cast<int>(m_draft.rule().kind); }
    void setKindIndex(int index);
    [[nodiscard]] QStringList accountNames() const;
    [[nodiscard]] int accountIndex() const;
    void setAccountIndex(int index);
    [[nodiscard]] bool asksSymbol() const { return m_draft.asksSymbol(); }
    [[nodiscard]] QStringList symbolNames() const;
    [[nodiscard]] int symbolIndex() const;
    void setSymbolIndex(int index);
    [[nodiscard]] QString symbol() const { return m_draft.symbol(); }
    void setSymbol(const QString &text);
    [[nodiscard]] QString symbolError() const { return m_draft.symbolFault(m_snapshot); }
    [[nodiscard]] QString value() const { return m_draft.value(); }
    void setValue(const QString &text);
    [[nodiscard]] QString valueUnit() const;
    [[nodiscard]] QString valueError() const { return value().trimmed().isEmpty() ? QString() : m_valueFault; }
    [[nodiscard]] QStringList stageNames() const;
    [[nodiscard]] int stageIndex() const { return static_cast<int>(m_draft.rule().stage); }
    void setStageIndex(int index);
    [[nodiscard]] QString sentence() const { return m_valid ? sentenceOf(*m_valid) : QString(); }
    [[nodiscard]] QString nowText() const { return m_nowText; }
    [[nodiscard]] QString previewText() const { return m_preview.text(); }
    [[nodiscard]] bool filled() const { return m_isOpen && m_draft != m_draftAtOpening; }
    [[nodiscard]] bool savable() const { return m_valid.has_value() && symbolError().isEmpty() && !busy(); }
    [[nodiscard]] bool busy() const { return m_confirmation.busy(); }
    [[nodiscard]] QString failure() const { return m_confirmation.failure(); }
    [[nodiscard]] bool asksRemove() const { return m_asksRemove; }

    Q_INVOKABLE void openNew(const QString &accountId); ///< "" = for every account
    Q_INVOKABLE void edit(const QString &ruleId);
    Q_INVOKABLE void close();
    Q_INVOKABLE void save();
    Q_INVOKABLE void askRemove(bool ask);
    Q_INVOKABLE void remove(); ///< the one that is edited
    Q_INVOKABLE void setOn(const QString &ruleId, bool on);

Q_SIGNALS:
    void formChanged();
    void previewChanged();
    void saved(const QString &text); ///< for a toast
    void notSaved(const QString &text); ///< refused where no form shows it: the list asked, or it was closed

private:
    void take(const monitor::SnapshotPtr &snapshot);
    void showRows();
    void openWith(RuleDraft draft);
    void check(); ///< reads the form; sentence, validity and preview follow
    /// `form`: the id of the opened form that the answer is for; empty where the list asked.
    void store(const alarm::Rule &rule, const std::string &form, const QString &text);
    void done(const Result<Done> &result, const std::string &form, const QString &text);
    [[nodiscard]] QString sentenceOf(const alarm::Rule &rule) const;
    [[nodiscard]] QString nowTextOf(const alarm::Rule &rule) const;
    [[nodiscard]] const alarm::Rule *stored(const QString &ruleId) const;

    const Services m_services;
    RuleListModel *m_rows;
    RulePreviewer m_preview;
    Confirmation m_confirmation;
    monitor::SnapshotPtr m_snapshot;
    std::vector<std::string> m_accountIds;
    bool m_isOpen = false;
    bool m_asksRemove = false;
    RuleDraft m_draft;
    RuleDraft m_draftAtOpening;
    std::optional<alarm::Rule> m_valid; ///< what is typed, where it is a rule; else m_valueFault says why not
    QString m_valueFault;
    QString m_nowText;
};

} // namespace plimsoll::viewmodels
