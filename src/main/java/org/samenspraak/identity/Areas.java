package org.samenspraak.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.Refusal;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parts of the municipality; they nest. */
@Service
public class Areas {

    private static final String AREA = "select id, name, within, version from identity_area ";

    private final JdbcClient db;
    private final Audit audit;

    Areas(JdbcClient db, Audit audit) {
        this.db = db;
        this.audit = audit;
    }

    /** Refuses an empty name and a name that its neighbours within the same area have. */
    @Transactional
    public AreaId add(String name, @Nullable AreaId within, Actor by) {
        var id = AreaId.create();
        refuseName(name, within, id);
        db.sql("insert into identity_area (id, name, within) values (?, ?, ?)")
                .params(id.value(), name.strip(), within == null ? null : within.value())
                .update();
        audit.add(Act.AREA_ADDED, by, id.value(), name.strip());
        return id;
    }

    /**
     * Renames or moves; refuses to put an area inside itself.
     *
     * @throws OptimisticLockingFailureException when somebody changed it since that version
     */
    @Transactional
    public void change(AreaId id, String name, @Nullable AreaId within, int version, Actor by) {
        refuseName(name, within, id);
        if (within != null && tree().inside(id).contains(within)) {
            throw Refusal.of("within", "identity.refusal.area-inside-itself");
        }
        var changed = db.sql("update identity_area set name = ?, within = ?, version = version + 1"
                        + " where id = ? and version = ?")
                .params(name.strip(), within == null ? null : within.value(), id.value(), version)
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("area " + id);
        }
        audit.add(Act.AREA_CHANGED, by, id.value(), name.strip());
    }

    /** @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    public Area get(AreaId id) {
        return db.sql(AREA + "where id = ?")
                .param(id.value())
                .query(Areas::area)
                .single();
    }

    /** All areas by name. */
    public List<Area> all() {
        return db.sql(AREA + "order by lower(name), id").query(Areas::area).list();
    }

    /** The area, the areas around it and the areas inside it. */
    public List<Area> related(AreaId id) {
        return db.sql(
                        """
                        with recursive inside as (
                            select id from identity_area where id = :id
                            union select a.id from identity_area a join inside i on a.within = i.id),
                        around as (
                            select id, within from identity_area where id = :id
                            union select a.id, a.within from identity_area a join around r on a.id = r.within)
                        select id, name, within, version from identity_area
                        where id in (select id from inside union select id from around)
                        order by lower(name), id""")
                .param("id", id.value())
                .query(Areas::area)
                .list();
    }

    /** Which areas lie inside which. */
    public AreaTree tree() {
        return AreaTree.of(all());
    }

    private void refuseName(String name, @Nullable AreaId within, AreaId except) {
        PersonRules.refuseName(name);
        var taken = db.sql(
                        """
                        select exists (select from identity_area where lower(name) = lower(:name)
                        and within is not distinct from :within::uuid and id <> :except)""")
                .param("name", name.strip())
                .param("within", within == null ? null : within.value())
                .param("except", except.value())
                .query(Boolean.class)
                .single();
        if (taken) {
            throw Refusal.of("name", "identity.refusal.area-name-taken", name.strip());
        }
    }

    private static Area area(ResultSet row, int number) throws SQLException {
        var within = row.getObject("within", UUID.class);
        return new Area(
                new AreaId(row.getObject("id", UUID.class)),
                row.getString("name"),
                within == null ? null : new AreaId(within),
                row.getInt("version"));
    }

    /** @param version counts changes, against lost updates */
    public record Area(AreaId id, String name, @Nullable AreaId within, int version) {}
}
