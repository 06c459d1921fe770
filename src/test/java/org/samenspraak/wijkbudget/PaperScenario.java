package org.samenspraak.wijkbudget;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An open choice in which residents vote on paper too. */
abstract class PaperScenario extends VoteScenario {

    static final UUID ONE = UUID.randomUUID();

    @Autowired
    PaperCards cards;

    @Autowired
    PaperDesk paper;

    @Autowired
    PaperRows rows;

    @BeforeEach
    void theChoiceIsOpen() {
        toChoice();
    }
}
