package org.samenspraak.tasklist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.Processes;
import org.samenspraak.process.TrialModel;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Benchmark B6: the dossier of a case with 500 events, 200 documents and 40 tasks against that of one with 20 events, by turns.
 * {@code mvn -Pbench test}; the figures stand in docs/performance.md.
 */
class DossierBench extends PostgresIT {

    private static final int WARM_UP = 150;
    private static final int MEASURED = 250;
    private static final String PASSWORD = "een lang wachtwoord voor de proef";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private People people;

    @Autowired
    private Processes processes;

    @LocalServerPort
    private int port;

    @Test
    void longDossierAgainstShortOne() throws Exception {
        var fixture = new WorkFixture(context);
        var small = fixture.startTrial(areas.add("Runkst", null, Actor.SYSTEM));
        var large = fixture.openCase(small.title(), small.council(), Objects.requireNonNull(small.area()));
        processes.start(TrialModel.KEY, large.id(), Map.of(), Actor.SYSTEM);
        new LongDossier(context).fill(small, 20, 5, 3);
        new LongDossier(context).fill(large, 500, 200, 40);
        jdbc.sql("analyze").update();
        var session = signedIn();
        var ofShort = new ArrayList<Long>();
        var ofLong = new ArrayList<Long>();
        for (int at = 0; at < WARM_UP + MEASURED; at++) {
            if (at == WARM_UP) {
                ofShort.clear();
                ofLong.clear();
            }
            ofShort.add(time(session, small.number()));
            ofLong.add(time(session, large.number()));
        }
        System.out.printf(
                Locale.ROOT,
                "BENCH dossier: 20 events %.2f ms, 500 events %.2f ms, ratio %.2f%n",
                median(ofShort),
                median(ofLong),
                median(ofLong) / median(ofShort));
    }

    private long time(Connection session, String number) throws IOException {
        var start = System.nanoTime();
        var response = session.newRequest("http://localhost:" + port + "/zaken/" + number)
                .maxBodySize(0)
                .execute();
        response.body();
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }

    private Connection signedIn() throws IOException {
        var username = "p" + UUID.randomUUID();
        people.add(
                new NewPerson(
                        username,
                        "Medewerker",
                        username + "@hasselt.example",
                        "",
                        PASSWORD,
                        Set.of(GroupId.parse("participation-office"))),
                Actor.SYSTEM);
        var session = Jsoup.newSession().timeout(60_000);
        var page = session.newRequest("http://localhost:" + port + "/aanmelden").get();
        var form = (FormElement) page.expectFirst("form:has(#username)");
        form.expectFirst("#username").val(username);
        form.expectFirst("#password").val(PASSWORD);
        form.submit().execute();
        return session;
    }
}
