package org.samenspraak.regulation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Regulations and their versions. */
@Repository
class RegulationVersions {

    private static final String SELECT =
            "select v.name, version, title, adopted_by, holds_from, locked_at from regulation_version v"
                    + " join regulation_regulation r on r.name = v.name ";

    private final JdbcClient jdbc;

    RegulationVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addRegulation(String name, String title) {
        jdbc.sql("insert into regulation_regulation (name, title) values (?, ?) on conflict do nothing")
                .params(name, title)
                .update();
    }

    void add(
            RegulationId id,
            String adoptedBy,
            @Nullable LocalDate holdsFrom,
            @Nullable String digest,
            Instant now,
            List<Parameter> parameters) {
        jdbc.sql("insert into regulation_version (name, version, adopted_by, holds_from, digest, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(id.name(), id.version(), adoptedBy, holdsFrom, digest, atUtc(now)))
                .update();
        for (int position = 0; position < parameters.size(); position++) {
            add(id, position, parameters.get(position));
        }
    }

    /** Who wrote the one wrote this copy of it too. */
    void keepWriters(RegulationId id, RegulationId copy) {
        jdbc.sql("update regulation_version set writers = (select writers from regulation_version"
                        + " where name = ? and version = ?) where name = ? and version = ?")
                .params(id.name(), id.version(), copy.name(), copy.version())
                .update();
    }

    private void add(RegulationId id, int position, Parameter parameter) {
        var name = parameter.name();
        jdbc.sql("insert into regulation_parameter"
                        + " (name, version, key, position, type, value, choices, article, sentence, sentence_en, reason, reason_en,"
                        + " called, called_en) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id.name(),
                        id.version(),
                        parameter.key(),
                        position,
                        parameter.type().name(),
                        parameter.value(),
                        parameter.choices().toArray(String[]::new),
                        parameter.article(),
                        parameter.sentence(),
                        parameter.sentenceEn(),
                        parameter.reason(),
                        parameter.reasonEn(),
                        name == null ? null : name.dutch(),
                        name == null ? null : name.english()))
                .update();
    }

    /** Puts one more at the end. */
    void add(RegulationId id, Parameter parameter, @Nullable UUID by) {
        add(id, parameters(id).size(), parameter);
        edited(id, by);
    }

    void remove(RegulationId id, String key, @Nullable UUID by) {
        jdbc.sql("delete from regulation_parameter where name = ? and version = ? and key = ?")
                .params(id.name(), id.version(), key)
                .update();
        edited(id, by);
    }

    /** Whether this person changed a value of this version. */
    boolean isWriter(RegulationId id, UUID person) {
        return jdbc.sql("select ? = any (writers) from regulation_version where name = ? and version = ?")
                .params(person, id.name(), id.version())
                .query(Boolean.class)
                .single();
    }

    /** What values that the office added are called: as the newest version says that holds or will, else a draft. */
    Map<String, ParameterName> names() {
        var byKey = new HashMap<String, ParameterName>();
        jdbc.sql("select distinct on (key) key, called, called_en from regulation_parameter p"
                        + " join regulation_version v using (name, version) where called is not null"
                        + " order by key, holds_from desc nulls last, version desc")
                .query((row, index) -> byKey.put(
                        row.getString("key"), new ParameterName(row.getString("called"), row.getString("called_en"))))
                .list();
        return byKey;
    }

    /** Of each name the one that holds on a day. */
    List<RegulationView> inForce(LocalDate day) {
        return jdbc.sql("select distinct on (v.name)" + SELECT.substring("select".length())
                        + "where holds_from <= ? order by v.name, holds_from desc, version desc")
                .param(day)
                .query(RegulationVersions::view)
                .list();
    }

    /** Newest first within a name. */
    List<RegulationView> all() {
        return jdbc.sql(SELECT + "order by v.name, version desc")
                .query(RegulationVersions::view)
                .list();
    }

    Optional<RegulationView> find(RegulationId id) {
        return jdbc.sql(SELECT + "where v.name = ? and version = ?")
                .params(id.name(), id.version())
                .query(RegulationVersions::view)
                .optional();
    }

    Optional<RegulationId> inForce(String name, LocalDate day) {
        return jdbc.sql("select name, version from regulation_version where name = ? and holds_from <= ?"
                        + " order by holds_from desc, version desc limit 1")
                .params(name, day)
                .query(RegulationVersions::id)
                .optional();
    }

