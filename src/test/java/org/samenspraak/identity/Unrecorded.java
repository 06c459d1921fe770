package org.samenspraak.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Handlers of which no record is kept, and why: those of ballots, of residents without an account and of trials. */
final class Unrecorded {

    /** Of one's own, or of people without an account. */
    static final List<String> OPEN_TO_AUDITORS = List.of(
            "AccountPages",
            "DelegationPages",
            "MailChoicePages",
            "SignInPages",
            "CouncilSignInPages",
            "ApplicationPages",
            "WithdrawalPages",
            "IdeaPages",
            "ExecutionPages",
            "SurveyPages",
            "VotePages",
            "BallotPages",
            "NewsPages",
            "FollowMailPages",
            "GotItPages",
            "PromptPages");

    private static final String SECRET = "a vote is secret: no record may tell who cast it, or when";

    private static final String OWNER_DECIDES = "mails the owner of the address, who decides";

    private static final String OWN_NEWS = "whether a reader wants news that asks nothing";

    private static final String PILE =
            "its pile says who entered it; a line for each sheet would tell in which order they came";

    private static final Map<String, String> OF_ROUNDS = Map.of(
            "PaperVotePages.take",
            "the card says that it came; a line would tell when its voter voted",
            "PaperVotePages.begin",
            PILE,
            "PilePages.enter",
            PILE,
            "PilePages.decide",
            PILE,
            "SurveyPages.answer",
            "an answer is kept apart from its person: a line would tell who gave it",
            "LotPages.letters",
            "prints letters; nothing is kept",
            "ComparePages.file",
            "counts a file that somebody brings; nothing is kept");

    private static final Map<String, String> OF_RESIDENTS = Map.of(
            "VotePages.ask", OWNER_DECIDES,
            "VotePages.verify", "tells whether a ballot is in the box; nothing is changed",
            "BallotPages.keep", SECRET,
            "BallotPages.check", SECRET,
            "BallotPages.move", SECRET,
            "BallotPages.confirm", SECRET,
            "FollowMailPages.ask", OWNER_DECIDES,
            "FollowMailPages.confirm", OWN_NEWS,
            "FollowMailPages.end", OWN_NEWS,
            "FollowMailPages.endAtOnce", OWN_NEWS);

    private static final String DRY_RUN = "a trial in a schema of its own: nothing of the office changes";

    private static final Map<String, String> OF_TRIALS = Map.of(
            "DryRunPages.start", DRY_RUN,
            "DryRunPages.complete", DRY_RUN,
            "DryRunPages.goOn", DRY_RUN,
            "DryRunPages.say", DRY_RUN,
            "DryRunPages.remove", DRY_RUN,
            "EditorPages.open", "tells a colleague who else has a file open; gone after an hour",
            "FormPages.preview", "shows a form that somebody tries; nothing is kept",
            "PublishPages.withdraw", "takes back what waits for a second person; publishing is on record");

    private Unrecorded() {}

    /** Together with those that leave a record. */
    static List<String> and(Set<String> recorded) {
        return Stream.of(
                        recorded,
                        BudgetRecords.KINDS.keySet(),
                        OF_ROUNDS.keySet(),
                        OF_RESIDENTS.keySet(),
                        OF_TRIALS.keySet())
                .flatMap(Set::stream)
                .toList();
    }
}
