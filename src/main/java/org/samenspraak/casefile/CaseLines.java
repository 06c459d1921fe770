package org.samenspraak.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Conditions as a decision table judged them for a case, round by round; never changed afterwards. */
@Service
public class CaseLines {

    private static final String COLUMNS =
            "table_name as table, round, key, met, article, sentence, sentence_en, reason, reason_en";

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseLines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps what a table said as the next round; returns its number, 1 for the first. */
    @Transactional
    public int keep(CaseId caseId, String table, List<Line> lines) {
        int round = jdbc.sql(
                        "select coalesce(max(round), 0) + 1 from casefile_line where case_id = :case and table_name = :table")
                .param("case", caseId.value())
                .param("table", table)
                .query(Integer.class)
                .single();
        for (int position = 0; position < lines.size(); position++) {
            add(caseId, table, round, position, lines.get(position));
        }
        return round;
    }

    private void add(CaseId caseId, String table, int round, int position, Line line) {
        jdbc.sql(
                        """
                        insert into casefile_line (case_id, table_name, round, position, key, met, article, sentence, sentence_en,
                                                   reason, reason_en, at)
                        values (:case, :table, :round, :position, :key, :met, :article, :sentence, :sentenceEn, :reason, :reasonEn, :at)
                        """)
                .param("case", caseId.value())
                .param("table", table)
                .param("round", round)
                .param("position", position)
                .param("key", line.key())
                .param("met", line.met())
                .param("article", line.article())
                .param("sentence", line.sentence())
                .param("sentenceEn", line.sentenceEn())
                .param("reason", line.reason())
                .param("reasonEn", line.reasonEn())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** The last round of a table; none when it was never asked. */
    @Transactional(readOnly = true)
    public List<Line> latest(CaseId caseId, String table) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + """
                         from casefile_line where case_id = :case and table_name = :table
                        and round = (select max(round) from casefile_line where case_id = :case and table_name = :table)
                        order by position
                        """)
                .param("case", caseId.value())
                .param("table", table)
                .query(Line.class)
                .list();
    }

    /** All rounds, the last one first. */
    @Transactional(readOnly = true)
    public List<Judged> of(CaseId caseId) {
        return jdbc.sql("select " + COLUMNS
                        + " from casefile_line where case_id = :case order by table_name, round desc, position")
                .param("case", caseId.value())
                .query((row, number) -> new Judged(
                        row.getString("table"),
                        row.getInt("round"),
                        new Line(
                                row.getString("key"),
                                row.getBoolean("met"),
                                row.getString("article"),
                                row.getString("sentence"),
                                row.getString("sentence_en"),
                                row.getString("reason"),
                                row.getString("reason_en"))))
                .list();
    }

    /**
     * @param key of the condition ("three-addresses")
     * @param article where it stands, or none when the source is not verified
     * @param reason why the example value is what it is, when there is no article
     */
    public record Line(
            String key,
            boolean met,
            @Nullable String article,
            String sentence,
            @Nullable String sentenceEn,
            @Nullable String reason,
            @Nullable String reasonEn) {

        public String sentence(boolean english) {
            return english && sentenceEn != null ? sentenceEn : sentence;
        }

        public @Nullable String reason(boolean english) {
            return english ? reasonEn : reason;
        }
    }

    public record Judged(String table, int round, Line line) {}
}
