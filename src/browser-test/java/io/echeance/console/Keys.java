package io.echeance.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A person who has no mouse: what he presses is counted, task by task. */
final class Keys {

    private static final Path TABLES = Path.of("target", "browser");

    /**
     * @param pressed keys, each letter that is typed being one
     * @param millis from the first key to the answer
     * @param waited of them, for the server
     */
    record Task(String name, int times, int pressed, long millis, long waited) {
        Task and(Task again) {
            return new Task(
                    name, times + again.times, pressed + again.pressed, millis + again.millis, waited + again.waited);
        }
    }

    final Page page;
    private final Map<String, Task> tasks;
    private int pressed;
    private double waited;

    Keys(Page page) {
        this(page, new LinkedHashMap<>());
    }

    /** @param tasks what others took already */
    Keys(Page page, Map<String, Task> tasks) {
        this.page = page;
        this.tasks = tasks;
        page.onRequestFinished(this::count);
    }

    /** A page, or what the panel asks for; what a page loads meanwhile nobody waits for. */
    private void count(Request request) {
        if (request.isNavigationRequest()
                || "panel-body".equals(request.headers().get("hx-target"))) {
            waited += Math.max(0, request.timing().responseEnd - Math.max(0, request.timing().requestStart));
        }
    }

    Keys press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
            pressed++;
        }
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        pressed += text.length();
        return this;
    }

    /** Until something is shown. */
    Keys see(String selector) {
        page.waitForSelector(selector);
        return this;
    }

    /** Until something has the focus. */
    Keys at(String selector) {
        page.waitForFunction("sought => document.activeElement.matches(sought)", selector);
        return this;
    }

    /** Until another page is there. */
    Keys arrive(String address) {
        page.waitForURL(url -> url.contains(address), new Page.WaitForURLOptions().setWaitUntil(WaitUntilState.LOAD));
        return this;
    }

    /** From one place that can have the focus to the next, until it is there. */
    Keys tabTo(String selector) {
        for (int n = 0; n < 60; n++) {
            press("Tab");
            if ((boolean) page.evaluate("sought => document.activeElement.matches(sought)", selector)) {
                return this;
            }
        }
        throw new AssertionError("never comes to " + selector);
    }

    /** Does it once, and notes what it took. */
    Keys task(String name, Runnable once) {
        int before = pressed;
        double waitedBefore = waited;
        long start = System.nanoTime();
        once.run();
        long took = (System.nanoTime() - start) / 1_000_000;
        tasks.merge(name, new Task(name, 1, pressed - before, took, Math.round(waited - waitedBefore)), Task::and);
        return this;
    }

    Map<String, Task> tasks() {
        return tasks;
    }

    /** What a task takes, each time. */
    int keysFor(String name) {
        Task task = tasks.get(name);
        return task.pressed() / task.times();
    }

    /** The table of the page about the console. */
    static void write(Map<String, Task> tasks, String file) {
        StringBuilder table = new StringBuilder(
                "| task | times | keys each | seconds each | of them for the server |\n|---|---|---|---|---|\n");
        for (Task task : tasks.values()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.2f | %.2f |%n",
                    task.name(),
                    task.times(),
                    1.0 * task.pressed() / task.times(),
                    task.millis() / 1000.0 / task.times(),
                    task.waited() / 1000.0 / task.times()));
        }
        try {
            Files.createDirectories(TABLES);
            Files.writeString(TABLES.resolve(file), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
