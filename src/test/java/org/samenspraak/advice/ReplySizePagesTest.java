package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.SqlCount;

/** Four hundred points of six councils: each page stays small, and asks little of the database. */
class ReplySizePagesTest extends ReplyScenario {

    private static final int POINTS = 400;
    private static final Pattern POINT =
            Pattern.compile("<strong>((?:Raad|Jeugdraad|Seniorenraad) ?[A-Z]? \\d+)</strong>");
    private static final Pattern NEXT = Pattern.compile("after=([0-9a-f-]{36})\"");

    @BeforeEach
    void manyPoints() {
        var advice = new ArrayList<>(List.of(youth, seniors));
        for (var name : List.of("Raad A", "Raad B", "Raad C", "Raad D")) {
            advice.add(given(name, request));
        }
        for (var number = 0; number < POINTS; number++) {
            point(
                    advice.get(number % 6),
                    number / 6 + 1,
                    "Onderwerp " + number % 40,
                    "De raad vraagt om dit te herzien, met aandacht voor veiligheid. ".repeat(6));
        }
    }

    @Test
    void staysSmallAndAsksTheSameForManyPointsAsForFew() throws Exception {
        var many = page(MOBILITY, "");
        var asked = statements();
        jdbc.sql("delete from advice_point where number > 1").update();

        assertThat(many.length()).isLessThan(220_000);
        assertThat(asked).isEqualTo(statements()).isLessThanOrEqualTo(8);
    }

    private long statements() throws Exception {
        return SqlCount.of(() -> mvc.perform(get(url("")).with(MOBILITY)));
    }

    @Test
    void savesAPageWithoutAskingForEachRow() throws Exception {
        var opened = open(MOBILITY);
        var first = units.page(request, new ReplyFilter(null, null, null, null, null, null), ReplyPage.ROWS)
                .rows();
        first.forEach(unit -> opened.type(unit.key(), "noted", "Wij houden het bij."));

        var asked = SqlCount.of(opened::send);

        assertThat(replies(first)).hasSize(ReplyPage.ROWS);
        assertThat(asked).isLessThanOrEqualTo(10 + ReplyPage.ROWS);
    }

    private List<UUID> replies(List<ReplyUnit> first) {
        return units.find(request, first.stream().map(ReplyUnit::key).toList()).stream()
                .filter(ReplyUnit::isAnswered)
                .map(ReplyUnit::key)
                .toList();
    }

    @Test
    void leadsToEachPointOnce() throws Exception {
        var seen = new ArrayList<String>();
        String next = "";
        while (next != null) {
            var page = page(MOBILITY, next.isEmpty() ? "" : "?after=" + next);
            POINT.matcher(page.substring(page.indexOf("class=\"replies\"")))
                    .results()
                    .forEach(point -> seen.add(point.group(1)));
            var more = NEXT.matcher(page.substring(page.lastIndexOf("</ul>")));
            next = more.find() ? more.group(1) : null;
        }

        assertThat(seen).hasSize(POINTS);
        assertThat(new HashSet<>(seen)).hasSize(POINTS);
    }
}
