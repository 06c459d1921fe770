package org.samenspraak.council;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.identity.Areas;
import org.samenspraak.process.ProcessSteps;
import org.samenspraak.process.Step;
import org.samenspraak.process.StepContext;

/** What a model may ask about the council of its case; a case without a council has none of it. */
@ProcessSteps("council")
public class CouncilSteps {

    private final Cases cases;
    private final Councils councils;
    private final Memberships memberships;
    private final Areas areas;

    CouncilSteps(Cases cases, Councils councils, Memberships memberships, Areas areas) {
        this.cases = cases;
        this.councils = councils;
        this.memberships = memberships;
        this.areas = areas;
    }

    @Step(name = "Is de raad erkend?", about = "Waar wanneer de raad van de zaak vandaag erkend is.")
    public boolean recognised(StepContext step) {
        return council(step).filter(it -> it.standing() == Standing.RECOGNISED).isPresent();
    }

    @Step(
            name = "Niveau van de raad",
            about = "Geeft het niveau van de raad van de zaak, als het reglement niveaus kent.")
    public @Nullable String level(StepContext step) {
        return council(step).map(CouncilView::level).orElse(null);
    }

    @Step(name = "Gebied van de raad", about = "Geeft de naam van het gebied van de raad van de zaak.")
    public @Nullable String area(StepContext step) {
        return council(step).map(it -> areas.get(it.area()).name()).orElse(null);
    }

    @Step(name = "Aantal leden", about = "Telt de leden die de raad van de zaak vandaag heeft.")
    public int members(StepContext step) {
        return council(step).map(it -> memberships.today(it.id()).size()).orElse(0);
    }

    private Optional<CouncilView> council(StepContext step) {
        return Optional.ofNullable(cases.get(step.caseId()).council()).flatMap(councils::find);
    }
}
