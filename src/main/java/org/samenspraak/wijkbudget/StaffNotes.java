package org.samenspraak.wijkbudget;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.samenspraak.correspondence.StaffMails;
import org.samenspraak.correspondence.StaffMails.To;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;

/** Tells groups of officials at once what happened in a round, in a mail to each of their people. */
@Component
class StaffNotes {

    private final People people;
    private final StaffMails mails;
    private final Municipality municipality;

    StaffNotes(People people, StaffMails mails, Municipality municipality) {
        this.people = people;
        this.mails = mails;
        this.municipality = municipality;
    }

    /**
     * @param subjectKey message of the subject, without arguments
     * @param lines what happened, in Dutch
     * @param url of the page where it stands
     */
    void tell(Collection<GroupId> groups, String subjectKey, List<String> lines, String url) {
        groups.stream()
                .flatMap(group -> people.inGroup(group).stream())
                .distinct()
                .forEach(person -> mails.send(
                        new To(null, person.email(), person.name(), BudgetWords.DUTCH, null),
                        "note",
                        subjectKey,
                        List.of(),
                        Map.of("lines", lines, "url", municipality.baseUrl() + url)));
    }
}
