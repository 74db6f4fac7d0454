package io.echeance.console;

import io.echeance.query.http.Right;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How what was just done is taken back at once: a decision about a payment, or a hold, which a promise is too. What was
 * done stands in the address that one is sent on to, under a seal of the session that is good for some minutes.
 *
 * @param action where its form is sent
 * @param fields of it, by name
 * @param right that it takes
 */
public record Undo(String action, Map<String, String> fields, Right right) {

    private static final String PAYMENT = "payment";
    private static final String DECIDED = "decided";
    private static final String HELD = "held";
    private static final String HELD_OF = "heldOf";
    private static final String SAID = "said";
    private static final String ABOUT = "about";
    private static final String AT = "at";
    private static final String SEAL = "seal";

    /** Parameters that say what was just done, and that no address keeps. */
    private static final List<String> SAYING = List.of(SAID, ABOUT, PAYMENT, DECIDED, HELD, HELD_OF);

    static final Set<String> NAMES =
            Stream.concat(SAYING.stream(), Stream.of(AT, SEAL)).collect(Collectors.toUnmodifiableSet());

    /** Null: nothing of the kind was done, or not in this session, or long ago. */
    static @Nullable Undo of(Visit visit) {
        if (!isOurs(visit)) {
            return null;
        }
        boolean isAct = List.of(Act.PROMISE.slug(), Act.HOLD.slug()).contains(visit.asked(SAID));
        if (isAct && !visit.asked(HELD).isEmpty() && !visit.asked(HELD_OF).isEmpty()) {
            return new Undo(
                    "/console/orders/" + Desk.part(visit.asked(HELD_OF)) + "/do/" + Act.RELEASE.slug(),
                    Map.of(
                            "key", "undo-" + visit.asked(HELD),
                            "holdId", visit.asked(HELD),
                            "reason", visit.words().say("undo.reason"),
                            "was", visit.asked(SAID)),
                    Act.RELEASE.right());
        }
        if (visit.asked(SAID).equals("decision")
                && !visit.asked(PAYMENT).isEmpty()
                && !visit.asked(DECIDED).isEmpty()) {
            return new Undo(
                    "/console/suspense/" + Desk.part(visit.asked(PAYMENT)),
                    Map.of("key", "undo-" + visit.asked(DECIDED), "replaces", visit.asked(DECIDED)),
                    Right.CASH);
        }
        return null;
    }

    /** An address that says that a payment was placed, and with which orders it is now; empty: with none. */
    static String placed(String address, String payment, String decided, String orders) {
        return said(address, "decision")
                + parameter(PAYMENT, payment)
                + parameter(DECIDED, decided)
                + about(payment, orders);
    }

    /** What is added to an address that says that dunning of an order was held. */
    static String held(String order, String holdId) {
        return parameter(HELD, holdId) + parameter(HELD_OF, order);
    }

    private static String parameter(String name, String value) {
        return "&" + name + "=" + Desk.part(value);
    }

    /** An address that says what was just done, and no more what was done before. */
    static String said(String address, String what, String... about) {
        String[] parts = address.split("\\?", 2);
        List<String> kept = Arrays.stream(parts.length == 1 ? new String[0] : parts[1].split("&"))
                .filter(one -> !one.isEmpty() && !NAMES.contains(one.replaceFirst("=.*", "")))
                .toList();
        String query = kept.isEmpty() ? "" : String.join("&", kept) + "&";
        return parts[0] + "?" + query + SAID + "=" + what + about(about);
    }

    /** The address under the seal of the session: who makes one up, or keeps one, is told nothing by it. */
    static String sealed(String address, Visit visit) {
        String[] parts = address.split("\\?", 2);
        Map<String, String> said = new HashMap<>();
        for (String one : parts.length == 1 ? new String[0] : parts[1].split("&")) {
            String[] named = one.split("=", 2);
            if (named.length == 2 && SAYING.contains(named[0])) {
                said.put(named[0], URLDecoder.decode(named[1], StandardCharsets.UTF_8));
            }
        }
        if (!said.containsKey(SAID)) {
            return address;
        }
        String at = visit.sessions().now();
        return address + parameter(AT, at) + parameter(SEAL, visit.sessions().seal(visit.session(), text(at, said)));
    }

    private static String text(String at, Map<String, String> said) {
        return SAYING.stream()
                .map(name -> said.getOrDefault(name, "").strip())
                .collect(Collectors.joining("\n", at, ""));
    }

    private static boolean isOurs(Visit visit) {
        Map<String, String> said = new HashMap<>();
        SAYING.forEach(name -> said.put(name, visit.asked(name)));
        String at = visit.asked(AT);
        return visit.sessions().isSealed(visit.session(), at, text(at, said), visit.asked(SEAL));
    }

    /** What was just done, in a sentence; null: nothing. */
    static @Nullable String sentence(Visit visit) {
        String key = "said." + visit.asked(SAID);
        return visit.words().knows(key) && isOurs(visit)
                ? (visit.words().say(key) + " " + visit.asked(ABOUT)).strip()
                : null;
    }

    /** The ids that it was done about; what is empty is left out. */
    private static String about(String... ids) {
        String all = Arrays.stream(ids).filter(id -> !id.isEmpty()).collect(Collectors.joining(" · "));
        return all.isEmpty() ? "" : parameter(ABOUT, all);
    }
}
