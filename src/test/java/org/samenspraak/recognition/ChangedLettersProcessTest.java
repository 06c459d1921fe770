package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.correspondence.LetterTexts.Typed;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;

/** A text that the city changed, in the letters of a case. */
class ChangedLettersProcessTest extends LetterScenario {

    @Autowired
    private LetterTexts texts;

    @Autowired
    private Letters sent;

    @Test
    void holdsForTheNextLetterAndLeavesTheOthersAsTheyWereSent() {
        var first = apply();
        var before = bytes(first, "application-received");

        publish("application-received", body -> "Dag {{council}}, nieuw is {{term.check}}.\n");
        cases.stop(first, CaseStatus.STOPPED, "Dubbel.", CLERK);
        run();
        var second = apply(Map.of("purpose", "Opnieuw begonnen."));

        assertThat(letter(second, "application-received")).contains("Dag Wijkraad Runkst, nieuw is 10 werkdagen.");
        assertThat(bytes(first, "application-received")).isEqualTo(before);
    }

    /** Whatever was published while they signed. */
    @Test
    void repeatsTheWordsThatWereSigned() {
        var caseId = granted(Map.of());
        publish("engagement", body -> "## Nieuwe woorden\n\nDe raad doet iets anders.\n");
        for (var signer : new String[] {"Chair", "Secretary", "Mayor", "Director"}) {
            sign(caseId, signer);
        }

        assertThat(letter(caseId, "engagement-signed"))
                .contains("De raad organiseert elk jaar minstens één open bijeenkomst.")
                .doesNotContain("Nieuwe woorden");
    }

    @Test
    void showsAnswersInTheWordsOfTheirForm() {
        publish(
                "recognition-refused",
                body -> body + "\n\nBesloten: {{answer.recognition-decision.decision}}, "
                        + "op {{answer.recognition-decision.decisionDate}}.\n");
        var caseId = complete(Map.of());
        advise(caseId);
        answer(caseId, "Task_DecideCollege", decision("refused"));

        assertThat(letter(caseId, "recognition-refused")).contains("Besloten: Geweigerd, op 14 september 2026.");
    }

    private void publish(String name, UnaryOperator<String> change) {
        var now = texts.edited(name, "nl");
        var changed = new Typed(now.title(), change.apply(now.body()), now.draft(), now.published());
        texts.publish(name, "nl", texts.save(name, "nl", changed, CLERK), "Proef", CLERK);
    }

    private byte[] bytes(CaseId caseId, String template) {
        var bytes = new ByteArrayOutputStream();
        documents.write(sent.latest(caseId, template).orElseThrow(), bytes);
        return bytes.toByteArray();
    }
}
