package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.PostgresIT;
import org.samenspraak.testing.RowCount;
import org.samenspraak.testing.SqlCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A dossier with 500 events, 200 documents and 40 tasks opens like a short one. */
class LongDossierPagesTest extends PostgresIT {

    private static final Pattern MORE = Pattern.compile("class=\"pager\".*?href=\"([^\"]*)\"", Pattern.DOTALL);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    private CaseView file;
    private LongDossier dossier;

    @BeforeEach
    void openCase() throws Exception {
        file = new WorkFixture(context).startTrial(areas.add("Runkst", null, Actor.SYSTEM));
        dossier = new LongDossier(context);
        dossier.fill(file, 60, 20, 24);
        dossier();
    }

    @Test
    void asksAndReadsTheSameHoweverLongItIs() throws Exception {
        var template = context.getBean(JdbcTemplate.class);
        var statements = SqlCount.of(this::dossier);
        var rows = RowCount.of(template, this::dossier);
        var length = dossier().length();

        dossier.fill(file, 440, 180, 16);
        assertThat(jdbc.sql("select count(*) from casefile_event where case_id = ?")
                        .param(file.id().value())
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(500);

        assertThat(statements).isPositive();
        // its regulation is read whole, however much a city regulates
        assertThat(rows - parameters()).isBetween(50L, 300L);
        assertThat(SqlCount.of(this::dossier)).isEqualTo(statements);
        assertThat(RowCount.of(template, this::dossier)).isEqualTo(rows);
        assertThat(dossier().length()).isCloseTo(length, Percentage.withPercentage(5));
    }

    private long parameters() {
        return jdbc.sql("select count(*) from regulation_parameter where name = ? and version = ?")
                .params(file.regulation().name(), file.regulation().version())
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource({
        "taken, data-label=, 25",
        "documenten, class=\"icon\", 20",
        "berichten, Bericht , 20",
        "notities, Notitie , 20",
        "tijdlijn?kind=note, Reden , 20"
    })
    void readsEveryListToItsEnd(String list, String mark, int many) throws Exception {
        dossier.fill(file, 60, 30, 0);
        var seen = 0;
        var pages = 0;
        for (var url = "/zaken/" + file.number() + "/" + list; url != null; url = more(url)) {
            assertThat(pages++).isLessThan(20);
            seen += page(url).split(Pattern.quote(mark), -1).length - 1;
        }

        assertThat(pages).isGreaterThanOrEqualTo(list.equals("taken") ? 1 : 2);
        assertThat(seen).isGreaterThanOrEqualTo(many);
    }

    private @Nullable String more(String url) throws Exception {
        var found = MORE.matcher(page(url));
        return found.find() ? found.group(1).replace("&amp;", "&") : null;
    }

    private String dossier() throws Exception {
        return page("/zaken/" + file.number());
    }

    private String page(String url) throws Exception {
        return mvc.perform(get(URI.create(url)).with(role("auditor")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
