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
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Outbox;
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
    void findsByCaseAndNameAndDayAndByAddressForWhoMaySeeThose() throws Exception {
        askToSign();
        var number = cases.get(caseId).number();

        assertThat(found("administrator", "number=" + number))
                .isEqualTo(outbox.of(caseId).size());
        assertThat(found("administrator", "number=2026-REC-9999")).isZero();
        assertThat(found("administrator", "to=an peeters")).isPositive();
        assertThat(found("administrator", "to=%")).isZero();
        assertThat(found("administrator", "to=" + AN)).isZero();
        assertThat(found("auditor", "to=" + AN)).isPositive();
        assertThat(found("administrator", "from=2026-09-14&until=2026-09-14")).isPositive();
        assertThat(found("administrator", "from=2026-09-15")).isZero();
        assertThat(found("administrator", "until=2026-09-13")).isZero();
        mvc.perform(get("/beheer/berichten?number=2026-REC-9999").with(SignedInAs.role("administrator")))
                .andExpect(content().string(containsString("2026-REC-9999")));
    }

    private long found(String role, String query) throws Exception {
        var page = mvc.perform(get("/beheer/berichten?" + query).with(SignedInAs.role(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("href=\"/beheer/berichten/[0-9a-f-]{36}\"")
                .matcher(page)
                .results()
                .count();
    }

    @Test
    void saysOfEachChosenMailWhatCameOfIt() throws Exception {
        askToSign();
        var ids = outbox.page(State.WAITING, null, 10).stream()
                .map(Outbox.Row::id)
                .toList();
        outbox.withdraw(ids.get(0), OFFICE);

        var sent = mvc.perform(post("/beheer/berichten/gekozen/opnieuw")
                        .param("mail", ids.get(0).toString(), ids.get(1).toString())
                        .with(SignedInAs.role("administrator"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn();

        assertThat(sent.getFlashMap().get("results"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .satisfiesExactly(refused -> assertThat(refused).contains("ingetrokken"), again -> assertThat(again)
                        .endsWith("Wordt opnieuw gestuurd."));
        mvc.perform(get("/beheer/berichten?state=WAITING")
                        .cookie(sent.getResponse().getCookies())
                        .with(SignedInAs.role("administrator")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"results\"")));
        mvc.perform(post("/beheer/berichten/gekozen/intrekken")
                .param("mail", ids.get(1).toString())
                .with(SignedInAs.role("administrator"))
                .with(csrf()));
        assertThat(outbox.sheet(ids.get(1)).row().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void tellsInWordsWhatKeepsAllMailsAndWhatToDo() throws Exception {
        askToSign();
        jdbc.sql("update correspondence_message set problem = 'starttls'").update();
        var id = outbox.page(State.WAITING, null, 10).get(0).id();

        for (var page : List.of("/beheer/berichten", "/beheer/berichten/" + id)) {
            mvc.perform(get(page).with(SignedInAs.role("administrator")).locale(Locale.forLanguageTag("nl")))
                    .andExpect(content().string(containsString("STARTTLS")))
                    .andExpect(content().string(containsString("sturen wij geen wachtwoord")));
        }
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
