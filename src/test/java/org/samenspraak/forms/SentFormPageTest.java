package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.field;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a reader of a sent form sees of other people's addresses. */
class SentFormPageTest {

    private final FormsHouse house = new FormsHouse();

    @Test
    void keepsAddressesFromWhoHasNoNeedOfThem() {
        var form = house.form(
                field("textfield", "'key':'name','label':'Naam','properties':{'personal':'yes'}"),
                field(
                        "dynamiclist",
                        "'path':'members','label':'Leden','components':["
                                + "{'type':'textfield','id':'mail','key':'mail','label':'E-mail','properties':{'personal':'contact'}}]"));
        var answers = new Answers(Map.of("name", "An", "members", List.of(Map.of("mail", "an@raad.example"))));

        assertThat(house.render("sent", house.forms.sent(form, answers, true))
                        .select("dd")
                        .eachText())
                .containsExactly("An", "an@raad.example");
        assertThat(house.render("sent", house.forms.sent(form, answers, false))
                        .select("dd")
                        .eachText())
                .containsExactly("An", "Alleen te zien voor wie met de raad werkt");
    }
}
