package org.samenspraak.embedded;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Configuration;

/** An application with nothing in it but its start; says where its database is and goes when its input ends. */
@Configuration
public class TinyOffice {

    public static final String RUNS = "RUNS ";

    public static void main(String[] args) throws IOException {
        var application = new SpringApplication(TinyOffice.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        try (var context = application.run(args)) {
            var environment = context.getEnvironment();
            System.out.println(RUNS + environment.getProperty("spring.datasource.url") + " "
                    + Arrays.toString(environment.getActiveProfiles()));
            while (System.in.read() >= 0) {}
        }
    }
}
