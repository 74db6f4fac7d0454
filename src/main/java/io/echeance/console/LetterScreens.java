package io.echeance.console;

import io.echeance.core.order.CollectionAlert.FormalNoticeDue;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code /console/orders/{id}/letters}: the letters about an order, each seen before it leaves. */
final class LetterScreens {

    private static final Pattern SQUARE = Pattern.compile("<td class=\"square\">.*?</td>", Pattern.DOTALL);

    private LetterScreens() {}

    static Screen letters(Visit visit) {
        String id = visit.id("id");
        return Screen.of(
                "letters",
                visit.words().say("letters.title", id),
                "",
                Map.of("letters", LetterView.all(visit.desk().get(Desk.order(id) + "/letters")), "order", id));
    }

    static Screen letter(Visit visit) {
        LetterView letter = asked(visit);
        String title = visit.words().say("alert." + kind(letter)) + " "
                + visit.words().step(letter.alert().step());
        return Screen.of("letter", title, "", Map.of("letter", letter, "query", query(visit), "order", visit.id("id")));
    }

    private static String kind(LetterView letter) {
        return letter.alert() instanceof FormalNoticeDue ? "FORMAL_NOTICE" : "REMIND";
    }

    private static String query(Visit visit) {
        return "?on=" + Desk.part(visit.asked("on")) + "&payer=" + Desk.part(visit.asked("payer")) + "&step="
                + Desk.part(visit.asked("step"));
    }

    private static LetterView asked(Visit visit) {
        return LetterView.of(visit.desk().get(Desk.order(visit.id("id")) + "/letter" + query(visit)));
    }

    /** The letter itself, in a frame of its page: nothing in it runs or is loaded. Its square and what stands below
     * that are in the PDF only. */
    static void sheet(Visit visit) {
        String html = SQUARE.matcher(asked(visit).html()).replaceAll("");
        String style = html.substring(html.indexOf("<style>") + "<style>".length(), html.indexOf("</style>"));
        visit.request()
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'sha256-" + digest(style)
                                + "'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox")
                .contentType("text/html; charset=utf-8")
                .result(html);
    }

    static void pdf(Visit visit) {
        Context request = visit.request();
        request.contentType("application/pdf")
                .header("Content-Disposition", "inline; filename=\"letter.pdf\"")
                .result(asked(visit).pdf());
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
