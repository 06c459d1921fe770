package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChange.Kind;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.NewDelegation;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A month of an office, day by day: the mail server holds exactly the mails that it should. */
class ReminderMonthIT extends CouncilCaseIT {

    private static final String BO = "bo@raad.example";
    private static final String PIET = "piet@raad.example";
    private static final String INTENTION = "Wij willen uw erkenning intrekken";

    @Autowired
    private ReminderSchedule schedule;

    @Autowired
    private ReminderRound round;

    @Autowired
    private TermChanges terms;

    @Autowired
    private CalendarChanges calendar;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Prompts prompts;

    @Autowired
    private People people;

    @Autowired
    private Delegations delegations;

    @Autowired
    private ApplicationContext context;

    private final List<String> lines = new ArrayList<>();
    private final Map<String, MimeMessage> mails = new HashMap<>();
    private final Set<String> seen = new HashSet<>();

    @Test
    void holdsExactlyTheMailsOfTheMonth() throws Exception {
        engine.set(clock.instant());
        askToSign();
        var runkst = council;
        var area = Objects.requireNonNull(cases.get(caseId).area());
        var view = askForView(runkst, area);
        var kiewit = council("Wijkraad Kiewit", area, "Bo Claes", BO, "An Peeters", AN);
        askForView(kiewit, area);
        var withdrawn = askForView(council("Wijkraad Banneux", area, "Cis", "cis@raad.example", "Cis", null), area);
        var moved = askForView(council("Wijkraad Godsheide", area, "Door", "door@raad.example", "Door", null), area);
        var suspended = askForView(council("Wijkraad Stevoort", area, "Ed", "ed@raad.example", "Ed", null), area);
        calendar.add(LocalDate.of(2026, 9, 30), "Personeelsfeest", OFFICE);
        managerAway(area);

        for (var day = today(); day.isBefore(LocalDate.of(2026, 10, 16)); day = day.plusDays(1)) {
            switch (day.getMonthValue() * 100 + day.getDayOfMonth()) {
                case 916 ->
                    terms.change(moved, "withdrawal-view", null, term(Kind.MOVE, LocalDate.of(2026, 10, 2)), OFFICE);
                case 917 -> terms.change(suspended, "withdrawal-view", null, term(Kind.SUSPEND, null), OFFICE);
                case 918 -> processes.cancel(withdrawn, "Toch niet nodig", OFFICE);
                case 923 -> answer(view);
                case 925 ->
                    memberships.replace(
                            runkst,
                            List.of(
                                    person("An Peeters", AN, Function.CHAIR),
                                    person("Piet Claes", PIET, Function.SECRETARY)),
                            today(),
                            OFFICE);
                case 1001 -> terms.change(suspended, "withdrawal-view", null, term(Kind.RESUME, null), OFFICE);
                default -> {}
            }
            live(day);
        }

        assertThat(lines).containsExactlyInAnyOrderElementsOf(expected());
        both();
    }

    /** The mail about two cases says for each council what is asked, has two links that work, and hangs on no thread. */
    private void both() throws Exception {
        var bundle = Objects.requireNonNull(
                mails.get("09-21 an Herinnering: 2 vragen, de eerste tegen maandag 28 september 2026"));
        var text = GreenMailUtil.getBody(bundle);
        assertThat(text).contains("Wijkraad Runkst", "Wijkraad Kiewit", "Vervanger van de wijkmanager");
        assertThat(bundle.getHeader("References")).isNull();
        var single = Objects.requireNonNull(mails.get(
                "09-21 els Herinnering, tegen maandag 28 september 2026: Uw mening geven over de intrekking"));
        assertThat(single.getHeader("References")).isNotNull();
    }

