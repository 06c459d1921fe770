package org.samenspraak.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements that our own code sends while something runs. */
public final class SqlCount {

    private SqlCount() {}

    public static long of(Request request) throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        try {
            request.run();
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(before);
            logger.setAdditive(true);
        }
        return heard.list.stream()
                .filter(event -> event.getMessage().startsWith("Executing prepared SQL statement"))
                .count();
    }

    public interface Request {
        Object run() throws Exception;
    }
}
