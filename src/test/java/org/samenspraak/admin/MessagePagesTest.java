package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.council.Memberships;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.testing.CouncilCaseIT;

class MessagePagesTest extends CouncilCaseIT {

    @Test
    void listsWhatWaitsAndShowsThePlaceholderInsteadOfTheLink() throws Exception {
        askToSign();
        var id = outbox.page(State.WAITING, null, 10).stream()
                .filter(row -> row.subject().startsWith("Tegen "))
                .findFirst()
                .orElseThrow()
                .id();

        mvc.perform(get("/beheer/berichten").with(SignedInAs.role("administrator")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("@raad.example"))));
        mvc.perform(get("/beheer/berichten/" + id).with(SignedInAs.role("administrator")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("[[link]]")))
                .andExpect(content().string(not(containsString("href=\"/v/"))))
                .andExpect(content().string(not(containsString("/v/"))));
    }

    @Test
    void showsAddressesToThoseWhoMaySeeThemAndTellsThat() throws Exception {
        askToSign();
        var id = outbox.page(State.WAITING, null, 10).get(0).id();

        mvc.perform(get("/beheer/berichten/" + id).with(SignedInAs.role("administrator")))
                .andExpect(content().string(not(containsString("@raad.example"))));
        assertThat(trail()).isEmpty();
        mvc.perform(get("/beheer/berichten/" + id).with(SignedInAs.role("auditor")))
                .andExpect(content().string(containsString("@raad.example")));
        assertThat(trail())
                .containsExactly("contacts-seen auditor " + cases.get(caseId).number());
    }

    @Test
    void opensNoLinkOutsideADemo() throws Exception {
        askToSign();
        var id = outbox.page(State.WAITING, null, 10).get(0).id();

        mvc.perform(get("/beheer/berichten/" + id + "/link").with(SignedInAs.role("administrator")))
                .andExpect(status().isNotFound());
        mvc.perform(get("/beheer/berichten/" + id + "/link").with(SignedInAs.role("auditor")))
                .andExpect(status().isForbidden());
    }

    private List<String> trail() {
        return jdbc.sql("select what || ' ' || actor_name || ' ' || about from identity_audit"
                        + " where what like 'mail-%' or what = 'contacts-seen' order by id")
                .query(String.class)
                .list();
    }

    @Test
    void resendsAndWithdraws() throws Exception {
        askToSign();
        var id = outbox.page(State.WAITING, null, 10).get(0).id();

        mvc.perform(post("/beheer/berichten/" + id + "/intrekken")
                        .with(SignedInAs.role("administrator"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());

        var row = outbox.sheet(id).row();
        assertThat(row.state()).isEqualTo(State.WITHDRAWN);
        assertThat(trail())
                .containsExactly(
                        "mail-withdrawn administrator " + cases.get(caseId).number() + ": " + row.subject());
    }

    @Test
    void refusesAnAreaManager() throws Exception {
        mvc.perform(get("/beheer/berichten").with(SignedInAs.role("area-manager")))
                .andExpect(status().isForbidden());
    }

    @Test
    void showsCouncilsThatNobodyReaches() throws Exception {
        askToSign(person("Els Maes", ELS, Memberships.Function.SECRETARY));

        mvc.perform(get("/beheer/berichten").with(SignedInAs.role("administrator")))
                .andExpect(content().string(containsString("Bereik de raad")));
    }
}
