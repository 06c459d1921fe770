package org.samenspraak.recognition;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.Refusal;

/** The questions that application, supplement and renewal share, read as what they mean. */
record ApplicationForm(Answers answers) {

    CouncilKind kind() {
        return CouncilKind.valueOf(required("kind").toUpperCase(Locale.ROOT));
    }

    String name() {
        return required("name").strip();
    }

    AreaId area() {
        return AreaId.parse(required("area"));
    }

    boolean receivesMoney() {
        return "yes".equals(answers.text("receivesMoney"));
    }

    boolean openToNewMembers() {
        return "yes".equals(answers.text("openToNewMembers"));
    }

    List<NewMember> members() {
        return answers.rows("members").stream().map(ApplicationForm::member).toList();
    }

    /** Chair and secretary get the questions of the city: without their mail address nobody can be asked anything. */
    void refuseWithoutContacts() {
        var members = members();
        for (var function : List.of(Function.CHAIR, Function.SECRETARY)) {
            if (members.stream().anyMatch(member -> member.functions().contains(function) && member.email() == null)) {
                throw Refusal.of("members", "recognition.refusal.contact-without-mail");
            }
        }
        if (members.stream()
                .noneMatch(
                        member -> member.email() != null && !member.functions().isEmpty())) {
            throw Refusal.of("members", "recognition.refusal.nobody-reachable");
        }
    }

    private static NewMember member(Map<String, Object> row) {
        var membership = text(row, "membership");
        return new NewMember(
                Objects.requireNonNullElse(text(row, "name"), "").strip(),
                text(row, "email"),
                text(row, "phone"),
                text(row, "address"),
                functions(row.get("functions")),
                !"advisory".equals(membership),
                !"substitute".equals(membership),
                "yes".equals(text(row, "politician")),
                sex(text(row, "sex")));
    }

    private static Set<Function> functions(@Nullable Object chosen) {
        var functions = EnumSet.noneOf(Function.class);
        if (chosen instanceof List<?> values) {
            values.forEach(
                    value -> functions.add(Function.valueOf(value.toString().toUpperCase(Locale.ROOT))));
        }
        return functions;
    }

    private static Sex sex(@Nullable String stated) {
        return stated == null
                ? Sex.NOT_STATED
                : Sex.valueOf(stated.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private String required(String key) {
        return Objects.requireNonNull(answers.text(key), key);
    }

    private static @Nullable String text(Map<String, Object> row, String key) {
        var value = row.get(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
