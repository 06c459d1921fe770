package org.samenspraak.publication;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the public side may take of the machine, and what the city says of it.
 *
 * @param atOnce answers that are made at one time, and so connections to the database at most; the office has the others
 * @param waiting who may wait for a place while all are taken; who comes then is asked to come back
 * @param patience how long somebody waits for a place
 * @param eachPerMinute answers made for one address in a minute; what is kept costs nothing and is not counted
 * @param kept how long an answer is given again without making it anew; nothing is kept when it is zero
 * @param keptBytes all answers that are kept together, in bytes
 * @param least the smallest number of signals, agreements, answers or ballots of a channel that is shown: fewer may tell of one person
 *     (usual for public statistics)
 * @param reported the trajectory whose cases the yearly report counts as what councils reported
 * @param licence of the open data
 * @param sitting when and where the organ that everybody may listen to usually meets, or none: then only its days are told
 */
@ConfigurationProperties("samenspraak.publication")
record PublicationSettings(
        @DefaultValue("4") int atOnce,
        @DefaultValue("40") int waiting,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("600") int eachPerMinute,
        @DefaultValue("5s") Duration kept,
        @DefaultValue("16000000") long keptBytes,
        @DefaultValue("5") int least,
        String reported,
        @DefaultValue("CC0") Licence licence,
        @DefaultValue Accessibility accessibility,
        @DefaultValue Privacy privacy,
        @Nullable Sitting sitting) {

    /** @param begins as {@code 20:00} */
    record Sitting(String begins, @DefaultValue("3h") Duration takes, String place) {}

    /** What others may do with the open data. */
    enum Licence {
        CC0("https://creativecommons.org/publicdomain/zero/1.0/"),
        /** Of Flanders: free use, for anything. */
        MODELLICENTIE_GRATIS_HERGEBRUIK("https://data.vlaanderen.be/id/licentie/modellicentie-gratis-hergebruik/v1.0");

        private final String url;

        Licence(String url) {
            this.url = url;
        }

        public String url() {
            return url;
        }
    }

    /**
     * What stands in the accessibility statement.
     *
     * @param state how far the site keeps WCAG 2.2 AA, as the city judged it
     * @param examined when that was, or none: then it says that nobody examined it yet
     * @param by who examined it, in a few words; empty for the city itself
     * @param problems known ones, each a sentence in Dutch
     * @param problemsInEnglish the same in English
     */
    record Accessibility(
            @DefaultValue("PARTLY") State state,
            @Nullable LocalDate examined,
            @DefaultValue("") String by,
            @DefaultValue List<String> problems,
            @DefaultValue List<String> problemsInEnglish) {

        enum State {
            FULLY,
            PARTLY,
            NOT
        }
    }

    /**
     * @param officer mail address of the data protection officer; empty: that of the office
     * @param url the city's own privacy statement, or empty
     */
    record Privacy(@DefaultValue("") String officer, @DefaultValue("") String url) {}
}
