package org.samenspraak.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.web.Throttle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Opens the links of councils; who tries many that don't exist is sent away, who has a real one never. */
@Component
class Links {

    static final int GUESSES = 20;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final Prompts prompts;
    private final Throttle throttle;

    Links(Prompts prompts, Throttle throttle) {
        this.prompts = prompts;
        this.throttle = throttle;
    }

    /** @throws ResponseStatusException when this address tried too many links that don't exist */
    Opening open(String token, HttpServletRequest request) {
        var opening = prompts.open(token);
        if (opening instanceof Opening.Unknown) {
            countGuess(request);
        }
        return opening;
    }

    /** @throws ResponseStatusException when there were too many */
    void countGuess(HttpServletRequest request) {
        if (!throttle.take("guess", request.getRemoteAddr(), GUESSES, WINDOW)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }
}
