package org.samenspraak.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The engagement statement: who signed when, and the copy that is kept. */
@Service
class Engagements {

    private final Submissions submissions;
    private final Letters letters;
    private final Clocks clocks;

    Engagements(Submissions submissions, Letters letters, Clocks clocks) {
        this.submissions = submissions;
        this.letters = letters;
        this.clocks = clocks;
    }

    @Transactional
    public void file(CaseId caseId, Actor by) {
        letters.send(caseId, "engagement-signed", "council", Map.of("signatures", signatures(caseId)), by);
    }

    private List<Signature> signatures(CaseId caseId) {
        return submissions.of(caseId).stream()
                .filter(row -> "engagement-signature".equals(row.formId()))
                .sorted(Comparator.comparing(Submissions.Row::at))
                .map(row -> {
                    var name = submissions.get(caseId, row.id()).answers().text("signedAs");
                    return new Signature(Objects.requireNonNullElse(name, ""), row);
                })
                .toList();
    }

    @Transactional
    public void again(CaseId caseId) {
        clocks.renew(caseId, "sign", null);
    }

    /**
     * One of the four. Public for the letter.
     *
     * @param name as it was signed: the council's own from the register, the city's as typed
     * @param sent by whom and for whom, in which capacity (its element), when, and whether it came on paper
     */
    public record Signature(String name, Submissions.Row sent) {}
}
