package org.samenspraak.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.CaseLines;
import org.samenspraak.casefile.CaseLines.Line;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.process.Decisions;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Service;

/** Holds the members of a council against the table {@code recognition-conditions}. */
@Service
class Conditions {

    static final String TABLE = "recognition-conditions";

    private final Councils councils;
    private final Decisions decisions;
    private final Regulations regulations;
    private final Cases cases;
    private final CaseLines lines;

    Conditions(Councils councils, Decisions decisions, Regulations regulations, Cases cases, CaseLines lines) {
        this.councils = councils;
        this.decisions = decisions;
        this.regulations = regulations;
        this.cases = cases;
        this.lines = lines;
    }

    /** Judges today's members, keeps every line in the case, and says whether all conditions are met. */
    boolean met(CaseId caseId, CouncilId council, boolean receivesMoney, boolean openToNewMembers) {
        var judged = judge(caseId, council, receivesMoney, openToNewMembers);
        lines.keep(caseId, TABLE, judged);
        return judged.stream().allMatch(Line::met);
    }

    private List<Line> judge(CaseId caseId, CouncilId council, boolean receivesMoney, boolean openToNewMembers) {
        var regulation = cases.get(caseId).regulation();
        var facts = new HashMap<>(councils.composition(council));
        facts.put("receivesMoney", receivesMoney);
        facts.put("openToNewMembers", openToNewMembers);
        facts.put("regulation", regulations.facts(regulation));
        return decisions.evaluate(caseId, TABLE, facts).stream()
                .map(row -> line(regulation, row))
                .toList();
    }

    /** Which organ decides on a council of this kind, by the table {@code recognition-organ}. */
    String organ(CaseId caseId, CouncilKind kind) {
        var regulation = regulations.facts(cases.get(caseId).regulation());
        var rows =
                decisions.evaluate(caseId, "recognition-organ", Map.of("kind", word(kind), "regulation", regulation));
        return text(rows.get(0), "organ");
    }

    private Line line(RegulationId regulation, Map<String, Object> row) {
        var parameter = regulations.get(regulation, text(row, "parameter"));
        return new Line(
                text(row, "condition"),
                Boolean.TRUE.equals(row.get("met")),
                parameter.article(),
                parameter.sentence(),
                parameter.sentenceEn(),
                parameter.reason(),
                parameter.reasonEn());
    }

    private static String text(Map<String, Object> row, String output) {
        return Objects.requireNonNull(row.get(output), output).toString();
    }

    /** The kind as the table knows it. */
    static String word(CouncilKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
