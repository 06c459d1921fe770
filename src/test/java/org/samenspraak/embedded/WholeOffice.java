package org.samenspraak.embedded;

import java.io.IOException;
import org.samenspraak.Samenspraak;
import org.springframework.boot.SpringApplication;

/** The office itself; says where its pages are when it is ready and goes when its input ends. */
class WholeOffice {

    public static void main(String[] args) throws IOException {
        try (var context = SpringApplication.run(Samenspraak.class, args)) {
            System.out.println(TinyOffice.RUNS + "http://localhost:"
                    + context.getEnvironment().getProperty("local.server.port"));
            while (System.in.read() >= 0) {}
        }
    }
}
