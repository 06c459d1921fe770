package org.samenspraak.process;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;

/**
 * A task that waits for somebody.
 *
 * @param element the id in the model ("Task_CheckApplication")
 * @param groups who it is offered to, scopes resolved to ids
 * @param followUp when somebody wants to look at it again, or none
 * @param term the key of its clock, or none
 * @param scope the parallel branch it belongs to, or none
 * @param formId the form, or none
 * @param formJson the schema that was deployed with the model
 * @param properties extension properties that the designer gave the task
 */
public record OpenTask(
        String id,
        CaseId caseId,
        String element,
        String name,
        @Nullable String nameEn,
        @Nullable String about,
        Set<GroupId> groups,
        @Nullable PersonId assignee,
        @Nullable Instant due,
        @Nullable Instant followUp,
        Priority priority,
        @Nullable String term,
        @Nullable String scope,
        @Nullable String formId,
        @Nullable String formJson,
        Map<String, String> properties,
        Map<String, Object> facts) {

    /** Whether the model keeps it from who did an earlier one. */
    public boolean isForOtherEyes() {
        return properties.containsKey(Drawn.NOT_BY);
    }

    /** What is asked, in Dutch where there is no English ({@code about_en}). */
    public @Nullable String about(Locale locale) {
        var english = properties.get(Drawn.ABOUT_EN);
        return english != null && Drawn.isEnglish(locale) ? english : about;
    }
}
