package org.samenspraak.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code advice_point}: the remarks of an advice, in the order of the council. */
@Repository
class Points {

    private final JdbcClient jdbc;

    Points(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps what was sent. A point that stood there before, word for word, stays what it was: also the version of the question
     * that it was made on, and its reply.
     *
     * @param version of the question that new points are made on
     */
    void keep(CaseId advice, List<Words> words, int version) {
        var before = new ArrayList<>(of(advice));
        jdbc.sql("update advice_point set number = -number where advice = ?")
                .param(advice.value())
                .update();
        for (int number = 1; number <= words.size(); number++) {
            var one = words.get(number - 1);
            var same =
                    before.stream().filter(point -> point.words().equals(one)).findFirst();
            if (same.isPresent()) {
                before.remove(same.get());
                jdbc.sql("update advice_point set number = ? where id = ?")
                        .params(number, same.get().id())
                        .update();
            } else {
                add(advice, number, one, version);
            }
        }
        jdbc.sql("delete from advice_point where advice = ? and number < 0")
                .param(advice.value())
                .update();
    }

    private void add(CaseId advice, int number, Words words, int version) {
        jdbc.sql(
                        """
                        insert into advice_point (id, advice, number, topic, text, kind, page, question_version)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        UUID.randomUUID(),
                        advice.value(),
                        number,
                        words.topic(),
                        words.text(),
                        words.kind().code(),
                        words.page(),
                        version)
                .update();
    }

    List<Point> of(CaseId advice) {
        return jdbc.sql("select * from advice_point where advice = ? order by number")
                .param(advice.value())
                .query(Points::point)
                .list();
    }

    private static Point point(ResultSet row, int number) throws SQLException {
        return new Point(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                new Words(
                        row.getString("topic"),
                        row.getString("text"),
                        PointKind.of(row.getString("kind")),
                        row.getString("page")),
                row.getInt("question_version"),
                row.getObject("reply", UUID.class));
    }

    /** @param page where in the plan, or empty */
    record Words(String topic, String text, PointKind kind, String page) {}

    record Point(UUID id, int number, Words words, int questionVersion, @Nullable UUID reply) {}
}
