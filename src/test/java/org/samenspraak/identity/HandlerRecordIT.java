package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.Act.*;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What is done leaves a record: a line of the audit trail, or one of the timeline of its case, in the transaction of the act.
 * A handler that changes something has a line here that says which; that it does, the test of its page or module shows.
 */
class HandlerRecordIT extends PostgresIT {

    private static final String DRAFT = "kept for its writer, and on record when it is sent";

    private static final String ASKS_THE_REST = "opens the page that asks the rest; nothing is changed";

    private static final String OWN_LIST = "how somebody looks at their own work; nobody sees more or less by it";

    private static final String OWN_NEWS = "whether a reader wants news that asks nothing";

    private static final Map<String, Mark> MARKS = Map.ofEntries(
            trail("AccountPages.change", PASSWORD_SET),
            trail("SignInPages.failed", SIGN_IN_FAILED, SIGN_IN_REFUSED),
            trail("PeoplePages.add", PERSON_ADDED),
            trail("PersonPages.change", PERSON_CHANGED, PERSON_CLOSED),
            trail("PersonPages.give", ROLE_GIVEN),
            trail("PersonPages.end", ROLE_ENDED),
            trail("PersonPages.setPassword", PASSWORD_SET),
            trail("DelegationPages.add", DELEGATED, ABSENCE_SET),
            trail("DelegationPages.end", DELEGATION_ENDED, ABSENCE_ENDED),
            trail("PersonPages.lead", LEAD_SET),
            none("MailChoicePages.choose", "which mails somebody gets about their own work"),
            trail("AreaPages.add", AREA_ADDED),
            trail("AreaPages.change", AREA_CHANGED),
            trail("RegulationPages.copy", REGULATION_COPIED),
            trail("RegulationPages.holdFrom", REGULATION_HOLDS),
            trail("RegulationPages.change", REGULATION_CHANGED),
            trail("OwnParameterPages.add", REGULATION_ADDED),
            trail("OwnParameterPages.remove", REGULATION_REMOVED),
            trail("ClosingDayPages.apply", CLOSING_DAY_ADDED, CLOSING_DAY_REMOVED, PERIOD_ADDED, PERIOD_REMOVED),
            trail("MeetingPages.add", MEETING_ADDED),
            trail("MeetingPages.remove", MEETING_REMOVED),
            trail("FeedPages.make", FEED_MADE),
            trail("FeedPages.revoke", FEED_REVOKED),
            trail("OwnTextPages.add", TEXT_ADDED),
            trail("LetterTextPages.save", TEXT_PUBLISHED),
            none("LetterTextPages.discard", "a draft that no letter follows; what is published stays on record"),
            trail("LetterVersionPages.restore", TEXT_RESTORED),
            trail("MessagePages.resend", MAIL_RESENT),
            trail("MessagePages.withdraw", MAIL_WITHDRAWN),
            trail("MessagePages.resendChosen", MAIL_RESENT),
            trail("MessagePages.withdrawChosen", MAIL_WITHDRAWN),
            trail("FailedStepPages.retry", STEP_RETRIED),
            trail("MemberPages.add", COUNCIL_MEMBER_ADDED),
            trail("MemberPages.change", COUNCIL_MEMBER_CHANGED),
            trail("MemberPages.end", COUNCIL_MEMBER_ENDED),
            trail("CouncilMailPages.choose", COUNCIL_MAIL_CHOSEN),
            trail("CouncilMeetingPages.add", COUNCIL_MEETINGS_CHANGED),
            trail("CouncilMeetingPages.remove", COUNCIL_MEETINGS_CHANGED),
            trail("CouncilMeetingPages.calendar", COUNCIL_CALENDAR_CHANGED),
            trail("CouncilMeetingPages.removeCalendar", COUNCIL_CALENDAR_CHANGED),
            trail("CouncilChangePages.note", COUNCIL_NOTE),
            trail("CouncilChangePages.kind", COUNCIL_KIND_CHANGED),
            trail("CouncilChangePages.successor", COUNCIL_SUCCEEDED),
            trail("CouncilPublicSettingPages.agree", COUNCIL_PUBLIC_CONTACT),
            trail("MovePages.move", CASE_MOVED),
            timeline("PublicationPages.embargo", "advice.embargo", "advice.embargo-lifted"),
            timeline("GotItPages.byLink", "case.question-acknowledged"),
            timeline("GotItPages.signedIn", "case.question-acknowledged"),
            timeline("QuestionPages.change", "case.question-changed"),
            timeline("RequestWithdrawalPages.withdraw", "case.withdrawn"),
            timeline("StopPages.stop", "case.stopped", "case.withdrawn"),
            timeline("DocumentPages.add", "document.added", "document.added-contacts", "document.added-council"),
            timeline(
                    "DocumentPages.replace",
                    "document.replaced",
                    "document.replaced-contacts",
                    "document.replaced-council"),
            timeline(
                    "DocumentPages.show",
                    "document.audience-office",
                    "document.audience-contacts",
                    "document.audience-council"),
            timeline("OwnerPages.name", "case.owned", "case.disowned"),
            timeline("NotePages.add", "note.added"),
            timeline("NotePages.correct", "note.corrected"),
            timeline("LinkPages.link", "case.linked"),
            timeline("LinkPages.unlink", "case.unlinked"),
            timeline("TermPages.change", "clock.extended", "clock.moved", "clock.suspended", "clock.resumed"),
            none("TermPages.back", "shows the form again as it was filled in; nothing is changed"),
            timeline("ActionPages.claimOne", "task.taken"),
            timeline("ActionPages.claim", "task.taken"),
            timeline("ActionPages.giveBack", "task.given-back"),
            trail("HandOverPages.handOver", TASK_HANDED_OVER),
            timeline("PlanPages.plan", "task.follow-up", "task.no-follow-up", "task.priority"),
            none("NewsPages.stop", OWN_NEWS),
            none("NewsPages.goOn", OWN_NEWS),
            none("ActionPages.goOn", ASKS_THE_REST),
            none("ViewPages.save", OWN_LIST),
            none("ViewPages.startWith", OWN_LIST),
            none("ViewPages.startWithAll", OWN_LIST),
            none("ViewPages.remove", OWN_LIST),
            timeline(
                    "ReplyPages.save",
                    "advice.replied",
                    "advice.grouped",
                    "advice.taken-out",
                    "advice.regrouping-undone"),
            none("ReplySheetPages.take", "puts a file aside for who read it in; what they confirm is on record"),
            timeline("ReplySheetPages.confirm", "advice.replied"),
            timeline("TaskPages.claim", "task.taken"),
            timeline("TaskPages.giveBack", "task.given-back"),
            timeline("TaskPages.send", "task.done"),
            timeline("StartPages.start", "case.opened", "case.opened-on-paper"),
            timeline("ApplicationPages.press", "case.opened"),
            timeline("WithdrawalPages.withdraw", "case.withdrawn"),
            timeline("PromptPages.answer", "task.done"),
            timeline("PromptPages.wrongReader", "correspondence.wrong-reader"),
            timeline("PromptPages.askAgain", "correspondence.mail"),
            none("CouncilSignInPages.ask", "mails a link to the owner of the address; entering with it is on record"),
            trail("CouncilSignInPages.enter", COUNCIL_SIGNED_IN),
            trail("CouncilMailSettingPages.choose", COUNCIL_MAIL_CHOSEN),
            trail("CouncilMeetingSettingPages.add", COUNCIL_MEETINGS_CHANGED),
            trail("CouncilMeetingSettingPages.remove", COUNCIL_MEETINGS_CHANGED),
            trail("CouncilMeetingSettingPages.calendar", COUNCIL_CALENDAR_CHANGED),
            trail("CouncilMeetingSettingPages.removeCalendar", COUNCIL_CALENDAR_CHANGED),
            trail("CouncilSettingsPages.choose", COUNCIL_SENDERS_SET),
            timeline("CouncilAgreementPages.done", "grant.agreement-done"),
            none("CouncilHomePages.choose", "which of their councils somebody looks at"),
            timeline("CouncilQuestionPages.answer", "task.done"),
            none("CouncilQuestionPages.keep", DRAFT),
            timeline("CouncilStartPages.press", "case.opened"),
            none("CouncilStartPages.keep", DRAFT),
            none("TaskPages.keepQuietly", DRAFT),
            none("StartPages.keepQuietly", DRAFT),
            none("PromptPages.keep", DRAFT),
            none("ApplicationPages.keep", DRAFT),
            timeline("BudgetRoundPages.follow", "case.rebound"),
            timeline("CohortPages.publish", "task.done"),
            timeline("CohortPages.admit", "task.done"),
            timeline("CohortPages.project", "wijkbudget.project-made", "wijkbudget.in-project"),
            timeline("DialoguePages.keep", "wijkbudget.held.meeting", "wijkbudget.held.walk", "wijkbudget.held.call"),
            timeline("DialoguePages.correct", "wijkbudget.held-struck"),
            timeline("DialoguePages.strike", "wijkbudget.held-struck"),
            timeline("SiteNotePages.hide", "wijkbudget.note-hidden"),
            timeline("ProjectPages.release", "wijkbudget.project-released"),
            timeline("IdeaPages.withdraw", "case.withdrawn"),
            timeline("IdeaPages.ask", "wijkbudget.behind-asked"),
            timeline("IdeaPages.remove", "wijkbudget.behind-removed"),
            timeline("ProjectPages.refine", "wijkbudget.project-refined"),
            timeline("ProjectPages.score", "wijkbudget.scored"),
            timeline("ProjectPages.declare", "wijkbudget.conflict"),
            timeline("ProjectPages.takeBack", "wijkbudget.conflict-back"),
            timeline("IdeaPages.confirm", "wijkbudget.confirmed", "wijkbudget.supported"),
            timeline("RoundCouncilPages.add", "grant.councils-added"),
            timeline("RoundPages.remind", "grant.reminded"),
            timeline("RoundPages.tryAgain", "grant.tried-again"),
            timeline("AgreementPages.done", "grant.agreement-done"),
            timeline("AgreementPages.move", "grant.agreement-moved"),
            timeline("OrganPaperPages.make", "document.added", "document.replaced"),
            timeline("PublicationPages.hide", "advice.text-hidden.PERSONAL", "advice.text-shown"),
            timeline("PublicationPages.withdraw", "advice.publication-withdrawn"),
            timeline("PublicationPages.bringBack", "advice.published"),
            trail("BudgetPages.add", BUDGET_PROPOSED),
            trail("BudgetPages.change", BUDGET_PROPOSED),
            trail("BudgetPages.approve", BUDGET_CHANGED),
            trail("BudgetPages.refuse", BUDGET_REFUSED),
            trail("PaymentPages.gather", PAYMENTS_GATHERED),
            trail("BatchPages.approve", PAYMENTS_APPROVED),
            trail("BatchPages.withdraw", PAYMENTS_DOUBTED, PAYMENTS_WITHDRAWN),
            trail("BatchPages.take", PAYMENT_FILE_TAKEN),
            trail("BatchPages.paid", PAYMENT_CONFIRMED),
            trail("BatchPages.returned", PAYMENT_RETURNED),
            trail("CouncilMoneyPages.enter", ACCOUNT_ENTERED),
            trail("CouncilMoneyPages.confirm", ACCOUNT_CONFIRMED),
            trail("CouncilMoneyPages.refuse", ACCOUNT_REFUSED),
            trail("DebtPages.receive", MONEY_RECEIVED),
            trail("TrajectoryPages.begin", MODEL_DRAFTED),
            trail("TrajectoryPages.add", MODEL_DRAFTED),
            trail("TrajectoryPages.read", MODEL_DRAFTED),
            trail("TrajectoryPages.takeShipped", MODEL_DRAFTED),
            trail("EditorPages.keep", MODEL_DRAFTED),
            trail("EditorPages.replace", MODEL_DRAFTED),
            trail("EditorPages.discard", MODEL_DRAFTED),
            trail("EditorPages.remove", MODEL_DRAFTED),
            trail("OtherVersionPages.putBack", MODEL_DRAFTED),
            trail("PublishPages.propose", MODEL_PROPOSED),
            trail("PublishPages.publish", MODEL_PUBLISHED),
            trail("PublishPages.restore", MODEL_RESTORED),
            trail("RunningPages.begin", CASES_TO_VERSION),
            trail("RunningPages.undo", CASES_TO_VERSION),
            none("RunningPages.stop", "each case that was moved says so; what waits stays as it is"));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Autowired
    private MessageSource texts;

