package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A round of which residents choose, with projects in both areas. */
abstract class VoteScenario extends BudgetScenario {

    static final String VOTER = "kiezer@wijk.example";

    private static final Pattern LINK = Pattern.compile("/stemmen/biljet/[A-Za-z0-9_-]{64}");
    private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([A-Za-z0-9_-]{40,})\"");
    private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([0-9a-f]{64})\"");

    private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([0-9A-Z-]{19})<");

    @Autowired
    VoteRows votes;

    @Autowired
    Voters voters;

    @Autowired
    BallotDesk desk;

    @Autowired
    BallotRows ballots;

    @Autowired
    ShuffledBallots shuffle;

    @Autowired
    Counting counting;

    @Autowired
    CountRows counts;

    /** Of each code that a page showed. */
    private final Map<String, String> seals = new HashMap<>();

    CaseId round = CaseId.create();

    String number = "";

    /** Values of the regulation that this round follows. */
    Map<String, String> regulation() {
        return Map.of("choice.method", "vote", "vote.most", "2", "count.rule", "greedy-skip");
    }

    @BeforeEach
    void aRoundWithProjects() {
        version(regulations.inForce(BudgetRound.TRAJECTORY, today()), regulation());
        round = adopted();
        number = view(round).number();
        project(poort, 1, "Buurtmoestuin", 9_500_000);
        project(poort, 2, "Speelplein", 9_900_000);
        project(poort, 3, "Deelbakfiets", 9_700_000);
        project(dorpen, 4, "Bank aan het kanaal", 5_000_000);
    }

    UUID project(AreaId area, int projectNumber, String title, long cents) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into wijkbudget_project (id, round, title, made_at, made_by, area_id, number, summary, state, cost_cents,
                            released)
                        values (?, ?, ?, now(), 'bureau', ?, ?, ?, 'FEASIBLE', ?, true)
                        """)
                .params(id, round.value(), title, area.value(), projectNumber, "Wat het is: " + title, cents)
                .update();
        return id;
    }

    void toChoice() {
        for (var phase : List.of(
                Phase.CALL, Phase.ADMISSIBILITY, Phase.DIALOGUE, Phase.FEASIBILITY, Phase.ADVICE, Phase.CHOICE)) {
            goTo(days(round, phase).begins());
        }
        assertThat(rounds.get(round).phase()).isEqualTo(Phase.CHOICE);
    }

    void pastChoice() {
        goTo(days(round, Phase.CHOICE).ends().plusDays(1));
    }

    /** Asks a link and gives the address that it opens. */
    String link(String mailAddress, AreaId area) throws Exception {
        mvc.perform(post("/stemmen/" + number)
                .param("mail", mailAddress)
                .param("area", area.toString())
                .param("declared", "true"));
        voters.mailWhoAsked();
        return lastLink(mailAddress);
    }

    String lastLink(String mailAddress) throws Exception {
        outbox.sendDue();
        var last = "";
        for (var received : mail.receivedBy(mailAddress)) {
            var found = LINK.matcher(GreenMailUtil.getBody(received).replace("=\r\n", ""));
            last = found.find() ? found.group() : last;
        }
        return last;
    }

    ResultActions choose(String link, Integer... choices) throws Exception {
        var request = post(link);
        for (var choice : choices) {
            request.param("choice", choice.toString());
        }
        return mvc.perform(request);
    }

    /** Chooses, and gives the code in the form of the page where that is checked. */
    String checked(String link, Integer... choices) throws Exception {
        choose(link, choices).andExpect(redirectedUrl(link + "/nakijken"));
        return code(page(link + "/nakijken"));
    }

    /** Hidden, of the page that asks to confirm. */
    String code(String page) {
        var found = CODE.matcher(page);
        var seal = SEAL.matcher(page);
        assertThat(found.find() && seal.find()).as(page).isTrue();
        seals.put(found.group(1), seal.group(1));
        return found.group(1);
    }

    ResultActions confirm(String link, String code, Integer... choices) throws Exception {
        var request = post(link + "/bevestigen").param("code", code).param("seal", seals.getOrDefault(code, "none"));
        for (var choice : choices) {
            request.param("choice", choice.toString());
        }
        return mvc.perform(request);
    }

    /** The check code on the page that a confirmed ballot leads to. */
    ReceiptCode receipt(String link, String code, Integer... choices) throws Exception {
        var in = confirm(link, code, choices).andReturn().getResponse().getRedirectedUrl();
        assertThat(in).startsWith(link + "/gestemd/");
        var found = RECEIPT.matcher(page(String.valueOf(in)));
        assertThat(found.find()).isTrue();
        return ReceiptCode.read(found.group(1)).orElseThrow();
    }

    /** From the first mail to the receipt. */
    String vote(String mailAddress, AreaId area, Integer... choices) throws Exception {
        var link = link(mailAddress, area);
        return receipt(link, checked(link, choices), choices).text();
    }

    String page(String url) throws Exception {
        return mvc.perform(get(url)).andReturn().getResponse().getContentAsString();
    }
}
