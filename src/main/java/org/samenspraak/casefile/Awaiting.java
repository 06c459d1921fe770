package org.samenspraak.casefile;

import java.util.Optional;

/** Says for whom an open case waits that has no task of its own, such as councils that write in cases of theirs. */
public interface Awaiting {

    /** In the reader's language; empty when this module waits for nobody in it. */
    Optional<Awaited> in(CaseView view);

    /**
     * @param who short, for under a step ("Jeugdraad, Cultuurraad")
     * @param sentence for whom, how far that is, and until when
     */
    record Awaited(String who, String sentence) {}
}
