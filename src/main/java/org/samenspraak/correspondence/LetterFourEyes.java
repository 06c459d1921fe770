package org.samenspraak.correspondence;

import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;

/** Who designs as well as administers does not let hold in one role what they wrote in the other. */
@Service
public class LetterFourEyes {

    private final TextRows rows;
    private final LetterSettings settings;

    LetterFourEyes(TextRows rows, CorrespondenceSettings settings) {
        this.rows = rows;
        this.settings = settings.letters();
    }

    /** @throws Refusal when this person wrote in the draft */
    public void refuseOwn(String name, String language, Actor by) {
        if (by.id() != null && settings.fourEyes() && rows.isWriter(name, language, by.id())) {
            throw new Refusal("correspondence.text.four-eyes");
        }
    }
}
