package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.SearchWords;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.TrajectoryIntake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/**
 * Refuses an idea where no call is open, one with too few people behind it, and one that nobody can confirm. What came on paper counts
 * by the day it came in, and is taken in after the call too: too late is a decision that its proposer hears.
 */
@Component
class IdeaIntake implements TrajectoryIntake {

    private static final Pattern POSTCODE = Pattern.compile("(\\d\\D.*?)\\b[1-9]\\d{3}\\b");

    private final OpenCalls calls;
    private final BudgetWords words;
    private final Dates dates;
    private final Cases cases;
    private final Regulations regulations;
    private final CostLimits limits;

    IdeaIntake(
            OpenCalls calls, BudgetWords words, Dates dates, Cases cases, Regulations regulations, CostLimits limits) {
        this.limits = limits;
        this.calls = calls;
        this.words = words;
        this.dates = dates;
        this.cases = cases;
        this.regulations = regulations;
    }

    @Override
    public String trajectory() {
        return Idea.TRAJECTORY;
    }

    @Override
    public Subject subject(Answers answers, Actor by) {
        if (by.kind() == Actor.Kind.RESIDENT) {
            var call = call(answers);
            if (text(answers, "contactMail").isEmpty()) {
                throw Refusal.of("contactMail", "wijkbudget.refusal.no-mail");
            }
            refuseWithoutMail(answers.rows("coInitiators"));
            refuseFew(call.round(), answers);
            limits.refuseOutside(call.round(), cents(answers));
        }
        refuseTwice("mail", text(answers, "contactMail"), answers.rows("coInitiators"), IdeaIntake::mailbox);
        refuseTwice("name", text(answers, "contactName"), answers.rows("coInitiators"), IdeaIntake::plain);
        return new Subject(text(answers, "title"), null, area(answers));
    }

    /** Who has no e-mail address can't confirm by a link: then a signed form stands for it. */
    @Override
    public void refuse(Answers answers, Arrival came) {
        if (!came.onPaper()) {
            if (text(answers, "contactMail").isEmpty()) {
                throw Refusal.of("contactMail", "wijkbudget.refusal.no-mail-no-paper");
            }
            refuseWithoutMail(answers.rows("coInitiators"));
            refuseFew(call(answers).round(), answers);
            return;
        }
        var call = call(answers, came.received());
        if (came.received().isBefore(call.begins())) {
            throw Refusal.of(
                    Arrival.RECEIVED,
                    "wijkbudget.refusal.came-outside-call",
                    dates.day(call.begins()),
                    dates.day(call.ends()));
        }
        if (!came.scanned()) {
            throw Refusal.of(Arrival.SCAN, "wijkbudget.refusal.no-scan");
        }
        if (!call.isOverOn(came.received())) {
            refuseFew(call.round(), answers);
        }
    }

    /** The open call in its area. */
    private OpenCalls.Call call(Answers answers) {
        return calls.in(area(answers)).orElseThrow(() -> Refusal.of("area", "wijkbudget.refusal.no-call"));
    }

    /** The call that a paper of this day is for, in its area. */
    private OpenCalls.Call call(Answers answers, LocalDate received) {
        return calls.on(received, area(answers)).orElseThrow(() -> Refusal.of("area", "wijkbudget.refusal.no-call"));
    }

    /** The call that an idea is for. */
    OpenCalls.Call call(Answers answers, CaseView view) {
        return view.onPaper() ? call(answers, view.received()) : call(answers);
    }

    @Override
    public boolean waitsForConfirmation() {
        return true;
    }

    @Override
    public Optional<Closed> closed(Actor.Kind by) {
        if (by == Actor.Kind.PERSON ? calls.anyBegun() : !calls.open().isEmpty()) {
            return Optional.empty();
        }
        var why = calls.next()
                .map(day -> words.say("wijkbudget.idea.next-call", dates.day(day)))
                .orElseGet(() -> words.say("wijkbudget.idea.no-call-now"));
        return Optional.of(new Closed(why, words.say("wijkbudget.idea.rounds"), "/publiek/wijkbudget"));
    }

    private static void refuseWithoutMail(List<Map<String, Object>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (text(rows.get(i), "mail").isEmpty()) {
                throw Refusal.of("coInitiators[" + i + "].mail", "wijkbudget.refusal.no-mail");
            }
        }
    }

    private void refuseFew(CaseId round, Answers answers) {
        var rows = answers.rows("coInitiators");
        var needed = needed(round);
        if (elsewhere(text(answers, "contactAddress"), rows) < needed) {
            throw Refusal.of("coInitiators", "wijkbudget.refusal.co-initiators", needed);
        }
    }

    /** Who reads one mailbox could confirm for several, and nobody counts twice by another mailbox. */
    private static void refuseTwice(
            String field, String own, List<Map<String, Object>> rows, UnaryOperator<String> plainly) {
        var known = new HashSet<>(Set.of(plainly.apply(own)));
        for (int i = 0; i < rows.size(); i++) {
            var one = plainly.apply(text(rows.get(i), field));
            if (!one.isEmpty() && !known.add(one)) {
                throw Refusal.of("coInitiators[" + i + "]." + field, "wijkbudget.refusal." + field + "-twice");
            }
        }
    }

    private static String mailbox(String typed) {
        return typed.toLowerCase(Locale.ROOT);
    }

    /** The same name however it is typed: no case, no accents, no blanks, nothing that nobody sees. */
    static String plain(String name) {
        return String.join("", SearchWords.all(name));
    }

    int needed(CaseId round) {
        return regulations
                .get(cases.get(round).regulation(), "proposal.co-initiators")
                .number();
    }

    private static int elsewhere(String own, List<Map<String, Object>> rows) {
        var addresses = new HashSet<String>();
        rows.forEach(row -> addresses.add(place(text(row, "address"))));
        addresses.remove(place(own));
        return addresses.size();
    }

    /** The same address however it is typed: no postcode after its number, no case, no blanks, no punctuation. */
    static String place(String address) {
        return POSTCODE.matcher(address)
                .replaceFirst("$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** What it costs; none when that isn't known. */
    static @Nullable Long cents(Answers answers) {
        var cost = answers.text("cost");
        return cost == null ? null : new BigDecimal(cost).movePointRight(2).longValueExact();
    }

    static AreaId area(Answers answers) {
        return AreaId.parse(Objects.requireNonNull(answers.text("area"), "area"));
    }

    static String text(Answers answers, String key) {
        return Objects.requireNonNullElse(answers.text(key), "").strip();
    }

    static String text(Map<String, Object> row, String key) {
        return Objects.toString(row.get(key), "").strip();
    }
}
