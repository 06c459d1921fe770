package org.samenspraak.kernel;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The municipality whose office this is.
 *
 * @param name as citizens know it ("Stad Hasselt")
 * @param zone where days begin and end
 * @param baseUrl the address in links that are mailed, without a slash at the end
 * @param phone of the office, for who needs help
 */
@ConfigurationProperties("samenspraak.municipality")
public record Municipality(
        String name,
        Jurisdiction jurisdiction,
        ZoneId zone,
        String baseUrl,
        String mail,
        String phone,
        String address) {}
