package org.samenspraak.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.SearchWords;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.NameSearch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who to reach in the councils that are there today. */
@Service
public class ContactList {

    private static final int PIECE = 500;

    /** In the register or on the way to it. */
    private static final String THERE = "standing in ('CANDIDATE', 'RECOGNISED', 'REGISTERED')";

    private final JdbcClient jdbc;
    private final MembershipRecords members;
    private final Today today;

    ContactList(JdbcClient jdbc, MembershipRecords members, Today today) {
        this.jdbc = jdbc;
        this.members = members;
        this.today = today;
    }

    /** By the council's name, at most {@code limit} councils, after the last one of the page before. */
    @Transactional(readOnly = true)
    List<Entry> page(ContactSearch search, @Nullable CouncilId after, int limit) {
        var councils = councils(search, after, limit);
        var ids = councils.stream().map(CouncilView::id).collect(Collectors.toSet());
        var found = members.withFunction(ids, search.function(), today.date());
        return councils.stream()
                .map(council -> new Entry(
                        council,
                        found.getOrDefault(council.id(), List.of()).stream()
                                .sorted(CouncilDossiers.BY_FUNCTION)
                                .toList()))
                .toList();
    }

    /** The whole list. */
    @Transactional(readOnly = true)
    List<Entry> all(ContactSearch search) {
        var all = new ArrayList<Entry>();
        var piece = page(search, null, PIECE);
        all.addAll(piece);
        while (piece.size() == PIECE) {
            piece = page(search, piece.get(PIECE - 1).council().id(), PIECE);
            all.addAll(piece);
        }
        return all;
    }

    private List<CouncilView> councils(ContactSearch search, @Nullable CouncilId after, int limit) {
        var text = SearchWords.asked(search.text());
        return jdbc.sql("select * from council_council where " + THERE
                        + " and (:everywhere or area_id = any(:limit))"
                        + (text.isEmpty() ? "" : " and id in (" + named() + ")")
                        + (search.kind() == null ? "" : " and kind = '" + search.kind() + "'")
                        + (search.areas().isEmpty() ? "" : " and area_id = any(:areas)")
                        + (after == null
                                ? ""
                                : " and (lower(name), id) > (select lower(name), id from council_council where id = :after)")
                        + " order by lower(name), id limit :most")
                .param("everywhere", search.limit().everywhere())
                .param("limit", search.limit().ids())
                .param("text", text)
                .param("day", today.date())
                .param("areas", search.areas().stream().map(AreaId::value).toArray(UUID[]::new))
                .param("after", after == null ? null : after.value())
                .param("most", limit)
                .query(CouncilRecords::view)
                .list();
    }

    private static String named() {
        return "select id from council_council where " + NameSearch.FOUND
                + " union all select council_id from council_membership where functions <> '{}' and "
                + MembershipRecords.HOLDS + " and " + NameSearch.FOUND;
    }

    /** Today's members of that name, or one that looks like it, after the last one of the page before. */
    @Transactional(readOnly = true)
    public List<Found> members(String text, AreaLimit where, @Nullable UUID after, int limit) {
        return jdbc.sql("select m.id, m.name, m.functions, m.council_id, c.name as council from (select *, "
                        + NameSearch.EXACT_FIRST + " as looks_like from council_membership where "
                        + MembershipRecords.HOLDS + " and " + NameSearch.FOUND
                        + ") m join council_council c on c.id = m.council_id"
                        + " where (:everywhere or c.area_id = any(:areas))"
                        + (after == null
                                ? ""
                                : " and (m.looks_like, lower(m.name), m.id) > (select " + NameSearch.EXACT_FIRST
                                        + ", lower(name), id from council_membership where id = :after)")
                        + " order by m.looks_like, lower(m.name), m.id limit :limit")
                .param("text", SearchWords.asked(text))
                .param("day", today.date())
                .param("everywhere", where.everywhere())
                .param("areas", where.ids())
                .param("after", after)
                .param("limit", limit)
                .query(ContactList::found)
                .list();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("name"),
                MembershipRecords.functions(row.getArray("functions")),
                new CouncilId(row.getObject("council_id", UUID.class)),
                row.getString("council"));
    }

    /** A council and those who have the function that was asked; nobody has it when the list is empty. */
    record Entry(CouncilView council, List<Member> contacts) {}

    /** A member, without addresses. */
    public record Found(UUID id, String name, Set<Function> functions, CouncilId council, String councilName) {}
}