    @Test
    void everyHandlerThatChangesSomethingSaysWhichRecordItLeaves() {
        assertThat(changing().map(entry -> name(entry.getValue())))
                .containsExactlyInAnyOrderElementsOf(Unrecorded.and(MARKS.keySet()));
    }

    @Test
    void everyRecordHasItsWords() {
        assertThat(MARKS.values()).allSatisfy(mark -> {
            assertThat(mark.acts().size() + mark.kinds().size() + mark.why().length())
                    .isPositive();
            mark.kinds().forEach(kind -> assertThat(
                            texts.getMessage("timeline." + kind, null, "", Locale.forLanguageTag("nl")))
                    .as(kind)
                    .isNotEmpty());
        });
        assertThat(BudgetRecords.KINDS.values()).allSatisfy(kind -> assertThat(
                        texts.getMessage("timeline." + kind, null, "", Locale.forLanguageTag("nl")))
                .isNotEmpty());
    }

    @Test
    void anAuditorReadsEverythingAndWritesNothing() {
        assertThat(changing()
                        .filter(entry -> !Unrecorded.OPEN_TO_AUDITORS.contains(
                                entry.getValue().getBeanType().getSimpleName())))
                .hasSizeGreaterThan(25)
                .allSatisfy(entry -> {
                    for (var address : entry.getKey().getPatternValues()) {
                        assertThat(send(address)).as(address).isEqualTo(403);
                    }
                });
    }

    private int send(String address) throws Exception {
        var url = new Handlers.Closed(HttpMethod.POST, address, Permission.OWN_ACCOUNT).url(UUID.randomUUID());
        return mvc.perform(request(HttpMethod.POST, url)
                        .with(SignedInAs.role("auditor"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** All but those that only answer GET; a handler without a method answers every one. */
    private Stream<Entry<RequestMappingInfo, HandlerMethod>> changing() {
        return handlers.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.samenspraak"))
                .filter(entry ->
                        !entry.getKey().getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET)));
    }

    private static String name(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName() + "." + handler.getMethod().getName();
    }

    private static Entry<String, Mark> trail(String handler, Act... acts) {
        return Map.entry(handler, new Mark(List.of(acts), List.of(), ""));
    }

    private static Entry<String, Mark> timeline(String handler, String... kinds) {
        return Map.entry(handler, new Mark(List.of(), List.of(kinds), ""));
    }

    private static Entry<String, Mark> none(String handler, String why) {
        return Map.entry(handler, new Mark(List.of(), List.of(), why));
    }

    /**
     * @param acts lines of the audit trail
     * @param kinds lines of the timeline of a case
     * @param why there is none
     */
    private record Mark(List<Act> acts, List<String> kinds, String why) {}
}
