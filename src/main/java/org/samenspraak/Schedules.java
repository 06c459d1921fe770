package org.samenspraak;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets {@code @Scheduled} methods run; {@code samenspraak.scheduled=false} stops them, tests call them by hand. */
@Configuration
@EnableScheduling
@ConditionalOnBooleanProperty(name = "samenspraak.scheduled", matchIfMissing = true)
class Schedules {}
