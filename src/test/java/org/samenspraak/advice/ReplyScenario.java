package org.samenspraak.advice;

import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.BrowserIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.LinkedMultiValueMap;

/** A request of mobility that two councils answered. */
abstract class ReplyScenario extends BrowserIT {

    static final RequestPostProcessor MOBILITY = role("department-mobility");
    static final RequestPostProcessor OFFICE = role("participation-office");
    static final Actor BY = Actor.resident("Medewerker mobiliteit");

    @Autowired
    Areas areas;

    @Autowired
    Councils councils;

    @Autowired
    Cases cases;

    @Autowired
    Replies replies;

    @Autowired
    ReplyUnits units;

    AreaId area = AreaId.create();
    CaseId request = CaseId.create();
    UUID youth = UUID.randomUUID();
    UUID seniors = UUID.randomUUID();

    @BeforeEach
    void anAnsweredRequest() {
        area = areas.add("Hasselt", null, Actor.SYSTEM);
        request = open("advice-request", "Nieuw circulatieplan");
        jdbc.sql(
                        """
                        insert into advice_request (case_id, asker_group, on_behalf_of, domain, phase, position)
                        values (?, 'department-mobility', 'college', 'mobiliteit', 'design', 'advise')
                        """)
                .param(request.value())
                .update();
        youth = given("Jeugdraad", request);
        seniors = given("Seniorenraad", request);
    }

    CaseId open(String trajectory, String title) {
        return cases.open(new OpenCase(
                CaseId.create(), trajectory, "ADV", title, null, area, LocalDate.of(2026, 9, 1), false, BY));
    }

    /** What a council sent. */
    UUID given(String name, @Nullable CaseId to) {
        var id = UUID.randomUUID();
        give(id, councils.add(CouncilKind.ADVIESRAAD, name, area, Actor.SYSTEM), to);
        return id;
    }

    void give(UUID id, CouncilId council, @Nullable CaseId to) {
        jdbc.sql("insert into advice_given (case_id, request, council_id, answer) values (?, ?, ?, 'advice')")
                .params(id, to == null ? null : to.value(), council.value())
                .update();
    }

    UUID point(UUID advice, int number, String topic, String text) {
        var id = UUID.randomUUID();
        jdbc.sql("insert into advice_point (id, advice, number, topic, text, kind) values (?, ?, ?, ?, ?, 'condition')")
                .params(id, advice, number, topic, text)
                .update();
        return id;
    }

    ReplyUnit unit(UUID key) {
        return units.find(request, Set.of(key)).get(0);
    }

    List<ReplyUnit> all() {
        return units.page(request, ReplyFilter.ALL, 100).rows();
    }

    CaseView file() {
        return cases.get(request);
    }

    String url(String rest) {
        return "/zaken/" + file().number() + "/terugkoppeling" + rest;
    }

    String page(RequestPostProcessor me, String rest) throws Exception {
        return body(mvc.perform(get(URI.create(url(rest))).with(me)).andExpect(status().isOk()));
    }

    static String body(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString();
    }

    /** The page as somebody opened it: what its form holds. */
    Opened open(RequestPostProcessor me) throws Exception {
        return new Opened(me, page(me, ""));
    }

    /** Sends the form of a page back, with what was typed. */
    class Opened {

        private static final Pattern MARK = Pattern.compile("name=\"mark-([0-9a-f-]{36})\" value=\"([^\"]*)\"");

        private final RequestPostProcessor me;
        private final LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();

        Opened(RequestPostProcessor me, String html) {
            this.me = me;
            MARK.matcher(html).results().forEach(mark -> {
                var key = UUID.fromString(mark.group(1));
                var now = TypedReply.of(unit(key));
                form.add("unit", mark.group(1));
                form.add("mark-" + key, mark.group(2));
                type(key, now.outcome(), now.reason(), now.place(), now.passedTo(), now.passedUntil());
            });
        }

        Opened type(UUID key, String outcome, String reason) {
            return type(key, outcome, reason, "", "", "");
        }

        Opened type(UUID key, String outcome, String reason, String place, String to, String until) {
            form.set("outcome-" + key, outcome);
            form.set("reason-" + key, reason);
            form.set("place-" + key, place);
            form.set("to-" + key, to);
            form.set("until-" + key, until);
            return this;
        }

        Opened with(String name, Object value) {
            form.add(name, value.toString());
            return this;
        }

        ResultActions send() throws Exception {
            return mvc.perform(post(URI.create(url(""))).with(me).with(csrf()).params(form));
        }
    }
}
