package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.field;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    @Test
    void keepsWhatStandsInAMarkedGroupOrListAsTheChangesDo() {
        var mail = field("textfield", "'key':'mail','label':'E-mail','properties':{'personal':'yes'}");
        var marked = "'label':'X','properties':{'personal':'contact'},'components':["
                + "{'type':'group','id':'i','components':[" + mail + "]}]";
        var form =
                house.form(field("group", "'path':'one'," + marked), field("dynamiclist", "'path':'many'," + marked));
        var kept = "Alleen te zien voor wie met de raad werkt";

        assertThat(house.render("sent", house.forms.sent(form, mails("an@raad.example"), false))
                        .select("dd")
                        .eachText())
                .containsExactly(kept, kept);
        assertThat(house.forms.changes(
                        sent(form, mails("an@raad.example")), sent(form, mails("els@raad.example")), false))
                .hasSize(2)
                .allSatisfy(it -> {
                    assertThat(it.before()).isEqualTo(kept);
                    assertThat(it.after()).isEqualTo(kept);
                });
    }

    @Test
    void givesBackWhatWasTypedWithoutWhatCouldOnlyBeRead() {
        var told = field("textarea", "'key':'told','label':'Verteld','readonly':true");
        var form = house.form(
                told,
                field("group", "'path':'known','label':'Bekend','components':[" + told + "]"),
                field("textfield", "'key':'sender','label':'Soms vast','readonly':'=portal.council != null'"),
                field("textarea", "'key':'view','label':'Mening'"),
                field("textarea", "'key':'more','label':'Meer'"));

        var page = house.render("sent", house.forms.unsent(form, new Answers(Map.of("view", "Half af."))));

        assertThat(page.select("dt").eachText()).containsExactly("Mening", "Meer");
        assertThat(page.select("h3")).isEmpty();
    }

    @Test
    void aGroupInWhichNothingWasAskedHasNoHeading() {
        var form = house.form(field(
                "group",
                "'path':'why','label':'Waarom','components':["
                        + field("textarea", "'key':'reason','label':'Reden','conditional':{'hide':'=ok != true'}")
                        + "]"));

        assertThat(house.render("sent", house.forms.sent(form, new Answers(Map.of()), true))
                        .select("h3"))
                .isEmpty();
    }

    private static Answers mails(String mail) {
        return new Answers(Map.of("one", Map.of("mail", mail), "many", List.of(Map.of("mail", mail))));
    }

    private static Submissions.Sent sent(Form form, Answers answers) {
        var row = new Submissions.Row(
                1, UUID.randomUUID(), form.id(), "x", 1, null, Instant.EPOCH, "x", null, false, null, null);
        return new Submissions.Sent(row, form, answers);
    }
}
