package org.samenspraak.designer;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param fourEyes whether a second person publishes what somebody changed; a small office may do without */
@ConfigurationProperties("samenspraak.designer")
record DesignerSettings(@DefaultValue("true") boolean fourEyes) {}
