package org.samenspraak.testing;

import com.icegreen.greenmail.util.GreenMailUtil;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.correspondence.Outbox;
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
import org.samenspraak.process.EngineClock;
import org.samenspraak.process.Processes;
import org.springframework.beans.factory.annotation.Autowired;

/** A council whose chair and secretary have to sign: the shipped part of recognition that asks a council most. */
public abstract class CouncilCaseIT extends PostgresIT {

    protected static final String AN = "an@raad.example";
    protected static final String ELS = "els@raad.example";
    protected static final Actor OFFICE = Actor.resident("Participatiebureau");

    private static final Pattern LINK = Pattern.compile("/v/([A-Za-z0-9_-]{64})");

    @Autowired
    protected Areas areas;

    @Autowired
    protected Councils councils;

    @Autowired
    protected Memberships memberships;

    @Autowired
    protected Cases cases;

    @Autowired
    protected Processes processes;

    @Autowired
    protected EngineClock engine;

    @Autowired
    protected Outbox outbox;

    protected CouncilId council = CouncilId.create();
    protected CaseId caseId = CaseId.create();

    @AfterEach
    void leaveEngineToItsClock() {
        engine.reset();
    }

    /** Opens a case in which chair and secretary are asked to sign; nothing is mailed yet. */
    protected void askToSign() {
        askToSign(person("An Peeters", AN, Function.CHAIR), person("Els Maes", ELS, Function.SECRETARY));
    }

    protected void askToSign(NewMember... members) {
        open("recognition", members);
        processes.start("engagement-statement", caseId, Map.of(), OFFICE);
        engine.runDue();
    }

    /** Opens a case in which chair and secretary are asked one question together, until its clock goes on without them. */
    protected void askForView() {
        open(
                "recognition-withdrawal",
                person("An Peeters", AN, Function.CHAIR),
                person("Els Maes", ELS, Function.SECRETARY));
        engine.set(clock.instant());
        processes.start("recognition-withdrawal", caseId, Map.of(), OFFICE);
        engine.runDue();
    }

    private void open(String trajectory, NewMember... members) {
        var area = areas.add("Runkst", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, OFFICE);
        memberships.replace(council, List.of(members), today(), OFFICE);
        cases.open(new OpenCase(caseId, trajectory, "REC", "Wijkraad Runkst", council, area, today(), false, OFFICE));
    }

    protected LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    protected static NewMember person(String name, @Nullable String email, Function function) {
        return new NewMember(name, email, null, name + "straat 1", Set.of(function), true, true, false, Sex.NOT_STATED);
    }

    /** The token in the last mail to an address that has a link. */
    protected String tokenOf(String address) throws Exception {
        outbox.sendDue();
        String token = null;
        for (var received : mail.receivedBy(address)) {
            var found = LINK.matcher(GreenMailUtil.getBody(received).replace("=\r\n", ""));
            if (found.find()) {
                token = found.group(1);
            }
        }
        return Objects.requireNonNull(token, "no link for " + address);
    }
}
