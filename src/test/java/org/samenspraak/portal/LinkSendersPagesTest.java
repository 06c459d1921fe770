package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Mandates;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Whom a council only lets read along gets a link that types along; sending is for who may send. */
class LinkSendersPagesTest extends CouncilCaseIT {

    private static final String MO = "mo@raad.example";
    private static final String BOX = "raad@raad.example";

    @Autowired
    private MailChoices choices;

    @Autowired
    private Mandates mandates;

    private UUID mo = UUID.randomUUID();

    @BeforeEach
    void twoWhoReadAlong() {
        askForView();
        mo = memberships.add(council, member("Mo Aziz", MO), today(), OFFICE);
        choices.choose(council, new MailChoice(Set.of(mo), BOX, false, Interest.NONE, Set.of(), 0), OFFICE);
    }

    @Test
    void readersTypeAlongAndSendNothing() throws Exception {
        for (var address : List.of(MO, BOX)) {
            var link = "/v/" + tokenOf(address);
            var page = page(link);
            assertThat(page.text())
                    .contains("Versturen doet de voorzitter", "An Peeters, voorzitter", "Els Maes, secretaris");
            assertThat(page.select("[name=_name]")).isEmpty();
            assertThat(page.select("#form .utrecht-button--primary-action")).isEmpty();

            send(link, "Van " + address).andExpect(status().isUnprocessableEntity());

            assertThat(page("/v/" + tokenOf(AN)).text()).contains("Van " + address);
        }
        assertThat(submissions()).isZero();
    }

    @Test
    void whomChairAndSecretaryLetSendSendsByTheLinkToo() throws Exception {
        var link = "/v/" + tokenOf(MO);
        mandates.choose(council, Set.of(mo), OFFICE);
        assertThat(page(link).select("#form .utrecht-button--primary-action")).hasSize(1);

        send(link, "Van Mo").andExpect(redirectedUrl(link + "?bedankt"));

        assertThat(submissions()).isOne();
        assertThat(page(link + "?bedankt").title()).startsWith("Bedankt");
        assertThat(page(link).title()).startsWith("Dit is al verstuurd");
    }

    /** Whoever comes after somebody, at the same address, has to be chosen anew. */
    @Test
    void whoComesAfterASenderIsNone() throws Exception {
        mandates.choose(council, Set.of(mo), OFFICE);
        var old = "/v/" + tokenOf(MO);
        memberships.replace(
                council,
                List.of(
                        person("An Peeters", AN, Function.CHAIR),
                        person("Els Maes", ELS, Function.SECRETARY),
                        member("Bo Jans", MO)),
                today(),
                OFFICE);
        var bo = memberships.today(council).stream()
                .filter(one -> one.details().name().equals("Bo Jans"))
                .findFirst()
                .orElseThrow()
                .id();
        choices.choose(council, new MailChoice(Set.of(bo), null, false, Interest.NONE, Set.of(), 1), OFFICE);

        mvc.perform(get(old)).andExpect(status().isGone());
        send("/v/" + tokenOf(MO), "Van Bo").andExpect(status().isUnprocessableEntity());

        assertThat(mandates.senders(council)).hasSize(2);
    }

    @Test
    void readersWithdrawNoApplication() throws Exception {
        jdbc.sql("update casefile_case set trajectory = 'recognition' where id = ?")
                .param(caseId.value())
                .update();
        var link = "/v/" + tokenOf(MO);

        assertThat(page("/v/" + tokenOf(ELS)).select("a[href$=/intrekken]")).hasSize(1);
        assertThat(page(link).select("a[href$=/intrekken]")).isEmpty();
        mvc.perform(get(link + "/intrekken")).andExpect(status().isNotFound());
        mvc.perform(post(link + "/intrekken").param("reason", "Weg ermee.")).andExpect(status().isNotFound());
    }

    private Document page(String link) throws Exception {
        var answer = mvc.perform(get(link)).andExpect(status().isOk()).andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private ResultActions send(String link, String view) throws Exception {
        return mvc.perform(
                multipart(link).param("view", view).param("_name", "An Peeters").param("_function", "voorzitter"));
    }

    private int submissions() {
        return jdbc.sql("select count(*) from forms_submission")
                .query(Integer.class)
                .single();
    }

    private static NewMember member(String name, String address) {
        return new NewMember(name, address, null, name + "straat 3", Set.of(), true, true, false, Sex.NOT_STATED);
    }
}
