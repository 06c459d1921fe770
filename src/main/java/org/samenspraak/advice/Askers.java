package org.samenspraak.advice;

import java.util.Optional;
import org.samenspraak.casefile.ResponsibleGroups;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.springframework.stereotype.Component;

/** Whoever asked for advice is responsible: for the question, for more time of each council, and for the replies. */
@Component
class Askers implements ResponsibleGroups {

    private final Requests requests;
    private final GivenAnswers given;

    Askers(Requests requests, GivenAnswers given) {
        this.requests = requests;
        this.given = given;
    }

    @Override
    public Optional<GroupId> of(CaseId caseId) {
        return requests.find(caseId)
                .or(() -> given.find(caseId).map(GivenAnswers.Advice::request).flatMap(requests::find))
                .map(Requests.Request::asker);
    }
}
