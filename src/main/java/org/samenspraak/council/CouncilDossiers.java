package org.samenspraak.council;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.casefile.CaseSearch;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Councils.Inscribed;
import org.samenspraak.council.MembershipRecords.Elsewhere;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Everything the council's page shows, gathered over the years. */
@Component
class CouncilDossiers {

    /** The timeline holds the others. */
    private static final int CASES = 50;

    private static final int FORMER = 50;

    /** Chair first, then secretary, treasurer and the others by name. */
    static final Comparator<Member> BY_FUNCTION = Comparator.<Member, Integer>comparing(
                    member -> member.details().functions().stream()
                            .mapToInt(Enum::ordinal)
                            .min()
                            .orElse(Integer.MAX_VALUE))
            .thenComparing(member -> MemberRules.name(member.details()));

    private final Councils councils;
    private final Memberships memberships;
    private final MembershipRecords records;
    private final Cases cases;
    private final Areas areas;
    private final Today today;

    CouncilDossiers(
            Councils councils,
            Memberships memberships,
            MembershipRecords records,
            Cases cases,
            Areas areas,
            Today today) {
        this.councils = councils;
        this.memberships = memberships;
        this.records = records;
        this.cases = cases;
        this.areas = areas;
        this.today = today;
    }

    /** @throws ResponseStatusException 404 when there is no such council */
    CouncilView find(UUID id) {
        return councils.find(new CouncilId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** @throws AccessDeniedException when this person may not change this council */
    CouncilView toEdit(UUID id, SignedIn me) {
        var council = find(id);
        if (!me.may(Permission.EDIT_COUNCIL, council.area())) {
            throw new AccessDeniedException("council " + id);
        }
        return council;
    }

    @Transactional(readOnly = true)
    public Dossier of(CouncilView council) {
        var day = today.date();
        var all = memberships.all(council.id());
        var elsewhere =
                records.elsewhere(council.id(), day).stream().collect(Collectors.groupingBy(Elsewhere::membership));
        var opened = cases.search(CaseSearch.of(council.id()), null, CASES);
        return new Dossier(
                council,
                areas.get(council.area()).name(),
                all.stream()
                        .filter(member -> member.holds(day))
                        .sorted(BY_FUNCTION)
                        .toList(),
                all.stream().filter(member -> member.from().isAfter(day)).toList(),
                all.stream().filter(member -> member.isOver(day)).limit(FORMER).toList(),
                elsewhere,
                councils.inscriptions(council.id()),
                opened,
                opened.stream().collect(Collectors.toMap(CaseView::id, CaseView::number)),
                councils.successors(council.id()),
                councils.predecessors(council.id()));
    }

    /**
     * @param former those who came last, at most fifty
     * @param elsewhere today's other councils by membership
     * @param numbers of cases by their id
     */
    record Dossier(
            CouncilView council,
            String area,
            List<Member> members,
            List<Member> coming,
            List<Member> former,
            Map<UUID, List<Elsewhere>> elsewhere,
            List<Inscribed> inscriptions,
            List<CaseView> cases,
            Map<CaseId, String> numbers,
            List<CouncilView> successors,
            List<CouncilView> predecessors) {

        /** Chair and secretary. */
        public List<Member> contacts() {
            return members.stream().filter(Member::isContact).toList();
        }
    }
}
