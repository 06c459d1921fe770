package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.DocumentVersions;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Documents.Kind;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.identity.Browser;
import org.samenspraak.kernel.CouncilId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** What an official shares with a council, which finds it in its own place. */
class SharedDocumentPagesTest extends PortalScenario {

    private static final String LIST = "/raad/dossier/documenten";
    private static final String BO = "bo@raad.example";

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentVersions versions;

    @Autowired
    private Timeline timeline;

    private UUID plan = UUID.randomUUID();

    @BeforeEach
    void aPlanInTheDossier() {
        askToSign();
        plan = documents.add(caseId, "plan.txt", Kind.ATTACHMENT, text("het plan"), OFFICE);
    }

    @Test
    void findsWhatAnOfficialShares() throws Exception {
        var an = signedIn(AN);
        assertThat(an.get(LIST).body()).contains("nog geen documenten").doesNotContain("plan.txt");
        assertThat(an.get(LIST + "/" + plan).statusCode()).isEqualTo(404);

        share("COUNCIL", "participation-office").andExpect(status().is3xxRedirection());

        assertThat(an.get("/raad/dossier").body()).contains(LIST);
        assertThat(an.get(LIST).body()).contains("plan.txt", number());
        assertThat(an.get("/raad/dossier/" + number()).body()).contains(LIST + "/" + plan);
        assertThat(an.get(LIST + "/" + plan).body()).isEqualTo("het plan");
        assertThat(timeline.page(caseId, null, 1).get(0).kind()).isEqualTo("document.audience-council");

        share("OFFICE", "participation-office");
        assertThat(an.get(LIST + "/" + plan).statusCode()).isEqualTo(404);
        assertThat(an.get(LIST).body()).doesNotContain("plan.txt");
    }

    @Test
    void showsTheVersionThatHoldsNow() throws Exception {
        share("COUNCIL", "participation-office");
        var newer = versions.replace(caseId, plan, "plan-2.txt", text("het nieuwe plan"), OFFICE);
        var an = signedIn(AN);

        assertThat(an.get(LIST).body()).contains("plan-2.txt").doesNotContain("plan.txt");
        assertThat(an.get(LIST + "/" + plan).statusCode()).isEqualTo(404);
        assertThat(an.get(LIST + "/" + newer).body()).isEqualTo("het nieuwe plan");
    }

    @Test
    void sharesWithNobodyElse() throws Exception {
        share("COUNCIL", "finance").andExpect(status().isForbidden());
        share("COUNCIL", "participation-office");
        var other = aCouncilOfBo();
        var bo = signedIn(BO);
        var an = signedIn(AN);

        assertThat(bo.get(LIST).body()).doesNotContain("plan.txt");
        assertThat(bo.get(LIST + "/" + plan).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get(LIST + "/" + plan).statusCode()).isEqualTo(302);
        assertThat(new Browser(port).get("/v/" + tokenOf(AN)).body()).doesNotContain("plan.txt");

        var view = cases.get(caseId);
        cases.move(caseId, view.version(), other, view.area(), "Wijkraad Kuringen", "Verkeerde raad", OFFICE);

        assertThat(bo.get(LIST).body()).doesNotContain("plan.txt");
        assertThat(bo.get(LIST + "/" + plan).statusCode()).isEqualTo(404);
        assertThat(an.get(LIST + "/" + plan).statusCode()).isNotEqualTo(200);
        assertThat(timeline.page(caseId, null, 20))
                .extracting(Timeline.Entry::kind)
                .contains("document.unshared");
    }

    private CouncilId aCouncilOfBo() {
        var other = councils.add(
                CouncilKind.WIJKRAAD, "Wijkraad Kuringen", councils.get(council).area(), OFFICE);
        memberships.add(other, person("Bo Jans", BO, Function.CHAIR), today(), OFFICE);
        return other;
    }

    private ResultActions share(String audience, String role) throws Exception {
        return mvc.perform(post("/zaken/" + number() + "/documenten/" + plan + "/zichtbaar")
                .param("audience", audience)
                .with(role(role))
                .with(csrf()));
    }

    private String number() {
        return cases.get(caseId).number();
    }

    private static ByteArrayInputStream text(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
