// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

#include <algorithm>
#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

namespace plimsoll::viewmodels {

/// What QML sees of every list, whatever its rows are. GUI thread.
class RowModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    /// How many rows there are.
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int count() const { return rowCount(); }
    /// The number of a role by the name that QML knows it by; -1 where there is none.
    [[nodiscard]] int role(const QByteArray &name) const { return roleNames().key(name, -1); }

Q_SIGNALS:
    void countChanged();
};

/// One role of a row: its name in QML, and a member or function of the row. Enums are handed over as int.
template<typename Row>
struct RowRole {
    QByteArray name;
    std::function<QVariant(const Row &)> value;

    template<typename Get>
    RowRole(const char *roleName, Get get)
        : name(roleName)
        , value([get](const Row &row) {
            using Value = std::decay_t<std::invoke_result_t<Get, const Row &>>;
            if constexpr (std::is_enum_v<Value>) {
                return QVariant(static_cast<int>(std::invoke(get, row)));
            } else {
                return QVariant::fromValue(Value(std::invoke(get, row)));
            }
        })
    {
    }
};

template<typename Row>
using RowRoles = std::vector<RowRole<Row>>;

/// A list of values for QML. New rows are compared with those that are shown, and views are told of single rows that
/// came, went, moved or changed, with the roles that changed, so that they keep their delegates, focus and scroll
/// position. Rows are the same where their rowKey() is, which must be unique; without one the place decides. GUI
/// thread; rows are few (tens), so the search is linear.
template<typename Row>
class RowListModel : public RowModel
{
public:
    explicit RowListModel(RowRoles<Row> roles, QObject *parent = nullptr)
        : RowModel(parent)
        , m_roles(std::move(roles))
    {
    }
    /// Rows that describe themselves.
    template<typename Described = Row>
    explicit RowListModel(QObject *parent = nullptr)
        : RowListModel(Described::roles(), parent)
    {
    }

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] const Row &row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }

    /// The row with this key; nullptr where there is none.
    template<typename Key>
    [[nodiscard]] const Row *find(const Key &key) const
    {
        const auto found = std::ranges::find(m_rows, key, &Row::rowKey);
        return found == m_rows.end() ? nullptr : &*found;
    }

    void setRows(std::vector<Row> next)
    {
        const int before = count();
        if (before == 0 && !next.empty()) { // all at once
            beginInsertRows({}, 0, static_cast<int>(next.size()) - 1);
            m_rows = std::move(next);
            endInsertRows();
            tellCount(before);
            return;
        }
        for (int at = before - 1; at >= 0; --at) {
            if (placeOf(row(at), next, kKeyed ? 0 : at) < 0) {
                beginRemoveRows({}, at, at);
                m_rows.erase(m_rows.begin() + at);
                endRemoveRows();
            }
        }
        for (int at = 0; at < static_cast<int>(next.size()); ++at) {
            Row &wanted = next[static_cast<std::size_t>(at)];
            const int from = placeOf(wanted, m_rows, at);
            if (from < 0) {
                beginInsertRows({}, at, at);
                m_rows.insert(m_rows.begin() + at, std::move(wanted));
                endInsertRows();
                continue;
            }
            if (from != at) {
                beginMoveRows({}, from, from, {}, at);
                std::rotate(m_rows.begin() + at, m_rows.begin() + from, m_rows.begin() + from + 1);
                endMoveRows();
            }
            change(at, std::move(wanted));
        }
        tellCount(before);
    }

    /// For long lists that grow in front, newest first: rows that are there already stay (`same` says which they are),
    /// anything else is a reset.
    template<typename Same>
    void setNewestFirst(std::vector<Row> next, const Same &same)
    {
        const int before = count();
        const int added = static_cast<int>(next.size()) - before;
        if (before == 0 || added < 0
            || !std::ranges::equal(m_rows, std::ranges::subrange(next.begin() + added, next.end()), same)) {
            beginResetModel();
            m_rows = std::move(next);
            endResetModel();
        } else if (added > 0) {
            beginInsertRows({}, 0, added - 1);
            m_rows = std::move(next);
            endInsertRows();
        } else {
            m_rows = std::move(next);
        }
        tellCount(before);
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const int column = role - kFirstRole;
        const bool isHere = checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid);
        return isHere && column >= 0 && column < static_cast<int>(m_roles.size())
            ? m_roles[static_cast<std::size_t>(column)].value(row(index.row()))
            : QVariant();
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        for (const RowRole<Row> &role : m_roles) {
            names.insert(kFirstRole + static_cast<int>(names.size()), role.name);
        }
        return names;
    }

private:
    static constexpr int kFirstRole = Qt::UserRole + 1;
    static constexpr bool kKeyed = requires(const Row &row) { row.rowKey(); };

    // Where the same row stands in `rows`, from place `from` on; -1 where it does not.
    static int placeOf(const Row &wanted, const std::vector<Row> &rows, int from)
    {
        if constexpr (kKeyed) {
            const auto found = std::find_if(rows.begin() + from, rows.end(),
                                            [&wanted](const Row &row) { return row.rowKey() == wanted.rowKey(); });
            return found == rows.end() ? -1 : static_cast<int>(found - rows.begin());
        } else {
            return from < static_cast<int>(rows.size()) ? from : -1;
        }
    }

    void change(int at, Row now)
    {
        const Row before = std::exchange(m_rows[static_cast<std::size_t>(at)], std::move(now));
        if (before == row(at)) {
            return;
        }
        QList<int> changed;
        for (std::size_t i = 0; i < m_roles.size(); ++i) {
            if (m_roles[i].value(before) != m_roles[i].value(row(at))) {
                changed << kFirstRole + static_cast<int>(i);
            }
        }
        if (!changed.isEmpty()) {
            Q_EMIT dataChanged(index(at), index(at), changed);
        }
    }

    void tellCount(int before)
    {
        if (before != count()) {
            Q_EMIT countChanged();
        }
    }

    const RowRoles<Row> m_roles;
    std::vector<Row> m_rows;
};

} // namespace plimsoll::viewmodels
