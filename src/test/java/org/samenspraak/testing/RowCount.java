package org.samenspraak.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the rows that our own code reads from the database while something runs. */
public final class RowCount {

    private static final Set<Class<?>> ON_THE_WAY =
            Set.of(Connection.class, Statement.class, PreparedStatement.class, ResultSet.class);

    private RowCount() {}

    public static long of(JdbcTemplate jdbc, SqlCount.Request request) throws Exception {
        var real = Objects.requireNonNull(jdbc.getDataSource());
        var rows = new AtomicLong();
        jdbc.setDataSource((DataSource) counting(real, DataSource.class, rows));
        try {
            request.run();
        } finally {
            jdbc.setDataSource(real);
        }
        return rows.get();
    }

    private static Object counting(Object real, Class<?> type, AtomicLong rows) {
        return Proxy.newProxyInstance(RowCount.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("equals")) {
                return proxy == args[0]; // else a running transaction lends its own connection, which counts nothing
            }
            try {
                var result = method.invoke(real, args);
                if (method.getName().equals("next") && Boolean.TRUE.equals(result)) {
                    rows.incrementAndGet();
                }
                return result != null && ON_THE_WAY.contains(method.getReturnType())
                        ? counting(result, method.getReturnType(), rows)
                        : result;
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        });
    }
}
