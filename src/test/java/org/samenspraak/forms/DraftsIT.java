package org.samenspraak.forms;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.samenspraak.forms.FormsHouse.field;
import static org.samenspraak.forms.FormsHouse.sent;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DraftsIT extends DraftScenario {

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void twoPeopleFillInOneForm() {
        var an = page();
        var els = page();

        save(an, AN, "what=Banken", "cost=", "_shown=sure", "_shown=kind");
        var draft = save(els, ELS, "what=", "cost=1250", "_shown=sure", "sure=true", "_shown=kind", "kind=p");

        assertThat(draft.rivals()).isEmpty();
        assertThat(draft.others()).isEqualTo(new Draft.Others(1, AN));
        assertThat(draft.by()).isEqualTo(ELS);
        assertThat(now()).containsExactly("Banken", "€ 1.250,00", "Ja", "Park", "", "");
    }

    @Test
    void ofTwoAnswersToOneQuestionNoneIsLost() {
        var an = page();
        var els = page();

        save(an, AN, "what=Banken", "cost=5");
        clock.advance(Duration.ofMinutes(1));
        save(els, ELS, "what=Bomen");
        var draft = save(els, ELS, "what=Bomen en struiken", "cost=5");

        assertThat(draft.isSettled()).isFalse();
        assertThat(draft.rivals().keySet()).containsExactly("what");
        assertThat(draft.rivals().get("what"))
                .extracting(Draft.Text::by, Draft.Text::words)
                .containsExactly(tuple(AN, "Banken"), tuple(ELS, "Bomen en struiken"));
        assertThat(now().get(0)).isEqualTo("Banken");
        assertThat(page().rivals()).hasSize(1);
    }

    @Test
    void theChosenAnswerHoldsAndTheOtherGoes() {
        var an = page();
        var els = page();
        save(an, AN, "what=Banken");
        var texts = requireNonNull(save(els, ELS, "what=Bomen").rivals().get("what"));

        var mine = save(els, ELS, "what=Bomen!", "_take=" + texts.get(1).choice());
        assertThat(mine.isSettled()).isTrue();
        assertThat(now().get(0)).isEqualTo("Bomen!");

        var stale = save(an, AN, "what=Banken en tafels");
        assertThat(stale.rivals()).hasSize(1);
        assertThat(save(an, AN, "what=Banken en tafels", "_take=now what").rivals())
                .isEmpty();
        assertThat(now().get(0)).isEqualTo("Bomen!");
        save(an, AN, "what=Bomen!", "_take=x y", "_take=zonder", "_take=now nothing");
        assertThat(now().get(0)).isEqualTo("Bomen!");
    }

    /** The last text of a page comes twice, by the page and by the one after it, in any order. */
    @Test
    void aPageThatIsLeftSaysItsLastTextOnce() {
        var left = page();
        save(left, AN, "what=Banken", "_left=1");
        save(page(), AN, "what=Bomen");

        assertThat(save(left, AN, "what=Banken", "_left=1").rivals()).isEmpty();
        assertThat(now().get(0)).isEqualTo("Bomen");
    }

    @Test
    void eachReaderOfADraftHasTextsBesideIt() {
        drafts.keepBeside(place, AN, Map.of("_name", "An Peeters"));
        drafts.keepBeside(place, AN, Map.of("_name", "An P."));

        assertThat(drafts.beside(place, AN)).isEqualTo(Map.of("_name", "An P."));
        assertThat(drafts.beside(place, ELS)).isEmpty();
        assertThat(page().dropped()).isEmpty();
    }

    @Test
    void tellsWhetherTwoWroteOrOneInTwoWindows() {
        var one = page();
        var other = page();
        var third = page();
        save(one, AN, "what=Banken");

        assertThat(save(other, AN, "what=Bomen").rivals().get("what"))
                .extracting(Draft.Text::number, Draft.Text::alone)
                .containsExactly(tuple(1, true), tuple(2, true));
        assertThat(save(third, ELS, "what=Struiken").rivals().get("what"))
                .extracting(Draft.Text::number, Draft.Text::alone)
                .containsExactly(tuple(1, false), tuple(2, false), tuple(3, false));
    }

    @Test
    void whoGivesInLeavesNothingToChoose() {
        var an = page();
        var els = page();
        save(an, AN, "what=Banken");
        assertThat(save(els, ELS, "what=Bomen").rivals()).hasSize(1);

        assertThat(save(els, ELS, "what=Banken").rivals()).isEmpty();
    }

    @Test
    void onePageMayChangeItsMindAndOneWhoReadItMayChangeIt() {
        var an = page();
        save(an, AN, "what=Banken");
        save(an, AN, "what=");
        assertThat(now().get(0)).isEmpty();

        save(an, AN, "what=Bomen");
        var read = page();
        assertThat(save(read, ELS, "what=Struiken").rivals()).isEmpty();
        assertThat(now().get(0)).isEqualTo("Struiken");
    }

    @Test
    void whatThePageShowsOtherwiseThanItWasTypedIsTheSameAnswer() {
        save(page(), AN, "cost=1250", "what=a");
        var els = page();

        var draft = save(els, ELS, "cost=1.250,00", "what=a");

        assertThat(draft.by()).isEqualTo(AN);
    }

    @Test
    void whatCannotBeReadIsKeptAsItWasTyped() {
        save(page(), AN, "cost=veel");

        assertThat(now().get(1)).isEqualTo("veel");
    }

    @Test
    void outlivesANewFormAndSaysWhatWent() {
        save(page(), AN, "what=Banken", "cost=5", "_shown=kind", "kind=p", "other=z");
        form = form(
                field("textarea", "'key':'what','label':'Wat'"),
                field("radio", "'key':'kind','label':'Soort','values':[{'label':'Straat','value':'s'}]"));

        var draft = page();

        assertThat(draft.dropped())
                .containsExactlyInAnyOrder(new Draft.Dropped("Kost", "€ 5,00"), new Draft.Dropped("Soort", "Park"));
        assertThat(now().get(0)).isEqualTo("Banken");
    }

    @Test
    void twoAtTheSameMomentLoseNothing() throws Exception {
        var an = page();
        var els = page();

        var later = transaction.execute(status -> {
            save(an, AN, "what=Banken");
            var running = CompletableFuture.supplyAsync(() -> save(els, ELS, "what=Bomen"));
            while (count("pg_locks where not granted") == 0) {
                Thread.onSpinWait();
            }
            return running;
        });

        assertThat(later.get().rivals()).hasSize(1);
        assertThat(page().rivals().get("what")).extracting(Draft.Text::words).containsExactly("Banken", "Bomen");
    }

    @Test
    void isBounded() {
        var parts = new String[30];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = "members[" + i + "].name=" + "x".repeat(20_000);
        }
        var tooMuch = page();

        assertThat(save(tooMuch, AN, with(parts, "_rows.members=30")).tooLarge())
                .isTrue();
        assertThat(page().by()).isNull();

        save(page(), AN, "what=Eerst");
        for (int i = 0; i < 9; i++) {
            drafts.save(place, form, NOTHING, sent("what=Anders " + i), ELS);
        }
        assertThat(page().rivals().get("what")).hasSize(6);
    }

    /** All answers in words. */
    private List<String> now() {
        return forms.entries(form, NOTHING, Typed.again(form, page().typed())).values().stream()
                .map(Entry::words)
                .toList();
    }

    private static String[] with(String[] some, String more) {
        var all = java.util.Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }
}
