package org.samenspraak.demo;

import static org.samenspraak.demo.Advice.condition;
import static org.samenspraak.demo.Advice.consensus;
import static org.samenspraak.demo.Advice.negative;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.samenspraak.advice.AdviceDesk;
import org.samenspraak.advice.AdviceDesk.Said;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.correspondence.LetterTexts.Typed;
import org.samenspraak.council.MailChoice;
import org.samenspraak.council.MailChoice.Interest;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Mandates;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What councils start and choose by themselves, and a letter that the city wrote anew; numbers are days before the first start. */
@Component
@Profile("demo")
class Initiatives {

    private static final String CHOOSING = "Jeugdraad";
    private static final String LETTER = "advice-silence";

    private final Walk walk;
    private final CouncilDesk councils;
    private final AdviceDesk desk;
    private final MailChoices mails;
    private final Mandates mandates;
    private final LetterTexts texts;

    Initiatives(
            Walk walk, CouncilDesk councils, AdviceDesk desk, MailChoices mails, Mandates mandates, LetterTexts texts) {
        this.walk = walk;
        this.councils = councils;
        this.desk = desk;
        this.mails = mails;
        this.mandates = mandates;
        this.texts = texts;
    }

    void plan(Agenda agenda, Cast cast) {
        agenda.plan(180, 10, () -> rewrite(cast));
        agenda.plan(90, 19, this::choose);
        replied(agenda, cast);
        agenda.plan(
                3,
                20,
                () -> advise(
                        "Wijkraad Kiewit",
                        "Licht op het pad naar het station",
                        consensus(condition("Lampen", "Zet lampen die aangaan als er iemand voorbijkomt."))));
        agenda.plan(5, 21, () -> propose(agenda));
    }

    /** The letter of the city says whom to call. */
    private void rewrite(Cast cast) {
        var by = cast.official("participation-office");
        var now = texts.edited(LETTER, "nl");
        var body =
                now.body().stripTrailing() + "\n\nLukt het niet? Bel ons: wij denken graag mee over een kort advies.\n";
        var draft = texts.save(LETTER, "nl", new Typed(now.title(), body, now.draft(), now.published()), by);
        texts.publish(LETTER, "nl", draft, "Raden wisten niet dat bellen ook mag.", by);
    }

    /** Its treasurer reads along and may send; it has a shared mailbox and wants the news. */
    private void choose() {
        var council = councils.council(CHOOSING).id();
        var by = councils.officer(CHOOSING, 0);
        var chosen = mails.choices(council);
        var readers = chosen.stream().map(Member::id).collect(Collectors.toSet());
        var mailbox = "raad@jeugdraad.example";
        mails.choose(council, new MailChoice(readers, mailbox, false, Interest.ALL, Set.of(), 0), by);
        mandates.choose(council, readers, by);
    }

    private CaseView advise(String council, String subject, Advice advice) {
        var sent = advice.sent(council);
        sent.put("council", List.of(councils.council(council).id().toString()));
        sent.put("subject", List.of(subject));
        return walk.start("unsolicited-advice", sent, false, councils.officer(council, 1));
    }

    /** By mobility, with the agreement of the alderman. */
    private void replied(Agenda agenda, Cast cast) {
        var told = new Told(agenda);
        var given = new AtomicReference<CaseId>();
        Supplier<CaseId> advice = () -> Objects.requireNonNull(given.get());
        var mobility = cast.official("department-mobility");
        told.then(
                44,
                20,
                () -> given.set(advise(
                                "Wijkraad Hollandsveld",
                                "Sluipverkeer door de Kleinstraat",
                                consensus(
                                        negative(
                                                "Doorgang",
                                                "Meer dan duizend auto's per dag rijden hier om de file heen."),
                                        condition("Bloembakken", "Maak de straat smaller met bloembakken.")))
                        .id()));
        told.then(
                40,
                10,
                () -> walk.answer(
                        advice.get(),
                        "unsolicited-assign",
                        Walk.single(Map.of(
                                "responsible", "department-mobility", "note", "Er was ook een klacht in de lente.")),
                        cast.official("participation-office")));
        told.then(30, 11, () -> {
            desk.reply(advice.get(), "Doorgang", Said.of("partly", "Wij tellen eerst een maand lang."), mobility);
            desk.reply(advice.get(), "Bloembakken", Said.followed("proef vanaf het voorjaar"), mobility);
            var sent = Map.of("ours", "yes", "summary", "Wij tellen het verkeer en zetten bloembakken op proef.");
            walk.answer(advice.get(), "unsolicited-reply", Walk.single(sent), mobility);
        });
        told.then(
                26,
                16,
                () -> walk.answer(
                        advice.get(), "advice-agree", Walk.single(Map.of("agreed", "yes")), cast.official("alderman")));
        lookedThrough(told, advice, cast);
    }

    /** Nothing about people stands on the page that everybody will read. */
    private void lookedThrough(Told told, Supplier<CaseId> advice, Cast cast) {
        told.then(
                26,
                17,
                () -> walk.answer(
                        advice.get(),
                        "advice-look-through",
                        Walk.single(Map.of("lookedThrough", "true")),
                        cast.official("participation-office")));
    }

    /** A council that grew; the office has not confirmed it. */
    private void propose(Agenda agenda) {
        var council = "Wijkraad Centrum";
        var sent = Map.of(
                "council", councils.council(council).id().toString(),
                "what", "add",
                "day", agenda.now().toString(),
                "name", "Lid 7 wijkraad Centrum",
                "address", "Demostraat 40, 3500 Hasselt",
                "membership", "voting",
                "politician", "no",
                "sex", "woman",
                "note", "Zij woont in het nieuwe deel van de wijk.");
        walk.start("membership-change", Walk.single(sent), false, councils.officer(council, 1));
    }
}
