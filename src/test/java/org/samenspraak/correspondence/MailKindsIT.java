package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.AccountGiven;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.News;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.samenspraak.testing.MailParts;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every kind of mail that a council gets, as it leaves from cases that run: the frame is there, in Dutch in Flanders whatever was chosen, its
 * links lead to the city, and nothing of the text's own language shows. With {@code -Dsamenspraak.pictures=<folder>}: to look at.
 */
class MailKindsIT extends CouncilCaseIT {

    private static final String PIET = "piet@raad.example";
    private static final String NEW = "an.nieuw@raad.example";

    private static final Map<String, String> KINDS = kinds();

    @Autowired
    private MailChoices choices;

    @Autowired
    private TermChanges terms;

    @Autowired
    private Prompts prompts;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Letters letters;

    @Autowired
    private Notices notices;

    @Autowired
    private Receipts receipts;

    @Autowired
    private SignInLinks signIn;

    @Autowired
    private People people;

    @Autowired
    private Municipality municipality;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationContext context;

    @Test
    void areFramedInDutchAndLeadToTheCity() throws Exception {
        askAndRemind();
        changePeople();
        answerAndTell();
        outbox.sendDue();

        var texts = new LinkedHashMap<String, String>();
        for (var kind : KINDS.entrySet()) {
            var found = mail.received().stream()
                    .filter(sent -> words(sent).contains(kind.getValue()))
                    .toList();
            assertThat(found).as(kind.getKey()).isNotEmpty();
            keep(kind.getKey(), found.get(0));
            texts.put(kind.getKey(), MailParts.text(found.get(0)).replace("\r", ""));
        }
        for (var sent : mail.received()) {
            isGood(sent);
        }
        readsWell(texts);
    }

    private void askAndRemind() throws Exception {
        askForView();
        choices.choose(council, new MailChoice(Set.of(), null, true, Interest.ALL, Set.of(), 0), OFFICE);
        outbox.sendDue();
        prompts.askAgain(tokenOf(AN));
        context.getBean(LinkRound.class).mail();
        var term = jdbc.sql("select term from correspondence_prompt limit 1")
                .query(String.class)
                .single();
        change(term, Kind.SUSPEND, null);
        change(term, Kind.RESUME, null);
        change(term, Kind.MOVE, today().plusDays(15));
        for (int day = 0; day < 16; day++) {
            goOn(Duration.ofDays(1));
        }
    }

    private void change(String term, Kind kind, @Nullable LocalDate day) {
        terms.change(caseId, term, null, new TermChange(kind, day, "De raad vergadert later."), OFFICE);
    }

    private void goOn(Duration time) {
        clock.advance(time);
        engine.set(clock.instant());
        context.getBean(ReminderSchedule.class).giveDue();
        context.getBean(ReminderRound.class).queueDue();
        outbox.sendDue();
    }

    private void changePeople() throws Exception {
        var area = Objects.requireNonNull(cases.get(caseId).area());
        context.getBean(ContactNews.class).tell();
        people.add(
                new NewPerson(
                        "manager",
                        "Wijkmanager",
                        "wijk@stad.example",
                        "011 23 45 67",
                        "een lang wachtwoord",
                        Set.of(GroupId.parse("area-manager@" + area))),
                OFFICE);
        context.getBean(ContactNews.class).tell();
        var second = another();
        goOn(Duration.ofDays(7)); // two questions are reminded of on one day
        prompts.wrongReader(((Opening.Open) prompts.open(tokenOf(ELS))).prompt());
        tasks.complete(reach(second).id(), Map.of("reached", "mail"), OFFICE);
        engine.runDue();
        outbox.sendDue();
        memberships.replace(
                council,
                List.of(person("An Peeters", NEW, Function.CHAIR), person("Piet Claes", PIET, Function.SECRETARY)),
                today(),
                OFFICE);
        outbox.sendDue();
    }

    /** Two more cases that ask the same people. */
    private CaseId another() {
        var last = CaseId.create();
        for (var id : List.of(CaseId.create(), last)) {
            cases.open(new OpenCase(
                    id,
                    "recognition-withdrawal",
                    "INT",
                    "Intrekking",
                    council,
                    cases.get(caseId).area(),
                    today(),
                    false,
                    OFFICE));
            processes.start("recognition-withdrawal", id, Map.of(), OFFICE);
            engine.runDue();
        }
        outbox.sendDue();
        return last;
    }

    private OpenTask reach(CaseId id) {
        return tasks.ofCase(id).stream()
                .filter(task -> task.element().equals("Task_ReachCouncil"))
                .findFirst()
                .orElseThrow();
    }

