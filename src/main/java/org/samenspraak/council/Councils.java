package org.samenspraak.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/** The register of councils. */
public class Councils {

    /** Adds a candidate; refuses a second one of the same kind and name. */
    public CouncilId add(CouncilKind kind, String name, AreaId area, Actor by) {
        throw new UnsupportedOperationException();
    }

    public CouncilView get(CouncilId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<CouncilView> byName(CouncilKind kind, String name) {
        throw new UnsupportedOperationException();
    }

    /** Recognised or registered councils of the kind whose area is the same, holds it or lies in it. */
    public List<CouncilView> overlapping(CouncilKind kind, AreaId area) {
        throw new UnsupportedOperationException();
    }

    /** Writes recognition or registration in the register and publishes {@link CouncilRecognised}. */
    public void inscribe(CouncilId id, Inscription inscription, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Ends the running inscription: expired, withdrawn or refused, with a reason. */
    public void end(CouncilId id, Standing as, LocalDate on, String reason, @Nullable CaseId caseId, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Facts about today's members for {@code recognition-conditions}: counts by function, sex, address, mandate. */
    public Map<String, Object> composition(CouncilId id) {
        throw new UnsupportedOperationException();
    }

    /** Marks that the composition is broken (or mended): no valid advice until solved. */
    public void flagComposition(CouncilId id, boolean broken, Actor by) {
        throw new UnsupportedOperationException();
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
            int version) {}
}
