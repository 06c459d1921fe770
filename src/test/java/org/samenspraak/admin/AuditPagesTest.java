package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;

class AuditPagesTest extends PostgresIT {

    private static final Pattern SENTENCE = Pattern.compile("<p><strong>([^<]*)</strong></p>");
    private static final Pattern OLDER = Pattern.compile("href=\"(/beheer/logboek\\?[^\"]*before=\\d+)\"");

    @Autowired
    private People people;

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private MessageSource texts;

    @Autowired
    private TransactionTemplate transactions;

    private PersonId an = PersonId.create();
    private Actor beheerder = Actor.SYSTEM;

    @BeforeEach
    void addAnAdministrator() {
        an = people.add(
                new NewPerson(
                        "beheer",
                        "Beheerder",
                        "beheer@hasselt.example",
                        "",
                        "vier blauwe fietsen",
                        Set.of(GroupId.of("administrator"))),
                Actor.SYSTEM);
        beheerder = Actor.person(an, "Beheerder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"administrator", "auditor"})
    void opensForAdministratorsAndAuditors(String role) throws Exception {
        mvc.perform(get("/beheer/logboek").with(role(role)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Het systeem gaf Beheerder de rol Beheerder.")));
        mvc.perform(get("/beheer").with(role(role)))
                .andExpect(content().string(containsString("href=\"/beheer/logboek\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"participation-office", "area-manager", "college", "process-designer"})
    void staysClosedForEverybodyElse(String role) throws Exception {
        mvc.perform(get("/beheer/logboek").with(role(role))).andExpect(status().isForbidden());
        mvc.perform(get("/beheer").with(role(role)))
                .andExpect(content().string(not(containsString("/beheer/logboek"))));
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryAct(Act act) {
        for (var locale : List.of(Locale.forLanguageTag("nl"), Locale.ENGLISH)) {
            var sentence = texts.getMessage("identity.audit." + act.code(), new Object[] {"WHO", "WHAT", ""}, locale);
            assertThat(sentence).containsAnyOf("WHO", "WHAT").endsWith(act == Act.DENIED ? "WHAT" : ".");
            assertThat(texts.getMessage("admin.audit.act." + act.code(), null, locale))
                    .isNotBlank();
        }
        assertThat(Act.of(act.code())).isEqualTo(act);
    }

    @Test
    void knowsEverythingThatHappensToACouncil() throws IOException {
        var council = new Properties();
        try (var texts = new ClassPathResource("messages/council.properties").getInputStream()) {
            council.load(texts);
        }

        assertThat(council.stringPropertyNames())
                .filteredOn(key -> key.startsWith("timeline."))
                .hasSizeGreaterThan(10)
                .allSatisfy(key ->
                        assertThat(Act.of(key.substring("timeline.".length()))).isNotNull());
    }

    @Test
    void saysWhoDidWhatWhenForWhomAndFromWhere() throws Exception {
        var runkst = areas.add("Runkst", null, beheerder);
        people.give(an, new GroupId("area-manager", runkst.toString()), LocalDate.of(2026, 9, 14), null, beheerder);
        areas.add(
                "Kuringen",
                null,
                Actor.person(an, "Beheerder").inPlaceOf(new Actor.Holder(PersonId.create(), "Hoofd ICT")));
        mvc.perform(get("/beheer/mensen").with(role("finance")).with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                }))
                .andExpect(status().isForbidden());

        var page = page("/beheer/logboek");

        assertThat(sentences(page))
                .startsWith(
                        "finance mocht deze pagina niet openen: /beheer/mensen",
                        "Beheerder voegde het gebied Kuringen toe.",
                        "Beheerder gaf Beheerder de rol Wijkmanager, Runkst.",
                        "Beheerder voegde het gebied Runkst toe.");
        assertThat(page).contains("14 september 2026", "voor Hoofd ICT", "vanaf 192.0.2.7");
        assertThat(sentences(page("/beheer/logboek?lang=en"))).contains("Beheerder added the area Kuringen.");
    }

    @Test
    void tellsOfCouncilsAndMembersWithoutNamingAMember() throws Exception {
        var council =
                councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", areas.add("Runkst", null, beheerder), beheerder);
        var member = new NewMember("Zeldzame Naam", null, null, null, Set.of(), true, true, false, Sex.NOT_STATED);
        memberships.add(council, member, LocalDate.of(2026, 9, 14), beheerder);

        var page = page("/beheer/logboek?about=wijkraad");

        assertThat(sentences(page))
                .containsExactly(
                        "Beheerder voegde een lid toe aan een raad: Wijkraad Runkst.",
                        "Beheerder zette een raad in het register: Wijkraad Runkst.");
        assertThat(page).doesNotContain("Zeldzame");
    }

    @Test
    void tellsOnceWhatHappenedManyTimesInAMinute() throws Exception {
        var council =
                councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", areas.add("Runkst", null, beheerder), beheerder);
        for (var name : List.of("An", "Els", "Jo")) {
            var member = new NewMember(name, null, null, null, Set.of(), true, true, false, Sex.NOT_STATED);
            memberships.add(council, member, LocalDate.of(2026, 9, 14), beheerder);
        }

        var page = page("/beheer/logboek?about=wijkraad");

        assertThat(sentences(page))
                .containsExactly(
                        "Beheerder voegde een lid toe aan een raad: Wijkraad Runkst.",
                        "Beheerder zette een raad in het register: Wijkraad Runkst.");
        assertThat(page).containsOnlyOnce("3 keer");
    }

    @Test
    void forgetsWhatWasRolledBack() throws Exception {
        transactions.executeWithoutResult(status -> {
            councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", areas.add("Runkst", null, beheerder), beheerder);
            status.setRollbackOnly();
        });

        assertThat(sentences(page("/beheer/logboek?about=Runkst"))).isEmpty();
    }

    @Test
    void filtersByPersonActSubjectAndPeriod() throws Exception {
        clock.advance(Duration.ofDays(10));
        areas.add("Runkst_1", null, beheerder);
        areas.add("Runkst-1", null, Actor.SYSTEM);

        assertThat(sentences(page("/beheer/logboek?person=" + an))).hasSize(3);
        assertThat(sentences(page("/beheer/logboek?person=" + an + "&act=AREA_ADDED")))
                .containsExactly("Beheerder voegde het gebied Runkst_1 toe.");
        assertThat(sentences(page("/beheer/logboek?about=t_1"))).hasSize(1);
        assertThat(sentences(page("/beheer/logboek?until=2026-09-14"))).hasSize(2);
        assertThat(sentences(page("/beheer/logboek?from=2026-09-24&until=2026-09-24")))
                .hasSize(2);
        assertThat(sentences(page("/beheer/logboek?from=2026-09-25"))).isEmpty();
        mvc.perform(get("/beheer/logboek?from=gisteren").with(role("auditor"))).andExpect(status().isBadRequest());
    }

    @Test
    void readsOnWithTheSameFilterAndSkipsNothing() throws Exception {
        for (var i = 0; i < 120; i++) {
            // what was done in the past is told later: order is by moment
            clock.advance(Duration.ofMinutes(i % 2 == 0 ? 3 : -1));
            areas.add("Gebied & " + i, null, beheerder);
        }
        var first = page("/beheer/logboek?about=Gebied %26");
        var second = page(older(first));
        var third = page(older(second));

        assertThat(sentences(first)).hasSize(50);
        assertThat(sentences(third)).hasSize(20);
        assertThat(OLDER.matcher(third).find()).isFalse();
        assertThat(List.of(first, second, third).stream()
                        .flatMap(page -> sentences(page).stream())
                        .distinct())
                .hasSize(120);
    }

    @Test
    void asksTheDatabaseAsOftenForManyLinesAsForOne() throws Exception {
        var one = SqlCount.of(() -> page("/beheer/logboek"));
        for (var role : List.of("mayor", "finance", "legal", "college", "auditor")) {
            people.give(an, GroupId.of(role), LocalDate.of(2026, 9, 14), null, beheerder);
        }

        assertThat(SqlCount.of(() -> page("/beheer/logboek"))).isEqualTo(one);
    }

    private String page(String url) throws Exception {
        return mvc.perform(get(URI.create(url.replace(" ", "%20"))).with(role("auditor")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String older(String page) {
        var link = OLDER.matcher(page);
        assertThat(link.find()).isTrue();
        return link.group(1).replace("&amp;", "&");
    }

    private static List<String> sentences(String page) {
        return SENTENCE.matcher(page)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .toList();
    }
}
