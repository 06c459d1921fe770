package org.samenspraak.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How hard signing in is made for somebody who guesses.
 *
 * @param hashStrength of bcrypt, a power of two of rounds
 * @param perAccount failed attempts on one account within the window
 * @param perAddress failed attempts from one address within the window
 */
@ConfigurationProperties("samenspraak.sign-in")
record SignInSettings(
        @DefaultValue("12") int hashStrength,
        @DefaultValue("10") int perAccount,
        @DefaultValue("50") int perAddress,
        @DefaultValue("15m") Duration window) {}
