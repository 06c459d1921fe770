package org.samenspraak.process;

import java.io.IOException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** An engine in a Java of its own, in which four at once do what chance says until it is killed. */
final class RandomOffice {

    private RandomOffice() {}

    /** @param args the address of the database, and the seed of chance */
    public static void main(String[] args) throws IOException {
        var engine = new SpringApplicationBuilder(EngineOnly.class)
                .profiles("engine-only")
                .properties(
                        "camunda.bpm.job-execution.enabled=false",
                        "logging.level.root=off",
                        "samenspraak.process.shipped=false",
                        "spring.autoconfigure.exclude=org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration")
                .web(WebApplicationType.NONE)
                .run("--spring.datasource.url=" + args[0]);
        System.out.println("RUNS by chance");
        for (int at = 0; at < 4; at++) {
            var work = new RandomWork(engine, Long.parseLong(args[1]) + at);
            var worker = new Thread(() -> {
                while (true) {
                    work.step();
                }
            });
            worker.setDaemon(true);
            worker.start();
        }
        while (System.in.read() >= 0) {}
    }
}
