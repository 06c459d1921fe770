package org.samenspraak.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.regulation.ParameterTexts;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A term of the office's own: proposed by a designer in a draft, put in force by somebody else, named without a file. */
class OwnParameterPagesTest extends PostgresIT {

    private static final RegulationId HASSELT = new RegulationId("hasselt", 1);
    private static final RegulationId DRAFT = new RegulationId("hasselt", 2);
    private static final String URL = "/beheer/reglementen/hasselt/2";
    private static final PersonId DESIGNER = PersonId.create();
    private static final PersonId ADMINISTRATOR = PersonId.create();

    @Autowired
    private Regulations regulations;

    @Autowired
    private ParameterTexts texts;

    @BeforeEach
    void aDraft() {
        regulations.copy(HASSELT, Actor.SYSTEM);
    }

    @AfterEach
    void reset() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void isAddedByADesignerAndPutInForceByAnAdministrator() throws Exception {
        mvc.perform(get("/beheer/reglementen/hasselt/1").with(role("process-designer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(URL + "\"")));
        mvc.perform(get(URL + "/nieuw").with(role("process-designer")).param("waarde", "jury-score"))
                .andExpect(content().string(containsString("value=\"jury-score\"")));

        add(DESIGNER, "jury-score", "WORKING_DAYS", "15", "punten geven door de jury")
                .andExpect(redirectedUrl(URL));
        add(DESIGNER, "jury-score.reminders", "REMINDERS", "5 wd", "").andExpect(redirectedUrl(URL));

        assertThat(regulations.get(DRAFT, "jury-score").number()).isEqualTo(15);
        mvc.perform(get(URL).with(role("process-designer")))
                .andExpect(content().string(containsString("Punten geven door de jury: herinneringen")))
                .andExpect(content().string(containsString("15 werkdagen")));
        mvc.perform(hold(DESIGNER, "process-designer")).andExpect(status().isForbidden());
        mvc.perform(hold(DESIGNER, "administrator"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Vraag een collega")));
        mvc.perform(hold(ADMINISTRATOR, "administrator")).andExpect(redirectedUrl(URL));
        assertThat(regulations.view(DRAFT).holdsFrom()).isEqualTo("2026-10-01");
    }

    @Test
    void isNotPutInForceByWhoWroteItInAnotherRole() throws Exception {
        mvc.perform(change(DESIGNER, "12", "process-designer")).andExpect(redirectedUrl(URL));
        mvc.perform(hold(DESIGNER, "process-designer", "administrator"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Vraag een collega")));

        var copy = regulations.copy(DRAFT, Actor.SYSTEM);
        mvc.perform(post("/beheer/reglementen/hasselt/" + copy.version() + "/vanaf")
                        .with(person(DESIGNER, "administrator"))
                        .with(csrf())
                        .param("holdsFrom", "2026-10-01"))
                .andExpect(status().isUnprocessableEntity());

        mvc.perform(hold(ADMINISTRATOR, "administrator")).andExpect(redirectedUrl(URL));
        mvc.perform(change(DESIGNER, "13", "process-designer", "administrator"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(regulations.get(DRAFT, "check").value()).isEqualTo("12");
    }

    private static MockHttpServletRequestBuilder change(PersonId who, String value, String... roles) {
        return post(URL + "/waarden/check")
                .with(person(who, roles))
                .with(csrf())
                .param("value", value)
                .param("article", "art. 5")
                .param("sentence", "Een zin.")
                .param("sentenceEn", "A sentence.");
    }

    @Test
    void isNamedInBothLanguagesAndRenamed() throws Exception {
        add(DESIGNER, "jury-score", "WORKING_DAYS", "15", "punten geven door de jury");
        assertThat(name("nl")).isEqualTo("punten geven door de jury");
        assertThat(name("en")).isEqualTo("in English");

        mvc.perform(get(URL + "/waarden/jury-score").with(role("process-designer")))
                .andExpect(content().string(containsString("value=\"punten geven door de jury\"")));
        mvc.perform(post(URL + "/waarden/jury-score")
                        .with(person(DESIGNER, "process-designer"))
                        .with(csrf())
                        .param("value", "20")
                        .param("called", "beoordelen door de jury")
                        .param("calledEn", "in English")
                        .param("article", "art. 7")
                        .param("sentence", "De jury heeft zo lang.")
                        .param("sentenceEn", "The jury has so long."))
                .andExpect(redirectedUrl(URL));

        assertThat(name("nl")).isEqualTo("beoordelen door de jury");
        assertThat(regulations.get(DRAFT, "jury-score").value()).isEqualTo("20");
        var copy = regulations.copy(DRAFT, Actor.SYSTEM);
        assertThat(regulations.isOwn(copy, "jury-score")).isTrue();
    }

    @Test
    void goesWhileNothingUsesIt() throws Exception {
        add(DESIGNER, "jury-score", "WORKING_DAYS", "15", "punten geven door de jury");
        add(DESIGNER, "signal-extra", "DAYS", "15", "nog een signaal");
        jdbc.sql("insert into designer_draft (folder, file, content, editors, by_name, at)"
                        + " values ('signal', 'x.bpmn', 'value=\"signal-extra\"', '{}', 'Ontwerper', now())")
                .update();

        mvc.perform(get(URL).with(role("process-designer")))
                .andExpect(content().string(containsString("/waarden/jury-score/weg")))
                .andExpect(content().string(not(containsString("/waarden/check/weg"))));
        remove("jury-score").andExpect(redirectedUrl(URL));
        remove("signal-extra").andExpect(status().isUnprocessableEntity());
        remove("check").andExpect(status().isUnprocessableEntity());
        remove("nothing").andExpect(status().isNotFound());

        assertThat(regulations.find(DRAFT, "jury-score")).isEmpty();
        assertThat(regulations.find(DRAFT, "signal-extra")).isPresent();
        assertThat(regulations.find(DRAFT, "check")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "Jury score,WORKING_DAYS,15,naam,key",
        "check,WORKING_DAYS,15,naam,key",
        "jury-score,TEXT,Wat tekst,naam,type",
        "jury-score,,15,naam,type",
        "jury-score,WORKING_DAYS,vijftien,naam,value",
        "jury-score,CHOICE,misschien,naam,value",
        "jury-score,WORKING_DAYS,15,'',called"
    })
    void saysNextToTheFieldWhatIsWrongAndKeepsWhatWasTyped(
            String key, String type, String value, String name, String field) throws Exception {
        add(DESIGNER, key, type == null ? "" : type, value, name)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("id=\"" + field + "-error\"")))
                .andExpect(content().string(containsString("value=\"" + value + "\"")));
    }

    @Test
    void isNotAddedToWhatHoldsOrIsLocked() throws Exception {
        regulations.holdFrom(DRAFT, LocalDate.of(2026, 10, 1), Actor.SYSTEM);

        add(DESIGNER, "jury-score", "WORKING_DAYS", "15", "naam").andExpect(status().isUnprocessableEntity());
        mvc.perform(post(URL + "/waarden/check")
                        .with(role("process-designer"))
                        .with(csrf())
                        .param("value", "12"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(regulations.get(DRAFT, "check").value()).isEqualTo("10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"participation-office", "auditor", "finance"})
    void isForDesignersAndAdministrators(String other) throws Exception {
        mvc.perform(get(URL + "/nieuw").with(role(other))).andExpect(status().isForbidden());
        mvc.perform(post(URL + "/nieuw").with(role(other)).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post(URL + "/waarden/check/weg").with(role(other)).with(csrf()))
                .andExpect(status().isForbidden());
    }

    private String name(String language) {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        return texts.name("jury-score");
    }

    private ResultActions remove(String key) throws Exception {
        return mvc.perform(post(URL + "/waarden/" + key + "/weg")
                .with(role("process-designer"))
                .with(csrf()));
    }

    private static MockHttpServletRequestBuilder hold(PersonId who, String... roles) {
        return post(URL + "/vanaf").with(person(who, roles)).with(csrf()).param("holdsFrom", "2026-10-01");
    }

    private ResultActions add(PersonId who, String key, String type, String value, String name) throws Exception {
        return mvc.perform(post(URL + "/nieuw")
                .with(person(who, "process-designer"))
                .with(csrf())
                .param("key", key)
                .param("type", type)
                .param("value", value)
                .param("called", name)
                .param("calledEn", name.isEmpty() ? "" : "in English")
                .param("sentence", "De jury heeft zo lang.")
                .param("sentenceEn", "The jury has so long.")
                .param("reason", "Drie weken.")
                .param("reasonEn", "Three weeks."));
    }
}
