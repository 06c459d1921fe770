package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;

class ExportPagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    private WorkFixture work;
    private AreaId runkst;

    @BeforeEach
    void addArea() {
        work = new WorkFixture(context);
        runkst = context.getBean(Areas.class).add("Runkst", null, Actor.SYSTEM);
    }

    @Test
    void theWorkListAsAFileHoldsWhatTheListShows() throws Exception {
        var file = work.openCase("=HYPERLINK(\"http://x\")", runkst);
        work.task("a", file, "Nakijken", "legal", TestClock.START);
        work.task("b", file, "Van iemand anders", "finance", null);

        var csv = text(open("/werk/uitvoer.csv?view=groups", "legal"));

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv)
                .startsWith("\uFEFF\"Taak\";\"Zaak\"")
                .contains("\"Nakijken\";\"" + file.number() + "\";\"'=HYPERLINK(\"\"http://x\"\")\"")
                .contains("\"Runkst\"");
        assertThat(text(open("/werk/uitvoer.csv?view=groups&q=niets", "legal")).lines())
                .hasSize(1);
        assertThat(open("/werk/uitvoer.csv?view=groups&lang=nl", "legal").getHeader("Content-Disposition"))
                .matches(".*filename=\"\\d{4}-\\d\\d-\\d\\d-taken-[a-z-]+\\.csv\".*");
        assertThat(text(open("/werk/uitvoer.csv?lang=en", "auditor"))).startsWith("\uFEFF\"Task\";\"Case\"");
    }

    @Test
    void theCasesAsAFileGoOnAfterEachPart() throws Exception {
        fill(2 * ExportPages.PART + 1);

        var csv = text(open("/zaken/uitvoer.csv?status=OPEN&area=" + runkst, "auditor"));

        assertThat(csv.lines().distinct()).hasSize(2 * ExportPages.PART + 2);
        assertThat(text(open("/zaken/uitvoer.csv?q=zaak2001", "college")).lines())
                .hasSize(2);
    }

    @Test
    void aWorkbookIsOne() throws Exception {
        work.openCase("Erkenning", runkst);

        var response = open("/zaken/uitvoer.xlsx", "college");

        assertThat(response.getContentType()).contains("spreadsheetml");
        assertThat(response.getHeader("Content-Disposition")).contains("zaken.xlsx");
        assertThat(response.getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void whoTookWhichListIsOnRecordWithoutTheWordsLookedFor() throws Exception {
        open("/werk/uitvoer.csv?view=late&q=Janssens", "legal");
        open("/zaken/uitvoer.csv?status=OPEN&q=Janssens", "legal");

        assertThat(jdbc.sql("select about from identity_audit where what = 'list-exported' order by at, about")
                        .query(String.class)
                        .list())
                .containsExactly("/werk?view=late", "/zaken?status=OPEN");
        mvc.perform(get("/zaken/uitvoer.csv").with(role("administrator"))).andExpect(status().isForbidden());
        mvc.perform(get("/zaken/uitvoer.exe").with(role("legal"))).andExpect(status().isNotFound());
    }

    @Test
    @Tag("full")
    void aQuarterOfAMillionCasesFitInOneFile() throws Exception {
        fill(250_000);

        assertThat(text(open("/zaken/uitvoer.csv", "auditor")).lines()).hasSize(250_001);
    }

    private void fill(int cases) {
        jdbc.sql(
                        """
                insert into casefile_case (id, number, code, year, trajectory, title, area_id, regulation_name,
                        regulation_version, received, on_paper, opened_at, words)
                    select gen_random_uuid(), '2026-REC-' || lpad(i::text, 6, '0'), 'REC', 2026, 'recognition', 'zaak ' || i, ?,
                        'hasselt', 1, '2026-01-01', false, now(), array_to_tsvector(array['zaak' || i])
                    from generate_series(1, ?) i""")
                .params(runkst.value(), cases)
                .update();
    }

    private MockHttpServletResponse open(String url, String role) throws Exception {
        return mvc.perform(get(url).with(role(role)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
