package org.samenspraak.testing;

import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.Samenspraak;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;
import org.springframework.test.web.servlet.MockMvc;

/**
 * The whole office on PostgreSQL. All subclasses share one application and one database: don't add annotations that make
 * another context ({@code @MockitoBean}, {@code @TestPropertySource}), each costs ten seconds.
 *
 * <p>Before each test the database is as it was after the start, and it is {@link TestClock#START}. The job executor is
 * off; tests run what is due themselves.
 */
@SpringBootTest(
        classes = Samenspraak.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "samenspraak.scheduled=false",
            "samenspraak.data=target/data",
            "samenspraak.sign-in.hash-strength=4",
            "samenspraak.look.strict-texts=true",
            // pages show at once what a test changed
            "samenspraak.publication.kept=0s",
            "samenspraak.publication.each-per-minute=1000000",
            "samenspraak.ledger.iban=BE71 0961 2345 6769",
            "samenspraak.ledger.bic=GKCCBEBB"
        })
@AutoConfigureMockMvc
@Import(PostgresIT.Replacements.class)
@TestExecutionListeners(listeners = DatabaseReset.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public abstract class PostgresIT {

    @Autowired
    protected TestClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected TestMail mail;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", TestDatabase::url);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", TestMail::port);
    }

    @BeforeEach
    void resetSurroundings() {
        clock.reset();
        mail.empty();
        // what the test before this one spoke
        LocaleContextHolder.resetLocaleContext();
    }

    @TestConfiguration
    static class Replacements {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }

        @Bean
        TestMail testMail() {
            return new TestMail();
        }
    }
}
