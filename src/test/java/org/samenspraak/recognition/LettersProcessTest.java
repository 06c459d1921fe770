package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Documents;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;

/** Each letter as the PDF that is filed, at the moment in a case at which it is sent. */
class LettersProcessTest extends LetterScenario {

    private static final String COMPLAINT = "een klacht indienen bij de toezichthoudende overheid";

    @Test
    void tellsThatTheApplicationCame() {
        assertThat(letter(apply(), "application-received"))
                .contains("Wij kregen uw aanvraag", "14 september 2026", "10 werkdagen", "120 dagen");
    }

    @Test
    void tellsWhyAnApplicationIsSetAside() {
        var caseId = complete(Map.of("members", members("woman")));
        wait(31);
        answer(caseId, "Task_DecideNotHandled", notHandled());

        assertThat(letter(caseId, "not-handled"))
                .contains("Er kwam geen aanvulling.", "2026_AD_7", "15 oktober 2026", COMPLAINT, "30 dagen")
                .contains("drie leden");
    }

    @Test
    void whatSomebodyTypedIsTextInALetter() {
        var markup = "<b>vet</b> <img src='file:///etc/passwd'/> &amp; \"x\" <script>alert(1)</script> ]]> <!--";
        var caseId = complete(Map.of("members", members("woman")));
        wait(31);
        var answers = new HashMap<>(notHandled());
        answers.put("reason", markup);
        answer(caseId, "Task_DecideNotHandled", answers);

        assertThat(letter(caseId, "not-handled")).contains(markup);
    }

    /** A reason of any length: no page may hold its number alone. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsWithoutABlankPage(int lines) {
        var caseId = complete(Map.of("members", members("woman")));
        wait(31);
        var answers = new HashMap<>(notHandled());
        answers.put("reason", "Er kwam geen aanvulling.\n".repeat(lines));
        answer(caseId, "Task_DecideNotHandled", answers);

        assertThat(letter(caseId, "not-handled")).contains("geen aanvulling");
    }

    @Test
    void tellsWhatWasGrantedAndUntilWhen() {
        var caseId = complete(Map.of());
        advise(caseId);
        answer(caseId, "Task_DecideCollege", decision("conditional"));
        List.of("Chair", "Secretary", "Mayor", "Director").forEach(signer -> sign(caseId, signer));

        assertThat(letter(caseId, "recognition-granted"))
                .contains("14 september 2026", "13 september 2030", "2026_CBS_0042")
                .contains("De raad vertegenwoordigt de buurt.", "Elk jaar een open forum.")
                .contains("het college van burgemeester en schepenen", "voldaan", COMPLAINT);
    }

    @Test
    void namesTheGemeenteraadForAnAdvisoryCouncil() {
        var caseId = recognised(Map.of("kind", "adviesraad", "members", members("woman", "man", "woman")));

        assertThat(letter(caseId, "recognition-granted")).contains("de gemeenteraad");
    }

    @Test
    void tellsWhyItWasRefused() {
        var caseId = complete(Map.of());
        advise(caseId);
        answer(caseId, "Task_DecideCollege", decision("refused"));

        assertThat(letter(caseId, "recognition-refused"))
                .contains("14 september 2026", "De raad vertegenwoordigt de buurt.", "2026_CBS_0042", COMPLAINT);
    }

    @Test
    void tellsWhyARecognitionDoesNotGoThrough() {
        var caseId = granted(Map.of());
        wait(31);
        answer(caseId, "Task_FollowUpSignatures", Map.of("signing", "stop", "reason", "De raad wil niet tekenen."));

        assertThat(letter(caseId, "not-signed", ""))
                .contains("De raad wil niet tekenen.", "binnen dertig dagen", COMPLAINT);
    }

    @Test
    void asksToSignTheSameWordsThatAreKeptWithTheSignatures() {
        var caseId = recognised(Map.of());

        var both = "De raad organiseert elk jaar minstens één open bijeenkomst.";
        assertThat(letter(caseId, "engagement-statement")).contains(both, "30 dagen", "eigen link");
        assertThat(letter(caseId, "engagement-signed"))
                .contains(both, "Getekend door", "14 september 2026", CLERK.name());
    }

    /** Name, function, capacity and moment of each; a council's name is the register's, whatever is typed. */
    @Test
    void namesWhoSignedInWhichCapacity() {
        var caseId = granted(Map.of());
        var council = council(caseId).id();
        var alderman = Actor.person(PersonId.create(), "Schepen van participatie")
                .inPlaceOf(new Actor.Holder(PersonId.create(), "Burgemeester"));
        sign(caseId, "Chair", Actor.council(council, "An Peeters"), "Iemand Anders");
        sign(caseId, "Secretary", Actor.resident("Participatiebureau"), "Bert Claes");
        sign(caseId, "Mayor", alderman, "Jo Maes");
        sign(caseId, "Director", Actor.person(PersonId.create(), "Algemeen directeur"), "Lut Raes");

        assertThat(letter(caseId, "engagement-signed"))
                .contains(
                        "An Peeters voorzitter van Wijkraad Runkst 14 september 2026",
                        "Bert Claes secretaris van Wijkraad Runkst",
                        "Getekend door Participatiebureau",
                        "Jo Maes burgemeester, voor Stad Hasselt",
                        "Getekend door Schepen van participatie, bij delegatie voor Burgemeester",
                        "Lut Raes algemeen directeur, voor Stad Hasselt",
                        "Getekend door Algemeen directeur")
                .doesNotContain("Iemand Anders");
    }

    @Test
    void invitesToRenewAndTellsWhenItIsOver() {
        var term = term(recognised(Map.of()));
        goTo(LocalDate.of(2030, 6, 3));
        assertThat(letter(term, "renewal-invitation", "3 juni 2030")).contains("13 september 2030");

        goTo(LocalDate.of(2030, 9, 17));
        assertThat(letter(term, "recognition-expired", "17 september 2030")).contains("13 september 2030");
    }

    @Test
    void tellsWhyARecognitionIsWithdrawn() {
        var withdrawal = withdraw(recognised(Map.of()), "withdrawn");

        assertThat(letter(withdrawal, "withdrawal-intention")).contains("14 dagen");
        assertThat(documents.of(withdrawal)).extracting(Documents.Row::name).noneMatch(it -> it.contains("0"));
        assertThat(letter(withdrawal, "recognition-withdrawn"))
                .contains("Er is geen werking.", "2026_CBS_0099", "schepenen")
                .contains("tegen deze intrekking een klacht", "30 dagen");
    }

    @Test
    void tellsThatARecognitionStays() {
        var withdrawal = withdraw(recognised(Map.of()), "kept");

        assertThat(letter(withdrawal, "recognition-kept"))
                .contains("Er is geen werking.", "2026_CBS_0099", "schepenen");
    }

    @Test
    void confirmsThatTheCouncilWithdrewItsApplication() {
        var caseId = apply();
        cases.stop(caseId, CaseStatus.WITHDRAWN, "Wij stoppen.", CLERK);
        run();

        assertThat(letter(caseId, "application-withdrawn")).contains("14 september 2026", "nieuwe aanvraag");
    }
}
