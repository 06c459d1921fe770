package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the advice of each council is, and the replies to it: counted, not read. */
@Repository
class AdviceRows {

    private final JdbcClient jdbc;
    private final Councils councils;

    AdviceRows(JdbcClient jdbc, Councils councils) {
        this.jdbc = jdbc;
        this.councils = councils;
    }

    /** Those of a request, of the request that a council's case answers, or of an unsolicited advice; by council. */
    List<Row> of(CaseId caseId) {
        var read = jdbc.sql(
                        """
                        select g.council_id council, c.number, f.id request_id, f.number request, g.last_day,
                               case when g.withdrawn and g.answer is distinct from 'advice' then 'withdrawn' else g.answer end answer, g.late,
                               g.acknowledged_at is not null acknowledged, g.more_time is not distinct from 'asked' more_time,
                               g.not_legal, count(p.id) points, count(y.outcome) replied
                          from advice_given g
                          join casefile_case c on c.id = g.case_id
                          join casefile_case f on f.id = coalesce(g.request, g.case_id)
                          left join advice_point p on p.advice = g.case_id
                          left join advice_reply y on y.id = p.reply
                         where coalesce(g.request, g.case_id) =
                               coalesce((select request from advice_given where case_id = :case), :case)
                           and (g.request = f.id or g.case_id = f.id)
                         group by g.case_id, c.id, f.id
                        """)
                .param("case", caseId.value())
                .query(Read.class)
                .list();
        var names = councils.names(
                read.stream().map(it -> new CouncilId(it.council())).collect(Collectors.toSet()));
        return read.stream()
                .map(it -> new Row(names.getOrDefault(new CouncilId(it.council()), ""), it))
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    /** @param name of the council */
    record Row(String name, Read is) {}

    /**
     * @param number of the council's case
     * @param request number of the case that the replies are in
     * @param answer advice, none, silent or withdrawn; none while it is awaited
     * @param moreTime whether it asked for more time and nobody decided yet
     * @param replied points that have a reply
     */
    record Read(
            UUID council,
            String number,
            UUID requestId,
            String request,
            @Nullable LocalDate lastDay,
            @Nullable String answer,
            boolean late,
            boolean acknowledged,
            boolean moreTime,
            boolean notLegal,
            long points,
            long replied) {

        public String state() {
            if (answer != null) {
                return answer;
            }
            return moreTime ? "more-time" : acknowledged ? "acknowledged" : "awaited";
        }
    }
}
