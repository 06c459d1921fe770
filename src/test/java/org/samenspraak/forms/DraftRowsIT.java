package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two people write the rows of one list at the same time. */
class DraftRowsIT extends DraftScenario {

    private static final String TWO = "_ids.members=0 ra";

    @Test
    void bothMayAddARow() {
        var an = page();
        var els = page();

        save(an, AN, "_rows.members=2", TWO, "members[0].name=", "members[1].name=An");
        var draft = save(els, ELS, "_rows.members=2", "_ids.members=0 rb", "members[0].name=", "members[1].name=Els");

        assertThat(draft.rivals()).isEmpty();
        assertThat(draft.others()).isEqualTo(new Draft.Others(1, AN));
        assertThat(draft.isSettled()).isFalse();
        assertThat(names()).containsExactly("", "An", "Els");
    }

    @Test
    void twoWhoEachWriteInTheirFirstRowWroteTwoRows() {
        var an = page();
        var els = page();

        save(an, AN, "_rows.members=1", ids(an), "members[0].name=An");
        var draft = save(els, ELS, "_rows.members=1", ids(els), "members[0].name=Els");

        assertThat(draft.rivals()).isEmpty();
        assertThat(names()).containsExactlyInAnyOrder("An", "Els");
        var again = save(draft, ELS, "_rows.members=1", ids(els), "members[0].name=Els Maes");
        assertThat(again.rivals()).isEmpty();
        assertThat(names()).containsExactlyInAnyOrder("An", "Els Maes");
    }

    @Test
    void aFirstRowInWhichNobodyWroteIsNone() {
        var an = page();
        var els = page();

        save(an, AN, "_rows.members=1", ids(an), "members[0].name=An");
        save(els, ELS, "what=Banken", "_rows.members=1", ids(els), "members[0].name=");

        assertThat(names()).containsExactly("An");
    }

    @Test
    void whoAddsARowKeepsTheFirstAndWhoTakesItAwayHasNone() {
        var page = page();
        var added = save(page, AN, "_rows.members=1", ids(page), "members[0].name=", "_add=members");
        assertThat(names()).containsExactly("", "");

        var sent = List.of("_rows.members=2", ids(added), "members[0].name=", "members[1].name=");
        var one = save(added, AN, with(sent, "_remove=members[1]"));
        save(one, AN, "_rows.members=1", ids(one), "members[0].name=", "_remove=members[0]");
        assertThat(names()).isEmpty();
    }

    @Test
    void whoTakesTheFirstRowAwayAtOnceHasNone() {
        var page = page();

        save(page, AN, "_rows.members=1", ids(page), "members[0].name=", "_remove=members[0]");

        assertThat(names()).isEmpty();
    }

    private static String ids(Draft page) {
        return "_ids.members=" + ((List<?>) Objects.requireNonNull(page.typed().get("_ids.members"))).get(0);
    }

