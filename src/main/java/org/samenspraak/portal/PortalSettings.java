package org.samenspraak.portal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set about the place of councils.
 *
 * @param linkWorks how long a mailed link to sign in works
 */
@ConfigurationProperties("samenspraak.portal")
record PortalSettings(@DefaultValue("20m") Duration linkWorks) {}
