package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.AnswersOffered.Asked;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.OfferedValues.Value;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A question as one council reads it: what is asked, why of this council, and with whom it may answer. */
@Component
class AskedView {

    private final Requests requests;
    private final Questions questions;
    private final AskedCouncils asked;
    private final GivenAnswers given;
    private final Councils councils;
    private final Memberships memberships;
    private final Course course;
    private final QuestionDocuments papers;
    private final Clocks clocks;
    private final Signers signers;
    private final JointInvitations invitations;
    private final AnswersOffered answers;
    private final ChangedTexts changes;
    private final MoreDays moreDays;
    private final MessageSource texts;

    AskedView(
            Requests requests,
            Questions questions,
            AskedCouncils asked,
            GivenAnswers given,
            Councils councils,
            Memberships memberships,
            Course course,
            QuestionDocuments papers,
            Clocks clocks,
            Signers signers,
            JointInvitations invitations,
            AnswersOffered answers,
            ChangedTexts changes,
            MoreDays moreDays,
            MessageSource texts) {
        this.requests = requests;
        this.questions = questions;
        this.asked = asked;
        this.given = given;
        this.councils = councils;
        this.memberships = memberships;
        this.course = course;
        this.papers = papers;
        this.clocks = clocks;
        this.signers = signers;
        this.invitations = invitations;
        this.answers = answers;
        this.changes = changes;
        this.moreDays = moreDays;
        this.texts = texts;
    }

    Map<String, Object> of(Advice advice, CaseId requestId) {
        var request = requests.get(requestId);
        var question = questions.current(requestId).texts();
        var known = new HashMap<String, Object>();
        known.put("subject", question.subject());
        known.put("question", question.question());
        known.put("why", why(advice, requestId));
        known.put("answer", "");
        known.put("council", councils.get(advice.council()).name());
        put(known, "stillOpen", question.stillOpen().isEmpty() ? null : question.stillOpen());
        known.put("course", String.join("\n", course.of(advice)));
        put(known, "urgency", request.urgency());
        put(known, "lastDay", day(advice.lastDay()));
        known.putAll(moreDays.after(advice.caseId(), advice.lastDay()));
        put(known, "moreUntil", day(advice.moreUntil()));
        put(known, "chair", holder(advice, Function.CHAIR));
        put(known, "secretary", holder(advice, Function.SECRETARY));
        known.put("chairs", signers.offered(advice.council(), Function.CHAIR));
        known.put("secretaries", signers.offered(advice.council(), Function.SECRETARY));
        put(known, "others", others(advice, requestId));
        var inviters = invitations.inviters(advice);
        known.put("inviters", choices(inviters));
        put(known, "invited", invitations.invited(advice));
        known.put(
                "answers",
                choices(answers.values(
                        new Asked(!inviters.isEmpty(), !advice.isSilent()), LocaleContextHolder.getLocale())));
        put(known, "changed", changed(advice, requestId));
        put(known, "moreAsked", moreAsked(advice));
        return known;
    }

    String why(Advice advice, CaseId request) {
        var reasons = asked.of(request).stream()
                .filter(choice -> choice.council().equals(advice.council()))
                .findFirst()
                .map(choice -> DraftView.said(choice.reasons()))
                .orElse("");
        return reasons.isEmpty()
                ? texts.getMessage("advice.why.added", null, LocaleContextHolder.getLocale())
                : reasons;
    }

    /** What is different since the version that the council was asked on, or answered. */
    private @Nullable String changed(Advice advice, CaseId request) {
        var all = questions.all(request);
        var now = all.get(0);
        if (now.version() == advice.questionVersion()) {
            return null;
        }
        var before = all.get(all.size() - advice.questionVersion());
        var lines = new ArrayList<>(changes.of(before.texts(), now.texts(), LocaleContextHolder.getLocale()));
        papers.since(request, advice.questionVersion()).forEach(name -> lines.add(say("changed.document", name)));
        if (advice.askedAgain()) {
            lines.add(say("changed.stands"));
        }
        return now.reason() + "\n" + String.join("\n", lines);
    }

    /** While nobody decided on more time: the day that holds until then, and by when it is decided. */
    private @Nullable String moreAsked(Advice advice) {
        return "asked".equals(advice.moreTime())
                ? clocks.find(advice.caseId(), MoreTime.ASKED, null)
                        .map(clock -> say(
                                "more-time.pending",
                                day(advice.moreUntil()),
                                day(clock.lastDay()),
                                day(advice.lastDay())))
                        .orElse(null)
                : null;
    }

    private String say(String key, @Nullable Object... args) {
        return texts.getMessage("advice." + key, args, LocaleContextHolder.getLocale());
    }

    private @Nullable String holder(Advice advice, Function function) {
        return memberships.today(advice.council()).stream()
                .map(Memberships.Member::details)
                .filter(member -> member.functions().contains(function))
                .map(Memberships.NewMember::name)
                .findFirst()
                .orElse(null);
    }

    /** The other councils that have not answered yet. */
    private @Nullable List<Map<String, String>> others(Advice advice, CaseId request) {
        var waiting = given.of(request).stream()
                .filter(other -> !other.caseId().equals(advice.caseId()))
                .filter(other -> other.isAwaited() || other.isSilent())
                .map(Advice::council)
                .collect(Collectors.toSet());
        return waiting.isEmpty()
                ? null
                : councils.names(waiting).entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(council -> Map.of("value", council.getKey().toString(), "label", council.getValue()))
                        .toList();
    }

    private static List<Map<String, String>> choices(List<Value> values) {
        return values.stream()
                .map(one -> Map.of("value", one.value(), "label", one.label()))
                .toList();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : AskedTerm.day(day);
    }

    private static void put(Map<String, Object> known, String key, @Nullable Object value) {
        if (value != null) {
            known.put(key, Objects.requireNonNull(value));
        }
    }
}
