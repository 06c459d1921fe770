package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.samenspraak.ledger.PayeeAccount;
import org.samenspraak.testing.Mails;
import org.springframework.test.web.servlet.ResultActions;

/** Who confirms an account number is whom the link is for, whatever name is sent along. */
class GrantAccountLinkPagesTest extends GrantScenario {

    @Test
    void nobodyConfirmsTheirOwnNumberUnderAnotherName() throws Exception {
        set("talk.application", "no");
        var grant = grant();
        send(grant, "Task_GiveAccount", secretary(), account(IBAN));
        var link = "/v/" + tokenOf(AN);
        assertThat(mail.receivedBy(ELS))
                .as("who gave it gets no link to confirm it")
                .extracting(Mails::subject)
                .noneMatch(subject -> subject.contains("Nieuwe rekening bevestigen"));
        var page = Jsoup.parse(mvc.perform(get(link))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("[name=_name]")).isEmpty();
        assertThat(page.text()).contains("U stuurt dit als An Peeters, voorzitter");

        confirm(link).andExpect(redirectedUrl(link + "?bedankt"));
        assertThat(mail.receivedBy(AN)).anySatisfy(told -> assertThat(Mails.text(told))
                .contains("Iemand gaf voor Wijkraad Runkst een ander rekeningnummer: BE68 … 7034.")
                .doesNotContain(IBAN));
        assertThat(mail.receivedBy(AN)).extracting(Mails::subject).noneMatch(subject -> subject.contains("BE68"));

        assertThat(accounts.current(council))
                .get()
                .extracting(PayeeAccount::settledBy)
                .asString()
                .startsWith("An Peeters, voorzitter");
    }

    private ResultActions confirm(String link) throws Exception {
        return mvc.perform(multipart(link)
                .param("agreed", "yes")
                .param("_name", "Els Maes")
                .param("_function", "secretaris"));
    }

    private static Map<String, Object> account(String iban) {
        return Map.of("iban", iban, "holder", "Wijkraad Runkst vzw");
    }
}
