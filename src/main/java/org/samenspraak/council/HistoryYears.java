package org.samenspraak.council;

import java.util.List;
import java.util.Set;
import org.samenspraak.kernel.CouncilId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the register itself wrote down, as three kinds on the council's timeline. */
@Configuration(proxyBeanMethods = false)
class HistoryYears {

    @Bean
    static CouncilYears recognitionYears(CouncilHistory history) {
        return new Kinds(
                history,
                "recognition",
                10,
                Set.of(
                        "council.added",
                        "council.applied",
                        "council.lapsed",
                        "council.inscribed",
                        "council.ended",
                        "council.kind-changed",
                        "council.level-changed",
                        "council.succeeded",
                        "council.composition-broken",
                        "council.composition-mended"));
    }

    @Bean
    static CouncilYears memberYears(CouncilHistory history) {
        return new Kinds(
                history,
                "members",
                20,
                Set.of("council.member-added", "council.member-changed", "council.member-ended"));
    }

    @Bean
    static CouncilYears noteYears(CouncilHistory history) {
        return new Kinds(history, "notes", 50, Set.of("council.note"));
    }

    private record Kinds(CouncilHistory history, String code, int order, Set<String> kinds) implements CouncilYears {

        /** Notes are for colleagues. */
        @Override
        public boolean isForCouncil() {
            return !kinds.contains("council.note");
        }

        @Override
        public List<Happening> before(CouncilId council, Place place, int limit) {
            return history.before(council, kinds, place, limit);
        }
    }
}