    private static List<String> expected() {
        var view = ": Uw mening geven over de intrekking";
        var toView = " tegen maandag 28 september 2026" + view;
        var toSign = " tegen woensdag 14 oktober 2026: Verklaring tekenen als ";
        return List.of(
                "09-14 an Wijkraad Runkst: Engagementsverklaring",
                "09-14 els Wijkraad Runkst: Engagementsverklaring",
                "09-14 an Tegen woensdag 14 oktober 2026: Verklaring tekenen als voorzitter",
                "09-14 els Tegen woensdag 14 oktober 2026: Verklaring tekenen als secretaris",
                "09-14 an Wijkraad Runkst: " + INTENTION,
                "09-14 els Wijkraad Runkst: " + INTENTION,
                "09-14 bo Wijkraad Kiewit: " + INTENTION,
                "09-14 an Wijkraad Kiewit: " + INTENTION,
                "09-14 cis Wijkraad Banneux: " + INTENTION,
                "09-14 door Wijkraad Godsheide: " + INTENTION,
                "09-14 ed Wijkraad Stevoort: " + INTENTION,
                "09-14 an Tegen" + toView.substring(6),
                "09-14 els Tegen" + toView.substring(6),
                "09-14 bo Tegen" + toView.substring(6),
                "09-14 an Tegen" + toView.substring(6),
                "09-14 cis Tegen" + toView.substring(6),
                "09-14 door Tegen" + toView.substring(6),
                "09-14 ed Tegen" + toView.substring(6),
                "09-16 door Nieuwe laatste dag, vrijdag 2 oktober 2026: Uw mening geven over de intrekking",
                "09-17 ed U hoeft nu niet te haasten: Uw mening geven over de intrekking",
                "10-01 ed Nieuwe laatste dag, maandag 12 oktober 2026: Uw mening geven over de intrekking",
                // two councils ask An on one day
                "09-21 an Herinnering: 2 vragen, de eerste tegen maandag 28 september 2026",
                "09-21 els Herinnering," + toView,
                "09-21 bo Herinnering," + toView,
                // Runkst answers
                "09-23 an Ontvangen" + view,
                "09-23 els Ontvangen" + view,
                // Godsheide has until 2 October; Runkst has another secretary
                "09-25 door Herinnering, tegen vrijdag 2 oktober 2026" + view,
                "09-25 piet Tegen woensdag 14 oktober 2026: Verklaring tekenen als secretaris",
                // not on Saturday 26
                "09-28 bo Bijna te laat," + toView,
                "09-28 an Bijna te laat," + toView,
                // not on Wednesday 30, the town hall is closed
                "10-01 an Herinnering," + toSign + "voorzitter",
                "10-01 piet Herinnering," + toSign + "secretaris",
                "10-01 door Bijna te laat, tegen vrijdag 2 oktober 2026" + view,
                // Stevoort was suspended for two weeks
                "10-05 ed Herinnering, tegen maandag 12 oktober 2026" + view,
                "10-12 ed Bijna te laat, tegen maandag 12 oktober 2026" + view,
                // not on Sunday 11
                "10-12 an Bijna te laat," + toSign + "voorzitter",
                "10-12 piet Bijna te laat," + toSign + "secretaris");
    }

    private static TermChange term(Kind kind, @Nullable LocalDate day) {
        return new TermChange(kind, day, "Afgesproken");
    }

    private void live(LocalDate day) throws Exception {
        for (var hour : List.of("06:05", "07:05", "16:00")) {
            var moment = Instant.parse(day + "T" + hour + ":00Z");
            if (moment.isBefore(clock.instant())) {
                continue;
            }
            clock.set(moment);
            engine.set(clock.instant());
            engine.runDue();
            schedule.giveDue();
            round.queueDue();
            outbox.sendDue();
            note(day);
        }
    }

    private void note(LocalDate day) throws MessagingException {
        for (var sent : mail.received()) {
            if (seen.add(sent.getMessageID())) {
                var to = ((InternetAddress) sent.getRecipients(RecipientType.TO)[0]).getAddress();
                var line = day.toString().substring(5) + " " + to.replaceFirst("@.*", "") + " " + sent.getSubject();
                lines.add(line);
                mails.put(line, sent);
            }
        }
    }

    private void answer(CaseId of) {
        var task = tasks.ofCase(of).get(0);
        tasks.complete(task.id(), Map.of(), OFFICE);
        prompts.received(task.id(), "An Peeters, voorzitter");
    }

    private CaseId askForView(CouncilId of, AreaId area) {
        var id = CaseId.create();
        cases.open(new OpenCase(id, "recognition-withdrawal", "REC", "Intrekking", of, area, today(), false, OFFICE));
        processes.start("recognition-withdrawal", id, Map.of(), OFFICE);
        engine.runDue();
        return id;
    }

    private CouncilId council(
            String name,
            AreaId area,
            String chair,
            String chairMail,
            String secretary,
            @Nullable String secretaryMail) {
        var id = councils.add(CouncilKind.WIJKRAAD, name, area, OFFICE);
        memberships.replace(
                id,
                List.of(person(chair, chairMail, Function.CHAIR), person(secretary, secretaryMail, Function.SECRETARY)),
                today(),
                OFFICE);
        return id;
    }

    /** Until the end of September. */
    private void managerAway(AreaId area) {
        var manager = official("Wijkmanager", "area-manager@" + area);
        var deputy = official("Vervanger van de wijkmanager", "participation-office");
        delegations.add(
                SignedInAs.load(context, manager),
                manager,
                new NewDelegation(null, deputy, today(), LocalDate.of(2026, 9, 30), "", Set.of(), Set.of()));
    }

    private PersonId official(String name, String group) {
        return people.add(
                new NewPerson(
                        name.replace(' ', '-'),
                        name,
                        "p@hasselt.example",
                        "",
                        "een lang wachtwoord voor de proef",
                        Set.of(GroupId.parse(group))),
                OFFICE);
    }
}
