package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The areas among which a round divides its money: {@code wijkbudget_area}. */
@Repository
class BudgetAreas {

    private final JdbcClient jdbc;

    BudgetAreas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These and no others. */
    void replace(CaseId round, List<Share> shares) {
        jdbc.sql("delete from wijkbudget_area where round = ?")
                .param(round.value())
                .update();
        for (int position = 0; position < shares.size(); position++) {
            add(round, position, shares.get(position));
        }
    }

    private void add(CaseId round, int position, Share share) {
        jdbc.sql(
                        """
                        insert into wijkbudget_area (round, position, area_id, inhabitants, vulnerable, counted, assumed, takes_part,
                            amount_cents, reach_groups, reach)
                        values (:round, :position, :area, :inhabitants, :vulnerable, :counted, :assumed, :takesPart, :cents, :groups,
                            :reach)
                        """)
                .param("round", round.value())
                .param("position", position)
                .param("area", share.area().value())
                .param("inhabitants", share.inhabitants())
                .param("vulnerable", share.vulnerable())
                .param("counted", share.counted())
                .param("assumed", share.assumed())
                .param("takesPart", share.takesPart())
                .param("cents", share.cents())
                .param("groups", share.reachGroups().toArray(String[]::new))
                .param("reach", share.reach())
                .update();
    }

    /** In the order of the form. */
    List<Share> of(CaseId round) {
        return jdbc.sql(
                        """
                        select s.*, a.name from wijkbudget_area s join identity_area a on a.id = s.area_id
                         where round = ? order by position
                        """)
                .param(round.value())
                .query(BudgetAreas::share)
                .list();
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        return new Share(
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getString("name"),
                row.getInt("inhabitants"),
                row.getBigDecimal("vulnerable"),
                row.getBigDecimal("counted"),
                row.getBoolean("assumed"),
                row.getBoolean("takes_part"),
                row.getLong("amount_cents"),
                Arrays.asList((String[]) row.getArray("reach_groups").getArray()),
                row.getString("reach"));
    }

    /**
     * What an area gets, and from which figures.
     *
     * @param vulnerable percentage of its inhabitants in a vulnerable position
     * @param counted the part of it that weighs
     * @param assumed whether its figures are an example that nobody measured
     * @param takesPart whether its residents propose in this round
     * @param cents what it gets
     * @param reach how its residents are reached and why so; none for an area whose turn comes later
     */
    record Share(
            AreaId area,
            String name,
            int inhabitants,
            BigDecimal vulnerable,
            BigDecimal counted,
            boolean assumed,
            boolean takesPart,
            long cents,
            List<String> reachGroups,
            @Nullable String reach) {

        public BigDecimal euros() {
            return BigDecimal.valueOf(cents, 2);
        }
    }
}
