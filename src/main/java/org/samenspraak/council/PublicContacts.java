package org.samenspraak.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.Member;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PublicTextChanged;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How everybody may reach a council: what its chair and secretary agreed to show of themselves. Nothing, unless they say so. Each
 * says it for themselves only, and it ends with the function, with another name or address, and when they take it back.
 */
@Repository
public class PublicContacts {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Today today;
    private final Clock clock;

    PublicContacts(JdbcClient jdbc, Audit audit, ApplicationEventPublisher events, Today today, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.today = today;
        this.clock = clock;
    }

    /** The chair first; without who agreed to nothing. */
    public List<Shown> of(CouncilId council) {
        return jdbc.sql(
                        """
                        select functions, case when p.name = m.name then p.name end as name,
                               case when p.mail = m.email then p.mail end as mail
                          from council_public_contact p join council_membership m on m.id = p.membership_id
                         where m.council_id = :council and (p.name = m.name or p.mail = m.email)
                           and functions && array['CHAIR', 'SECRETARY'] and
                        """
                                + MembershipRecords.HOLDS
                                + " order by 'CHAIR' = any(functions) desc, m.name")
                .param("council", council.value())
                .param("day", today.date())
                .query(PublicContacts::shown)
                .list();
    }

    /** What one member agreed to. */
    public Agreed agreed(Member member) {
        return jdbc.sql("select name, mail from council_public_contact where membership_id = ?")
                .param(member.id())
                .query((row, number) -> new Agreed(
                        member.details().name().equals(row.getString("name")),
                        row.getString("mail") != null
                                && row.getString("mail").equals(member.details().email())))
                .optional()
                .orElse(new Agreed(false, false));
    }

    /** Instead of what they agreed to before. */
    @Transactional
    public void agree(CouncilId council, String councilName, Member member, Agreed agreed, Actor by) {
        if (!member.isContact()) {
            throw new Refusal("council.refusal.no-member");
        }
        jdbc.sql("delete from council_public_contact where membership_id = ?")
                .param(member.id())
                .update();
        var mail = agreed.mail() ? member.details().email() : null;
        if (agreed.name() || mail != null) {
            jdbc.sql("insert into council_public_contact values (:id, :name, :mail, :now)")
                    .param("id", member.id())
                    .param("name", agreed.name() ? member.details().name() : null, Types.VARCHAR)
                    .param("mail", mail, Types.VARCHAR)
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
        }
        events.publishEvent(new PublicTextChanged());
        audit.add(Act.COUNCIL_PUBLIC_CONTACT, by, council.value(), councilName);
    }

    private static Shown shown(ResultSet row, int number) throws SQLException {
        return new Shown(
                Stream.of((String[]) row.getArray("functions").getArray())
                        .map(Function::valueOf)
                        .filter(function -> function != Function.TREASURER)
                        .collect(Collectors.toSet()),
                row.getString("name"),
                row.getString("mail"));
    }

    /** @param name with the function */
    public record Agreed(boolean name, boolean mail) {}

    /** @param functions chair, secretary or both */
    public record Shown(Set<Function> functions, @Nullable String name, @Nullable String mail) {}
}
