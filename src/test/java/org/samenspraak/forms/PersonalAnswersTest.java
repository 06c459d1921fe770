package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.forms.FormsHouse.field;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which answers are about a person, for who publishes or exports. */
class PersonalAnswersTest {

    private static final String PERSONAL = "'properties':{'personal':'yes'}";

    private final Form form = new FormsHouse()
            .form(
                    field("textfield", "'key':'plan.name'"),
                    field("textfield", "'key':'applicant'," + PERSONAL),
                    "{'type':'group','id':'g','path':'contact'," + PERSONAL + ",'components':["
                            + field("textfield", "'key':'mail'") + "]}",
                    "{'type':'dynamiclist','id':'l','path':'members','components':["
                            + field("textfield", "'key':'name'," + PERSONAL) + ","
                            + field("checkbox", "'key':'chair'") + "]}",
                    "{'type':'dynamiclist','id':'m','path':'guests'," + PERSONAL + ",'components':["
                            + field("textfield", "'key':'name'") + "]}");

    @Test
    void namesThemByKey() {
        assertThat(form.personal()).containsExactly("applicant", "contact.mail", "members[].name", "guests[].name");
    }

    @Test
    void leavesThemOut() {
        var answers = new Answers(Map.of(
                "plan", Map.of("name", "Park"),
                "applicant", "the chair",
                "contact", Map.of("mail", "a@b.example"),
                "members", List.of(Map.of("name", "the chair", "chair", true), Map.of("name", "a member")),
                "guests", List.of(Map.of("name", "a guest"))));

        assertThat(form.impersonal(answers).values())
                .isEqualTo(Map.of(
                        "plan", Map.of("name", "Park"),
                        "contact", Map.of(),
                        "members", List.of(Map.of("chair", true), Map.of())));
        assertThat(answers.text("applicant")).isEqualTo("the chair");
    }
}
