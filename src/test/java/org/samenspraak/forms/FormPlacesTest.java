package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.errors;
import static org.samenspraak.forms.FormsHouse.field;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is hidden, locked, grouped, repeated or computed. */
class FormPlacesTest {
    private static final String ON_OFFER = "'values':[{'label':'Ja','value':'yes'},{'label':'Nee','value':'no'}]";
    private static final String REQUIRED = "'validate':{'required':true}";

    private final FormsHouse house = new FormsHouse();

    @Test
    void dropsAndDoesNotAskWhatIsHidden() {
        var form = house.form(
                field("radio", "'key':'decision'," + ON_OFFER + "," + REQUIRED),
                field("textarea", "'key':'reason','conditional':{'hide':'=decision != \\'no\\''}," + REQUIRED)
                        .replace("\\'", "\\\""));

        var yes = house.judge(form, "decision=yes", "reason=made up");
        var no = house.judge(form, "decision=no", "reason=");

        assertThat(yes.accepted()).isTrue();
        assertThat(yes.answers().values()).isEqualTo(Map.of("decision", "yes"));
        assertThat(errors(no)).containsOnlyKeys("reason");
    }

    @Test
    void hiddenAnswerCountsAsNotGivenForOthers() {
        var form = house.form(
                field("checkbox", "'key':'a'"),
                field("checkbox", "'key':'b','conditional':{'hide':'=a != true'}"),
                field("textfield", "'key':'c','conditional':{'hide':'=b != true'}"));

        assertThat(house.judge(form, "b=true", "c=x", "_shown=a").answers().values())
                .isEqualTo(Map.of("a", false));
        assertThat(house.judge(form, "a=true", "b=true", "c=x").answers().values())
                .isEqualTo(Map.of("a", true, "b", true, "c", "x"));
    }

    @Test
    void hiddenGroupHidesWhatIsInside() {
        var form = house.form(
                "{'type':'group','id':'g','path':'contact','label':'G','conditional':{'hide':'=true'},'components':["
                        + field("textfield", "'key':'name'," + REQUIRED) + "]}");

        var judged = house.judge(form, "contact.name=x");

        assertThat(judged.accepted()).isTrue();
        assertThat(judged.answers().values().get("contact")).isIn(null, Map.of());
    }

    @Test
    void requestCanNotChangeWhatIsReadOnlyOrDisabled() {
        var form = house.form(
                field("textfield", "'key':'fixed','readonly':true"),
                field("textfield", "'key':'off','disabled':true"),
                field("textfield", "'key':'sometimes','readonly':'=locked = true'"),
                field("textfield", "'key':'start','readonly':true,'defaultValue':'x'"));
        var stored = Map.<String, Object>of("fixed", "old", "off", "old", "sometimes", "old", "locked", true);

        var judged = house.judge(form, stored, "fixed=new", "off=new", "sometimes=new", "start=new", "locked=false");

        assertThat(judged.answers().values()).isEqualTo(Map.of("fixed", "old", "sometimes", "old", "start", "x"));
    }

    @Test
    void readsGroupsListsAndNestedKeys() {
        var form = house.form(
                field("textfield", "'key':'a.b'"),
                "{'type':'group','id':'g','path':'contact','components':[" + field("textfield", "'key':'name'") + "]}",
                "{'type':'dynamiclist','id':'l','path':'members','components':["
                        + field("textfield", "'key':'name'," + REQUIRED) + ","
                        + field("checkbox", "'key':'chair'") + ","
                        + field("textfield", "'key':'since.year','conditional':{'hide':'=this.chair != true'}")
                        + ",{'type':'dynamiclist','id':'m','path':'roles','components':["
                        + field("textfield", "'key':'role'") + "]}]}");

        var judged = house.judge(
                form,
                "a.b=1",
                "contact.name=Jan",
                "_rows.members=2",
                "members[0].name=An",
                "members[0].chair=true",
                "members[0].since.year=2020",
                "_rows.members[0].roles=2",
                "members[0].roles[0].role=x",
                "members[0].roles[1].role=y",
                "members[1].name=",
                "members[1].since.year=2021",
                "_rows.members[1].roles=0");

        assertThat(errors(judged)).containsOnlyKeys("members[1].name");
        assertThat(judged.answers().values())
                .containsEntry("a", Map.of("b", "1"))
                .containsEntry("contact", Map.of("name", "Jan"));
        assertThat(judged.answers().rows("members").get(0))
                .isEqualTo(Map.of(
                        "name",
                        "An",
                        "chair",
                        true,
                        "since",
                        Map.of("year", "2020"),
                        "roles",
                        List.of(Map.of("role", "x"), Map.of("role", "y"))));
        assertThat(judged.answers().rows("members").get(1)).isEqualTo(Map.of("chair", false, "roles", List.of()));
    }

    @Test
    void computesExpressions() {
        var form = house.form(field("number", "'key':'a'"), field("expression", "'key':'twice','expression':'=a * 2'"));

        assertThat(house.judge(form, "a=21", "twice=1").answers().values()).isEqualTo(Map.of("a", 21L, "twice", 42L));
    }
}
