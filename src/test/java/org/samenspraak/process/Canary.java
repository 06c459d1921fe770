package org.samenspraak.process;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Sings when a hostile model reaches Java: as soon as the class is loaded to be used, or made. */
public class Canary implements JavaDelegate {

    static final AtomicInteger SONGS = new AtomicInteger();

    public Canary() {
        SONGS.incrementAndGet();
    }

    public static String sing() {
        return "song " + SONGS.incrementAndGet();
    }

    @Override
    public void execute(DelegateExecution execution) {
        SONGS.incrementAndGet();
    }
}
