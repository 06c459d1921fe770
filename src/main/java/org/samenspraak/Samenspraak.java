package org.samenspraak;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The participation office of one municipality. */
@SpringBootApplication(nameGenerator = BeanNames.class)
@ConfigurationPropertiesScan
public class Samenspraak {

    public static void main(String[] args) {
        SpringApplication.run(Samenspraak.class, args);
    }

    /** Every "now" comes from here, so that tests and the demo year can have another day. */
    @Bean
    Clock time() {
        return Clock.systemUTC();
    }
}
