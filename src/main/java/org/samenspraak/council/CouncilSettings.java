package org.samenspraak.council;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What councils may choose.
 *
 * @param mostReaders members who get the questions besides chair and secretary
 * @param themes what a council can ask news about, of the domains in which advice is asked; none: by theme can't be chosen
 * @param calendars whether a council may give the address of its own calendar, which the office then reads
 */
@ConfigurationProperties("samenspraak.councils")
record CouncilSettings(
        @DefaultValue("5") int mostReaders,
        @DefaultValue({
                    "mobility",
                    "green",
                    "public-domain",
                    "youth",
                    "culture",
                    "welfare",
                    "safety",
                    "sport",
                    "economy",
                    "participation"
                })
                List<String> themes,
        @DefaultValue("true") boolean calendars) {}
