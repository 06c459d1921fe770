package org.samenspraak.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.Role;
import org.samenspraak.process.Processes;
import org.springframework.beans.factory.annotation.Autowired;

/** The first start with demo data. */
class DemoYearIT extends DemoScenario {

    @Autowired
    private DemoYear year;

    @Autowired
    private Councils councils;

    @Autowired
    private People people;

    @Autowired
    private Delegations delegations;

    @Autowired
    private Processes processes;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Clock clock;

    @Autowired
    private CalendarChanges calendar;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Areas areas;

    @Autowired
    private Stories stories;

    @Autowired
    private Decided decided;

    @Autowired
    private Replying replying;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Initiatives initiatives;

    @Autowired
    private RoundStories rounds;

    @Autowired
    private BudgetStories budgets;

    @Test
    void showsWhereTheLinksOfCouncilsLead() {
        var open = outbox.page(Outbox.State.SENT, null, 100).stream()
                .flatMap(row -> outbox.demoLink(row.id()).stream())
                .toList();

        assertThat(open).isNotEmpty().allMatch(it -> it.matches("/v/(idee/)?[A-Za-z0-9_-]{64}"));
    }

    @Test
    void hasCouncilsInEveryStandingThatHasseltKnows() {
        assertThat(standings().keySet())
                .containsExactlyInAnyOrder(
                        Standing.CANDIDATE, Standing.RECOGNISED, Standing.EXPIRED, Standing.REFUSED, Standing.LAPSED);
        assertThat(standings().get(Standing.RECOGNISED)).isGreaterThanOrEqualTo(10);
        assertThat(all().stream().filter(CouncilView::compositionBroken).map(CouncilView::name))
                .containsExactly("Wijkraad Ter Hilst");
    }

    @Test
    void hasWorkAtEveryStageSomeOfItLate() {
        assertThat(elements("true"))
                .contains(
                        "Task_GiveAreaView",
                        "Task_CheckApplication",
                        "Task_Supplement",
                        "Task_DecideNotHandled",
                        "Task_Advise",
                        "Task_DecideCollege",
                        "Task_DecideCouncil",
                        "Task_SignSecretary",
                        "Task_SignDirector",
                        "Task_FollowUpSignatures",
                        "Task_ApplyForRenewal",
                        "Task_MendComposition",
                        "Task_GiveView");
        assertThat(elements("due < now()")).contains("Task_CheckApplication", "Task_DecideNotHandled");
        assertThat(processes.failedSteps(1)).isEmpty();
    }

    /** What the overview holds lead times against. */
    @Test
    void keepsTheEndOfTasksThatAreDone() {
        assertThat(jdbc.sql("select count(*) from casefile_step where type = 'userTask' and left_at <= due")
                        .query(Integer.class)
                        .single())
                .isGreaterThan(50);
    }

    @Test
    void remindsOnTheDaysOfTheRegulation() {
        var subjects = outbox.page(Outbox.State.SENT, null, 5000).stream()
                .filter(mail -> mail.to().endsWith("@wijkraad-katarina.example"))
                .map(Outbox.Row::subject)
                .distinct();

        assertThat(subjects).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void sharesADocumentWithACouncil() {
        assertThat(jdbc.sql("select c.title from casefile_document d join casefile_case c on c.id = d.case_id"
                                + " where d.audience = 'COUNCIL' and c.trajectory = 'recognition'")
                        .query(String.class)
                        .list())
                .containsExactly("Wijkraad Katarina");
    }

    @Test
    void closesTheTownHallOnADayToCome() {
        assertThat(calendar.toCome()).isNotEmpty();
    }

    @Test
    void knowsWhenTheOrgansMeetInTheComingMonths() {
        assertThat(Meetings.ORGANS)
                .allSatisfy(organ -> assertThat(meetings.toCome(organ)).hasSizeBetween(3, 16));
    }

    @Test
    void hasSomebodyAwayAndAnOwnerForEachCaseThatIsOpen() {
        assertThat(delegations.running())
                .extracting(given -> given.holderName() + " / " + given.deputyName())
                .containsExactly("Wijkmanager Ter Hilst / Wijkmanager dorpen");
        assertThat(jdbc.sql("select count(*) from casefile_case where status = 'OPEN' and owner is null"
                                + " and trajectory = 'recognition'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void hasSomebodyForEachRole() {
        var roles = people.groups().values().stream()
                .flatMap(List::stream)
                .flatMap(group -> Role.find(group.role()).stream())
                .collect(Collectors.toSet());

        assertThat(roles).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void writesToNobodyWhoExists() {
        var addresses = jdbc.sql("select recipient from correspondence_message")
                .query(String.class)
                .set();

        assertThat(addresses).isNotEmpty().allMatch(address -> address.endsWith(".example"));
    }

    @Test
    void leavesTheClockOnTheRealDay() {
        assertThat(Duration.between(clock.instant(), Clock.systemUTC().instant())
                        .abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void tellsItsStoriesInOrderWhateverTheDayOfTheFirstStart() {
        var named = people.all().stream().collect(Collectors.toMap(Person::username, Function.identity()));
        var placed = areas.all().stream().collect(Collectors.toMap(Area::name, Area::id));
        var cast = new Cast(named, placed, Map.of());
        for (int day = 0; day < 366; day++) {
            var first = Clock.fixed(Instant.parse("2026-11-28T23:50:00Z").plus(Duration.ofDays(day)), ZoneOffset.UTC);
            var agenda = agenda(first);
            try {
                agenda.begin();
                assertThatCode(() -> {
                            stories.plan(agenda, cast);
                            decided.plan(agenda, cast);
                            replying.plan(agenda, cast);
                            consultations.plan(agenda, cast);
                            initiatives.plan(agenda, cast);
                            rounds.plan(agenda, cast);
                            budgets.plan(agenda, cast);
                        })
                        .as("%s", first)
                        .doesNotThrowAnyException();
            } finally {
                agenda.reset();
            }
        }
    }

    @Test
    void addsNothingAtTheSecondStart() {
        var before = counts();

        year.start();

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void goesAroundNoFacade() {
        ArchRuleDefinition.noClasses()
                .that()
                .doNotHaveSimpleName("DemoStarts")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.samenspraak.demo"));
    }

    private Map<Standing, Long> standings() {
        return all().stream().collect(Collectors.groupingBy(CouncilView::standing, Collectors.counting()));
    }

    private List<CouncilView> all() {
        return councils.search(new CouncilSearch(null, null, Set.of(), Set.of()), null, 200);
    }

    private Set<String> elements(String where) {
        return jdbc.sql("select element from process_task where " + where)
                .query(String.class)
                .set();
    }

    private Map<String, Long> counts() {
        return Set.of("casefile_case", "process_task", "identity_person", "identity_area", "correspondence_message")
                .stream()
                .collect(Collectors.toMap(table -> table, table -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }
}
