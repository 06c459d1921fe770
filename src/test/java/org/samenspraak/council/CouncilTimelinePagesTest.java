package org.samenspraak.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;

class CouncilTimelinePagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final Pattern OLDER = Pattern.compile("href=\"(/raden/[^\"]*before=[^\"#]*)#years\"");

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Cases cases;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Areas areas;

    private AreaId area = AreaId.create();
    private CouncilId council = CouncilId.create();

    @BeforeEach
    void fill() {
        area = areas.add("Noord van de test", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kruisveld", area, OFFICE);
    }

    @Test
    void putsWhatEveryModuleKnowsOnOneLineByTheYearOfTheFact() throws Exception {
        member("Voorzitter Kruisveld", LocalDate.of(2019, 3, 1), Function.CHAIR);
        var caseId = open("Erkenning Kruisveld");
        councils.inscribe(
                council,
                new Councils.Inscription(true, TODAY.minusYears(4), null, null, null, "2022-9", TODAY, caseId),
                OFFICE);
        councils.note(council, "Zaal gezocht", OFFICE);
        clock.advance(Duration.ofDays(200));
        cases.close(caseId, "recognised", OFFICE);
        cases.stop(open("Signaal Kruisveld"), CaseStatus.WITHDRAWN, "Dubbel", OFFICE);
        outbox.queue(new Outbox.Mail(
                null,
                caseId,
                "chair@kruisveld.example",
                "Voorzitter Kruisveld",
                "Uw brief",
                "Tekst",
                "",
                null,
                List.of()));
        outbox.sendDue();

        assertThat(page(""))
                .containsSubsequence(
                        ">2027<",
                        "Bericht aan Voorzitter Kruisveld",
                        ">2026<",
                        "Zaal gezocht",
                        ">2022<",
                        "erkend",
                        ">2019<",
                        "Voorzitter Kruisveld is lid vanaf 1 maart 2019 · voorzitter",
                        "genoteerd op")
                .contains("Zaak afgesloten: erkend", "Zaak ingetrokken", "2026-REC-0001 Erkenning Kruisveld")
                .doesNotContain("??");
        assertThat(page("?only=cases")).contains("Zaak geopend").doesNotContain("Zaal gezocht", "Bericht aan");
        assertThat(page("?only=cases&trajectory=recognition"))
                .contains("Zaak geopend (Erkenning of inschrijving)", "trajectory=recognition")
                .doesNotContain("Zaal gezocht", "Bericht aan");
        assertThat(page("?only=cases&trajectory=signal")).doesNotContain("Zaak geopend");
        assertThat(page("?only=letters&lang=en")).contains("Message to").doesNotContain("Case opened");
        assertThat(page("?only=members")).contains("is lid vanaf").doesNotContain("Zaak geopend");
        assertThat(page("?only=recognition")).contains("In het register").doesNotContain("is lid vanaf");
    }

    @Test
    void readsThirtyYearsPageByPageWithoutLossAndWithAsManyQueriesAsForOne() throws Exception {
        var one = SqlCount.of(() -> page(""));
        jdbc.sql(
                        """
                        insert into council_event (council_id, at, kind, args, detail, actor_kind, actor_name)
                        select :council, timestamptz '1996-01-01' + (i / 3) * interval '33 days', 'council.note', '{}',
                            'gebeurtenis ' || i || '.', 'SYSTEM', '' from generate_series(1, 1000) i""")
                .param("council", council.value())
                .update();
        jdbc.sql(
                        """
                        insert into casefile_case (id, number, code, year, trajectory, title, council_id, area_id, regulation_name,
                            regulation_version, received, on_paper, opened_at, words)
                        select gen_random_uuid(), '1996-REC-' || i, 'REC', 1996, 'recognition', 'gebeurtenis 9' || i || '.', :council,
                            :area, 'hasselt', 1, '1996-01-01', false, timestamptz '1996-01-01' + i * interval '33 days', ''
                        from generate_series(1001, 1330) i""")
                .param("council", council.value())
                .param("area", area.value())
                .update();
        assertThat(SqlCount.of(() -> page(""))).isEqualTo(one);

        var seen = new TreeSet<String>();
        int shown = 0;
        for (var html = page("?only=notes"); ; html = page(older(html))) {
            for (var text : found("gebeurtenis \\d+\\.", line(html))) {
                shown++;
                seen.add(text);
            }
            if (older(html) == null) {
                break;
            }
        }
        assertThat(seen).hasSize(1000);
        assertThat(shown).isEqualTo(1000);
        seen.clear();
        for (var html = page(""); ; html = page(older(html))) {
            seen.addAll(found("gebeurtenis \\d+\\.", line(html)));
            if (older(html) == null) {
                break;
            }
        }
        assertThat(seen).hasSize(1330);
    }

    @Test
    void refusesAPlaceThatIsNone() throws Exception {
        for (var place : List.of("x", "2026_notes_1", "2026-01-01T00:00:00Z_none_1")) {
            mvc.perform(get("/raden/" + council).param("before", place).with(role("legal")))
                    .andExpect(status().isBadRequest());
        }
    }

    @Test
    void saysAtOnceWhoToReachAndWhenNobodyIsKnown() throws Exception {
        assertThat(page("")).contains("nog geen voorzitter of secretaris");
        member("Voorzitter Kruisveld", TODAY, Function.CHAIR);
        assertThat(page("")).containsSubsequence("Wie u kunt bereiken", "chair@kruisveld.example", "id=\"members\"");
        assertThat(page("", "legal")).contains("Wie u kunt bereiken").doesNotContain("chair@kruisveld.example");
    }

    private static @Nullable String older(String html) {
        var found = OLDER.matcher(html);
        return found.find()
                ? found.group(1).substring(found.group(1).indexOf('?')).replace("&amp;", "&")
                : null;
    }

    /** The page from its timeline on. */
    private static String line(String html) {
        return html.substring(html.indexOf("id=\"years\""));
    }

    private static Set<String> found(String pattern, String html) {
        return new TreeSet<>(Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(result -> result.group())
                .toList());
    }

    private String page(@Nullable String asked) throws Exception {
        return page(asked, "participation-office");
    }

    private String page(@Nullable String asked, String role) throws Exception {
        return mvc.perform(get(URI.create("/raden/" + council + asked)).with(role(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private CaseId open(String title) {
        return cases.open(
                new OpenCase(CaseId.create(), "recognition", "REC", title, council, area, TODAY, false, OFFICE));
    }

    private void member(String name, LocalDate from, Function function) {
        var member = new NewMember(
                name,
                "chair@kruisveld.example",
                "011 22 33 44",
                "Dorp 1",
                EnumSet.of(function),
                true,
                true,
                false,
                Sex.NOT_STATED);
        memberships.add(council, member, from, OFFICE);
    }
}
