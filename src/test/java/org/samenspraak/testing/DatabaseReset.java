package org.samenspraak.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Makes the database as it was after the start of the application: before each test, or once before a class with {@link
 * Lifecycle#PER_CLASS} whose tests share their data. What was there at the start (regulations, deployments) is put back.
 */
class DatabaseReset implements TestExecutionListener {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicBoolean REMEMBERED = new AtomicBoolean();

    @Override
    public void beforeTestClass(TestContext test) {
        if (sharesData(test)) {
            reset(test);
        }
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        if (!sharesData(test)) {
            reset(test);
        }
    }

    /** Of pages that a browser has left: what they write would stand in the way of what is put back, or come after it. */
    private static void awaitAnswers(ApplicationContext application) {
        if (application instanceof ServletWebServerApplicationContext office
                && office.getWebServer() instanceof TomcatWebServer server
                && server.getTomcat().getConnector().getProtocolHandler().getExecutor()
                        instanceof ThreadPoolExecutor workers) {
            await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> workers.getActiveCount() == 0);
        }
    }

    private static boolean sharesData(TestContext test) {
        var instance = test.getTestClass().getAnnotation(TestInstance.class);
        return instance != null && instance.value() == Lifecycle.PER_CLASS;
    }

    private static void reset(TestContext test) {
        var application = test.getApplicationContext();
        awaitAnswers(application);
        var jdbc = application.getBean(JdbcClient.class);
        if (REMEMBERED.compareAndSet(false, true)) {
            var script = new ResourceDatabasePopulator(new ClassPathResource("at-start.sql"));
            script.setSeparator(ScriptUtils.EOF_STATEMENT_SEPARATOR);
            script.execute(application.getBean(DataSource.class));
        }
        jdbc.sql("call at_start.restore()").update();
        // what visitors did in the hour before, which is every test's hour
        Objects.requireNonNull((Map<?, ?>) ReflectionTestUtils.getField(application.getBean("throttle"), "done"))
                .clear();
    }
}