    private static String[] with(List<String> sent, String more) {
        return Stream.concat(sent.stream(), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void eachMayWriteInARowOfTheirOwn() {
        members("An", "Bo");
        var an = page();
        var els = page();

        save(an, AN, "_rows.members=2", TWO, "members[0].name=An Peeters", "members[1].name=Bo");
        var draft = save(els, ELS, "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bo Jans");

        assertThat(draft.rivals()).isEmpty();
        assertThat(names()).containsExactly("An Peeters", "Bo Jans");
    }

    @Test
    void ofTwoTextsInOneRowNoneIsLost() {
        members("An", "Bo");
        var an = page();
        var els = page();

        save(an, AN, "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bob");
        var draft = save(els, ELS, "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bo Jans");

        assertThat(draft.rivals().keySet()).containsExactly("members[ra]");
        var texts = Objects.requireNonNull(draft.rivals().get("members[ra]"));
        assertThat(texts).extracting(Draft.Text::words).containsExactly("Naam: Bob", "Naam: Bo Jans");
        save(
                page(),
                ELS,
                "_rows.members=2",
                TWO,
                "members[0].name=An",
                "members[1].name=Bob",
                "_take=" + texts.get(1).choice());
        assertThat(names()).containsExactly("An", "Bo Jans");
        assertThat(page().rivals()).isEmpty();
    }

    @Test
    void oneMovesARowInWhichAnotherWrites() {
        members("An", "Bo");
        var an = page();
        var els = page();

        save(an, AN, "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bo", "_up=members[1]");
        save(els, ELS, "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bo Jans");

        assertThat(names()).containsExactly("Bo Jans", "An");
    }

    @Test
    void aRowThatSomebodyRemovedStaysWhenAnotherWroteInItMeanwhile() {
        members("An", "Bo");
        var an = page();
        var els = page();

        save(els, ELS, "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bo Jans");
        save(an, AN, "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bo", "_remove=members[1]");
        assertThat(names()).containsExactly("An", "Bo Jans");

        save(an, AN, "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bo", "_remove=members[0]");
        assertThat(names()).containsExactly("Bo Jans");
    }

    @Test
    void aRemovedRowStaysAwayForWhoStillSeesIt() {
        members("An", "Bo");
        var els = page();

        save(page(), AN, "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bo", "_remove=members[1]");
        var draft = save(els, ELS, "what=Banken", "_rows.members=2", TWO, "members[0].name=An", "members[1].name=Bo");

        assertThat(names()).containsExactly("An");
        assertThat(draft.others().names()).isEqualTo(AN);
        assertThat(jdbc.sql("select path from forms_draft_field order by path")
                        .query(String.class)
                        .list())
                .containsExactly("members", "members[0]", "what");
    }

    @Test
    void aPageThatGoesOnTypingKeepsItsRows() {
        var an = page();

        var once = save(an, AN, "_rows.members=1", "_ids.members=0", "members[0].name=An", "_add=members");
        var ids = String.valueOf(((List<?>) Objects.requireNonNull(once.typed().get("_ids.members"))).get(0));
        var twice = save(once, AN, "_rows.members=2", "_ids.members=" + ids, "members[0].name=An", "members[1].name=B");
        var third =
                save(twice, AN, "_rows.members=2", "_ids.members=" + ids, "members[0].name=A", "members[1].name=Bo");

        assertThat(third.isSettled()).isTrue();
        assertThat(names()).containsExactly("A", "Bo");
    }

    @Test
    void aDraftOfAnOlderVersionIsReadAndGoesOn() {
        drafts.save(place, form, NOTHING, FormsHouse.sent("what=x"), AN);
        jdbc.sql(
                        """
                        update forms_draft_field set path = 'members', words = '1. Naam: An', typed =
                            '{"_rows.members": ["2"], "members[0].name": ["An"], "members[1].name": ["Bo"]}'
                        """)
                .update();
        assertThat(names()).containsExactly("An", "Bo");

        save(
                page(),
                ELS,
                "_rows.members=2",
                "_ids.members=0 1",
                "members[0].name=An",
                "members[1].name=Bo",
                "_up=members[1]");

        assertThat(names()).containsExactly("Bo", "An");
    }

    @Test
    void whatTheFormStartsFromMovesAlong() {
        var data = Map.<String, Object>of("members", List.of(Map.of("name", "An"), Map.of("name", "Bo")));
        var sent = FormsHouse.sent("_rows.members=2", "members[0].name=An", "members[1].name=Bo", "_up=members[1]");
        var page = drafts.open(place, form, data);
        sent.add("_page", page.page());
        sent.add("_read", page.read());

        drafts.save(place, form, data, sent, AN);

        var view = forms.resume(form, data, drafts.open(place, form, data).typed());
        assertThat(view.values()).contains(entry("members[0].name", "Bo"), entry("members[1].name", "An"));
    }

    private void members(String one, String two) {
        save(page(), AN, "_rows.members=2", TWO, "members[0].name=" + one, "members[1].name=" + two);
    }

    private List<String> names() {
        return forms.resume(form, NOTHING, page().typed()).values().entrySet().stream()
                .filter(it -> it.getKey().endsWith("].name"))
                .map(Map.Entry::getValue)
                .toList();
    }
}
