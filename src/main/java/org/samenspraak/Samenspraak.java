package org.samenspraak;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The participation office of one municipality. */
@SpringBootApplication
public class Samenspraak {

    public static void main(String[] args) {
        SpringApplication.run(Samenspraak.class, args);
    }
}
