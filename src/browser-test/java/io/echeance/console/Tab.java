package io.echeance.console;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One tab of a browser that was never here before, and all that went wrong in it. */
final class Tab implements AutoCloseable {

    static final int NARROW = 320;
    static final int WIDE = 1280;
    private static final int HIGH = 800;

    final Page page;
    private final BrowserContext context;
    private final String home;
    private final List<String> wrong = new ArrayList<>();

    private Tab(String home, NewContextOptions options) {
        this.home = home;
        context = Chromium.browser().newContext(options);
        page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> wrong.add("script: " + error));
        page.onRequest(this::see);
    }

    static Tab open(String home, String language) {
        return new Tab(home, usual(language));
    }

    static Tab withoutScript(String home, String language) {
        return new Tab(home, usual(language).setJavaScriptEnabled(false));
    }

    private static NewContextOptions usual(String language) {
        return new NewContextOptions()
                .setLocale(language)
                .setViewportSize(WIDE, HIGH)
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /** What the console of the browser says is wrong: errors and warnings; a page that is not there says so itself. */
    private void hear(ConsoleMessage message) {
        if (!message.type().equals("log") && !message.text().contains("404 (Not Found)")) {
            wrong.add("console: " + message.text());
        }
    }

    private void see(Request request) {
        if (!request.url().startsWith("data:")
                && !URI.create(request.url())
                        .getAuthority()
                        .equals(URI.create(home).getAuthority())) {
            wrong.add("another host: " + request.url());
        }
    }

    Tab go(String path) {
        page.navigate(home + path);
        return this;
    }

    /** Once what the page itself asks for beside its rows is there. */
    Tab whole() {
        if (page.locator(".why").count() > 0) {
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }
        return this;
    }

    Tab wide(int pixels) {
        page.setViewportSize(pixels, HIGH);
        return this;
    }

    Tab light() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    Tab dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    /** What went wrong since it was asked last. */
    List<String> wrong() {
        List<String> all = List.copyOf(wrong);
        wrong.clear();
        return all;
    }

    @Override
    public void close() {
        context.close();
    }
}
