package org.samenspraak.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Areas.Area;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilAreas;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of councils. */
@Service
public class Councils implements CouncilAreas {

    private final CouncilRecords records;
    private final CouncilHistory history;
    private final MembershipRecords members;
    private final Inscriptions inscriptions;
    private final Areas areas;
    private final Today today;

    Councils(
            CouncilRecords records,
            CouncilHistory history,
            MembershipRecords members,
            Inscriptions inscriptions,
            Areas areas,
            Today today) {
        this.records = records;
        this.history = history;
        this.members = members;
        this.inscriptions = inscriptions;
        this.areas = areas;
        this.today = today;
    }

    /** Adds a candidate; refuses a second one of the same kind and name. */
    @Transactional
    public CouncilId add(CouncilKind kind, String name, AreaId area, Actor by) {
        var id = CouncilId.create();
        if (name.isBlank() || name.strip().length() > 200) {
            throw Refusal.of("name", "council.refusal.council-name");
        }
        refuseIfNamed(kind, name);
        try {
            records.add(id, kind, name.strip(), area);
        } catch (DuplicateKeyException atTheSameTime) {
            throw Refusal.of("name", "council.refusal.name-taken", name.strip());
        }
        history.add(id, "council.added", Map.of("kind", kind.name()), null, null, by);
        return id;
    }

