package org.samenspraak.grant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.ledger.Amount;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;

/** The amounts, days and choices that the regulation of a grant gives. */
@Component
class GrantRules {

    private static final String CEILING = "grant.ceiling";

    private final Regulations regulations;
    private final Councils councils;
    private final Cases cases;

    GrantRules(Regulations regulations, Councils councils, Cases cases) {
        this.regulations = regulations;
        this.councils = councils;
        this.cases = cases;
    }

    RegulationId of(Grant grant) {
        return cases.get(grant.caseId()).regulation();
    }

    Parameter get(Grant grant, String key) {
        return regulations.get(of(grant), key);
    }

    boolean asks(Grant grant, String key) {
        return get(grant, key).value().equals("yes");
    }

    Amount amount(Grant grant, String key) {
        return amount(get(grant, key));
    }

    /** The most a council may get, by its level where the regulation has one for it; without a level that of the first one. */
    Amount ceiling(Grant grant) {
        var regulation = of(grant);
        var level = Optional.ofNullable(councils.get(grant.council()).level())
                .or(() -> firstLevel(grant))
                .orElse(null);
        return amount(
                level == null
                        ? regulations.get(regulation, CEILING)
                        : regulations
                                .find(regulation, CEILING + "." + level)
                                .orElseGet(() -> regulations.get(regulation, CEILING)));
    }

    /** Of a council that has no level yet; none where the regulation knows no levels, or no ceiling for it. */
    Optional<String> firstLevelOf(Grant grant) {
        return councils.get(grant.council()).level() == null
                ? firstLevel(grant).filter(level -> regulations
                        .find(of(grant), CEILING + "." + level)
                        .isPresent())
                : Optional.empty();
    }

    private Optional<String> firstLevel(Grant grant) {
        return regulations.find(of(grant), "recognition.first-level").map(Parameter::value);
    }

    /** What a council gets that asks for nothing else. */
    Amount usual(Grant grant) {
        var usual = amount(grant, "grant.amount");
        var most = ceiling(grant);
        return usual.isMoreThan(most) ? most : usual;
    }

    /** Whether this regulation knows grants at all: one of before them does not. */
    boolean hasGrants(RegulationId regulation) {
        return regulations.find(regulation, "grant.amount").isPresent();
    }

    int yearOf(RegulationId regulation, int roundYear) {
        return roundYear + regulations.get(regulation, "grant.years-ahead").number();
    }

    /** From this day on a council may ask, also when its talk is still to come. */
    LocalDate opens(RegulationId regulation, LocalDate closing) {
        return closing.minusWeeks(regulations.get(regulation, "grant.open").number());
    }

    /** The last day to account for a grant. */
    LocalDate reportDue(Grant grant) {
        return MonthDay.parse(get(grant, "grant.report-due").value()).atYear(grant.year() + 1);
    }

    boolean hasKeptRegister(CouncilId council, LocalDate day) {
        return councils.inscriptions(council).stream().anyMatch(one -> {
            var until = one.endedOn() == null ? one.inscription().until() : one.endedOn();
            return !one.inscription().from().isAfter(day) && (until == null || !until.isBefore(day));
        });
    }

    private static Amount amount(Parameter parameter) {
        return Amount.ofEuros(new BigDecimal(parameter.value()));
    }
}
