package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** A case goes to another council: the letters stay with who got them. */
class PassedOnLettersPagesTest extends PortalScenario {

    private static final String JO = "jo@tuilt.example";

    @Autowired
    private Letters letters;

    private UUID statement = UUID.randomUUID();

    @BeforeEach
    void aLetterAndAnotherCouncil() {
        askToSign();
        outbox.sendDue();
        jdbc.sql("update council_council set standing = 'RECOGNISED'").update(); // the city still talks with it
        statement = letters.latest(caseId, "engagement-statement").orElseThrow();
    }

    @Test
    void keepsLettersWithTheCouncilThatGotThem() throws Exception {
        var an = signedIn(AN);
        assertThat(an.get("/raad/dossier").body()).doesNotContain("niet meer bij uw raad");
        assertThat(an.get(dossier()).body()).contains(document());

        move(aCouncilOfJo());
        outbox.sendDue();

        var jo = signedIn(JO);
        assertThat(jo.get(dossier()).body()).contains("Ontvangen").doesNotContain(document());
        assertThat(jo.get(document()).statusCode()).isEqualTo(404);
        assertThat(jo.get("/raad/dossier/jaren").body()).doesNotContain("An Peeters", "Els Maes");
        var task = jdbc.sql("select id from process_task where array_to_string(groups, ' ') like '%council-chair@%'")
                .query(String.class)
                .single();
        assertThat(jo.get("/raad/vragen/" + task).statusCode()).isEqualTo(200);
        assertThat(jo.get("/raad/vragen/" + task + "/document").statusCode()).isEqualTo(200);
        var theirs = letters.latest(caseId, "engagement-statement").orElseThrow();
        assertThat(theirs).isNotEqualTo(statement);
        assertThat(jo.get(dossier()).body()).contains(theirs.toString());
        assertThat(an.get(dossier() + "/documenten/" + theirs).statusCode()).isEqualTo(404);
        assertThat(mail.receivedBy(JO))
                .anySatisfy(sent -> assertThat(Mails.subject(sent)).contains("ngagementsverklaring"));

        assertThat(an.get("/raad/dossier").body()).contains("Zaken die niet meer bij uw raad zijn", number());
        assertThat(an.get(dossier()).body())
                .contains("niet meer bij uw raad", document())
                .doesNotContain("Tuilt");
        assertThat(an.get(document()).statusCode()).isEqualTo(200);
        assertThat(an.get("/raad/dossier/jaren").body()).contains("An Peeters");
    }

    @Test
    void showsWhatComesAfterToTheCouncilThatHasTheCase() throws Exception {
        move(aCouncilOfJo());
        var later = letters.send(caseId, "engagement-signed", "council", Map.of("signatures", ""), OFFICE);

        assertThat(signedIn(JO).get(dossier()).body()).contains(later.toString());
        var an = signedIn(AN);
        assertThat(an.get(dossier()).body()).doesNotContain(later.toString());
        assertThat(an.get(dossier() + "/documenten/" + later).statusCode()).isEqualTo(404);
    }

    private CouncilId aCouncilOfJo() {
        var other = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Tuilt", areas.add("Tuilt", null, OFFICE), OFFICE);
        memberships.add(other, person("Jo Claes", JO, Function.CHAIR), today(), OFFICE);
        return other;
    }

    private void move(CouncilId other) {
        var view = cases.get(caseId);
        cases.move(caseId, view.version(), other, view.area(), "Wijkraad Tuilt", "Verkeerde raad", OFFICE);
    }

    private String dossier() {
        return "/raad/dossier/" + number();
    }

    private String document() {
        return dossier() + "/documenten/" + statement;
    }

    private String number() {
        return cases.get(caseId).number();
    }
}
