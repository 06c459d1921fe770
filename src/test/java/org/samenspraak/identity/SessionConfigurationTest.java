package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.swing.DefaultListModel;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.PersonId;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.servlet.FlashMap;

class SessionConfigurationTest {

    @Test
    void readsWhoSignedIn() {
        var account = new Account(PersonId.create(), "an");
        var context =
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));

        var read = (SecurityContext) SessionConfiguration.read(bytes(context));

        assertThat(read).isEqualTo(context);
    }

    @Test
    void readsNotices() {
        var flash = new FlashMap();
        flash.put("notice", "identity.account.saved");

        assertThat(SessionConfiguration.read(bytes(flash))).isEqualTo(flash);
    }

    @Test
    void readsNothingThatHasNoPlaceInASession() {
        assertThat(SessionConfiguration.read(bytes(new DefaultListModel<String>())))
                .isNull();
    }

    @Test
    void takesWhatCannotBeReadForMissing() {
        assertThat(SessionConfiguration.read("old".getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    private static byte[] bytes(Object value) {
        return new SerializingConverter().convert(value);
    }
}
