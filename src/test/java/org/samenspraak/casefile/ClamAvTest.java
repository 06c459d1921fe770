package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samenspraak.casefile.FakeClamd.Mood;
import org.springframework.util.unit.DataSize;

@Timeout(60)
class ClamAvTest {

    private final FakeClamd clamd = new FakeClamd();
    private final ClamAv scanner = new ClamAv(clamd.settings(Duration.ofSeconds(30)));
    private final ClamAv hasty = new ClamAv(clamd.settings(Duration.ofMillis(200)));

    @AfterEach
    void stop() {
        clamd.close();
    }

    @Test
    void sendsEveryByteAndHearsThatAFileIsClean() throws IOException {
        var content = new byte[700_001];
        content[700_000] = 7;

        assertThat(scanner.scan(new ByteArrayInputStream(content))).isEmpty();
        assertThat(clamd.last).isEqualTo(content);
    }

    @Test
    void namesWhatWasFound() throws IOException {
        assertThat(scanner.scan(file("x EICAR x"))).isEqualTo("Eicar-Signature");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"HANGS", "NEVER_READS"})
    void endsWhenTheDaemonDoesNotAnswer(Mood mood) {
        clamd.mood = mood;

        assertThatThrownBy(() -> hasty.scan(bytes(50_000_000))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"ERROR", "HANGS_UP_MIDWAY", "TOO_LARGE"})
    void neverTakesAnErrorForClean(Mood mood) {
        clamd.mood = mood;

        assertThatThrownBy(() -> scanner.scan(bytes(5_000_000))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> scanner.scan(file("short"))).isInstanceOf(IOException.class);
    }

    @Test
    void repeatsNoControlCharactersOfTheDaemon() {
        clamd.mood = Mood.ERROR;

        assertThatThrownBy(() -> scanner.scan(file("x")))
                .hasMessage("the scanner said: stream: Can't allocate memory???[2J ERROR");
    }

    @Test
    void failsWhenNobodyListens() {
        clamd.close();

        assertThatThrownBy(() -> scanner.scan(file("x"))).isInstanceOf(IOException.class);
    }

    @Test
    void wantsAStreamAsLargeAsADocument() {
        assertThatThrownBy(() -> new CaseFileSettings(
                        DataSize.ofMegabytes(26), 1, Set.of(), clamd.settings(Duration.ofSeconds(1))))
                .hasMessageContaining("max-stream");
    }

    private static InputStream file(String content) {
        return new ByteArrayInputStream(content.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static InputStream bytes(int bytes) {
        return new ByteArrayInputStream("x".repeat(bytes).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
}
