package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** Letters that ask people to take part in a lot. */
class LotLettersPagesTest extends BudgetScenario {

    private static final String CRITERIA = "leeftijd;jong;300\nleeftijd;oud;700\ngeslacht;v;510\ngeslacht;m;490\n";

    @Autowired
    private BudgetWords words;

    private String url = "";

    @BeforeEach
    void aRound() {
        url = "/wijkbudget/" + view(adopted()).number() + "/loting";
    }

    @Test
    void haveANumberEachAndSayWhatIsAskedAndWhy() throws Exception {
        var pdf = letters("3");
        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
                    .contains(
                            "Uw nummer: K3",
                            "Geslacht",
                            "jong",
                            "Drie avonden in mei",
                            "ten laatste op " + words.dutchDay(today().plusDays(30)))
                    .contains("Alleen het participatiebureau leest uw brief.", "bezwaar maken", "klacht indienen")
                    .doesNotContain("1 / 3");
        }
    }

    @Test
    void followOnThoseThatWerePrintedBefore() throws Exception {
        letters("3");
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content().string(containsString("De volgende brief krijgt nummer K4.")));

        try (var read = Loader.loadPDF(letters("2"))) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Uw nummer: K4", "Uw nummer: K5")
                    .doesNotContain("Uw nummer: K1");
        }
    }

    @Test
    void areRefusedWithoutWhatIsAskedAndNothingTypedIsLost() throws Exception {
        print("", "3", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("minstens één kenmerk")));
        print(CRITERIA, "3", "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("dag na vandaag"), containsString("Drie avonden in mei"))));
        print(CRITERIA, "3", today().plusYears(1).plusDays(1).toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("hoogstens een jaar later")));
        print(
                        CRITERIA + "a;a;1\nb;b;1\nc;c;1\nd;d;1\ne;e;1\n",
                        "3",
                        today().plusDays(30).toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("hoogstens 6 kenmerken")));
        mvc.perform(get(url).with(role("participation-office")))
                .andExpect(content().string(containsString("krijgt nummer K1.")));
    }

    @Test
    void nameTheOnlyNumbersThatCanBeDrawn() throws Exception {
        letters("30");

        fix(25, "K31")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("De brieven lopen van K1 tot K30.")));
        fix(25, "k7")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kandidaat k7 staat twee keer in de lijst.")));
        fix(25, "K30").andExpect(status().is3xxRedirection());
    }

    private ResultActions fix(int many, String last) throws Exception {
        return mvc.perform(post(url)
                .with(role("participation-office"))
                .with(csrf())
                .param("criteria", "leeftijd;jong;300")
                .param("members", "20")
                .param("reserves", "10")
                .param(
                        "candidates",
                        IntStream.rangeClosed(1, many)
                                        .mapToObj(at -> "K" + at + ";jong\n")
                                        .collect(Collectors.joining("", "nummer;leeftijd\n", ""))
                                + last
                                + ";jong"));
    }

    private byte[] letters(String many) throws Exception {
        return print(CRITERIA, many, today().plusDays(30).toString())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private ResultActions print(String criteria, String many, String until) throws Exception {
        return mvc.perform(post(url + "/brieven")
                .with(role("participation-office"))
                .with(csrf())
                .param("criteria", criteria)
                .param("letters", many)
                .param("until", until)
                .param("work", "Drie avonden in mei, telkens twee uur."));
    }
}
