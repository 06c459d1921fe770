package org.samenspraak.tasklist;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lists that people kept by a name, their own and those a group shares, and the one they start with. */
@Repository
class SavedViews {

    static final int LONGEST_NAME = 60;
    private static final int MOST = 30;

    private static final String SEEN = "(v.owner = :me or v.shared_with = any(:groups))";

    private final JdbcClient db;
    private final Clock clock;

    SavedViews(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Own views first, then those of others in the same groups, by name. */
    List<SavedView> of(SignedIn me) {
        return db.sql("select v.*, s.person is not null as start from tasklist_view v"
                        + " left join tasklist_start s on s.view_id = v.id and s.person = :me where " + SEEN
                        + " order by v.owner <> :me, lower(v.name), v.id limit :most")
                .param("me", me.person().value())
                .param("groups", groups(me))
                .param("most", 2 * MOST)
                .query((row, n) -> new SavedView(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("owner", UUID.class)),
                        row.getString("name"),
                        row.getString("query"),
                        Optional.ofNullable(row.getString("shared_with"))
                                .map(GroupId::parse)
                                .orElse(null),
                        row.getBoolean("start")))
                .list();
    }

    /** What somebody's list begins with; none as well when it is shared with them no more. */
    Optional<InboxQuery> start(SignedIn me) {
        return db.sql("select v.query from tasklist_start s join tasklist_view v on v.id = s.view_id"
                        + " where s.person = :me and " + SEEN)
                .param("me", me.person().value())
                .param("groups", groups(me))
                .query(String.class)
                .optional()
                .map(query -> InboxQuery.parse(query, me));
    }

    /**
     * Keeps a list. A view of one's own with this name is replaced.
     *
     * @param group to share it with, or none; refused when it is not one of theirs
     */
    @Transactional
    UUID save(String name, InboxQuery list, @Nullable GroupId group, boolean start) {
        var me = list.me();
        refuse(name, group, me);
        var id = db.sql(
                        """
                        insert into tasklist_view (id, owner, name, query, shared_with, at)
                        values (:id, :me, :name, :query, :group, :now)
                        on conflict (owner, lower(name)) do update set name = excluded.name, query = excluded.query,
                            shared_with = excluded.shared_with, at = excluded.at
                        returning id
                        """)
                .param("id", UUID.randomUUID())
                .param("me", me.person().value())
                .param("name", name.strip())
                .param("query", list.text())
                .param("group", group == null ? null : group.toString())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        if (count(me) > MOST) {
            throw Refusal.of("name", "tasklist.refusal.many-views", MOST);
        }
        if (start) {
            startWith(id, me);
        }
        return id;
    }

    private static void refuse(String name, @Nullable GroupId group, SignedIn me) {
        if (name.isBlank()) {
            throw Refusal.of("name", "tasklist.refusal.view-name");
        }
        if (name.strip().length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of("name", "tasklist.refusal.view-name-long", LONGEST_NAME);
        }
        if (group != null && !me.groups().contains(group)) {
            throw Refusal.of("share", "tasklist.refusal.view-group");
        }
    }

    private int count(SignedIn me) {
        return db.sql("select count(*) from tasklist_view where owner = ?")
                .param(me.person().value())
                .query(Integer.class)
                .single();
    }

    /** Refuses a view that this person does not see. */
    @Transactional
    void startWith(UUID id, SignedIn me) {
        var set = db.sql("insert into tasklist_start (person, view_id) select :me, v.id from tasklist_view v"
                        + " where v.id = :id and " + SEEN
                        + " on conflict (person) do update set view_id = excluded.view_id")
                .param("me", me.person().value())
                .param("groups", groups(me))
                .param("id", id)
                .update();
        if (set == 0) {
            throw new NotFound("tasklist.refusal.no-view");
        }
    }

    /** From now on the list begins with all tasks of one's groups. */
    @Transactional
    void startWithAll(SignedIn me) {
        db.sql("delete from tasklist_start where person = ?")
                .param(me.person().value())
                .update();
    }

    /** Removes a view of one's own, for all who saw it; refuses another's. */
    @Transactional
    void remove(UUID id, SignedIn me) {
        var removed = db.sql("delete from tasklist_view where id = ? and owner = ?")
                .params(id, me.person().value())
                .update();
        if (removed == 0) {
            throw new NotFound("tasklist.refusal.no-view");
        }
    }

    private static String[] groups(SignedIn me) {
        return me.groups().stream().map(GroupId::toString).toArray(String[]::new);
    }

    /**
     * @param sharedWith the group that sees it too, or none
     * @param start whether the reader's list begins with it
     */
    record SavedView(UUID id, PersonId owner, String name, String query, @Nullable GroupId sharedWith, boolean start) {

        /** As it is for this reader: never more than they may see. */
        InboxQuery list(SignedIn me) {
            return InboxQuery.parse(query, me);
        }
    }
}
