package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** What a council reads of its grant, in its mail and on the page behind its link. */
class GrantMailsProcessTest extends GrantScenario {

    @Autowired
    private GrantForCouncil forCouncil;

    @Test
    void mailsSayWhatIsAskedAndWhatWasDecidedAndWhy() {
        var grant = asked();
        assess(grant, "more", "question", "Waar komen de banken?");
        told("Waar komen de banken?");

        send(grant, "Task_Supplement", chair(), Map.of("answer", "Op het plein."));
        assess(grant, "granted");
        send(grant, open(grant).get(0), DIRECTOR, decision("granted"));
        told("Goed nieuws: Wijkraad Runkst krijgt subsidie voor 2027.", "Een goed plan.");
        assertThat(shown(grant).conditions()).isNotEmpty();

        wait(3);
        bank.pays();
        run();
        assertThat(shown(grant).conditions()).as("they said how it was then").isEmpty();
    }

    @Test
    void whoLeavesOutTheTalkReadsWhatComesNext() {
        var form = forms.shipped("talk-preparation");
        assertThat(forms.sent(form, new Answers(Map.of("talking", "none")), true)
                        .sent())
                .startsWith("Er komt dit jaar geen gesprek.");
        assertThat(forms.sent(form, new Answers(Map.of("talking", "yes")), true).sent())
                .startsWith("Uw wijkmanager plant nu het gesprek.");
    }

    private GrantSection.Shown shown(CaseId grant) {
        return (GrantSection.Shown) forCouncil.data(cases.get(grant));
    }

    private void told(String... words) {
        outbox.sendDue();
        assertThat(mail.receivedBy(AN))
                .anySatisfy(one -> assertThat(Mails.text(one)).contains(words));
    }
}
