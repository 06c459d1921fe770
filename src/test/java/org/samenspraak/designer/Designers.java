package org.samenspraak.designer;

import static org.samenspraak.identity.SignedInAs.person;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.CaseScenario;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Two designers at their workbench, on the shipped trajectory {@code signal}. */
abstract class Designers extends CaseScenario {

    static final PersonId FIRST = PersonId.create();
    static final PersonId SECOND = PersonId.create();
    static final String SIGNAL = "/ontwerp/trajecten/signal";
    static final String MODEL = SIGNAL + "/signal.bpmn";

    private static final String CHAIR = "voorzitter@runkst.example";

    @Autowired
    private Memberships memberships;

    AreaId area = AreaId.create();
    CouncilId council = CouncilId.create();

    @BeforeEach
    void aCouncil() {
        area = areas.add("Runkst", null, CLERK);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, CLERK);
        var chair = new NewMember(
                "Voorzitter Runkst", CHAIR, null, "Plein 1", Set.of(Function.CHAIR), true, true, false, Sex.NOT_STATED);
        memberships.replace(council, List.of(chair), today(), CLERK);
        jdbc.sql("insert into recognition_term (case_id, council_id, receives_money, open_to_new_members)"
                        + " values (?, ?, true, true)")
                .params(UUID.randomUUID(), council.value())
                .update();
    }

    /** A signal of the council that waits to be routed. */
    CaseId reported() {
        return reported("Losse tegels op het plein");
    }

    CaseId reported(String subject) {
        var form = forms.shipped("signal-report");
        var answers = Map.<String, Object>of("subject", subject, "what", "Iemand viel.");
        var judgement = judged(form, Map.of("portal", Map.of("council", council.toString())), answers);
        var by = Actor.council(council, "Voorzitter Runkst (Wijkraad Runkst)");
        var signal = intake.start("signal", form, judgement, today(), false, by);
        run();
        return signal.id();
    }

    Document page(String address) throws Exception {
        return document(send(FIRST, address, "GET").andExpect(status().isOk()));
    }

    static Document document(ResultActions answer) throws Exception {
        return Jsoup.parse(text(answer));
    }

    static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    static JsonNode json(ResultActions answer) throws Exception {
        return new ObjectMapper().readTree(text(answer));
    }

    String content(String file) throws Exception {
        return text(send(FIRST, file + "/inhoud", "GET").andExpect(status().isOk()));
    }

    /** Names and values in turn. */
    ResultActions post(PersonId who, String address, Object... pairs) throws Exception {
        return send(who, address, "POST", pairs);
    }

    ResultActions send(PersonId who, String address, String method, Object... pairs) throws Exception {
        var request = method.equals("GET") ? get(address) : MockMvcRequestBuilders.post(address);
        for (int at = 0; at < pairs.length; at += 2) {
            request.param(pairs[at].toString(), pairs[at + 1].toString());
        }
        return mvc.perform(request.with(person(who, "process-designer")).with(csrf()));
    }

    ResultActions readIn(String folder, byte[] zip) throws Exception {
        var file = new MockMultipartFile("zip", "x.zip", "application/zip", zip);
        return mvc.perform(multipart("/ontwerp/trajecten/" + folder + "/inlezen")
                .file(file)
                .with(person(FIRST, "process-designer"))
                .with(csrf()));
    }

    /** Draws something else at a place of the signal's model. */
    long change(String what, String by) throws Exception {
        var content = content(MODEL);
        var version = json(post(FIRST, MODEL + "/inhoud", "content", content.replace(what, by), "version", version()));
        return version.path("version").asLong();
    }

    long version() {
        return version("signal", "signal.bpmn");
    }

    long version(String folder, String file) {
        return jdbc.sql("select coalesce(max(version), 0) from designer_draft where folder = ? and file = ?")
                .params(folder, file)
                .query(Long.class)
                .single();
    }

    /** What the draft of the signal is as a whole. */
    long draft() {
        return jdbc.sql("select coalesce(max(version), 0) from designer_draft where folder = 'signal'")
                .query(Long.class)
                .single();
    }

    void publish() throws Exception {
        post(FIRST, SIGNAL + "/voorleggen", "draft", draft(), "note", "Duidelijker")
                .andExpect(status().is3xxRedirection());
        post(SECOND, SIGNAL + "/publiceren", "draft", draft()).andExpect(status().is3xxRedirection());
    }
}
