package org.samenspraak.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about people and signing in.
 *
 * @param admin the first administrator, made when there is nobody yet
 * @param demo only read in the profile {@code demo}
 */
@ConfigurationProperties("samenspraak")
record IdentitySettings(@DefaultValue Limits signIn, @Nullable FirstAdministrator admin, @Nullable Demo demo) {

    /**
     * How hard it is made for somebody who guesses.
     *
     * @param hashStrength of bcrypt, a power of two of rounds
     * @param perAccount failed attempts on one account from one address, or on browsers known to it, within the window
     * @param perAccountAnywhere failed attempts on one account from all addresses and unknown browsers together
     * @param perAddress failed attempts from one address within the window
     */
    record Limits(
            @DefaultValue("11") int hashStrength,
            @DefaultValue("10") int perAccount,
            @DefaultValue("100") int perAccountAnywhere,
            @DefaultValue("50") int perAddress,
            @DefaultValue("15m") Duration window) {}

    record FirstAdministrator(String username, String password) {}

    /** @param password of all demo people, shown on the first page */
    record Demo(String password) {}
}
