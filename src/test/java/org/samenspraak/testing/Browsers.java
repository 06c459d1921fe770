package org.samenspraak.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One browser for all tests of the JVM: the Chromium of the machine, or Playwright's own download. */
public class Browsers {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    /** Without a graphics card its process can stall on a busy machine, and with it every frame of a page. */
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final Browser BROWSER = start();

    private Browsers() {}

    public static Browser chromium() {
        return BROWSER;
    }

    private static Browser start() {
        var options = new LaunchOptions().setArgs(QUIET).setChromiumSandbox(!isRoot());
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (Files.isExecutable(CHROMIUM)) {
            options.setExecutablePath(CHROMIUM);
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        }
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment))
                .chromium()
                .launch(options);
    }

    /** The sandbox of Chromium does not work for root, as in a build container. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
