package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Standing;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** The office moves a case that was opened for the wrong council. */
class MovePagesTest extends RecognitionScenario {

    private static final String CHAIR = "chair@voorbeeld.be";
    private static final Pattern LINK = Pattern.compile("/v/[A-Za-z0-9_-]{64}");

    @Autowired
    private Timeline timeline;

    @Autowired
    private Memberships memberships;

    private AreaId kuringen = AreaId.create();
    private CouncilId right = CouncilId.create();

    @BeforeEach
    void makeTheRightCouncil() {
        kuringen = areas.add("Kuringen", null, CLERK);
        right = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kuringen", kuringen, CLERK);
    }

    @Test
    void inscribesTheCouncilThatTheCaseWasMovedTo() throws Exception {
        var caseId = complete(Map.of());
        var wrong = council(caseId).id();

        move(caseId, right, "Het gaat over Kuringen.").andExpect(redirectedUrl("/zaken/2026-REC-0001"));
        run();
        advise(caseId);
        answer(caseId, "Task_DecideCollege", decision("granted"));
        for (var signer : new String[] {"Chair", "Secretary", "Mayor", "Director"}) {
            sign(caseId, signer);
        }

        assertThat(councils.get(right).standing()).isEqualTo(Standing.RECOGNISED);
        assertThat(memberships.today(right)).hasSize(3);
        assertThat(councils.get(wrong).standing()).isEqualTo(Standing.LAPSED);
        assertThat(view(caseId).title()).isEqualTo("Wijkraad Kuringen");
        assertThat(view(caseId).area()).isEqualTo(kuringen);
        assertThat(view(term(caseId)).council()).isEqualTo(right);
    }

    @Test
    void keepsTheMoveWithItsReason() throws Exception {
        var caseId = apply();

        move(caseId, right, "Het gaat over Kuringen.");

        assertThat(timeline.page(caseId, null, 20))
                .filteredOn(entry -> entry.kind().equals("case.moved"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("Het gaat over Kuringen."));
        mvc.perform(get("/zaken/2026-REC-0001").with(role("participation-office")))
                .andExpect(
                        content().string(containsString("Zaak verplaatst van Wijkraad Runkst naar Wijkraad Kuringen")));
        assertThat(jdbc.sql("select about from identity_audit where what = 'case-moved'")
                        .query(String.class)
                        .single())
                .contains("2026-REC-0001", "Wijkraad Kuringen");
        mvc.perform(get("/zaken").param("q", "kuringen").with(role("participation-office")))
                .andExpect(content().string(containsString("2026-REC-0001")));
    }

    @Test
    void withdrawsTheOpenQuestionAndAsksItOfTheRightCouncil() throws Exception {
        var caseId = apply();
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "De raad werkt goed."));
        check(caseId, Map.of("complete", "false", "missing", "Het plan van het gebied."));
        var before = link();

        move(caseId, right, "Het gaat over Kuringen.");

        var after = link();
        assertThat(after).isNotEqualTo(before);
        mvc.perform(get(before))
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("Deze vraag is niet meer voor uw raad")));
        mvc.perform(get(after))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Wijkraad Kuringen")));
    }

    @Test
    void refusesAMoveThatCouldNotHaveBeenOpenedThere() throws Exception {
        var caseId = apply();
        var busy = council(apply(Map.of("name", "Wijkraad Stevoort"))).id();
        var recognised =
                council(recognised(Map.of("name", "Wijkraad Godsheide"))).id();

        move(caseId, busy, "Verkeerd.")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("loopt al een aanvraag: 2026-REC-0002")));
        move(caseId, recognised, "Verkeerd.")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Deze raad is al erkend")));
        move(caseId, right, " ").andExpect(status().isUnprocessableEntity());

        assertThat(view(caseId).title()).isEqualTo("Wijkraad Runkst");
        assertThat(councils.get(right).standing()).isEqualTo(Standing.CANDIDATE);
    }

    @Test
    void tellsTheSecondOfTwoOfficials() throws Exception {
        var caseId = apply();
        var read = view(caseId).version();
        var other = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Stevoort", area, CLERK);
        move(caseId, right, "Het gaat over Kuringen.");

        mvc.perform(post("/zaken/2026-REC-0001/verplaatsen")
                        .param("council", other.toString())
                        .param("reason", "Het gaat over Stevoort.")
                        .param("version", "" + read)
                        .with(csrf())
                        .with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Iemand anders veranderde deze zaak")));

        assertThat(view(caseId).council()).isEqualTo(right);
    }

    @Test
    void isOnlyForWhoSteersTheCase() throws Exception {
        apply();

        mvc.perform(get("/zaken/2026-REC-0001/verplaatsen").with(role("college")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/zaken/2026-REC-0001/verplaatsen").with(role("participation-office")))
                .andExpect(content().string(containsString("Wijkraad Kuringen")));
    }

    private ResultActions move(CaseId caseId, CouncilId to, String reason) throws Exception {
        var view = view(caseId);
        return mvc.perform(post("/zaken/{number}/verplaatsen", view.number())
                .param("council", to.toString())
                .param("reason", reason)
                .param("version", "" + view.version())
                .with(csrf())
                .with(role("participation-office")));
    }

    /** In the last mail to the chair that has one. */
    private String link() throws Exception {
        outbox.sendDue();
        var last = "";
        for (var received : mail.receivedBy(CHAIR)) {
            var found = LINK.matcher(GreenMailUtil.getBody(received).replace("=\r\n", ""));
            last = found.find() ? found.group() : last;
        }
        return last;
    }
}
