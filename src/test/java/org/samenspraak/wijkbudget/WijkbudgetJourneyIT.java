package org.samenspraak.wijkbudget;

import org.junit.jupiter.api.Test;

/**
 * From an idea on a phone to the letter that says it was chosen: two ideas become one, a department says it can be done, residents vote
 * online and on paper, the office counts, the college decides, and its proposer reads that first.
 */
class WijkbudgetJourneyIT extends ChoiceJourney {

    @Test
    void anIdeaOnAPhoneBecomesAProjectThatResidentsChose() throws Exception {
        var office = official("participation-office");
        admit(office);
        examine(office);
        voteOnline();
        voteOnPaper(office);
        count(office);
        decide();
    }
}
