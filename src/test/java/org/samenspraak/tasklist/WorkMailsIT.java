package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.testing.TestClock.START;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Details;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.HandOver;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Officials hear of their work by mail as they choose, and never twice. It is Monday noon. */
class WorkMailsIT extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private People people;

    @Autowired
    private Delegations delegations;

    @Autowired
    private Tasks tasks;

    @Autowired
    private WorkMailRound round;

    @Autowired
    private MailRows rows;

    @Autowired
    private Outbox outbox;

    private WorkFixture work;
    private CaseView file;
    private PersonId ann;
    private PersonId bert;

    @BeforeEach
    void addWork() {
        work = new WorkFixture(context);
        file = work.openCase("Vraag van Jan Janssens", areas.add("Runkst", null, Actor.SYSTEM));
        ann = add("ann", "participation-office");
        bert = add("bert", "legal");
    }

    @Test
    void tellsOnceADayOfOwnTasksThatAreLateOrNearWithoutBeingAsked() throws Exception {
        task("late", ann, START.minus(Duration.ofDays(2)));
        task("near", ann, START.plus(Duration.ofDays(3)));
        task("later", ann, START.plus(Duration.ofDays(9)));
        task("group", null, START.minus(Duration.ofDays(2)));

        round.daily();
        round.daily();

        assertThat(sent("ann")).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("2 taken vragen uw aandacht");
            assertThat(text(mail))
                    .containsSubsequence(
                            "Uw taken die te laat zijn",
                            "Taak late (" + file.number() + "), moest klaar zijn op zaterdag 12 september 2026",
                            "/taken/late",
                            "Uw taken die bijna moeten",
                            "Taak near",
                            "/mijn/mails")
                    .doesNotContain("Taak later", "Taak group", "Janssens");
        });
        clock.advance(Duration.ofDays(1));
        round.daily();
        assertThat(sent("ann")).hasSize(2);
        assertThat(sent("bert")).isEmpty();
    }

    @Test
    void tellsTheGroupsWorkAndWhatIsNewWhenAskedInTheLanguageAsked() throws Exception {
        choose("digest", "language=en");
        task("group", null, START.minus(Duration.ofDays(2)));
        task("new", null, null);
        jdbc.sql("update process_task set created = ? where id = 'new'")
                .param(START.minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
                .update();
        task("old", null, null);
        task("taken", bert, START.minus(Duration.ofDays(2)));

        round.daily();

        assertThat(sent("ann")).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("2 tasks ask for your attention");
            assertThat(text(mail))
                    .containsSubsequence("Late, and nobody has taken them", "Taak group", "New", "Taak new")
                    .doesNotContain("Taak old", "Taak taken");
        });
    }

    @Test
    void saysNothingWhenThereIsNothingOrNothingIsWanted() {
        round.daily();
        task("late", ann, START.minus(Duration.ofDays(2)));
        round.daily();
        assertThat(sent("ann")).isEmpty();

        clock.advance(Duration.ofDays(1));
        rows.choose(ann, new MailChoice(false, false, false, "nl"));
        round.daily();
        assertThat(sent("ann")).isEmpty();
        rows.choose(ann, MailChoice.USUAL);
        clock.set(Instant.parse("2026-09-16T03:59:00Z"));
        round.daily();
        clock.set(Instant.parse("2026-09-19T10:00:00Z"));
        round.daily();
        clock.set(Instant.parse("2026-11-11T10:00:00Z"));
        round.daily();
        assertThat(sent("ann"))
                .as("before six, on Saturday and on Armistice Day")
                .isEmpty();
        people.change(ann, new Details("ann", "ann@stad.example", "", false), 0, Actor.SYSTEM);
        clock.set(Instant.parse("2026-11-16T10:00:00Z"));
        round.daily();
        assertThat(sent("ann")).isEmpty();
    }

    @Test
    void tellsTheDeputyInsteadOfWhoIsAway() throws Exception {
        task("late", ann, START.minus(Duration.ofDays(2)));
        var today = LocalDate.of(2026, 9, 14);
        delegations.add(
                SignedInAs.load(context, ann),
                ann,
                new NewDelegation(null, bert, today, today, "", Set.of(), Set.of()));

        round.daily();

        assertThat(sent("ann")).isEmpty();
        assertThat(sent("bert")).singleElement().satisfies(mail -> assertThat(text(mail))
                .containsSubsequence("Taak late", "(voor ann)"));
        clock.advance(Duration.ofDays(1));
        round.daily();
        assertThat(sent("ann")).hasSize(1);
        assertThat(sent("bert")).hasSize(1);
    }

    @Test
    void tellsTogetherWhatAColleagueGaveOnlyWhoAskedForIt() throws Exception {
        var first = work.onlyTask(work.startTrial(areas.add("Kuringen", null, Actor.SYSTEM)));
        tasks.handOver(first, new HandOver(null, ann, null, null), Actor.person(bert, "bert"));
        round.given();
        assertThat(sent("ann")).isEmpty();

        choose("assigned", "language=nl");
        tasks.handOver(first, new HandOver(ann, bert, null, "nee"), Actor.person(bert, "bert"));
        tasks.handOver(first, new HandOver(bert, ann, null, "toch"), Actor.person(bert, "bert"));
        tasks.handOver(first, new HandOver(ann, bert, null, "nee"), Actor.person(bert, "bert"));
        tasks.handOver(first, new HandOver(bert, ann, null, "toch"), Actor.person(bert, "bert"));
        CompletableFuture.allOf(CompletableFuture.runAsync(round::given), CompletableFuture.runAsync(round::given))
                .join();

        assertThat(sent("ann")).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("U kreeg een taak van een collega");
            assertThat(text(mail)).containsSubsequence("Aan u gegeven", "Nakijken", "/taken/" + first);
        });
        tasks.handOver(first, new HandOver(ann, bert, null, "nee"), Actor.person(ann, "ann"));
        tasks.handOver(first, new HandOver(bert, ann, null, "voor mij"), Actor.person(ann, "ann"));
        round.given();
        assertThat(sent("ann")).hasSize(1);
    }

    @Test
    void tellsTheDeputyOfWhatWhoIsAwayWasGiven() throws Exception {
        var given = work.onlyTask(work.startTrial(areas.add("Kuringen", null, Actor.SYSTEM)));
        rows.choose(bert, new MailChoice(false, false, true, "nl"));
        rows.choose(ann, new MailChoice(false, false, true, "nl"));
        var today = LocalDate.of(2026, 9, 14);
        delegations.add(
                SignedInAs.load(context, ann),
                ann,
                new NewDelegation(null, bert, today, today, "", Set.of(), Set.of()));

        tasks.handOver(given, new HandOver(null, ann, null, null), Actor.person(PersonId.create(), "carl"));
        round.given();

        assertThat(sent("ann")).isEmpty();
        assertThat(sent("bert")).singleElement().satisfies(mail -> assertThat(text(mail))
                .containsSubsequence("Nakijken", "(voor ann)"));
    }

    @Test
    void saysWhatHoldsUntilSomebodyChooses() throws Exception {
        mvc.perform(get("/mijn/mails").with(SignedInAs.today(context, ann)))
                .andExpect(content().string(containsString("name=\"due\" checked=\"checked\"")));
    }

    private void choose(String ticked, String language) throws Exception {
        mvc.perform(post("/mijn/mails")
                        .param(ticked, "true")
                        .param("language", language.substring("language=".length()))
                        .with(csrf())
                        .with(SignedInAs.today(context, ann)))
                .andExpect(redirectedUrl("/mijn/mails"));
    }

    private List<MimeMessage> sent(String name) {
        outbox.sendDue();
        return mail.receivedBy(name + "@stad.example");
    }

    private static String text(MimeMessage mail) throws Exception {
        var part = mail.getContent();
        while (part instanceof MimeMultipart parts) {
            part = parts.getBodyPart(0).getContent();
        }
        return part.toString();
    }

    private void task(String id, @Nullable PersonId assignee, @Nullable Instant due) {
        work.task(id, file, "Taak " + id, "participation-office", due);
        jdbc.sql("update process_task set assignee = ? where id = ?")
                .params(assignee == null ? null : assignee.value(), id)
                .update();
    }

    private PersonId add(String name, String group) {
        return people.add(
                new NewPerson(
                        name,
                        name,
                        name + "@stad.example",
                        "",
                        "een lang wachtwoord voor de proef",
                        Set.of(GroupId.parse(group))),
                Actor.SYSTEM);
    }
}
