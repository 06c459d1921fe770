package org.samenspraak.council;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads the calendars of councils by itself: a new one within minutes, each once a day. A thread of its own waits for the network. */
@Component
class CalendarRound implements DisposableBean {

    private final CouncilCalendars calendars;
    private final CalendarReader reader = new CalendarReader();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    CalendarRound(CouncilCalendars calendars) {
        this.calendars = calendars;
    }

    @Scheduled(fixedDelayString = "PT5M")
    void read() {
        thread.execute(() -> {
            while (calendars.readNext(reader)) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        });
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
