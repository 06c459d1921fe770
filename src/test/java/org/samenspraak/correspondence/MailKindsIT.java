package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.LetterTexts.Text;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.TextHead.Kind;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.News;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.MailLook;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Each kind of mail as it arrives, in text and in HTML. */
class MailKindsIT extends CouncilCaseIT {

    private static final String NEW = "an.nieuw@raad.example";

    @Autowired
    private LetterTexts texts;

    @Autowired
    private MailSheets sheets;

    @Autowired
    private FieldGuide guide;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Prompts prompts;

    @Autowired
    private TermChanges terms;

    @Autowired
    private ReminderSchedule schedule;

    @Autowired
    private ReminderRound round;

    @Autowired
    private MailChoices choices;

    @Autowired
    private People people;

    @Autowired
    private ApplicationContext context;

    /** In Flanders a council that chose English is written to in Dutch all the same. */
    @Test
    void readWellThroughALongCase() throws Exception {
        askForView();
        var view = tokenOf(ELS);
        choices.choose(council, new MailChoice(Set.of(), null, true, Interest.ALL, Set.of(), 0), OFFICE);
        context.getBean(ContactNews.class).tell();
        context.getBean(WeeklyNews.class).tell();
        processes.start("engagement-statement", caseId, Map.of(), OFFICE);
        engine.runDue();
        prompts.askAgain(tokenOf(AN));
        context.getBean(LinkRound.class).mail();
        context.getBean(SignInLinks.class)
                .mail(AN, "An Peeters", clock.instant().plusSeconds(1200));
        people.add(
                new NewPerson(
                        "nieuw",
                        "Wijkmanager Runkst",
                        "manager@stad.example",
                        "011 23 45 67",
                        "samen-in-de-wijk",
                        Set.of(new GroupId(
                                "area-manager", String.valueOf(cases.get(caseId).area())))),
                OFFICE);
        context.getBean(ContactNews.class).tell();
        context.publishEvent(new News(
                "advice:1", "advice-published", "Plein & park", null, null, null, Set.of(), "/publiek/adviezen/1"));
        change(TermChange.Kind.MOVE, LocalDate.of(2026, 10, 14));
        change(TermChange.Kind.SUSPEND, null);
        change(TermChange.Kind.RESUME, null);
        until("2026-10-12");
        memberships.replace(
                council,
                List.of(person("An Peeters", NEW, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
        var link = "/v/" + tokenOf(ELS);
        mvc.perform(multipart("/v/" + view).param("view", "Wij blijven graag.").param("_name", "Els Maes"));
        mvc.perform(post(link + "/intrekken").param("reason", "Wij stoppen ermee."));
        outbox.sendDue();

        var subjects = mail.received().stream().map(Mails::subject).toList();
        assertThat(subjects).as("each kind").satisfies(all -> Stream.of(
                        "Wijkraad Runkst: ",
                        "Tegen ",
                        "Uw link: ",
                        "Aanmelden voor uw raad",
                        "Nieuwe contactpersoon",
                        "Nieuws van deze week",
                        "Nieuwe laatste dag",
                        "U hoeft nu niet te haasten",
                        "Herinnering: 2 vragen",
                        "Bijna te laat",
                        "Ander mailadres",
                        "Ontvangen: ")
                .forEach(start -> assertThat(all).anyMatch(it -> it.startsWith(start))));
        var number = 0;
        for (var sent : mail.received()) {
            MailLook.good(sent, "nl", String.format("case %02d %s", number++, sent.getSubject()));
        }
    }

    @Test
    void readWellInBothLanguagesWhateverTheyAreAbout() throws Exception {
        for (var language : List.of("nl", "en")) {
            var mails = texts.all(language).stream()
                    .filter(text -> text.kind().equals(Kind.MAIL.name())
                            && text.language().equals(language))
                    .map(text -> texts.inForce(text.name(), language))
                    .toList();
            assertThat(mails).hasSizeGreaterThan(20);
            for (var text : mails) {
                var before = mail.received().size();
                queue(text);
                outbox.sendDue();
                assertThat(mail.received()).hasSize(before + 1);
                MailLook.good(
                        mail.received().get(before), language, text.shipped().name());
            }
        }
    }

    private void queue(Text text) {
        LetterSheets.in(text, () -> {
            var samples = guide.samples(text.shipped());
            var around = new Around(
                    guide.sample("name"),
                    guide.sample("number"),
                    List.of(contacts.forArea(null, MailSheets.language(text))));
            var mail = sheets.write(text, samples, around);
            return outbox.queue(
                    new Mail(null, null, AN, "An Peeters", mail.subject(), mail.text(), mail.html(), null, List.of()));
        });
    }

    private void change(TermChange.Kind kind, @Nullable LocalDate day) {
        terms.change(caseId, "withdrawal-view", null, new TermChange(kind, day, "Afgesproken."), OFFICE);
        outbox.sendDue();
    }

    private void until(String day) {
        while (today().isBefore(LocalDate.parse(day))) {
            clock.advance(Duration.ofDays(1));
            schedule.giveDue();
            round.queueDue();
            context.getBean(WeeklyNews.class).tell();
            outbox.sendDue();
        }
    }
}
