package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseNotes;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Documents;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Handlers;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.HandOver;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An area manager sees all areas and acts in their own: held to every handler there is, with a case, a council and a task
 * that are really there, and to what the same request does for who works there.
 */
class OtherAreaIT extends PostgresIT {

    private static final String TERM = "/zaken/{number}/termijnen/{clock}";

    private static final String PASSWORD = "een lang wachtwoord voor de proef";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TransactionTemplate transaction;

    private final Map<String, Object> ids = new HashMap<>();
    private AreaId runkst = AreaId.create();
    private PersonId me = PersonId.create();

    @BeforeEach
    void fillTheOffice() {
        runkst = context.getBean(Areas.class).add("Runkst", null, Actor.SYSTEM);
        me = context.getBean(People.class)
                .add(
                        new NewPerson(
                                "wijk",
                                "Wijkmanager",
                                "wijk@hasselt.example",
                                "",
                                PASSWORD,
                                Set.of(GroupId.parse("finance"))),
                        Actor.SYSTEM);
        var work = new WorkFixture(context);
        var file = work.startTrial(runkst);
        var task = work.onlyTask(file);
        var group = new GroupId("area-manager", runkst.toString());
        context.getBean(Tasks.class).handOver(task, new HandOver(null, null, group, null), Actor.SYSTEM);
        ids.put("task", task);
        ids.put("number", file.number());
        ids.put("id", Objects.requireNonNull(file.council()));
        fill(file, work.openCase("Over hetzelfde", runkst));
    }

    private void fill(CaseView file, CaseView other) {
        var by = Actor.person(me, "Wijkmanager");
        ids.put(
                "document",
                context.getBean(Documents.class)
                        .add(
                                file.id(),
                                "plan.txt",
                                Documents.Kind.ATTACHMENT,
                                new ByteArrayInputStream("plan".getBytes(StandardCharsets.UTF_8)),
                                by));
        context.getBean(CaseNotes.class).add(file.id(), "Nog eens bellen", me, by);
        ids.put("clock", only("deadlines_clock"));
        ids.put("note", only("casefile_note"));
        context.getBean(CaseLinks.class)
                .link(file.id(), other.number(), CaseLinks.Kind.SAME_SUBJECT, "zelfde straat", by);
        ids.put("link", only("casefile_link"));
        ids.put("meeting", AreaId.create());
        ids.put(
                "membership",
                context.getBean(Memberships.class)
                        .add(
                                Objects.requireNonNull(file.council()),
                                new NewMember(
                                        "Voorzitter",
                                        null,
                                        null,
                                        null,
                                        EnumSet.of(Memberships.Function.CHAIR),
                                        true,
                                        true,
                                        false,
                                        Memberships.Sex.NOT_STATED),
                                LocalDate.of(2026, 1, 1),
                                by));
    }

    private long only(String table) {
        return jdbc.sql("select id from " + table).query(Long.class).single();
    }

    @Test
    void actsNowhereElse() throws Exception {
        var before = record();
        for (var handler : acts()) {
            var status = send(handler, AreaId.create());

            assertThat(record()).as(handler.address()).isEqualTo(before);
            if (isOfAPlace(handler) || handler.address().equals(TERM)) {
                assertThat(status).as(handler.address()).isEqualTo(403);
            }
        }
    }

    /** Else the refusals would prove nothing. */
    @Test
    void actsInTheirOwn() {
        var before = record();
        var done = new ArrayList<String>();
        for (var handler : acts()) {
            transaction.executeWithoutResult(here -> {
                var status = send(handler, runkst);
                if (isOfAPlace(handler)) {
                    assertThat(status).as(handler.address()).isNotIn(403, 404).isLessThan(500);
                }
                if (!record().equals(before)) {
                    done.add(handler.address());
                }
                here.setRollbackOnly();
            });
        }
        assertThat(done)
                .contains(
                        "/taken/{task}",
                        "/taken/{task}/nemen",
                        "/werk/{task}/nemen",
                        "/werk/nemen",
                        "/werk/plannen",
                        "/werk/doorgeven",
                        "/zaken/{number}/notities",
                        "/zaken/{number}/verbanden/{link}/weg",
                        "/raden/{id}/wijzigen/notitie",
                        "/raden/{id}/leden/{membership}/einde");
    }

    /** All that change something, and that an area manager may use. */
    private List<Handlers.Closed> acts() {
        var may = SignedIn.of(me, "", List.of(GroupId.parse("area-manager@" + runkst)));
        var acts = Handlers.closed(context).stream()
                .filter(handler -> !handler.isGet() && may.may(handler.permission()))
                .toList();
        assertThat(acts.stream().filter(OtherAreaIT::isOfAPlace)).hasSizeGreaterThan(12);
        return acts;
    }

    /**
     * Its address names what lies in an area; with a task it tells kindly whose it is. A term is for who does its task or
     * steers cases, replies to advice are for who asked: not for the area.
     */
    private static boolean isOfAPlace(Handlers.Closed handler) {
        return !handler.address().equals(TERM)
                && !handler.address().startsWith("/zaken/{number}/terugkoppeling")
                && Stream.of("/zaken/{number}", "/raden/{id}").anyMatch(handler.address()::startsWith);
    }

    private int send(Handlers.Closed handler, AreaId area) {
        var sent = request(handler.method(), handler.url(ids))
                .param("task", String.valueOf(ids.get("task")))
                .param("to", "group:finance")
                .param("day", "2026-10-01")
                .param("priority", "high")
                .param("until", "2026-10-01")
                .param("act", "MOVE")
                .param("text", "tekst")
                .param("note", "tekst")
                .param("why", "omdat")
                .param("reason", "omdat")
                .param("audience", "CONTACTS")
                .param("version", "0")
                .with(SignedInAs.person(me, "area-manager@" + area))
                .with(csrf());
        if (handler.address().endsWith("/soort")) {
            sent.param("kind", "DORPSRAAD");
        }
        try {
            return mvc.perform(sent).andReturn().getResponse().getStatus();
        } catch (Exception failed) {
            throw new AssertionError(handler.address(), failed);
        }
    }

    /** What the office knows of cases, tasks and councils. */
    private Map<String, String> record() {
        var record = new HashMap<String, String>();
        for (var table : tables()) {
            record.put(
                    table,
                    jdbc.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + table + " t")
                            .query(String.class)
                            .single());
        }
        return record;
    }

    private List<String> tables() {
        return jdbc.sql(
                        """
                        select table_name from information_schema.tables where table_schema = 'public'
                          and split_part(table_name, '_', 1) in
                            ('casefile', 'process', 'council', 'forms', 'correspondence', 'deadlines', 'recognition')
                        """)
                .query(String.class)
                .list();
    }
}
