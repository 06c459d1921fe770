package org.samenspraak.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements that this thread sends while something runs. */
public final class SqlCount {

    private SqlCount() {}

    /** Those of our own code. */
    public static long of(Request request) throws Exception {
        return count(JdbcTemplate.class.getName(), "Executing prepared SQL statement", request);
    }

    /** Those of the engine. */
    public static long ofEngine(Request request) throws Exception {
        return count("org.camunda.bpm.engine.impl.persistence.entity", "==>  Preparing", request);
    }

    private static long count(String source, String start, Request request) throws Exception {
        var logger = (Logger) LoggerFactory.getLogger(source);
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
        var thread = Thread.currentThread().getName(); // not what runs in the background meanwhile
        return heard.list.stream()
                .filter(event -> event.getThreadName().equals(thread))
                .filter(event -> event.getMessage().startsWith(start))
                .count();
    }

    public interface Request {
        Object run() throws Exception;
    }
}
