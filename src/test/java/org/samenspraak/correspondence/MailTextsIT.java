package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.correspondence.LetterTexts.Typed;
import org.samenspraak.correspondence.MailTrials.Trial;
import org.samenspraak.correspondence.OwnTexts.NewText;
import org.samenspraak.correspondence.TextHead.Kind;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.MailParts;
import org.springframework.beans.factory.annotation.Autowired;

/** What mails say is a text that the city changes; link, contact and footer are not. */
class MailTextsIT extends CouncilCaseIT {

    private static final Actor BOSS = Actor.resident("Beheerder");

    @Autowired
    private LetterTexts texts;

    @Autowired
    private OwnTexts own;

    @Autowired
    private LetterPreviews previews;

    @Autowired
    private Letters letters;

    @Test
    void thePublishedWordsGoOutWithTheLinkThatNobodyCanBreak() throws Exception {
        publish("prompt", "Even uw hulp, tegen {{day}}", "Dag {{council}}, help ons.\n\n{{> question}}");

        askForView();
        outbox.sendDue();

        var sent = mail.receivedBy(AN).stream()
                .filter(it -> subject(it).startsWith("Even uw hulp, tegen "))
                .findFirst()
                .orElseThrow();
        assertThat(MailParts.text(sent))
                .contains("Beste An Peeters", "Dag Wijkraad Runkst, help ons.", "Wat vragen wij? ", "/v/")
                .contains(
                        "Hulp nodig? Bel of mail ons:",
                        "Dossier " + cases.get(caseId).number());
        assertThat(tokenOf(AN)).hasSize(64);
    }

    /** No personal data in subjects: who answered, why somebody gets it and what was typed stay out of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "receipt | Van {{by}}: {{task}} | subject by",
                "prompt | {{#you}}{{you}}{{/you}} | subject you",
                "letter | {{council}}: {{title}} | subject council",
                "prompt | {{nothing}} | unknown 1",
                "membership-refused | {{answer.membership-change-check.reason}} | subject answer.membership-change-check.reason",
                "recognition-refused | Niet erkend: {{decision.reason}} | subject decision.reason"
            })
    void aSubjectHoldsNothingOfPeople(String name, String title, String problem) {
        assertThat(problems(name, title, "x")).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zie [hier](https://elders.example) | mail-link 1",
                "{{decision.reason}} | unknown 1",
                "{{> engagement}} | part 1",
                "Beste raad | required > question"
            })
    void saysWhatAMailCanNotSay(String body, String problem) {
        assertThat(problems("prompt", "Titel", body)).contains(problem);
    }

    @Test
    void showsEachMailWithSamples() {
        var mails = texts.all("nl").stream()
                .filter(text -> text.kind().equals(Kind.MAIL.name()))
                .map(TextOverview::name)
                .toList();

        assertThat(mails).hasSizeGreaterThan(18);
        for (var name : mails) {
            var trial = trial(name, "");
            assertThat(List.of(trial.subject(), trial.words(), trial.text()))
                    .allSatisfy(
                            text -> assertThat(text).as(name).isNotBlank().doesNotContain("{{", "}}", "null", "??"));
            var opens = texts.inForce(name, "nl").head().link() != null;
            assertThat(trial.text().contains("/v/voorbeeld")).as(name).isEqualTo(opens);
            assertThat(trial.words().contains("/v/voorbeeld\"")).as(name).isEqualTo(opens);
        }
    }

    @Test
    void showsAMailOnARealCase() {
        askForView();
        var number = cases.get(caseId).number();

        assertThat(trial("prompt", number).subject()).startsWith("Tegen ").doesNotContain("Geef uw mening");
        assertThat(trial("prompt", number).text()).contains("Wijkraad Runkst", "Dossier " + number);
        assertThat(trial("progress", number).subject()).contains(number);
        assertThatThrownBy(() -> previews.page("prompt", "nl", "2026-XXX-0001")).isInstanceOf(Refusal.class);
    }

    @Test
    void aLetterOfTheCityIsSentByItsName() {
        askForView();
        own.add(new NewText("thanks-for-visit", "recognition", "LETTER", null), BOSS);
        assertThatThrownBy(() -> letters.send(caseId, "thanks-for-visit", "council", Map.of(), OFFICE))
                .isInstanceOf(IllegalArgumentException.class);

        publish("thanks-for-visit", "Bedankt, {{municipality}}", "Dag {{council}}");

        letters.send(caseId, "thanks-for-visit", "council", Map.of(), OFFICE);
        assertThat(outbox.of(caseId)).extracting(Outbox.Row::subject).anyMatch(it -> it.startsWith("Bedankt, Stad"));
    }

    @ParameterizedTest
    @CsvSource({
        "recognition-granted, recognition, LETTER, , name",
        "prompt, recognition, MAIL, , name",
        "Mijn brief, recognition, LETTER, , name",
        "../x, recognition, LETTER, , name",
        "new-one, nowhere, LETTER, , folder",
        "new-one, mails, MAIL, , folder",
        "new-one, recognition, PART, , kind",
        "new-one, recognition, DECISION, , decision",
        "new-one, council, DECISION, recognition-decision, decision"
    })
    void beginsNoTextThatCanNotBe(String name, String folder, String kind, String decision, String field) {
        assertThatThrownBy(() -> own.add(new NewText(name, folder, kind, decision), BOSS))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.field()).isEqualTo(field));
    }

    @Test
    void aTextOfTheCityGoesWhenNothingIsLeftOfIt() {
        own.add(new NewText("by-mistake", "recognition", "DECISION", "recognition-decision"), BOSS);
        assertThatThrownBy(() -> own.add(new NewText("by-mistake", "council", "MAIL", null), BOSS))
                .isInstanceOf(Refusal.class);
        assertThat(texts.of("by-mistake", "nl").own()).isTrue();
        assertThat(problems("by-mistake", "Besluit", "x")).contains("required decision.reason");
        var draft = texts.save("by-mistake", "nl", new Typed("", "", 0, 0), BOSS);

        assertThat(texts.discard("by-mistake", "nl", draft.draft())).isTrue();

        assertThat(texts.all("nl")).extracting(TextOverview::name).doesNotContain("by-mistake");
    }

    private Trial trial(String name, String number) {
        return (Trial) Objects.requireNonNull(previews.page(name, "nl", number).get("mail"));
    }

    private List<String> problems(String name, String title, String body) {
        return texts.problems(name, "nl", new Typed(title, body, 0, 0)).stream()
                .map(it -> it.messageKey().replace("correspondence.text.", "") + " "
                        + (it.args().isEmpty() ? "" : it.args().get(0)))
                .toList();
    }

    private void publish(String name, String title, String body) {
        var before = texts.edited(name, "nl");
        var draft = texts.save(name, "nl", new Typed(title, body, before.draft(), before.published()), BOSS);
        texts.publish(name, "nl", draft, "Beter", BOSS);
    }

    private static String subject(MimeMessage sent) {
        try {
            return Objects.requireNonNullElse(sent.getSubject(), "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
