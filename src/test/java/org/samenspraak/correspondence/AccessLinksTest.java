package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class AccessLinksTest {

    private static final String SECRET = "a secret of the test that is long enough";
    private static final UUID PROMPT = UUID.fromString("6b6f2b3e-63c7-4ba2-bd0d-90a2f9f8a0c1");

    private final AccessLinks links = links(SECRET);
    private final String token = links.token(PROMPT, "an@raad.be", 1);

    @Test
    void provesTheTokenThatItMade() {
        assertThat(links.claimed(token)).contains(PROMPT);
        assertThat(links.proves(token, PROMPT, "an@raad.be", 1)).isTrue();
    }

    @Test
    void refusesAnotherPromptRecipientGenerationOrSecret() {
        assertThat(links.proves(token, UUID.randomUUID(), "an@raad.be", 1)).isFalse();
        assertThat(links.proves(token, PROMPT, "els@raad.be", 1)).isFalse();
        assertThat(links.proves(token, PROMPT, "an@raad.be", 2)).isFalse();
        assertThat(links("another secret that is also long enough").proves(token, PROMPT, "an@raad.be", 1))
                .isFalse();
    }

    @Test
    void refusesATokenOfWhichOneCharacterChanged() {
        for (var i = 0; i < token.length(); i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            var tampered = token.substring(0, i) + other + token.substring(i + 1);

            assertThat(links.proves(tampered, PROMPT, "an@raad.be", 1)).isFalse();
        }
    }

    @Test
    void findsNoPromptInWhatIsNoToken() {
        assertThat(links.claimed("")).isEmpty();
        assertThat(links.claimed("../../etc/passwd")).isEmpty();
        assertThat(links.claimed("?".repeat(64))).isEmpty();
        assertThat(links.claimed("A".repeat(100_000))).isEmpty();
    }

    @Test
    void makesOneSecretAndKeepsIt(@TempDir Path folder) {
        var file = folder.resolve("data/links.secret");

        var first = LinkSecret.keptIn(file);

        assertThat(first.text()).hasSizeGreaterThanOrEqualTo(64);
        assertThat(LinkSecret.keptIn(file)).isEqualTo(first);
        assertThat(first.toString()).doesNotContain(first.text());
    }

    @Test
    void refusesAShortSecret() {
        assertThatThrownBy(() -> LinkSecret.of("secret")).hasMessageContaining("SAMENSPRAAK_LINKS_SECRET");
    }

    private static AccessLinks links(String secret) {
        return new AccessLinks(LinkSecret.of(secret), new MockEnvironment());
    }
}
