package io.echeance.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.echeance.query.http.AcceptedLanguage;
import io.echeance.query.http.Annex;
import io.echeance.query.http.Visitor;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How pages are written and sent: templates, what stands beside them, and what every answer says about itself. */
final class Paper {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    private static final Map<String, String> ABOUT = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cache-Control", "no-store",
            "Vary", "Accept-Encoding, HX-Request");
    private static final Pattern CHOSEN = Pattern.compile("(?:^|;)\\s*" + Doors.LANGUAGE + "=(\\w+)");

    private final Assets assets = Assets.bundled();
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    static void about(Context request) {
        ABOUT.forEach(request::header);
    }

    static Words words(@Nullable String chosen, @Nullable String accepted) {
        return Words.in(
                chosen != null
                        ? chosen
                        : accepted == null ? "" : AcceptedLanguage.of(accepted).code());
    }

    /** For the script, which leaves what is shown as it is, and says this beside it. */
    static Map<String, String> said(Words words, Trouble trouble) {
        String detail = words.said(trouble.said());
        String sentence = Screens.title(words, trouble) + (detail.isEmpty() ? "." : ": " + detail);
        return Map.of("Echeance-Said", Desk.part(sentence), "HX-Reswap", "none");
    }

    /** Where no session could be looked for. */
    Annex.Page said(Trouble trouble, Function<String, @Nullable String> header) {
        Matcher chosen =
                CHOSEN.matcher(Optional.ofNullable(header.apply("Cookie")).orElse(""));
        Words words = words(chosen.find() ? chosen.group(1) : null, header.apply("Accept-Language"));
        Screen page = Screens.trouble(words, trouble);
        boolean fragment = header.apply("HX-Request") != null;
        Map<String, String> headers = new TreeMap<>(ABOUT);
        if (fragment) {
            headers.putAll(said(words, trouble));
        }
        Frame frame = new Frame(
                words,
                addresses(),
                Visitor.NOBODY,
                DateBar.NOW,
                page.title(),
                "",
                "/console",
                Map.of(),
                false,
                fragment,
                "",
                "/console",
                null,
                null,
                null);
        return new Annex.Page(html(page, frame), headers);
    }

    Map<String, String> addresses() {
        Map<String, String> addresses = new HashMap<>();
        Assets.names().forEach(name -> addresses.put(name, assets.address(name)));
        return addresses;
    }

    String html(Screen page, Frame frame) {
        Map<String, Object> content = new HashMap<>(page.content());
        content.put("frame", frame);
        content.put("w", frame.words());
        StringOutput output = new StringOutput();
        templates.render(page.template() + ".jte", content, output);
        return output.toString();
    }

    static void send(Context request, int status, byte[] page) {
        request.status(status).contentType(HTML);
        result(request, page, null);
    }

    private static void result(Context request, byte[] plain, byte @Nullable [] zipped) {
        String accepted = Optional.ofNullable(request.header("Accept-Encoding")).orElse("");
        if (accepted.contains("gzip")) {
            request.header("Content-Encoding", "gzip").result(zipped == null ? Assets.zipped(plain) : zipped);
        } else {
            request.result(plain);
        }
    }

    void asset(Context request) {
        Assets.Asset asset = assets.at(request.path());
        if (asset == null) {
            request.status(404).header("Cache-Control", "no-store").result("");
            return;
        }
        request.contentType(asset.type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", "public, max-age=31536000, immutable");
        result(request, asset.bytes, asset.zipped);
    }
}
