package org.samenspraak.grant;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.OtherWork;
import org.samenspraak.council.CouncilAgreements;
import org.samenspraak.grant.AgreementQuery.Show;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agreements for who keeps them: a council in its own place, an official beside the work list. */
@Component
class OwnAgreements implements CouncilAgreements, OtherWork {

    private final Agreements agreements;
    private final AgreementCare care;
    private final GrantWords words;
    private final Dates dates;

    OwnAgreements(Agreements agreements, AgreementCare care, GrantWords words, Dates dates) {
        this.agreements = agreements;
        this.care = care;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public List<Agreed> of(CouncilId council, boolean done, @Nullable String after, int limit) {
        var rows = agreements.ofCouncil(council, done, AgreementQuery.place(after), limit);
        return rows.stream().map(this::agreed).toList();
    }

    @Override
    public Optional<Agreed> find(CouncilId council, long id) {
        return agreements
                .find(id)
                .filter(one -> one.council() == null || council.value().equals(one.council()))
                .map(this::agreed);
    }

    private Agreed agreed(Agreement one) {
        return new Agreed(
                one.id(),
                one.what(),
                words.owner(one),
                one.isOfCouncil(),
                one.due(),
                one.doneOn(),
                one.note(),
                one.council() == null ? null : one.number(),
                one.version());
    }

    @Override
    @Transactional
    public void done(CouncilId council, long id, int version, String note, Actor by) {
        var one = care.get(id);
        if (!one.isOfCouncil() || !council.value().equals(one.council())) {
            throw new NotFound("grant.refusal.no-agreement");
        }
        care.done(one, version, note, by);
    }

    @Override
    public String titleKey() {
        return "grant.agreements.title";
    }

    @Override
    public String nameKey() {
        return "grant.agreements.one";
    }

    @Override
    public String url() {
        return "/afspraken?mine=true";
    }

    @Override
    public List<Line> open(SignedIn me, int limit) {
        var query = new AgreementQuery(true, Show.OPEN, null, null, me, dates.today());
        return agreements.page(query, limit).stream()
                .map(one -> new Line(one.what(), one.number(), about(one), one.due(), "/afspraken/" + one.id()))
                .toList();
    }

    /** The council; where a group keeps the agreement that too: without it the reader keeps it alone. */
    private String about(Agreement one) {
        return one.ownerGroup() == null
                ? one.councilName()
                : words.say("grant.owner.group", one.councilName(), words.owner(one));
    }
}
