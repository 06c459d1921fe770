package org.samenspraak.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;

class ContactPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final String LIST = "/raden/contacten";

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Areas areas;

    private AreaId north = AreaId.create();
    private AreaId south = AreaId.create();

    @BeforeEach
    void fill() {
        north = areas.add("Noord van de test", null, OFFICE);
        south = areas.add("Zuid van de test", null, OFFICE);
        var kruisveld = council("Wijkraad Kruisveld", north);
        member(kruisveld, "Voorzitter Kruisveld", "chair@kruisveld.example", Set.of(Function.CHAIR));
        member(kruisveld, "=SOM(1)", null, Set.of(Function.TREASURER));
        member(kruisveld, "Gewoon lid", "gewoon@kruisveld.example", Set.of());
        var left = member(kruisveld, "Vroegere secretaris", "vroeger@kruisveld.example", Set.of(Function.SECRETARY));
        memberships.end(kruisveld, left, TODAY.minusDays(1), OFFICE);
        council("Dorpsraad zonder mensen", south);
        var zuid = council("Wijkraad Zuid", south);
        member(zuid, "Secretaris Zuid", "secretaris@zuid.example", Set.of(Function.SECRETARY));
    }

    @Test
    void tellsWhomToReachInEachCouncilAndWhereNobodyIs() throws Exception {
        assertThat(page(LIST, "participation-office"))
                .contains("chair@kruisveld.example", "penningmeester", "secretaris@zuid.example", "geen e-mailadres")
                .containsSubsequence("Dorpsraad zonder mensen", "niemand", "Wijkraad Kruisveld", "Wijkraad Zuid")
                .doesNotContain("gewoon@", "vroeger@", "??");
        assertThat(page(LIST + "?lang=en", "auditor")).contains(LIST + ".xlsx?", "nobody");
        assertThat(page("/raden", "auditor")).contains("/raden/contacten");
        assertThat(page("/raden", "legal")).doesNotContain("/raden/contacten");
    }

    @Test
    void isNarrowedByNameFunctionKindAndArea() throws Exception {
        assertThat(page(LIST + "?q=kruisvled", "auditor")).contains("Kruisveld").doesNotContain("Wijkraad Zuid");
        assertThat(page(LIST + "?q=secretaris", "auditor"))
                .contains("Wijkraad Zuid")
                .doesNotContain("Kruisveld");
        assertThat(page(LIST + "?function=CHAIR&kind=&area=", "auditor"))
                .contains("chair@kruisveld.example", "Wijkraad Zuid")
                .doesNotContain("secretaris@zuid.example");
        assertThat(page(LIST + "?area=" + south, "auditor"))
                .contains("Wijkraad Zuid")
                .doesNotContain("Kruisveld");
        assertThat(page(LIST + "?kind=ADVIESRAAD", "auditor")).contains("Geen raad gevonden");
        assertThat(page(LIST + "?q=%27%25%3A*", "auditor")).contains("Contacten");
    }

    @Test
    void showsAnAreaManagerTheirOwnAreasAndOthersNothing() throws Exception {
        var manager = "area-manager@" + north;
        assertThat(page(LIST, manager)).contains("chair@kruisveld.example").doesNotContain("Zuid");
        assertThat(page(LIST + "?area=" + south, manager)).doesNotContain("secretaris@zuid.example");
        assertThat(page(LIST + ".csv", manager)).contains("Kruisveld").doesNotContain("Zuid");
        for (var other : List.of("legal", "mayor", "process-designer", "administrator")) {
            mvc.perform(get(LIST).with(role(other))).andExpect(status().isForbidden());
            mvc.perform(get(LIST + ".csv").with(role(other))).andExpect(status().isForbidden());
        }
    }

    @Test
    void savesAFileThatASpreadsheetReadsAsText() throws Exception {
        assertThat(page(LIST + ".csv?q=kruisveld", "participation-office"))
                .startsWith("\uFEFF\"Raad\";\"Soort\";")
                .contains("\"'=SOM(1)\"", "\"voorzitter\";\"chair@kruisveld.example\"", "\"Dorp 1\"")
                .doesNotContain("Zuid");
    }

    @Test
    void tellsTheAuditTrailWhichCouncilsWereReadButNoMember() throws Exception {
        var me = role("participation-office");
        mvc.perform(get(LIST).with(me));
        mvc.perform(get(LIST).with(me));
        page(LIST + ".csv?q=voorzitter", "participation-office");

        assertThat(jdbc.sql("select what || ' ' || about from identity_audit where what like 'contacts-%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "contacts-listed 3: Dorpsraad zonder mensen … Wijkraad Zuid",
                        "contacts-exported 1: Wijkraad Kruisveld … Wijkraad Kruisveld");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=wijkraad&"})
    void readsOnAfterAHundredCouncilsWithAsManyQueriesForManyAsForFew(String asked) throws Exception {
        var few = SqlCount.of(() -> page(LIST + "?" + asked, "auditor"));
        IntStream.range(0, 120).forEach(i -> council("Wijkraad nummer %03d".formatted(i), north));
        assertThat(SqlCount.of(() -> page(LIST + "?" + asked + "function=CHAIR", "auditor")))
                .isBetween(few - 1, few);

        var first = page(LIST + "?" + asked, "auditor");
        assertThat(first).contains("nummer 090").doesNotContain("nummer 110");
        var next = first.substring(first.indexOf("after=") + 6);
        assertThat(page(LIST + "?" + asked + "after=" + next.substring(0, 36), "auditor"))
                .contains("nummer 110", "Wijkraad Zuid")
                .doesNotContain("nummer 090");
    }

    private String page(String url, String role) throws Exception {
        return mvc.perform(get(java.net.URI.create(url)).with(role(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private CouncilId council(String name, AreaId area) {
        return councils.add(CouncilKind.WIJKRAAD, name, area, OFFICE);
    }

    private java.util.UUID member(CouncilId council, String name, @Nullable String mail, Set<Function> functions) {
        var has = EnumSet.noneOf(Function.class);
        has.addAll(functions);
        var member = new NewMember(name, mail, "011 22 33 44", "Dorp 1", has, true, true, false, Sex.NOT_STATED);
        return memberships.add(council, member, TODAY.minusYears(1), OFFICE);
    }
}
