package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

class SearchPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Cases cases;

    @Autowired
    private Documents documents;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Councils councils;

    @Autowired
    private Memberships memberships;

    @Autowired
    private People people;

    @Autowired
    private Areas areas;

    private AreaId area = AreaId.create();
    private CouncilId council = CouncilId.create();
    private CaseView file;

    @BeforeEach
    void fill() {
        area = areas.add("Noord van de test", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Kruisveld", area, OFFICE);
        memberships.add(council, chair("Voorzitter Jansen"), TODAY, OFFICE);
        file = open("Vergunning voor twee feestweiden");
        documents.add(file.id(), "Begroting_2026 (versie-2).txt", Documents.Kind.ATTACHMENT, bytes("cijfers"), OFFICE);
        documents.add(file.id(), "Inschrijfblad gescand.txt", Documents.Kind.SCAN, bytes("adressen"), OFFICE);
        timeline.add(file.id(), "case.closed", Map.of(), "De <b>speeltuin</b> kreeg klachten over bladblazers", OFFICE);
        people.add(
                new People.NewPerson(
                        "wijkregisseur",
                        "Wijkregisseur Kruisveld",
                        "regie@stad.example",
                        "",
                        "een-lang-wachtwoord",
                        Set.of()),
                OFFICE);
    }

    @ParameterizedTest
    @CsvSource({
        "feestweide, Vergunning voor twee",
        "VERGUNNINGEN, Vergunning",
        "feestw verg, Vergunning",
        "kruisvled, Wijkraad",
        "wijkraden kruisveld, Wijkraad",
        "janssen, Jansen",
        "begroting versie, versie",
        "klacht, klachten",
        "wijkregiseur, Wijkregisseur",
    })
    void findsByStemsBeginningsAndWhatLooksLikeANameInOneBox(String asked, String found) throws Exception {
        search(asked, "participation-office")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(found)));
    }

    @ParameterizedTest
    @CsvSource({"adviezen, Een advies over de markt", "advies, Twee adviezen", "brief, Oude brieven", "duiven, De duif"
    })
    void findsPluralsThatChangeALetter(String asked, String title) throws Exception {
        open(title);
        search(asked, "participation-office").andExpect(content().string(containsString("-REC-0002")));
    }

    @Test
    void groupsWhatItFindsInBothLanguages() throws Exception {
        search("kruisveld", "participation-office")
                .andExpect(content().string(containsString("Raden")))
                .andExpect(content().string(containsString("<mark>Kruisveld</mark>")))
                .andExpect(content().string(containsString("mailto:regie@stad.example")))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get("/zoeken").param("q", "kruisveld").param("lang", "en").with(role("participation-office")))
                .andExpect(content().string(containsString("Officials")));
    }

    @Test
    void findsNotesAndClosedDocumentsOnlyWhereTheyMayBeRead() throws Exception {
        timeline.add(file.id(), "note.added", Map.of(), "Bel liever de penningmeester", OFFICE);
        documents.add(
                file.id(),
                "Ledenlijst.txt",
                Documents.Kind.ATTACHMENT,
                Documents.Audience.CONTACTS,
                bytes("namen"),
                OFFICE);

        assertThat(page("penningmeester", "legal")).contains("penningmeester</mark>");
        assertThat(page("penningmeester", "process-designer")).doesNotContain("penningmeester</mark>");
        assertThat(page("ledenlijst", "participation-office")).contains("Ledenlijst</mark>");
        assertThat(page("ledenlijst", "legal")).doesNotContain("Ledenlijst</mark>");
    }

    @ParameterizedTest
    @CsvSource({
        "participation-office, true",
        "auditor, true",
        "area-manager@here, true",
        "area-manager@elsewhere, false",
        "legal, false",
        "process-designer, false",
    })
    void showsMembersAndScansToWhoMaySeeAddressesThereOnly(String role, boolean seen) throws Exception {
        var me = role.replace("elsewhere", AreaId.create().toString()).replace("here", area.toString());

        assertThat(page("jansen", me).contains("Jansen</mark>")).isEqualTo(seen);
        assertThat(page("inschrijfblad", me).contains("Inschrijfblad</mark>")).isEqualTo(seen);
        assertThat(page("kruisveld", me)).contains("Wijkraad");
    }

    @Test
    void keepsDocumentsFromWhoOpensNoneAndEverythingFromWhoSeesNoOffice() throws Exception {
        assertThat(page("begroting", "legal")).contains("Begroting</mark>");
        assertThat(page("begroting", "process-designer")).doesNotContain("Begroting</mark>");
        search("begroting", "administrator").andExpect(status().isForbidden());
        mvc.perform(get("/zoeken?q=begroting&in=DOCUMENTS").with(role("process-designer")))
                .andExpect(status().isForbidden());
        mvc.perform(get("/zoeken?q=jansen&in=MEMBERS").with(role("legal"))).andExpect(status().isForbidden());
    }

    @Test
    void goesToTheCaseOfANumberAtOnce() throws Exception {
        search(" " + file.number().toLowerCase(java.util.Locale.ROOT) + " ", "legal")
                .andExpect(redirectedUrl("/zaken/" + file.number()));
        search(file.number().substring(0, 9), "legal").andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "'",
                "%",
                "\\",
                "' or 1=1 --",
                "a & | ! :* <-> (",
                "<script>alert(1)</script>",
                "\u0000\u0007x",
                "kruis\ud83d",
                "de het een",
                "’t Öl",
                "__",
                "100%",
                "{0}",
                "${7*7}",
                "a:b*c"
            })
    void givesAPageWhateverIsTyped(String asked) throws Exception {
        search(asked, "participation-office")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))));
        for (var kind : Finder.Kind.values()) {
            mvc.perform(get("/zoeken")
                            .param("q", asked)
                            .param("in", kind.name())
                            .with(role("participation-office")))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void givesAPageForVeryMuchAndABadRequestForAPlaceThatIsNone() throws Exception {
        search("kruisveld ".repeat(2000), "participation-office").andExpect(status().isOk());
        search("x".repeat(20_000), "participation-office").andExpect(status().isOk());
        for (var kind : Finder.Kind.values()) {
            mvc.perform(get("/zoeken?q=kruisveld&after=nowhere&in=" + kind).with(role("participation-office")))
                    .andExpect(status().isBadRequest());
        }
        mvc.perform(get("/zoeken?q=kruisveld&in=EVERYTHING").with(role("legal")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void showsWhatSomebodyWroteAsTextWithTheWordThatWasAsked() throws Exception {
        assertThat(page("bladblazer", "legal"))
                .contains("&lt;b&gt;speeltuin&lt;/b&gt;", "<mark>bladblazers</mark>", file.number())
                .doesNotContain("<b>speeltuin");
    }

    @Test
    void countsToNinetyNineAndReadsOnPageByPageWithAsManyQueriesForManyAsForOne() throws Exception {
        var one = SqlCount.of(() -> page("verslag", "participation-office"));
        IntStream.range(0, 101)
                .forEach(i -> documents.add(
                        file.id(), "Verslag " + i + ".txt", Documents.Kind.ATTACHMENT, bytes("x"), OFFICE));

        assertThat(page("verslag", "participation-office")).contains("Alle 99+ documenten");
        assertThat(SqlCount.of(() -> page("verslag", "participation-office"))).isEqualTo(one);
        var url = "/zoeken?q=verslag&in=DOCUMENTS";
        int seen = 0;
        int pages = 0;
        while (url != null && pages++ < 10) {
            var html = mvc.perform(get(java.net.URI.create(url)).with(role("participation-office")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            seen += html.split("<mark>Verslag</mark>", -1).length - 1;
            var next = java.util.regex.Pattern.compile("href=\"(/zoeken\\?[^\"]*after=[^\"&]*)\"")
                    .matcher(html);
            url = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).isEqualTo(101);
    }

    private ResultActions search(String asked, String role) throws Exception {
        return mvc.perform(get("/zoeken").param("q", asked).with(role(role)));
    }

    private String page(String asked, String role) throws Exception {
        return search(asked, role).andReturn().getResponse().getContentAsString();
    }

    private CaseView open(String title) {
        return cases.get(cases.open(
                new OpenCase(CaseId.create(), "recognition", "REC", title, council, area, TODAY, false, OFFICE)));
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static NewMember chair(String name) {
        return new NewMember(
                name,
                "voorzitter@kruisveld.example",
                "011 22 33 44",
                "Dorp 1",
                EnumSet.of(Function.CHAIR),
                true,
                true,
                false,
                Sex.NOT_STATED);
    }
}
