package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.process.Feel.TooSlow;

class FeelTimeTest {

    @Test
    void takesWhatWaitedForABusyMachine() {
        var time = new FeelTime(thread -> 0, 1, 3);

        assertThat(time.<Integer>bound(() -> IntStream.range(0, 100_000).sum())).isPositive();
    }

    @Test
    void stopsWhatTakesMoreOfTheProcessorThanItMay() {
        var took = new AtomicLong();
        var time = new FeelTime(thread -> took.get(), 1, 3);
        var never = new CountDownLatch(1);

        assertThatThrownBy(() -> time.<Boolean>bound(() -> {
                    took.set(1);
                    never.await();
                    return true;
                }))
                .isInstanceOf(TooSlow.class);
    }

    @Test
    void addsUpWhatIsDoneTogether() {
        var took = new AtomicLong();
        var time = new FeelTime(thread -> took.get(), 10, 3);

        var together = time.together();
        time.<Long>bound(() -> took.addAndGet(2));
        time.<Long>bound(() -> took.addAndGet(2));
        assertThatThrownBy(() -> time.<Long>bound(took::get)).isInstanceOf(TooSlow.class);
        together.close();

        assertThat(time.<Long>bound(took::get)).isEqualTo(4);
    }
}
