// SPDX-License-Identifier: GPL-3.0-or-later
#include "margin/sharedvector.h"
#include "marginkit.h"
#include "testlib/testprogram.h"

#include <QTest>

#include <thread>

using namespace plimsoll::test;
using Vector = plimsoll::margin::SharedVector<int>;

namespace {

int copies = 0;

struct Counted {
    Counted() = default;

    Counted(const Counted &) { ++copies; }

    Counted &operator=(const Counted &) = default;
    ~Counted() = default;
    int value = 0;
};

bool same(const Vector &vector, const std::vector<int> &model)
{
    if (vector.size() != model.size()) {
        return false;
    }
    for (std::size_t i = 0; i < model.size(); ++i) {
        if (vector[i] != model[i]) {
            return false;
        }
    }
    return true;
}

} // namespace

class SharedVectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void copies_tell_whether_something_was_set()
    {
        Vector vector;
        vector.resize(40);
        const Vector first = vector.share();
        const Vector second = vector.share();
        QVERIFY(first.isSameAs(second));
        vector.set(3, 1);
        const Vector third = vector.share();
        QVERIFY(!third.isSameAs(second));
        vector.resize(41);
        QVERIFY(!vector.share().isSameAs(third));
        QVERIFY(Vector().isSameAs(Vector()));
    }

    void it_behaves_like_a_vector_and_old_copies_do_not_change()
    {
        Chance chance;
        Vector vector;
        std::vector<int> model;
        std::vector<std::pair<Vector, std::vector<int>>> kept;
        for (int step = 0; step < 20'000; ++step) {
            if (model.empty() || chance.oneIn(40)) {
                const auto size = model.size() + static_cast<std::size_t>(chance.between(1, 200));
                vector.resize(size);
                model.resize(size);
            } else if (chance.oneIn(200)) {
                kept.emplace_back(vector.share(), model);
            } else {
                const auto at = static_cast<std::size_t>(
                    chance.between(0, static_cast<std::int64_t>(model.size()) - 1));
                vector.set(at, step);
                model[at] = step;
            }
        }
        QVERIFY(same(vector, model));
        QVERIFY(kept.size() > 20);
        for (const auto &[copy, then] : kept) {
            QVERIFY(same(copy, then));
        }
    }

    void growing_keeps_a_shared_copy_as_it_was()
    {
        Vector vector;
        vector.resize(10);
        vector.set(9, 7);
        const Vector before = vector.share();
        vector.resize(2'000);
        vector.set(9, 8);
        vector.set(1'999, 1);
        QCOMPARE(before.size(), std::size_t {10});
        QCOMPARE(before[9], 7);
        QCOMPARE(vector[9], 8);
    }

    void a_change_after_sharing_costs_a_block_and_not_the_whole()
    {
        plimsoll::margin::SharedVector<Counted> vector;
        vector.resize(100'000);
        const auto shared = vector.share();
        copies = 0;
        vector.set(50'000, Counted());
        vector.set(50'001, Counted());
        QVERIFY2(copies > 0 && copies <= 16, qPrintable(QString::number(copies)));
        QCOMPARE(shared.size(), std::size_t {100'000});
    }

    void a_shared_copy_may_be_read_while_the_owner_goes_on()
    {
        Vector vector;
        vector.resize(5'000);
        for (std::size_t i = 0; i < vector.size(); ++i) {
            vector.set(i, 1);
        }
        const Vector copy = vector.share();
        long sum = 0;
        std::thread reader([&copy, &sum] {
            for (int round = 0; round < 50; ++round) {
                for (std::size_t i = 0; i < copy.size(); ++i) {
                    sum += copy[i];
                }
            }
        });
        for (int round = 0; round < 50; ++round) {
            for (std::size_t i = 0; i < vector.size(); ++i) {
                vector.set(i, round);
            }
            (void)vector.share();
        }
        reader.join();
        QCOMPARE(sum, 250'000L);
    }
};

PLIMSOLL_TEST(SharedVectorTest)
#include "tst_sharedvector.moc"