    /** Newest first. */
    List<RegulationId> versions(String name) {
        return jdbc.sql("select name, version from regulation_version where name = ? order by version desc")
                .param(name)
                .query(RegulationVersions::id)
                .list();
    }

    List<Parameter> parameters(RegulationId id) {
        return jdbc.sql("select * from regulation_parameter where name = ? and version = ? order by position")
                .params(id.name(), id.version())
                .query(RegulationVersions::parameter)
                .list();
    }

    Optional<Parameter> parameter(RegulationId id, String key) {
        return jdbc.sql("select * from regulation_parameter where name = ? and version = ? and key = ?")
                .params(id.name(), id.version(), key)
                .query(RegulationVersions::parameter)
                .optional();
    }

    void lock(RegulationId id, Instant now) {
        jdbc.sql("update regulation_version set locked_at = ? where name = ? and version = ? and locked_at is null")
                .params(atUtc(now), id.name(), id.version())
                .update();
    }

    /** Makes others wait who want to bind a case to it or to change it; whether no case depends on it yet. */
    boolean reserveForChange(RegulationId id) {
        return jdbc.sql(
                        "select 1 from regulation_version where name = ? and version = ? and locked_at is null for update")
                .params(id.name(), id.version())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void change(RegulationId id, Parameter parameter, @Nullable UUID by) {
        var name = parameter.name();
        jdbc.sql(
                        "update regulation_parameter set value = ?, article = ?, sentence = ?, sentence_en = ?, reason = ?, reason_en = ?,"
                                + " called = ?, called_en = ? where name = ? and version = ? and key = ?")
                .params(Arrays.asList(
                        parameter.value(),
                        parameter.article(),
                        parameter.sentence(),
                        parameter.sentenceEn(),
                        parameter.reason(),
                        parameter.reasonEn(),
                        name == null ? null : name.dutch(),
                        name == null ? null : name.english(),
                        id.name(),
                        id.version(),
                        parameter.key()))
                .update();
        edited(id, by);
    }

    private void edited(RegulationId id, @Nullable UUID by) {
        jdbc.sql("update regulation_version set edited = true,"
                        + " writers = case when :by::uuid is null or :by = any (writers) then writers else writers || :by end"
                        + " where name = :name and version = :version")
                .param("by", by)
                .param("name", id.name())
                .param("version", id.version())
                .update();
    }

    void holdFrom(RegulationId id, LocalDate day) {
        jdbc.sql("update regulation_version set holds_from = ?, edited = true where name = ? and version = ?")
                .params(day, id.name(), id.version())
                .update();
    }

    boolean isShipped(String name, String digest) {
        return jdbc.sql("select exists (select 1 from regulation_version where name = ? and digest = ?)")
                .params(name, digest)
                .query(Boolean.class)
                .single();
    }

    /** Whether the city changed or made a version itself. */
    boolean isOwn(String name) {
        return jdbc.sql(
                        "select exists (select 1 from regulation_version where name = ? and (digest is null or edited))")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** One node at a time until the end of the transaction. */
    void lockLoading() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('regulation_version'))")
                .query((row, index) -> "")
                .single();
    }

    private static OffsetDateTime atUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static RegulationId id(ResultSet row, int index) throws SQLException {
        return new RegulationId(row.getString("name"), row.getInt("version"));
    }

    private static RegulationView view(ResultSet row, int index) throws SQLException {
        var locked = row.getObject("locked_at", OffsetDateTime.class);
        return new RegulationView(
                id(row, index),
                row.getString("title"),
                row.getString("adopted_by"),
                row.getObject("holds_from", LocalDate.class),
                locked == null ? null : locked.toInstant());
    }

    private static Parameter parameter(ResultSet row, int index) throws SQLException {
        var called = row.getString("called");
        var choices = new ArrayList<String>();
        for (var choice : (Object[]) row.getArray("choices").getArray()) {
            choices.add((String) choice);
        }
        return new Parameter(
                row.getString("key"),
                ParameterType.valueOf(row.getString("type")),
                row.getString("value"),
                choices,
                row.getString("article"),
                row.getString("sentence"),
                row.getString("sentence_en"),
                row.getString("reason"),
                row.getString("reason_en"),
                called == null ? null : new ParameterName(called, row.getString("called_en")));
    }
}
