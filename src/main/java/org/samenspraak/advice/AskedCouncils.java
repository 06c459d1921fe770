package org.samenspraak.advice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.JsonText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code advice_asked}: which councils were proposed for a question, and which of them are asked. */
@Repository
class AskedCouncils {

    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonText json;

    AskedCouncils(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps a choice instead of the one before. */
    void replace(CaseId request, List<Choice> choices) {
        jdbc.sql("delete from advice_asked where request = ?")
                .param(request.value())
                .update();
        choices.forEach(choice -> jdbc.sql(
                        "insert into advice_asked (request, council_id, reasons, chosen, left_out_reason) values (?, ?, ?::jsonb, ?, ?)")
                .params(
                        request.value(),
                        choice.council().value(),
                        json.write(choice.reasons()),
                        choice.chosen(),
                        choice.leftOut())
                .update());
    }

    void opened(CaseId request, CouncilId council, CaseId caseId) {
        jdbc.sql("update advice_asked set case_id = ? where request = ? and council_id = ?")
                .params(caseId.value(), request.value(), council.value())
                .update();
    }

    /** The case went to another council. */
    void move(CaseId caseId, CouncilId to) {
        jdbc.sql("update advice_asked set council_id = ?, reasons = '[]' where case_id = ?")
                .params(to.value(), caseId.value())
                .update();
    }

    List<Choice> of(CaseId request) {
        return jdbc.sql("select * from advice_asked where request = ? order by council_id")
                .param(request.value())
                .query(this::choice)
                .list();
    }

    List<Choice> chosen(CaseId request) {
        return of(request).stream().filter(Choice::chosen).toList();
    }

    private Choice choice(ResultSet row, int number) throws SQLException {
        return new Choice(
                new CouncilId(row.getObject("council_id", UUID.class)),
                json.read(row.getString("reasons"), REASONS),
                row.getBoolean("chosen"),
                row.getString("left_out_reason"));
    }

    /**
     * @param reasons why it was proposed; empty when the asker added it
     * @param leftOut why a proposed council is not asked, or none
     */
    record Choice(CouncilId council, List<Reason> reasons, boolean chosen, @Nullable String leftOut) {}

    record Reason(String nl, String en) {

        String in(Locale locale) {
            return locale.getLanguage().equals("en") ? en : nl;
        }
    }
}
