package org.samenspraak.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.samenspraak.testing.TestDatabase;

/** Two offices, each in a Java of its own, that started at the same moment on one empty database. */
@Tag("full")
@TestInstance(Lifecycle.PER_CLASS)
class TwoNodesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String CLAIM = "tr:contains(Godsheide) form[action$=/nemen]";

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

    private final String url = TestDatabase.another("two_nodes");
    private final OfficeData data = OfficeData.of(url);

    private ChildJvm left;
    private ChildJvm right;
    private String leftPages;
    private String rightPages;
    private String area;

    @BeforeAll
    void startBoth() throws IOException {
        left = ChildJvm.office(url, MAIL.getSmtp().getPort());
        right = ChildJvm.office(url, MAIL.getSmtp().getPort());
        leftPages = left.awaitRunning();
        rightPages = right.awaitRunning();
        area = data.area();
    }

    @AfterAll
    void stopBoth() throws IOException {
        left.close();
        right.close();
    }

    @Test
    void makeTheDatabaseOnce() {
        assertThat(data.texts("select version from flyway_schema_history where success"))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .hasSize(data.count("flyway_schema_history"));
        assertThat(data.texts("select name_ from act_re_deployment"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(data.texts("select version_::text from act_re_procdef")).containsOnly("1");
    }

    @Test
    void sendEachMailOnce() throws Exception {
        var resident = new Visitor(leftPages);
        for (int council = 0; council < 8; council++) {
            assertThat(resident.apply("Wijkraad " + council, area).location()).contains("/ontvangen");
        }

        // the steps of both go on meanwhile, and write more
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(
                            data.count(
                                    "act_ru_job where process_instance_id_ is not null and (duedate_ is null or duedate_ <= now())"))
                    .isZero();
            assertThat(data.texts("select distinct state from correspondence_message"))
                    .containsExactly("SENT");
        });

        var ids = new HashSet<String>();
        for (var mail : MAIL.getReceivedMessages()) {
            assertThat(ids.add(mail.getHeader("Message-ID")[0])).isTrue();
        }
        assertThat(ids).hasSize(data.count("correspondence_message")).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void letOneOfTwoPeopleTakeATaskAndTellTheOther() throws Exception {
        data.jdbc()
                .sql(
                        """
                insert into identity_person (id, username, name, email, phone, password_hash, created_at)
                select gen_random_uuid(), 'colleague', name, email, phone, password_hash, created_at from identity_person""")
                .update();
        data.jdbc()
                .sql(
                        """
                insert into identity_role (id, person, role, area, valid_from)
                select gen_random_uuid(), id, 'area-manager', cast(? as uuid), current_date - 1 from identity_person""")
                .param(area)
                .update();
        var first = new Visitor(leftPages);
        var second = new Visitor(rightPages);
        first.signIn(ChildJvm.ADMINISTRATOR, ChildJvm.PASSWORD);
        second.signIn("colleague", ChildJvm.PASSWORD);
        assertThat(new Visitor(leftPages).apply("Wijkraad Godsheide", area).location())
                .contains("/ontvangen");
        var claims = List.of(claim(first), claim(second));

        var both = Executors.newFixedThreadPool(2);
        try {
            Callable<Document> left = () -> first.send(claims.get(0));
            Callable<Document> right = () -> second.send(claims.get(1));
            var pages = both.invokeAll(List.of(left, right));
            var told = pages.get(0).get().text() + pages.get(1).get().text();

            assertThat(told).containsOnlyOnce("was u voor en heeft deze taak nu");
        } finally {
            both.shutdownNow();
        }
        assertThat(data.texts("select assignee from process_task where assignee is not null"))
                .hasSize(1);
    }

    /** What the job executors of both made of the application: a task on the list. */
    private static FormElement claim(Visitor person) throws IOException {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var page = person.open("/werk?view=all");
            assertThat(page.select(CLAIM)).as(page.text()).isNotEmpty();
        });
        return person.open("/werk?view=all").expectForm(CLAIM);
    }
}
