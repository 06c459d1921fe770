package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;

/** What an idea may cost by the regulation of its round. */
@Component
class CostLimits {

    private final Cases cases;
    private final Regulations regulations;
    private final BudgetWords words;

    CostLimits(Cases cases, Regulations regulations, BudgetWords words) {
        this.cases = cases;
        this.regulations = regulations;
        this.words = words;
    }

    /** @param cents none when it isn't known */
    void refuseOutside(CaseId round, @Nullable Long cents) {
        var least = limit(round, "project.minimum");
        var most = limit(round, "project.maximum");
        if (cents != null && (cents < least || cents > most)) {
            throw Refusal.of("cost", "wijkbudget.refusal.idea-cost", words.euros(least), words.euros(most));
        }
    }

    private long limit(CaseId round, String rule) {
        return new BigDecimal(
                        regulations.get(cases.get(round).regulation(), rule).value())
                .movePointRight(2)
                .longValueExact();
    }
}
