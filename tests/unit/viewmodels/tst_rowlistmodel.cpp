// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/common/rowlistmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace plimsoll;
using namespace Qt::StringLiterals;
using viewmodels::RowListModel;
using viewmodels::RowRoles;

namespace {

enum class Mood { Calm, Cross };

struct Person {
    QString name;
    int age = 0;
    Mood mood = Mood::Calm;
    int unseen = 0;

    [[nodiscard]] const QString &rowKey() const { return name; }
    [[nodiscard]] QString greeting() const { return u"I am "_s + name; }
    static RowRoles<Person> roles()
    {
        return {
            {"name", &Person::name}, {"age", &Person::age}, {"mood", &Person::mood}, {"greeting", &Person::greeting}};
    }
    bool operator==(const Person &) const = default;
};

struct Step {
    QString text;

    static RowRoles<Step> roles() { return {{"text", &Step::text}}; }
    bool operator==(const Step &) const = default;
};

template<typename Row>
struct Watched {
    RowListModel<Row> model;
    QAbstractItemModelTester tester {&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    QSignalSpy inserted {&model, &QAbstractItemModel::rowsInserted};
    QSignalSpy removed {&model, &QAbstractItemModel::rowsRemoved};
    QSignalSpy moved {&model, &QAbstractItemModel::rowsMoved};
    QSignalSpy changed {&model, &QAbstractItemModel::dataChanged};
    QSignalSpy reset {&model, &QAbstractItemModel::modelReset};
    QSignalSpy counted {&model, &viewmodels::RowModel::countChanged};

    explicit Watched(std::vector<Row> rows)
    {
        model.setRows(std::move(rows));
        for (QSignalSpy *spy : {&inserted, &removed, &moved, &changed, &reset, &counted}) {
            spy->clear();
        }
    }
    [[nodiscard]] QList<int> told() const
    {
        return {static_cast<int>(inserted.size()), static_cast<int>(removed.size()), static_cast<int>(moved.size()),
                static_cast<int>(changed.size()),  static_cast<int>(reset.size()),   static_cast<int>(counted.size())};
    }
};

} // namespace

class TestRowListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesRolesOnce()
    {
        const Watched<Person> list(std::vector<Person> {{u"Ann"_s, 7, Mood::Cross, 0}});
        const auto value = [&list](const char *role) {
            return list.model.data(list.model.index(0), list.model.role(role));
        };
        QCOMPARE(value("name").toString(), u"Ann"_s);
        QCOMPARE(value("age").toInt(), 7);
        QCOMPARE(value("mood"), QVariant(1)); // QML compares enums as numbers
        QCOMPARE(value("greeting").toString(), u"I am Ann"_s);
        QCOMPARE(list.model.role("height"), -1);
        QVERIFY(!value("height").isValid());
    }

    void tellsSingleRows()
    {
        Watched<Person> list(std::vector<Person> {{u"Ann"_s, 7}, {u"Bob"_s, 8}, {u"Cid"_s, 9}});
        list.model.setRows({{u"Cid"_s, 9}, {u"Dan"_s, 1}, {u"Ann"_s, 7}});
        QCOMPARE(list.told(), (QList<int> {1, 1, 1, 0, 0, 0}));
        QCOMPARE(list.model.rows().front().name, u"Cid"_s);
        QCOMPARE(list.model.find(u"Dan"_s)->age, 1);
        QVERIFY(list.model.find(u"Bob"_s) == nullptr);
        list.model.setRows({});
        QCOMPARE(list.counted.size(), 1);
    }

    void tellsOnlyTheRolesThatChanged()
    {
        Watched<Person> list(std::vector<Person> {{u"Ann"_s, 7}, {u"Bob"_s, 8}});
        list.model.setRows({{u"Ann"_s, 7}, {u"Bob"_s, 9}});
        QCOMPARE(list.told(), (QList<int> {0, 0, 0, 1, 0, 0}));
        QCOMPARE(list.changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(list.changed.first().at(2).value<QList<int>>(), (QList<int> {list.model.role("age")}));
        list.model.setRows({{u"Ann"_s, 7, Mood::Calm, 5}, {u"Bob"_s, 9}}); // what no role shows
        QCOMPARE(list.changed.size(), 1);
        QCOMPARE(list.model.rows().front().unseen, 5);
    }

    void withoutKeysThePlaceDecides()
    {
        Watched<Step> list(std::vector<Step> {{u"a"_s}, {u"b"_s}});
        list.model.setRows({{u"a"_s}, {u"c"_s}, {u"d"_s}});
        QCOMPARE(list.told(), (QList<int> {1, 0, 0, 1, 0, 1}));
        list.model.setRows({{u"a"_s}});
        QCOMPARE(list.told(), (QList<int> {1, 2, 0, 1, 0, 2}));
    }

    void longListsGrowInFront()
    {
        Watched<Step> list(std::vector<Step> {{u"b"_s}, {u"a"_s}});
        list.model.setNewestFirst({{u"d"_s}, {u"c"_s}, {u"b"_s}, {u"a"_s}}, std::equal_to<>());
        QCOMPARE(list.told(), (QList<int> {1, 0, 0, 0, 0, 1}));
        QCOMPARE(list.inserted.first().at(2).toInt(), 1);
        list.model.setNewestFirst({{u"d"_s}, {u"c"_s}, {u"b"_s}, {u"a"_s}}, std::equal_to<>());
        QCOMPARE(list.told(), (QList<int> {1, 0, 0, 0, 0, 1}));
        list.model.setNewestFirst({{u"a"_s}}, std::equal_to<>());
        QCOMPARE(list.told(), (QList<int> {1, 0, 0, 0, 1, 2}));
    }
};

QTEST_GUILESS_MAIN(TestRowListModel)
#include "tst_rowlistmodel.moc"
