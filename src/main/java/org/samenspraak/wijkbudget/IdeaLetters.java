package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.PersonLetters;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Letters to who stands behind an idea without an e-mail address, until somebody brought them or says why not: {@code wijkbudget_letter}. */
@Repository
class IdeaLetters {

    private static final int LONGEST = 1000;

    private static final String WAITING =
            """
            select l.document, l.title, l.made_at, c.id, c.number, p.area_id, p.title idea, s.name, s.address
              from wijkbudget_letter l join wijkbudget_supporter s on s.id = l.supporter
              join wijkbudget_proposal p on p.case_id = s.case_id join casefile_case c on c.id = p.case_id
             where l.delivered_on is null and l.aside_why is null
            """;

    private final PersonLetters letters;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final Dates dates;
    private final Clock clock;

    IdeaLetters(PersonLetters letters, Timeline timeline, JdbcClient jdbc, Dates dates, Clock clock) {
        this.letters = letters;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.dates = dates;
        this.clock = clock;
    }

    /** Makes one in the place of a mail. */
    void make(Supporter to, String text, Map<String, Object> given) {
        var made = letters.make(to.caseId(), text, given, to.name(), to.address());
        jdbc.sql("insert into wijkbudget_letter (document, supporter, title, made_at) values (?, ?, ?, ?)")
                .params(made.document(), to.id(), made.title(), Timestamp.from(clock.instant()))
                .update();
    }

    /** The oldest first. */
    List<Waiting> waiting(AreaLimit where, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        WAITING
                                + """
                           and (:everywhere or p.area_id = any(:areas))
                           and (cast(:after as uuid) is null
                                or (l.made_at, l.document) > (select made_at, document from wijkbudget_letter where document = :after))
                         order by l.made_at, l.document limit :limit
                        """)
                .param("everywhere", where.everywhere())
                .param("areas", where.ids())
                .param("after", after)
                .param("limit", limit)
                .query(this::waiting)
                .list();
    }

    /** @throws NotFound for one that was brought or put aside already, too */
    Waiting get(UUID document) {
        return jdbc.sql(WAITING + " and l.document = ?")
                .param(document)
                .query(this::waiting)
                .optional()
                .orElseThrow(() -> new NotFound("wijkbudget.refusal.no-letter"));
    }

    /**
     * Somebody brought it, or it was posted.
     *
     * @throws Refusal for a day before it was made or after today
     */
    @Transactional
    public void delivered(Waiting letter, LocalDate on, Actor by) {
        if (on.isBefore(letter.since()) || on.isAfter(dates.today())) {
            throw Refusal.of(letter.field(), "wijkbudget.refusal.delivered", dates.day(letter.since()));
        }
        var first = jdbc.sql(
                                """
                                update wijkbudget_letter set delivered_on = ?, delivered_by = ?
                                 where document = ? and delivered_on is null and aside_why is null
                                """)
                        .params(on, by.name(), letter.document())
                        .update()
                == 1;
        if (first) {
            var told = Map.of("title", letter.title(), "on", on.toString());
            timeline.add(letter.caseId(), "wijkbudget.letter-delivered", told, null, by);
        }
    }

    /**
     * It is not brought: the case says why.
     *
     * @throws Refusal without a reason
     */
    @Transactional
    public void putAside(Waiting letter, String why, Actor by) {
        if (why.isBlank() || why.length() > LONGEST) {
            throw Refusal.of(letter.whyField(), "wijkbudget.refusal.reason", LONGEST);
        }
        var first = jdbc.sql(
                                """
                                update wijkbudget_letter set aside_why = ?
                                 where document = ? and delivered_on is null and aside_why is null
                                """)
                        .params(why, letter.document())
                        .update()
                == 1;
        if (first) {
            timeline.add(letter.caseId(), "wijkbudget.letter-aside", Map.of("title", letter.title()), why, by);
        }
    }

    private Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getObject("document", UUID.class),
                row.getString("title"),
                dates.local(row.getTimestamp("made_at").toInstant()),
                new CaseId(row.getObject("id", UUID.class)),
                row.getString("number"),
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getString("idea"),
                row.getString("name"),
                row.getString("address"));
    }

    /**
     * One that nobody brought yet.
     *
     * @param number of the idea's case
     * @param idea what it is called
     */
    record Waiting(
            UUID document,
            String title,
            LocalDate since,
            CaseId caseId,
            String number,
            AreaId area,
            String idea,
            String name,
            String address) {

        /** Of the day, on a page with many. */
        public String field() {
            return "on-" + document;
        }

        /** Of the reason to put it aside. */
        public String whyField() {
            return "why-" + document;
        }
    }
}
