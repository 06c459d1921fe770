package org.samenspraak.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

class PortTakenAnalyzerTest {

    @Test
    void saysWhichPortIsTakenAndWhatToDo() {
        var analysis = new PortTakenAnalyzer().analyze(new PortInUseException(8080));

        assertThat(analysis.getDescription())
                .isEqualTo(
                        "Poort 8080 is in gebruik door een ander programma.\nPort 8080 is taken by another program.");
        assertThat(analysis.getAction()).contains("SERVER_PORT=8081");
    }
}
