package org.samenspraak.regulation;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(RegulationSettings.class)
class RegulationConfiguration {}
