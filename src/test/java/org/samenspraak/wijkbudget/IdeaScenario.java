package org.samenspraak.wijkbudget;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;

/** A round whose call is open. */
abstract class IdeaScenario extends BudgetScenario {

    static final String PROPOSER = "indiener@wijk.example";
    static final Actor RESIDENT = Actor.resident("buurvrouw");

    private static final Pattern LINK = Pattern.compile("/v/idee/[A-Za-z0-9_-]{64}");

    @Autowired
    Ideas ideas;

    @Autowired
    IdeaSupporters supporters;

    @Autowired
    IdeaLetters letters;

    @Autowired
    IdeaCare care;

    @Autowired
    CohortRows cohort;

    @Autowired
    RoundRules rules;

    CaseId round = CaseId.create();

    @BeforeEach
    void anOpenCall() {
        round = adopted();
        goTo(OPENS);
    }

    CaseId idea(String title) {
        return idea(title, Map.of(), RESIDENT, false);
    }

    CaseId idea(String title, Map<String, Object> changes, Actor by, boolean onPaper) {
        var answers = new HashMap<String, Object>(Map.of(
                "area",
                poort.toString(),
                "title",
                title,
                "idea",
                "Een " + title + " voor de hele buurt.",
                "place",
                "Kerkplein",
                "need",
                "Kinderen hebben geen plek.",
                "contactName",
                "buurvrouw",
                "contactMail",
                PROPOSER,
                "contactAddress",
                "Kerkplein 1",
                "oldEnough",
                "true",
                "coInitiators",
                behind("Kerkplein 2", "Kerkplein 3", "Dorpsstraat 1")));
        answers.putAll(changes);
        answers.values().removeIf(""::equals);
        var form = forms.shipped("wijkbudget-idea");
        var known = forms.prefill(form, null, by);
        var opened = intake.start(Idea.TRAJECTORY, form, judged(form, known, answers), today(), onPaper, by);
        run();
        return opened.id();
    }

    static List<Map<String, Object>> behind(String... addresses) {
        return Arrays.stream(addresses)
                .<Map<String, Object>>map(address -> Map.of(
                        "name", "buur van " + address,
                        "mail", address.replaceAll("[^A-Za-z0-9]+", "-") + "@wijk.example",
                        "address", address))
                .toList();
    }

    /** Confirmed by all and public. */
    CaseId received(String title) throws Exception {
        var idea = idea(title);
        for (var one : supporters.of(idea)) {
            confirm(String.valueOf(one.mail()));
        }
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        return idea;
    }

    /** The call is over and it waits to be checked. */
    CaseId toCheck(String title) throws Exception {
        var idea = received(title);
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        return idea;
    }

    void confirm(String address) throws Exception {
        mvc.perform(post(address(address) + "/bevestigen"));
        run();
    }

    /** The newest link to an idea that somebody got. */
    String address(String mailbox) throws Exception {
        outbox.sendDue();
        var last = "";
        for (var received : mail.receivedBy(mailbox)) {
            var found = LINK.matcher(GreenMailUtil.getBody(received).replace("=\r\n", ""));
            last = found.find() ? found.group() : last;
        }
        return last;
    }

    Map<String, Object> check(String verdict, Object... changes) {
        var answers = new HashMap<String, Object>(
                Map.of("inArea", "yes", "nonCommercial", "yes", "affordable", "yes", "own", "yes", "verdict", verdict));
        if (verdict.equals("refused")) {
            answers.put("nonCommercial", "no");
        }
        for (int i = 0; i < changes.length; i += 2) {
            answers.put(String.valueOf(changes[i]), changes[i + 1]);
        }
        return answers;
    }

    void edit(Idea idea, int version, Idea.Words words) {
        var edit = new IdeaCare.Edit(version, words, idea.cents(), new IdeaPhotos.Change(Set.of(), null, null));
        care.edit(idea, edit, RESIDENT);
    }

    Idea.State state(CaseId idea) {
        return ideas.get(idea).state();
    }
}
