package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked to vote, and what they chose and did not confirm. Nothing here changes when they vote. */
@Repository
class VoterRows {

    private static final String ROW = "select id, round, area_id, address, language from wijkbudget_voter";

    private final JdbcClient jdbc;

    VoterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The same work for an address that is known, also of who voted on paper: their link says that this vote counts. The area stays
     * as it was: who has the link says where they live.
     *
     * @param most mails that one address gets on a day
     */
    void ask(CaseId round, AreaId area, byte[] hash, String address, Locale language, LocalDate today, int most) {
        jdbc.sql(
                        """
                        insert into wijkbudget_voter (id, round, area_id, address_hash, address, language, mails, asked_on)
                        values (:id, :round, :area, :hash, :address, :language, 1, :today)
                        on conflict (round, address_hash) do update
                           set mails = case when wijkbudget_voter.asked_on = :today then wijkbudget_voter.mails + 1 else 1 end,
                               asked_on = :today, mailed = false, address = coalesce(wijkbudget_voter.address, :address),
                               language = case when wijkbudget_voter.address is null then :language
                                   else wijkbudget_voter.language end
                         where wijkbudget_voter.mails < :most or wijkbudget_voter.asked_on is distinct from :today
                        """)
                .param("id", UUID.randomUUID())
                .param("round", round.value())
                .param("area", area.value())
                .param("hash", hash)
                .param("address", address)
                .param("language", language.getLanguage())
                .param("today", today)
                .param("most", most)
                .update();
    }

    /** Of who votes on paper; nobody is mailed there. */
    UUID onPaper(CaseId round, AreaId area, byte[] hash) {
        jdbc.sql(
                        """
                        insert into wijkbudget_voter (id, round, area_id, address_hash, language, mailed)
                        values (:id, :round, :area, :hash, 'nl', true) on conflict (round, address_hash) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("round", round.value())
                .param("area", area.value())
                .param("hash", hash)
                .update();
        return jdbc.sql("select id from wijkbudget_voter where round = ? and address_hash = ?")
                .params(round.value(), hash)
                .query(UUID.class)
                .single();
    }

    /** They did not vote on paper after all, and may ask for a link. */
    void notOnPaper(CaseId round, byte[] hash) {
        jdbc.sql("delete from wijkbudget_voter where round = ? and address_hash = ? and address is null")
                .params(round.value(), hash)
                .update();
    }

    /** Who asked and got no mail yet; held until the end of the transaction, what another node holds is passed by. */
    List<Voter> unmailed(CaseId round, int limit) {
        return jdbc.sql(ROW + " where round = ? and not mailed and address is not null limit ? for update skip locked")
                .params(round.value(), limit)
                .query(VoterRows::voter)
                .list();
    }

    void mailed(UUID voter) {
        jdbc.sql("update wijkbudget_voter set mailed = true where id = ?")
                .param(voter)
                .update();
    }

    Optional<Voter> find(UUID id) {
        return jdbc.sql(ROW + " where id = ?").param(id).query(VoterRows::voter).optional();
    }

    /** To another area: what was chosen in the one before is taken away. */
    void move(UUID voter, AreaId area) {
        jdbc.sql("update wijkbudget_voter set area_id = ? where id = ?")
                .params(area.value(), voter)
                .update();
        jdbc.sql("delete from wijkbudget_draft where voter = ?").param(voter).update();
    }

    /** Whether the ticket of a voter went with a card that came back. */
    boolean isOnPaper(UUID voter) {
        return jdbc.sql(
                        """
                        select exists (select from wijkbudget_voter v join wijkbudget_card c on c.round = v.round
                           and c.address_hash = v.address_hash and c.state = 'IN' where v.id = ?)
                        """)
                .param(voter)
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> draft(UUID voter) {
        return jdbc.sql("select sealed from wijkbudget_draft where voter = ?")
                .param(voter)
                .query(byte[].class)
                .optional();
    }

    void keep(UUID voter, byte[] sealed) {
        jdbc.sql("insert into wijkbudget_draft (voter, sealed) values (?, ?)"
                        + " on conflict (voter) do update set sealed = excluded.sealed")
                .params(voter, sealed)
                .update();
    }

    /** Who began and was not reminded; held until the end of the transaction. */
    List<Voter> begun(CaseId round, int limit) {
        return jdbc.sql(
                        """
                        select v.id, v.round, v.area_id, v.address, v.language from wijkbudget_voter v
                          join wijkbudget_draft d on d.voter = v.id and not d.reminded
                         where v.round = ? limit ? for update of d skip locked
                        """)
                .params(round.value(), limit)
                .query(VoterRows::voter)
                .list();
    }

    void reminded(UUID voter) {
        jdbc.sql("update wijkbudget_draft set reminded = true where voter = ?")
                .param(voter)
                .update();
    }

    /** Takes away drafts and addresses; the hashes stay, so that nobody votes twice. */
    List<UUID> forget(CaseId round) {
        jdbc.sql("delete from wijkbudget_draft where voter in (select id from wijkbudget_voter where round = ?)")
                .param(round.value())
                .update();
        return jdbc.sql("update wijkbudget_voter set address = null where round = ? returning id")
                .param(round.value())
                .query(UUID.class)
                .list();
    }

    private static Voter voter(ResultSet row, int number) throws SQLException {
        return new Voter(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("round", UUID.class)),
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getString("address"),
                Locale.forLanguageTag(row.getString("language")));
    }

    /** @param address none after the choice closed, and of who votes on paper */
    record Voter(UUID id, CaseId round, AreaId area, @Nullable String address, Locale language) {}
}
