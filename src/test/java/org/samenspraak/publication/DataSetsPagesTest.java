package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DataSetsPagesTest extends PostgresIT {

    private static final Actor OFFICE = Actor.resident("Bureau");
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 14);
    private static final Pattern COLUMN = Pattern.compile("\\| `([a-z_]+)` \\| .+ \\|");

    @Autowired
    private DataSets sets;

    @Autowired
    private Areas areas;

    @Autowired
    private Councils councils;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Cases cases;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ObjectMapper json;

    @Test
    void isDocumentedAsItIs() throws Exception {
        var documented = new LinkedHashMap<String, List<String>>();
        var set = "";
        for (var line : Files.readAllLines(Path.of("docs/open-data.md"))) {
            if (line.startsWith("## ")) {
                set = line.substring(3);
            }
            var column = COLUMN.matcher(line);
            if (column.matches()) {
                documented.computeIfAbsent(set, none -> new ArrayList<>()).add(column.group(1));
            }
        }

        assertThat(documented).isEqualTo(columns());
        mvc.perform(get("/publiek/open-data"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("publicdomain/zero")));
    }

    @Test
    void givesEveryTableInBothFormatsWithTheSameColumns() throws Exception {
        var council = councils.add(CouncilKind.WIJKRAAD, "=Raad \"Noord\"", areas.add("Noord", null, OFFICE), OFFICE);
        councils.inscribe(
                council,
                new Councils.Inscription(true, TODAY, null, "basis", "Geheime voorwaarde", "7", TODAY, CaseId.create()),
                OFFICE);
        councils.end(council, Standing.WITHDRAWN, TODAY, "Geheime reden", null, OFFICE);

        for (var one : columns().entrySet()) {
            var csv = body("/publiek/" + one.getKey() + ".csv");
            assertThat(csv.lines().findFirst().orElseThrow())
                    .isEqualTo("\"" + String.join("\",\"", one.getValue()) + "\"");
            var read = json.readTree(body("/publiek/" + one.getKey() + ".json"));
            assertThat(read.isArray()).isTrue();
            read.forEach(row -> assertThat(row.fieldNames()).toIterable().containsExactlyElementsOf(one.getValue()));
        }
        mvc.perform(get("/publiek/inschrijvingen.json"))
                .andExpect(jsonPath("$[0].name").value("=Raad \"Noord\""))
                .andExpect(jsonPath("$[0].recognised").value(true))
                .andExpect(jsonPath("$[0].from").value("2026-09-14"))
                .andExpect(jsonPath("$[0].until").doesNotExist())
                .andExpect(jsonPath("$[0].ended_as").value("withdrawn"));
        mvc.perform(get("/publiek/raden.json"))
                .andExpect(jsonPath("$[0].area_id")
                        .value(councils.get(council).area().value().toString()));
        assertThat(body("/publiek/inschrijvingen.csv"))
                .contains("\"'=Raad \"\"Noord\"\"\"")
                .doesNotContain("Geheime");
    }

    @Test
    void writesANumberTheSameInBothFormats() throws Exception {
        var council = councils.add(CouncilKind.WIJKRAAD, "Raad Noord", areas.add("Noord", null, OFFICE), OFFICE);
        var round = CaseId.create();
        jdbc.sql("insert into grant_round (case_id, year, closing_day) values (?, 2026, '2026-03-01')")
                .param(round.value())
                .update();
        jdbc.sql(
                        "insert into grant_grant (case_id, round, council_id, year, state, asked, granted) values (?, ?, ?, 2026,"
                                + " 'GRANTED', 90000, 75000)")
                .params(CaseId.create().value(), round.value(), council.value())
                .update();

        assertThat(body("/publiek/jaarcijfers.csv")).contains("\"grants\",\"\",\"\",\"money\",\"750.00\",\"false\"");
        assertThat(body("/publiek/jaarcijfers.json"))
                .contains("\"figure\":\"grants\",\"item\":null,\"name\":null,\"measure\":\"money\",\"count\":750.00,");
    }

    @Test
    void listsMeetingsOpenToAllWithoutWhoWasNamed() throws Exception {
        var council = councils.add(CouncilKind.WIJKRAAD, "Raad Noord", areas.add("Noord", null, OFFICE), OFFICE);
        var forum = CaseId.create();
        transaction.executeWithoutResult(status ->
                cases.open(new OpenCase(forum, "open-forum", "FOR", "Forum", council, null, TODAY, false, OFFICE)));
        jdbc.sql(
                        "insert into grant_meeting (case_id, council_id, subject, open_to_all, state, planned_at, minutes, place)"
                                + " values (?, ?, 'Het voorstel van mevrouw Merkteken', true, 'PLANNED', '2026-10-01T17:30:00Z', 90,"
                                + " 'Zaal, bel 0470 98 76 54')")
                .params(forum.value(), council.value())
                .update();
        meetings.add(Meetings.PUBLIC_ORGAN, List.of(LocalDate.of(2026, 10, 7)), OFFICE);

        assertThat(body("/publiek/zittingen.csv"))
                .contains("\"gemeenteraad-2026-10-07\",\"organ\",\"\",\"2026-10-07\",\"\",\"\",\"\",\"\"")
                .contains("\"" + forum + "\",\"open\",\"Het voorstel van mevrouw [weggelaten]\",\"2026-10-01\","
                        + "\"2026-10-01T19:30+02:00\",\"Zaal, bel [weggelaten]\",\"2026-10-01T21:00+02:00\",\""
                        + council
                        + "\"");
        mvc.perform(get("/publiek/volgen"))
                .andExpect(content().string(containsString("mevrouw [weggelaten]")))
                .andExpect(content().string(not(containsString("Merkteken"))));
        assertThat(body("/publiek/zittingen.ics")).doesNotContain("Merkteken", "98 76 54");
    }

    @Test
    void knowsNoOtherTable() throws Exception {
        mvc.perform(get("/publiek/leden.csv")).andExpect(status().isNotFound());
        mvc.perform(get("/publiek/raden.xlsx")).andExpect(status().isNotFound());
    }

    private Map<String, List<String>> columns() {
        var all = new LinkedHashMap<String, List<String>>();
        sets.all().forEach(one -> all.put(one.name(), one.columns()));
        return all;
    }

    private String body(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse().getContentAsString();
    }
}