    @Transactional(readOnly = true)
    public Optional<CouncilView> find(CouncilId id) {
        return records.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AreaId> areaOf(CouncilId id) {
        return records.find(id).map(CouncilView::area);
    }

    /** @throws Refusal when there is no such council */
    @Transactional(readOnly = true)
    public CouncilView get(CouncilId id) {
        return records.find(id).orElseThrow(() -> new NotFound("council.refusal.unknown"));
    }

    /** Names by id, in one query. */
    @Transactional(readOnly = true)
    public Map<CouncilId, String> names(Set<CouncilId> ids) {
        return records.names(ids);
    }

    @Transactional(readOnly = true)
    public Optional<CouncilView> byName(CouncilKind kind, String name) {
        return records.byName(kind, name.strip());
    }

    /** By name, at most {@code limit}, after the last one of the page before. */
    @Transactional(readOnly = true)
    public List<CouncilView> search(CouncilSearch search, @Nullable CouncilId after, int limit) {
        return records.search(search, after, limit);
    }

    /** Recognised or registered councils of the kind whose area is the same, holds it or lies in it. */
    @Transactional(readOnly = true)
    public List<CouncilView> overlapping(CouncilKind kind, AreaId area) {
        return records.inRegister(
                kind, areas.related(area).stream().map(Area::id).toList());
    }

    /**
     * Writes recognition or registration in the register and publishes {@link CouncilRecognised}. Ends the running one the
     * day before. One case inscribes once: the second time nothing changes.
     */
    @Transactional
    public void inscribe(CouncilId id, Inscription inscription, Actor by) {
        inscriptions.add(id, inscription, by);
    }

    /**
     * Ends the running inscription: expired or withdrawn. Refused is for a candidate; who asked to renew stays in the
     * register until its last day. Refuses an end without a reason, but for one
     * that expired.
     */
    @Transactional
    public void end(CouncilId id, Standing as, LocalDate on, String reason, @Nullable CaseId caseId, Actor by) {
        inscriptions.end(id, as, on, reason, caseId, by);
    }

    /** A council whose earlier application came to nothing is a candidate again; what was in the register stays as it ended. */
    @Transactional
    public void applyAgain(CouncilId id, Actor by) {
        var standing = records.lock(id).standing();
        if (standing == Standing.REFUSED || standing == Standing.LAPSED) {
            records.stand(id, Standing.CANDIDATE);
            history.add(id, "council.applied", Map.of(), null, null, by);
        }
    }

    /** A candidate's application ended without a decision in force; for others nothing changes. */
    @Transactional
    public void lapse(CouncilId id, CaseId caseId, Actor by) {
        if (records.find(id)
                .filter(council -> council.standing() == Standing.CANDIDATE)
                .isPresent()) {
            records.stand(id, Standing.LAPSED);
            history.add(id, "council.lapsed", Map.of(), null, caseId, by);
        }
    }

    /** All inscriptions, the newest first. */
    @Transactional(readOnly = true)
    public List<Inscribed> inscriptions(CouncilId id) {
        return inscriptions.of(id);
    }

    /** Makes it another kind of body; refuses when a council of that kind has the name already. */
    @Transactional
    public void changeKind(CouncilId id, CouncilKind kind, Actor by) {
        var before = get(id);
        if (before.kind() != kind) {
            refuseIfNamed(kind, before.name());
            records.changeKind(id, kind);
            history.add(
                    id,
                    "council.kind-changed",
                    Map.of("from", before.kind().name(), "to", kind.name()),
                    null,
                    null,
                    by);
        }
    }

    /** Where levels exist a talk may set another one; none takes it away. */
    @Transactional
    public void changeLevel(CouncilId id, @Nullable String level, CaseId caseId, Actor by) {
        if (!Objects.equals(get(id).level(), level)) {
            records.changeLevel(id, level);
            history.add(id, "council.level-changed", Map.of("level", level == null ? "" : level), null, caseId, by);
        }
    }

    /** Says which councils go on after a split or a merge, instead of what was said before; refuses the council itself. */
    @Transactional
    public void succeed(CouncilId id, Set<CouncilId> successors, String reason, Actor by) {
        if (successors.isEmpty()) {
            throw Refusal.of("successor", "council.refusal.no-successor");
        }
        if (successors.contains(id)) {
            throw Refusal.of("successor", "council.refusal.own-successor");
        }
        if (reason.isBlank()) {
            throw Refusal.of("reason", "council.refusal.reason-missing");
        }
        var names = successors.stream().map(next -> get(next).name()).sorted().collect(Collectors.joining(", "));
        records.succeed(id, successors);
        history.add(id, "council.succeeded", Map.of("name", names), reason.strip(), null, by);
    }

    /** The councils that went on after a split or a merge, by name. */
    @Transactional(readOnly = true)
    public List<CouncilView> successors(CouncilId id) {
        return records.successors(id);
    }

    /** The councils that this one came from, by name. */
    @Transactional(readOnly = true)
    public List<CouncilView> predecessors(CouncilId id) {
        return records.predecessors(id);
    }

    /** Keeps a remark about the council itself, outside any case. */
    @Transactional
    public void note(CouncilId id, String text, Actor by) {
        if (text.isBlank()) {
            throw Refusal.of("note", "council.refusal.note-empty");
        }
        history.add(get(id).id(), "council.note", Map.of(), text.strip(), null, by);
    }

    /** Facts about today's members for {@code recognition-conditions}: see {@link Composition}. */
    @Transactional(readOnly = true)
    public Map<String, Object> composition(CouncilId id) {
        var details = members.on(id, today.date()).stream()
                .map(Memberships.Member::details)
                .toList();
        return Composition.facts(get(id).kind(), details);
    }

    /** Marks that the composition is broken (or mended): no valid advice until solved. */
    @Transactional
    public void flagComposition(CouncilId id, boolean broken, Actor by) {
        if (get(id).compositionBroken() != broken) {
            records.flag(id, broken);
            history.add(
                    id, broken ? "council.composition-broken" : "council.composition-mended", Map.of(), null, null, by);
        }
    }

    private void refuseIfNamed(CouncilKind kind, String name) {
        if (byName(kind, name).isPresent()) {
            throw Refusal.of("name", "council.refusal.name-taken", name.strip());
        }
    }

    /**
     * @param recognised recognised, or only registered where the regulation knows no recognition
     * @param until last day, or none when it has no end
     */
    public record Inscription(
            boolean recognised,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String level,
            @Nullable String conditions,
            @Nullable String decisionNumber,
            @Nullable LocalDate decidedOn,
            CaseId caseId) {}

    /**
     * @param endedAs none while it runs, and when another inscription followed on it
     */
    public record Inscribed(
            Inscription inscription,
            @Nullable LocalDate endedOn,
            @Nullable Standing endedAs,
            @Nullable String endedReason) {}

    /**
     * @param from first day of the unbroken time in the register that runs now, or ran last; none for a candidate
     * @param until its last day, or none when it has no end
     * @param level of the newest decision, where levels exist
     */
    public record CouncilView(
            CouncilId id,
            CouncilKind kind,
            String name,
            AreaId area,
            Standing standing,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String level,
            boolean compositionBroken,
            int version) {

        public boolean inRegister() {
            return standing == Standing.RECOGNISED || standing == Standing.REGISTERED;
        }
    }
}
