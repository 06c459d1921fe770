package org.samenspraak.publication;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.EnumSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.council.Standing;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class RegisterPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Areas areas;

    private AreaId area = AreaId.create();
    private CouncilId recognised = CouncilId.create();
    private CouncilId candidate = CouncilId.create();
    private CouncilId expired = CouncilId.create();

    @BeforeEach
    void fill() {
        area = areas.add("Runkst van de test", null, OFFICE);
        recognised = inRegister("=Wijkraad, \"Runkst\"");
        candidate = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Aanvraag", area, OFFICE);
        expired = inRegister("Wijkraad Vroeger");
        councils.end(expired, Standing.EXPIRED, TODAY, "Jan Maes stopte ermee", null, OFFICE);
        memberships.add(
                recognised,
                new NewMember(
                        "An Claes",
                        "an@claes.example",
                        null,
                        "Dorp 1",
                        EnumSet.of(Function.CHAIR),
                        true,
                        true,
                        false,
                        Sex.WOMAN),
                TODAY,
                OFFICE);
    }

    @Test
    void showsEverybodyWhatIsInTheRegisterAndWhatWas() throws Exception {
        mvc.perform(get("/publiek")).andExpect(redirectedUrl("/publiek/raden"));
        mvc.perform(get("/publiek/raden"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("max-age=60")))
                .andExpect(content().string(containsString("=Wijkraad, &quot;Runkst&quot;")))
                .andExpect(content().string(not(containsString("Wijkraad Aanvraag"))))
                .andExpect(content().string(not(containsString("Wijkraad Vroeger"))));
        mvc.perform(get("/publiek/raden?ended=true&q=vroe"))
                .andExpect(content().string(containsString("Wijkraad Vroeger")));
        mvc.perform(get("/publiek/raden?q=" + "a".repeat(3_000))).andExpect(status().isOk());
        mvc.perform(get("/publiek/raden?lang=en&q=runk"))
                .andExpect(content().string(containsString("Register of councils")));
    }

    @Test
    void showsACouncilWithoutAnyPerson() throws Exception {
        mvc.perform(get("/publiek/raden/" + recognised))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Besluit 2026-114")))
                .andExpect(content().string(not(containsString("Claes"))));
        mvc.perform(get("/publiek/raden/" + expired))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("afgelopen")))
                .andExpect(content().string(not(containsString("Jan Maes"))));
    }

    @Test
    void hidesWhoNeverWasInTheRegister() throws Exception {
        mvc.perform(get("/publiek/raden/" + candidate)).andExpect(status().isNotFound());
        councils.end(candidate, Standing.REFUSED, TODAY, "Te weinig leden", null, OFFICE);
        mvc.perform(get("/publiek/raden/" + candidate)).andExpect(status().isNotFound());
    }

    @Test
    void givesTheDataWithoutFormulasAndWithoutPersons() throws Exception {
        mvc.perform(get("/publiek/raden.csv"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("raden.csv")))
                .andExpect(content().string(containsString("\"'=Wijkraad, \"\"Runkst\"\"\",\"wijkraad\"")))
                .andExpect(content().string(containsString("\"expired\"")))
                .andExpect(content().string(not(containsString("Claes"))))
                .andExpect(content().string(not(containsString("Aanvraag"))));
        mvc.perform(get("/publiek/raden.json"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("public")))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].name").value("=Wijkraad, \"Runkst\""))
                .andExpect(jsonPath("$[0].from").value("2026-09-14"))
                .andExpect(jsonPath("$[0].level").value("basis"))
                .andExpect(content().string(not(containsString("Claes"))));
    }

    private CouncilId inRegister(String name) {
        var id = councils.add(CouncilKind.WIJKRAAD, name, area, OFFICE);
        councils.inscribe(
                id,
                new Councils.Inscription(
                        true, TODAY, TODAY.plusYears(4), "basis", null, "2026-114", TODAY, CaseId.create()),
                OFFICE);
        return id;
    }
}
