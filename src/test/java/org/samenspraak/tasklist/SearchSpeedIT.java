package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.tasklist.Finder.Kind;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** With a hundred thousand cases a search of any kind asks an index and reads a small part of the table, whatever is asked. */
@Tag("full")
class SearchSpeedIT extends PostgresIT {

    private static final String TABLES =
            "'casefile_case', 'casefile_document', 'casefile_event', 'council_council', 'council_membership'";

    /** Of the hundred thousand; a search shows a hundred. */
    private static final long ROWS_AT_MOST = 2_000;

    @Autowired
    private Finder finder;

    @Autowired
    private TransactionTemplate transactions;

    @BeforeEach
    void fillTheOffice() {
        jdbc.sql(
                        """
                insert into identity_area (id, name) select gen_random_uuid(), 'gebied ' || i from generate_series(1, 25) i;
                insert into council_council (id, kind, name, area_id, words)
                    select gen_random_uuid(), 'WIJKRAAD', 'Wijkraad ' || md5(i::text), (select id from identity_area where name = 'gebied ' || 1 + i % 25),
                        array_to_tsvector(array['wijkraad', md5(i::text)]) from generate_series(1, 20000) i;
                analyze council_council;
                insert into casefile_case (id, number, code, year, trajectory, title, council_id, area_id, regulation_name,
                        regulation_version, received, on_paper, opened_at, words)
                    select gen_random_uuid(), '2026-REC-' || lpad(i::text, 6, '0'), 'REC', 2026, 'recognition', 'Vergunning ' || md5(i::text),
                        c.id, c.area_id, 'hasselt', 1, '2026-01-01', false, timestamptz '2020-01-01' + i * interval '1 minute',
                        array_to_tsvector(array['2026', 'rec', lpad(i::text, 6, '0'), 'vergunning', md5(i::text)])
                    from generate_series(1, 100000) i join council_council c on c.name = 'Wijkraad ' || md5((1 + i % 20000)::text);
                -- or foreign keys are looked up as in the small table it was
                analyze casefile_case;
                insert into casefile_document (id, origin, case_id, name, kind, media_type, bytes, sha256, at, actor_name, scan)
                    select id, id, id, 'Verslag ' || title || '.pdf', 'ATTACHMENT', 'application/pdf', 1, '', opened_at, '', 'NONE'
                    from casefile_case;
                insert into casefile_event (case_id, at, kind, args, detail, actor_kind, actor_name)
                    select id, opened_at, 'case.opened', '{}', 'Om deze reden: ' || title, 'SYSTEM', '' from casefile_case;
                insert into council_membership (id, council_id, name, functions, voting, effective, politician, sex, person_key, from_day)
                    select gen_random_uuid(), id, 'Bestuurder ' || substr(name, 10), array['CHAIR'], true, true, false, 'NOT_STATED', '', '2020-01-01'
                    from council_council, generate_series(1, 5);
                analyze casefile_case, casefile_document, casefile_event, council_council, council_membership""")
                .update();
    }

    @Test
    void readsASmallPartWhateverIsAsked() {
        var rare = "c81e728d9d4c2f636f067f89cc14862c";
        var wrong = rare.replace("d9d4c2", "d9e4c2");
        for (var asked : List.of(rare, rare.substring(0, 12), "vergunningen " + rare, "000123", "bestaatniet", wrong)) {
            for (var kind : Kind.values()) {
                assertThat(read(kind, asked)).as(kind + " " + asked).isLessThan(ROWS_AT_MOST);
            }
        }
    }

    /** What the database says it read of the large tables in a transaction of its own. */
    private long read(Kind kind, String asked) {
        var me = SignedIn.of(
                PersonId.parse("00000000-0000-0000-0000-000000000004"),
                "",
                List.of(GroupId.parse("participation-office")));
        return Objects.requireNonNull(transactions.execute(status -> {
            finder.find(kind, asked, me, null, 100);
            return jdbc.sql(
                            "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint from pg_stat_xact_user_tables"
                                    + " where relname in (" + TABLES + ")")
                    .query(Long.class)
                    .single();
        }));
    }
}
