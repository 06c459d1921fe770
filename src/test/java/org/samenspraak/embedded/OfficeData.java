package org.samenspraak.embedded;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What is in the database of offices that run elsewhere. */
record OfficeData(JdbcClient jdbc) {

    static OfficeData of(String url) {
        return new OfficeData(JdbcClient.create(new DriverManagerDataSource(url)));
    }

    int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    List<String> texts(String query) {
        return jdbc.sql(query).query(String.class).list();
    }

    /** The id of a new area. */
    String area() {
        return jdbc.sql("insert into identity_area (id, name) values (gen_random_uuid(), 'Runkst') returning id")
                .query(String.class)
                .single();
    }
}
