package io.echeance.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The Chromium of this machine: nothing is downloaded. One for all tests of a JVM. */
final class Chromium {

    private static final List<String> USUAL = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final class Started {
        static final Browser BROWSER = start();
    }

    private Chromium() {}

    static Browser browser() {
        return Started.BROWSER;
    }

    private static Browser start() {
        Path executable = executable();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        // A sandbox in the sandbox of a build does not start; it sees our own pages only.
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--disable-lcd-text")));
    }

    /** As {@code -Dbrowser=} or {@code CHROME_BIN} say, else where it usually is. */
    private static Path executable() {
        return Stream.concat(Stream.of(System.getProperty("browser"), System.getenv("CHROME_BIN")), USUAL.stream())
                .filter(Objects::nonNull)
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium here. On Debian: apt-get install chromium; elsewhere say where it is:"
                                + " -Dbrowser=PATH"));
    }
}
