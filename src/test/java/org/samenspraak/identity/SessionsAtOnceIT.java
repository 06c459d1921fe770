package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

class SessionsAtOnceIT extends PostgresIT {

    @Autowired
    private SessionRepository<? extends Session> sessions;

    @Test
    void twoRequestsPutTheSameNewPartIntoASession() {
        assertThat(putAtOnce(sessions)).isEqualTo("second");
    }

    private static <S extends Session> Object putAtOnce(SessionRepository<S> sessions) {
        var session = sessions.createSession();
        sessions.save(session);
        var first = Objects.requireNonNull(sessions.findById(session.getId()));
        var second = Objects.requireNonNull(sessions.findById(session.getId()));
        first.setAttribute("notice", "first");
        second.setAttribute("notice", "second");

        sessions.save(first);
        sessions.save(second);

        return Objects.requireNonNull(sessions.findById(session.getId())).getRequiredAttribute("notice");
    }
}
