package org.samenspraak.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.process.Processes;
import org.samenspraak.testing.JourneyIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A council of a chair and a secretary on their phones, who are asked one question together until a clock goes on without them. */
abstract class CouncilJourney extends JourneyIT {

    static final String AN = "an@raad.example";
    static final String ELS = "els@raad.example";
    static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Cases cases;

    @Autowired
    private Processes processes;

    final CaseId caseId = CaseId.create();
    CouncilId council = CouncilId.create();
    String number = "";

    @BeforeEach
    void askTheCouncil() {
        var area = areas.add("Runkst", null, Actor.SYSTEM);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, Actor.SYSTEM);
        compose(person("An Peeters", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY));
        open(caseId, "recognition-withdrawal", "INT");
        number = cases.get(caseId).number();
        processes.start("recognition-withdrawal", caseId, Map.of(), Actor.SYSTEM);
        run();
    }

    /** Asks chair and secretary to sign in an application, which they may withdraw. */
    void askToSign() {
        var application = CaseId.create();
        open(application, "recognition", "REC");
        processes.start("engagement-statement", application, Map.of(), Actor.SYSTEM);
        run();
    }

    private void open(CaseId id, String trajectory, String code) {
        var area = councils.get(council).area();
        cases.open(new OpenCase(id, trajectory, code, "Wijkraad Runkst", council, area, TODAY, false, Actor.SYSTEM));
    }

    void compose(NewMember... members) {
        memberships.replace(council, List.of(members), TODAY, Actor.SYSTEM);
    }

    static NewMember person(String name, String email, Function function) {
        return new NewMember(name, email, null, name + "straat 1", Set.of(function), true, true, false, Sex.NOT_STATED);
    }
}
