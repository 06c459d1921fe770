package org.samenspraak.correspondence;

import java.time.DayOfWeek;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When councils hear the news of the week.
 *
 * @param hour of that day, from which on the mails go out
 */
@ConfigurationProperties("samenspraak.news")
record NewsSettings(@DefaultValue("MONDAY") DayOfWeek weekday, @DefaultValue("7") int hour) {}
