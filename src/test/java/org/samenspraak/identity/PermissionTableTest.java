package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PermissionTableTest {

    @Test
    void standsInTheSecurityDocument() throws IOException {
        assertThat(Files.readString(Path.of("docs/security.md")))
                .as("copy this table into docs/security.md:%n%s", Permissions.table())
                .contains(Permissions.table());
    }
}
