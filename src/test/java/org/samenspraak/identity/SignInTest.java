package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Persons.Credentials;
import org.samenspraak.kernel.PersonId;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class SignInTest {

    private final Persons persons = mock();
    private final Counting passwords = new Counting();

    @Test
    void worksAsHardForANameThatNobodyHas() {
        when(persons.credentials(anyString())).thenReturn(Optional.empty());

        refuses("nobody");

        assertThat(passwords.hashes).singleElement().asString().startsWith("$2a$04$");
    }

    @Test
    void worksAsHardForAClosedAccount() {
        when(persons.credentials("bo"))
                .thenReturn(Optional.of(
                        new Credentials(PersonId.create(), "bo", "Bo", passwords.encode("right password"), false)));

        refuses("bo");

        assertThat(passwords.hashes).hasSize(1);
    }

    private void refuses(String username) {
        var signIn = new SignIn(persons, passwords, mock(), mock(), mock());

        assertThatThrownBy(() -> signIn.authenticate(
                        UsernamePasswordAuthenticationToken.unauthenticated(username, "right password")))
                .isInstanceOf(BadCredentialsException.class);
    }

    /** bcrypt that remembers which hashes it was held against. */
    private static final class Counting implements PasswordEncoder {

        private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(4);
        private final List<String> hashes = new ArrayList<>();

        @Override
        public String encode(CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            hashes.add(hash);
            return bcrypt.matches(password, hash);
        }
    }
}