    private void answerAndTell() {
        var task = jdbc.sql("select task_id from correspondence_prompt where state = 'OPEN' order by opened_at limit 1")
                .query(String.class)
                .single();
        tasks.complete(task, Map.of(), OFFICE);
        prompts.received(task, "An Peeters, voorzitter");
        letters.send(caseId, "recognition-kept", "council", Map.of(), OFFICE);
        notices.send(caseId, "progress", Map.of(), OFFICE);
        receipts.application(cases.get(caseId), "Erkenning van een raad", NEW, "An Peeters", false);
        signIn.mail(NEW, "An Peeters", clock.instant().plus(Duration.ofMinutes(30)));
        context.getBean(WeeklyNews.class).tell();
        events.publishEvent(new AccountGiven(council, "BE68 … 7034"));
        transaction.executeWithoutResult(status -> events.publishEvent(new News(
                "advice:1",
                "advice-published",
                "Parkplan",
                today(),
                null,
                cases.get(caseId).area(),
                Set.of(),
                "/publiek/adviezen/2026-ADV-0001")));
        outbox.sendDue();
        clock.advance(Duration.ofDays(8));
        context.getBean(WeeklyNews.class).tell();
    }

    private void isGood(MimeMessage sent) throws Exception {
        var subject = Mails.subject(sent);
        var text = MailParts.text(sent);
        var page = Jsoup.parse(MailParts.html(sent));
        assertThat(subject)
                .isNotBlank()
                .hasSizeLessThan(150)
                .doesNotContain("An Peeters", "Els Maes", "Piet Claes", "@", "{", "??", "null");
        assertThat(page.select("html").attr("lang")).as(subject).isEqualTo("nl");
        assertThat(page.select(".head").text()).as(subject).isEqualTo(municipality.name());
        assertThat(page.select("main")).as(subject).hasSize(1);
        assertThat(page.select("img, script, link, iframe, [src]")).as(subject).isEmpty();
        for (var shown : List.of(text, page.select("body").text())) {
            assertThat(shown)
                    .as(subject)
                    .contains("Beste ", municipality.name(), "Bel of mail ons:")
                    .doesNotContain(
                            "{{", "}}", "{0}", "??", "null", "[(", "${", "~{", "Dear ", "By when", "<", "Need help");
        }
        for (var link : page.select("a[href]").eachAttr("href")) {
            assertThat(link).as(subject).matches("(http://localhost:\\d+/(v|raad|publiek|aanvraag)\\b|mailto:|tel:).*");
            if (link.startsWith("http")) {
                assertThat(text).as(subject).contains(link);
            }
        }
    }

    /** What only an eye saw: each question of a mail stands apart, and reasons and names are in whole sentences. */
    private static void readsWell(Map<String, String> texts) {
        assertThat(texts.get("reminder-several")).containsPattern("(?s)(\n\nUw mening geven .*){2}");
        assertThat(texts.get("term-suspended")).containsPattern("dat\\?\\s+Opgeschort vanaf .+ vergadert later\\.\\s");
        assertThat(texts.get("receipt")).containsPattern("Het is verstuurd door An Peeters, voorzitter\\.\\s+U hoeft");
    }

    private static String words(MimeMessage sent) {
        try {
            return Mails.subject(sent) + "\n" + MailParts.text(sent).replaceAll("\\s+", " ");
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void keep(String kind, MimeMessage sent) throws Exception {
        var folder = System.getProperty("samenspraak.pictures");
        if (folder != null) {
            Files.writeString(Path.of(folder, "mail-" + kind + ".html"), MailParts.html(sent));
            var text = Mails.subject(sent) + "\n\n" + MailParts.text(sent);
            Files.writeString(Path.of(folder, "mail-" + kind + ".txt"), text);
        }
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        kinds.put("prompt", "Wij vragen iets aan Wijkraad Runkst.");
        kinds.put("prompt-again", "U vroeg een nieuwe link voor Wijkraad Runkst.");
        kinds.put("prompt-moved", "U bent nu contactpersoon, of wij kennen nu een ander mailadres van u.");
        kinds.put("prompt-resent", "Links uit eerdere mails over deze vraag werken niet meer.");
        kinds.put("term-suspended", "U hoeft nu niet te haasten: ");
        kinds.put("term-moved", "Nieuwe laatste dag, ");
        kinds.put("reminder-first", "Misschien lag de mail even opzij");
        kinds.put("reminder-last", "Dit is onze laatste herinnering.");
        kinds.put("reminder-several", "Herinnering: 2 vragen");
        kinds.put("receipt", "Ontvangen: Uw mening geven over de intrekking");
        kinds.put("letter", "Wijkraad Runkst: Wij willen uw erkenning intrekken");
        kinds.put("progress", "Nieuws over uw dossier");
        kinds.put("new-contact", "Nieuwe contactpersoon voor Wijkraad Runkst");
        kinds.put("address-changed", "Ander mailadres bij");
        kinds.put("account-given", "een ander rekeningnummer: BE68 … 7034");
        kinds.put("application", "Wij kregen uw aanvraag");
        kinds.put("sign-in", "Aanmelden voor uw raad");
        kinds.put("news", "Nieuws van deze week voor Wijkraad Runkst");
        return kinds;
    }
}
