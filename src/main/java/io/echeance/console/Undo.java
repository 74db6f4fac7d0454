package io.echeance.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has just been decided about a payment, so that it can be taken back at once.
 *
 * @param decided the decision, which the one that undoes it has to name
 */
public record Undo(String payment, String decided) {

    /** Parameters that say what was just done, and that no address keeps. */
    static final List<String> NAMES = List.of("said", "payment", "decided");

    /** Null: nothing of the kind was done. */
    static @Nullable Undo of(Visit visit) {
        String payment = visit.asked("payment");
        String decided = visit.asked("decided");
        return visit.asked("said").equals("decision") && !payment.isEmpty() && !decided.isEmpty()
                ? new Undo(payment, decided)
                : null;
    }

    /** An address, with what was just done. */
    String on(String address) {
        return said(address, "decision") + "&payment=" + Desk.part(payment) + "&decided=" + Desk.part(decided);
    }

    /** An address that says what was just done. */
    static String said(String address, String what) {
        return address + (address.contains("?") ? "&" : "?") + "said=" + what;
    }
}
