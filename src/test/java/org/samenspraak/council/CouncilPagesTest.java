package org.samenspraak.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CouncilPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Cases cases;

    @Autowired
    private Areas areas;

    private AreaId area = AreaId.create();
    private CouncilId council = CouncilId.create();
    private UUID chair = UUID.randomUUID();

    @BeforeEach
    void fill() {
        area = areas.add("Runkst van de test", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad <Runkst>", area, OFFICE);
        chair = memberships.add(
                council,
                new NewMember(
                        "An Claes",
                        "an@claes.example",
                        "011 22 33 44",
                        "Dorp 1",
                        EnumSet.of(Function.CHAIR, Function.TREASURER),
                        true,
                        true,
                        false,
                        Sex.WOMAN),
                TODAY,
                OFFICE);
    }

    @Test
    void listsCouncilsWithFiltersThatAreKept() throws Exception {
        mvc.perform(get("/raden?q=runk&kind=WIJKRAAD&standing=CANDIDATE&area=" + area)
                        .with(role("finance")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Wijkraad &lt;Runkst&gt;")))
                .andExpect(content().string(containsString("aangevraagd")));
        mvc.perform(get("/raden?q=runk&kind=&standing=RECOGNISED&area=").with(role("finance")))
                .andExpect(content().string(not(containsString("Wijkraad &lt;Runkst"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"participation-office", "council-support", "auditor", "area-manager@here"})
    void showsAddressesToWhoWorksWithTheCouncil(String role) throws Exception {
        mvc.perform(get("/raden/" + council).with(role(role.replace("here", area.toString()))))
                .andExpect(content().string(containsString("an@claes.example")))
                .andExpect(content().string(containsString("Dorp 1")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"area-manager@elsewhere", "college", "mayor", "legal", "department-green", "process-designer"})
    void showsOthersTheNameAndTheFunctionOnly(String role) throws Exception {
        mvc.perform(get("/raden/" + council)
                        .with(role(role.replace("elsewhere", AreaId.create().toString()))))
                .andExpect(content().string(containsString("An Claes")))
                .andExpect(content().string(containsString("penningmeester")))
                .andExpect(content().string(not(containsString("an@claes.example"))))
                .andExpect(content().string(not(containsString("011 22 33 44"))))
                .andExpect(content().string(not(containsString("Dorp 1"))));
    }

    @Test
    void showsTheCouncilInBothLanguagesWithItsYears() throws Exception {
        var caseId = cases.open(
                new OpenCase(CaseId.create(), "recognition", "REC", "Erkenning", council, area, TODAY, false, OFFICE));
        councils.inscribe(
                council,
                new Councils.Inscription(
                        true, TODAY, TODAY.plusYears(4), "basis", "Meer leden", "2026-114", TODAY, caseId),
                OFFICE);
        councils.flagComposition(council, true, OFFICE);
        memberships.add(
                councils.add(CouncilKind.ADVIESRAAD, "Adviesraad groen", area, OFFICE),
                memberships.today(council).get(0).details(),
                TODAY,
                OFFICE);

        mvc.perform(get("/raden/" + council).with(role("participation-office")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("An Claes")))
                .andExpect(content().string(containsString("penningmeester")))
                .andExpect(content().string(containsString("Geen rechtsgeldig advies")))
                .andExpect(content().string(containsString("2026-REC-0001")))
                .andExpect(content().string(containsString("Adviesraad groen")))
                .andExpect(content().string(containsString("/leden/" + chair)))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/raden/" + council + "?lang=en").with(role("participation-office")))
                .andExpect(content().string(containsString("No legally valid advice")));
    }

    @Test
    void keepsTheRegisterFromWhoMayNotSeeTheOffice() throws Exception {
        mvc.perform(get("/raden/" + council).with(role("administrator"))).andExpect(status().isForbidden());
        mvc.perform(get("/raden/" + UUID.randomUUID()).with(role("auditor"))).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "finance", "area-manager@00000000-0000-0000-0000-000000000001"})
    void letsNobodyElseChangeMembers(String role) throws Exception {
        mvc.perform(get("/raden/" + council).with(role(role)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/leden/"))));
        for (var path : new String[] {"/leden", "/leden/" + chair, "/leden/" + chair + "/einde", "/wijzigen/notitie"}) {
            mvc.perform(typed(path, role)).andExpect(status().isForbidden());
        }

        assertThat(memberships.all(council)).hasSize(1);
    }

    @Test
    void letsTheAreaManagerOfTheAreaAddAMember() throws Exception {
        mvc.perform(typed("/leden", "area-manager@" + area))
                .andExpect(redirectedUrl("/raden/" + council))
                .andExpect(flash().attribute("notice", "council.member.added"));

        var added = memberships.today(council).get(1);
        assertThat(added.details().name()).isEqualTo("Jan Maes");
        assertThat(added.details().functions()).containsExactlyInAnyOrder(Function.SECRETARY);
        assertThat(added.details().effective()).isTrue();
        assertThat(added.details().voting()).isTrue();
    }

    @Test
    void showsWhatWasTypedNextToTheMistake() throws Exception {
        mvc.perform(post("/raden/" + council + "/leden")
                        .with(role("council-support"))
                        .with(csrf())
                        .param("name", "Jan Maes")
                        .param("email", "geen adres")
                        .param("sex", "MAN")
                        .param("from", "2026-09-14"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("geen adres")))
                .andExpect(content().string(containsString("email-error")));
        mvc.perform(post("/raden/" + council + "/leden")
                        .with(role("council-support"))
                        .with(csrf())
                        .param("name", "Jan Maes")
                        .param("from", "morgen"))
                .andExpect(content().string(containsString("from-error")));
    }

    @Test
    void changesAndEndsAMember() throws Exception {
        mvc.perform(get("/raden/" + council + "/leden/nieuw").with(role("participation-office")))
                .andExpect(content().string(not(containsString("<title>null"))));
        mvc.perform(get("/raden/" + council + "/leden/" + chair).with(role("participation-office")))
                .andExpect(content().string(not(containsString("<title>null"))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("an@claes.example")));
        mvc.perform(typed("/leden/" + chair, "participation-office").param("version", "0"))
                .andExpect(redirectedUrl("/raden/" + council));
        mvc.perform(typed("/leden/" + chair, "participation-office")
                        .param("version", "0")
                        .param("phone", "011 99"))
                .andExpect(status().isConflict());
        mvc.perform(typed("/leden/" + chair + "/einde", "participation-office").param("until", "2026-09-13"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("until-error")));
        mvc.perform(typed("/leden/" + chair + "/einde", "participation-office").param("until", "2026-09-14"))
                .andExpect(redirectedUrl("/raden/" + council));

        assertThat(memberships.all(council).get(0).until()).isEqualTo(TODAY);
    }

    @Test
    void keepsANoteAnotherKindAndASuccessor() throws Exception {
        var next = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Zuid", area, OFFICE);
        var other = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Oost", area, OFFICE);
        mvc.perform(get("/raden/" + council + "/wijzigen").with(role("participation-office")))
                .andExpect(status().isOk());
        mvc.perform(typed("/wijzigen/notitie", "participation-office").param("note", "Zaal gezocht"))
                .andExpect(redirectedUrl("/raden/" + council));
        mvc.perform(typed("/wijzigen/soort", "participation-office").param("kind", "DORPSRAAD"))
                .andExpect(redirectedUrl("/raden/" + council));
        mvc.perform(typed("/wijzigen/opvolger", "participation-office")
                        .param("successor", next.toString())
                        .param("reason", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("reason-error")));
        mvc.perform(typed("/wijzigen/opvolger", "participation-office")
                        .param("successor", next.toString(), other.toString())
                        .param("reason", "Opgesplitst"))
                .andExpect(redirectedUrl("/raden/" + council));

        assertThat(councils.get(council).kind()).isEqualTo(CouncilKind.DORPSRAAD);
        assertThat(councils.successors(council)).extracting(CouncilView::id).containsExactly(other, next);
        mvc.perform(get("/raden/" + council).with(role("participation-office")))
                .andExpect(content().string(containsString("Wijkraad Oost")))
                .andExpect(content().string(containsString("Wijkraad Zuid")));
        mvc.perform(get("/raden/" + next).with(role("participation-office")))
                .andExpect(content().string(containsString("Ontstaan uit")));
        mvc.perform(get("/raden/" + council + "?only=notes").with(role("participation-office")))
                .andExpect(content().string(containsString("Zaal gezocht")));
    }

    private MockHttpServletRequestBuilder typed(String path, String role) {
        return post("/raden/" + council + path)
                .with(role(role))
                .with(csrf())
                .param("name", "Jan Maes")
                .param("email", "jan@maes.example")
                .param("functions", "SECRETARY")
                .param("voting", "true")
                .param("sex", "MAN")
                .param("from", "2026-09-14");
    }
}
