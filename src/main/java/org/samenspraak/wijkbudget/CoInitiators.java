package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.FollowerMails;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A proposer asks other people to stand behind an idea after it was sent, as long as it can be changed. */
@Service
class CoInitiators {

    /** Each is a mail to somebody who did not ask for it. */
    private static final int MOST = 10;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_MAIL = 200;
    private static final int LONGEST_ADDRESS = 300;

    private final IdeaCare care;
    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final IdeaIntake intake;
    private final IdeaMails mails;
    private final Timeline timeline;

    CoInitiators(
            IdeaCare care,
            Ideas ideas,
            IdeaSupporters supporters,
            IdeaIntake intake,
            IdeaMails mails,
            Timeline timeline) {
        this.care = care;
        this.ideas = ideas;
        this.supporters = supporters;
        this.intake = intake;
        this.mails = mails;
        this.timeline = timeline;
    }

    List<Supporter> of(Idea idea) {
        return supporters.of(idea.caseId()).stream()
                .filter(one -> !one.proposer())
                .toList();
    }

    /** How many have to confirm. */
    int needed(Idea idea) {
        return intake.needed(idea.round());
    }

    /**
     * Mails them a link of their own.
     *
     * @throws Refusal after the call, for what is missing or no address, for who lives, reads or is called as another one, and after
     *     {@value #MOST}
     */
    @Transactional
    public void ask(Idea idea, Typed typed, Actor by) {
        refuseLate(idea);
        refuse("name", typed.name(), LONGEST_NAME);
        refuse("address", typed.address(), LONGEST_ADDRESS);
        if (typed.mail().length() > LONGEST_MAIL || !FollowerMails.isAddress(typed.mail())) {
            throw Refusal.of("mail", "wijkbudget.refusal.mail");
        }
        for (var other : supporters.of(idea.caseId())) {
            if (typed.mail().equalsIgnoreCase(other.mail())) {
                throw Refusal.of("mail", "wijkbudget.refusal.mail-twice");
            }
            if (IdeaIntake.plain(typed.name()).equals(IdeaIntake.plain(other.name()))) {
                throw Refusal.of("name", "wijkbudget.refusal.name-twice");
            }
            if (IdeaIntake.place(typed.address()).equals(IdeaIntake.place(other.address()))) {
                throw Refusal.of("address", "wijkbudget.refusal.address-twice");
            }
        }
        if (!ideas.askOneMore(idea.caseId(), MOST)) {
            throw new Refusal("wijkbudget.refusal.asked-enough", MOST);
        }
        var one = new Supporter(
                UUID.randomUUID(), idea.caseId(), false, typed.name(), typed.mail(), typed.address(), false);
        supporters.add(one, null);
        mails.ask(one, idea);
        timeline.add(idea.caseId(), "wijkbudget.behind-asked", Map.of("name", one.name()), null, by);
    }

    /** @throws Refusal after the call, and for who confirmed: they say themselves where they stand */
    @Transactional
    public void remove(Idea idea, UUID id, Actor by) {
        refuseLate(idea);
        var one = of(idea).stream()
                .filter(it -> it.id().equals(id) && supporters.remove(id))
                .findAny()
                .orElseThrow(() -> new Refusal("wijkbudget.refusal.behind-sure"));
        timeline.add(idea.caseId(), "wijkbudget.behind-removed", Map.of("name", one.name()), null, by);
    }

    private void refuseLate(Idea idea) {
        if (!care.mayEdit(idea)) {
            throw new Refusal("wijkbudget.refusal.call-over");
        }
    }

    private static void refuse(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw Refusal.of(field, "wijkbudget.refusal.text", longest);
        }
    }

    /** As its proposer wrote it. */
    record Typed(String name, String mail, String address) {}
}
