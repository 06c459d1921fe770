package org.samenspraak.demo;

import java.time.Clock;
import org.samenspraak.Samenspraak;
import org.samenspraak.correspondence.ReminderRound;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.deadlines.ReminderSchedule;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.EngineClock;
import org.samenspraak.testing.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An office with the demo year, made once for all tests, on a database of its own. */
@SpringBootTest(
        classes = Samenspraak.class,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "samenspraak.scheduled=false",
            "samenspraak.links.secret=a secret of this test that is long enough"
        })
@ActiveProfiles("demo")
abstract class DemoScenario {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    private EngineClock engine;

    @Autowired
    private ReminderSchedule reminders;

    @Autowired
    private ReminderRound reminderMails;

    @Autowired
    private PastMails mails;

    @Autowired
    private DaysOff off;

    @Autowired
    private Municipality municipality;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> TestDatabase.another("demo_year"));
    }

    /** Of an office that was first started at that moment. */
    Agenda agenda(Clock first) {
        return new Agenda(new DemoClock(first), engine, reminders, reminderMails, mails, off, municipality);
    }
}
