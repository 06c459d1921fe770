package org.samenspraak.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import biweekly.Biweekly;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

class FollowPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);

    @Autowired
    private Councils councils;

    @Autowired
    private Areas areas;

    @Autowired
    private Meetings meetings;

    private AreaId north = AreaId.create();
    private CouncilId runkst = CouncilId.create();

    @BeforeEach
    void fill() {
        north = areas.add("Noord", null, OFFICE);
        runkst = inscribed("Raad <Runkst> & co", areas.add("Runkst", north, OFFICE));
        councils.end(
                inscribed("Raad Zuid", areas.add("Zuid", null, OFFICE)),
                Standing.WITHDRAWN,
                TODAY,
                "Weg",
                null,
                OFFICE);
    }

    @Test
    void givesFeedsOfEverythingAndOfParts() throws Exception {
        assertThat(feed("").getEntries())
                .extracting(SyndEntry::getTitle)
                .anyMatch(it -> it.contains("Raad <Runkst> & co is erkend"))
                .anyMatch(it -> it.contains("van Raad Zuid eindigt"));
        assertThat(feed("?area=" + north).getEntries()).hasSize(1).allSatisfy(it -> {
            assertThat(it.getLink()).endsWith("/publiek/raden/" + runkst);
            assertThat(it.getUpdatedDate()).isNotNull();
        });
        assertThat(feed("?council=" + runkst).getEntries()).hasSize(1);
        assertThat(feed("?domain=mobility").getEntries()).isEmpty();
        assertThat(feed("").getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/publiek/nieuws.atom?council=x",
                "/publiek/nieuws.atom?council=9d0c1d53-54b8-4f5e-8a3d-6f7f3c1f0a11",
                "/publiek/nieuws.atom?area=9d0c1d53-54b8-4f5e-8a3d-6f7f3c1f0a11",
                "/publiek/nieuws.atom?domain=nergens",
                "/publiek/adviezen?council=x",
                "/publiek/adviezen?council=9d0c1d53-54b8-4f5e-8a3d-6f7f3c1f0a11",
                "/publiek/adviezen?domain=nergens",
                "/publiek/adviezen?year=abc",
                "/publiek/raden?area=9d0c1d53-54b8-4f5e-8a3d-6f7f3c1f0a11",
                "/publiek/raden?kind=x"
            })
    void saysOfEveryFilterThatIsNoneThatItIsWrong(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?lang=en"})
    void leadsFromEachPublicPageToTheOthers(String language) throws Exception {
        var links = Jsoup.parse(body("/publiek/volgen" + language)).select(".top__nav a");

        assertThat(links.eachAttr("href"))
                .containsExactly(Stream.of("raden", "adviezen", "wijkbudget", "jaarverslag", "volgen")
                        .map(part -> "/publiek/" + part + language)
                        .toArray(String[]::new));
        assertThat(links.select("[aria-current]").eachAttr("href")).containsExactly("/publiek/volgen" + language);
    }

    @Test
    void takesAFormWithoutAnyFilter() throws Exception {
        mvc.perform(get("/publiek/adviezen?council=&domain=&year=")).andExpect(status().isOk());
        mvc.perform(get("/publiek/raden?q=&kind=&area=")).andExpect(status().isOk());
    }

    @Test
    void givesThePublicMeetingsAsACalendarAndNoOther() throws Exception {
        meetings.add("gemeenteraad", List.of(LocalDate.of(2026, 10, 6)), OFFICE);
        meetings.add("college", List.of(LocalDate.of(2026, 10, 7)), OFFICE);

        var calendar = Biweekly.parse(body("/publiek/zittingen.ics")).first();

        assertThat(calendar.getEvents())
                .filteredOn(event -> event.getDateStart().getValue().toString().matches(".*Oct 0[67].*"))
                .hasSize(1)
                .allSatisfy(
                        event -> assertThat(event.getSummary().getValue()).isEqualTo("Zitting van de gemeenteraad"));
        assertThat(calendar.getExperimentalProperty("X-WR-CALNAME").getValue())
                .contains("openbare zittingen")
                .contains("laatste dagen");
        assertThat(calendar.getEvents())
                .extracting(event -> event.getSummary().getValue())
                .contains("Laatste dag van de gesprekken met raden over 2026");
        assertThat(body("/publiek/volgen"))
                .contains("nieuws.atom?area=" + north)
                .doesNotContain("??");
    }

    private SyndFeed feed(String query) throws Exception {
        return new SyndFeedInput().build(new StringReader(body("/publiek/nieuws.atom" + query)));
    }

    private String body(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString(UTF_8);
    }

    private CouncilId inscribed(String name, AreaId area) {
        var id = councils.add(CouncilKind.WIJKRAAD, name, area, OFFICE);
        councils.inscribe(
                id,
                new Councils.Inscription(true, TODAY, TODAY.plusYears(4), null, null, "1", TODAY, CaseId.create()),
                OFFICE);
        return id;
    }
}
