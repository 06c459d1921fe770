package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox.Sheet;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.MailParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Where the jurisdiction allows it, a council that reads English is written to in English, whatever the mail. */
@TestPropertySource(properties = "samenspraak.municipality.jurisdiction=NL")
class EnglishMailsIT extends CouncilCaseIT {

    @Autowired
    private MailChoices choices;

    @Autowired
    private TermChanges changes;

    @Autowired
    private Notices notices;

    @Autowired
    private Letters letters;

    @BeforeEach
    void ask() {
        askForView();
        choices.choose(council, new MailChoice(Set.of(), null, true, Interest.NONE, Set.of(), 0), OFFICE);
    }

    @Test
    void askInEnglish() throws Exception {
        processes.start("engagement-statement", caseId, Map.of(), OFFICE);
        engine.runDue();
        outbox.sendDue();

        var sent = mail.receivedBy(AN).stream()
                .filter(it -> subject(it).startsWith("By Wednesday 14 October 2026: Sign"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(mail.receivedBy(AN).stream()
                        .map(EnglishMailsIT::subject)
                        .toList()));
        assertThat(MailParts.text(sent))
                .contains(
                        "Dear An Peeters",
                        "We ask something of Wijkraad Runkst.",
                        "What do we ask?",
                        "Why your council?",
                        "By when? Wednesday 14 October 2026 (in 30 days)",
                        "You get this mail because you chair Wijkraad Runkst.",
                        "Need help?")
                .doesNotContainPattern("(?i)\\b(beste|vraag|tegen|waarom|raad|dagen|hulp|uw|het|omdat)\\b");
    }

    @Test
    void tellAnotherTermInEnglish() {
        var term = jdbc.sql("select term from correspondence_prompt limit 1")
                .query(String.class)
                .single();
        changes.change(caseId, term, null, new TermChange(Kind.MOVE, LocalDate.of(2026, 10, 20), "Later."), OFFICE);

        assertThat(last("New last day, Tuesday 20 October 2026: ").text())
                .contains("Dear An Peeters", "By when? Tuesday 20 October 2026", "Later.")
                .doesNotContain("Beste", "want:");
    }

    @Test
    void tellProgressInEnglish() {
        notices.send(caseId, "progress", Map.of(), OFFICE);

        var sheet = last("News about your case " + cases.get(caseId).number());
        assertThat(sheet.text()).contains("Dear An Peeters", "Need help?").doesNotContain("Beste");
        assertThat(sheet.html()).contains("lang=\"en\"");
    }

    @Test
    void putTheEnglishBehindTheDutchOfALetter() throws Exception {
        letters.send(caseId, "recognition-kept", "council", Map.of(), OFFICE);
        outbox.sendDue();

        var sent = mail.receivedBy(AN).stream()
                .filter(it -> subject(it).equals("Wijkraad Runkst: Uw inschrijving blijft"))
                .reduce((first, second) -> second)
                .orElseThrow();
        assertThat(MailParts.text(sent)).contains("With this mail comes a letter");
        try (var file = Loader.loadPDF(MailParts.pdfs(sent).get(0))) {
            assertThat(new PDFTextStripper().getText(file)).contains("Beste voorzitter", "Your registration stays");
        }
    }

    private Sheet last(String subject) {
        return outbox.of(caseId).stream()
                .filter(row -> row.to().equals(AN) && row.subject().startsWith(subject))
                .findFirst()
                .map(row -> outbox.sheet(row.id()))
                .orElseThrow(() -> new AssertionError(
                        outbox.of(caseId).stream().map(Outbox.Row::subject).toList()));
    }

    private static String subject(MimeMessage sent) {
        try {
            return Objects.requireNonNullElse(sent.getSubject(), "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
