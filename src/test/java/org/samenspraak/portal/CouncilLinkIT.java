package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Handlers;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;

/** A link of a council opens its question, and nothing of the office. */
class CouncilLinkIT extends CouncilCaseIT {

    @Autowired
    private ApplicationContext context;

    @Test
    void noHandlerOfTheOfficeOpensForWhoHoldsALink() throws Exception {
        askToSign();
        var token = tokenOf(AN);
        var session = new MockHttpSession();
        var opened = mvc.perform(get("/v/" + token).session(session)).andExpect(status().isOk());
        var cookies = opened.andReturn().getResponse().getCookies();
        var number = cases.get(caseId).number();
        var before = record();

        for (var handler : Handlers.closed(context)) {
            for (var id : List.of(token, number, council, UUID.randomUUID())) {
                var asked = request(handler.method(), handler.url(id))
                        .session(session)
                        .param("token", token)
                        .header("Referer", "/v/" + token);
                mvc.perform((cookies.length == 0 ? asked : asked.cookie(cookies)).with(csrf()))
                        .andExpect(redirectedUrl("/aanmelden"));
            }
        }
        assertThat(record()).isEqualTo(before);
    }

    @Test
    void noHandlerOfTheOfficeOpensForWhoSignedInForACouncil() throws Exception {
        askToSign();
        var number = cases.get(caseId).number();
        var before = record();

        for (var handler : Handlers.closed(context)) {
            for (var id : List.of(number, council, UUID.randomUUID())) {
                mvc.perform(request(handler.method(), handler.url(id))
                                .with(SignedInAs.council(AN))
                                .with(csrf()))
                        .andExpect(status().isForbidden());
            }
        }
        mvc.perform(get("/raad").with(SignedInAs.council(AN))).andExpect(status().isOk());
        assertThat(record()).isEqualTo(before);
    }

    /** The last row of the table in docs/security.md. */
    @Test
    void everyPageForCouncilsOpensForTheirMembers() throws Exception {
        askToSign();
        var pages = Handlers.ofCouncils(context).stream()
                .filter(Handlers.Closed::isGet)
                .toList();

        assertThat(pages).hasSizeGreaterThan(10);
        for (var page : pages) {
            var status = mvc.perform(
                            request(page.method(), page.url(UUID.randomUUID())).with(SignedInAs.council(AN)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(page.toString()).isNotEqualTo(403).isLessThan(500);
        }
    }

    private List<String> record() {
        return jdbc.sql("select t::text from process_task t union all select c::text from casefile_case c order by 1")
                .query(String.class)
                .list();
    }
}
