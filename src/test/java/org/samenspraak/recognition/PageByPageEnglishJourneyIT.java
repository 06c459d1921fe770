package org.samenspraak.recognition;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/** The same in English: in the Netherlands a city may speak the language of the browser. */
@Tag("full")
@TestPropertySource(
        properties = {
            "samenspraak.municipality.jurisdiction=NL",
            "samenspraak.municipality.zone=Europe/Amsterdam",
            "samenspraak.municipality.name=Gemeente Enschede"
        })
class PageByPageEnglishJourneyIT extends PageByPageJourneyIT {

    private static final Map<String, String> ENGLISH = Map.of(
            "Stap {} van 4", "Step {} of 4",
            "Verder", "Next",
            "Terug", "Back",
            "Bewaard op", "Kept on",
            "Bewaar en ga later verder", "Save and go on later",
            "Wijzig: Uw raad", "Change: Your council",
            "Verstuur", "Send",
            "Verstuur de aanvraag", "Send the application",
            "Wis alles en begin opnieuw", "Wipe everything and begin again",
            "is gewist", "is wiped");

    @Override
    Page phone() {
        return hasScript() ? browse(Screen.PHONE, "en") : super.phone();
    }

    @Override
    String say(String dutch) {
        return hasScript() ? Objects.requireNonNull(ENGLISH.get(dutch), dutch) : dutch;
    }
}
