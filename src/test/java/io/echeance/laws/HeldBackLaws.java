package io.echeance.laws;

import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Segment;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.AlertKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What holds while parties are unknown for a while, each from some days on, or for ever. Each law: null where a history
 * keeps it, else what breaks it.
 */
final class HeldBackLaws {

    private static final Set<AlertKind> HARMFUL =
            Set.of(AlertKind.FORMAL_NOTICE, AlertKind.REFER_TO_LITIGATION, AlertKind.ACCELERATED);

    private static final Set<Document.Kind> HARMFUL_DOCUMENTS =
            Set.of(Document.Kind.RECOVERY_FEE, Document.Kind.CLOSING);

    private HeldBackLaws() {}

    /** Each payer is whole from a day on that the seed gives; some never are. */
    private static BiPredicate<Document, LocalDate> holds(History history) {
        Map<String, LocalDate> wholeFrom = new HashMap<>();
        SplittableRandom random = new SplittableRandom(history.seed());
        for (String payer : List.of("C", "OPCO-1", "OPCO-2")) {
            int days = random.nextInt(3) == 0 ? 0 : random.nextInt(400);
            wholeFrom.put(
                    payer,
                    random.nextInt(8) == 0 ? LocalDate.MAX : history.start().plusDays(days));
        }
        return (document, today) -> today.isBefore(wholeFrom.getOrDefault(document.payer(), LocalDate.MIN));
    }

    static NumberedBook played(History history) {
        return new NumberedBook(holds(history)).play(history.arrivals(), history.start(), history.until());
    }

    /**
     * No step and no interest rests on what had no number; and what is claimed is due as its document says. A document
     * is held back just after it was decided: a step of that very drawing was taken before.
     */
    static @Nullable String nothingFallsDue(History history) {
        NumberedBook played = played(history);
        Map<DocumentId, LocalDate> decided = new HashMap<>();
        for (Output output : played.said()) {
            if (output instanceof Document document) {
                decided.put(document.id(), document.on());
                for (Segment segment : document.segments()) {
                    LocalDate day = played.numbered().get(segment.receivable().document());
                    if (day == null || !segment.from().isAfter(day)) {
                        return "interest on what was not issued: " + document;
                    }
                }
            }
            if (output instanceof Alert alert && AlertKind.of(alert) != AlertKind.CLEARED) {
                for (NamedDebt claim : alert.receivables()) {
                    LocalDate day = played.numbered().get(claim.key().document());
                    boolean isOfThatDrawing =
                            alert.on().equals(decided.get(claim.key().document()));
                    boolean isIssued = day != null
                            && !alert.on().isBefore(day)
                            && !claim.dueOn().isBefore(day);
                    if (!isIssued && !isOfThatDrawing) {
                        return "numbered on " + day + ": " + alert;
                    }
                }
            }
        }
        return null;
    }

    /** While none of its documents has a number, no notice is given, nothing is charged, and no access is cut off. */
    static @Nullable String nobodyIsDunned(History history) {
        NumberedBook played =
                new NumberedBook((document, today) -> true).play(history.arrivals(), history.start(), history.until());
        for (Output output : played.said()) {
            boolean harms = switch (output) {
                case ServiceHold hold -> hold.hold() == ServiceHold.HeldService.ACCESS;
                case Alert alert -> HARMFUL.contains(AlertKind.of(alert));
                case Document document -> HARMFUL_DOCUMENTS.contains(document.kind());
                case RefundDue refund -> false;
                case PaymentDecided decided -> false;
                case Rejection rejection -> false;
            };
            if (harms) {
                return "" + output;
            }
        }
        return null;
    }

    /** In the end: due dates on or after the document's, and what was asked and received as without any delay. */
    static @Nullable String amountsStand(History history) {
        NumberedBook played = played(history);
        Account account = played.book().account(History.ORDER);
        Statement statement = played.book().statement(History.ORDER);
        if (account == null || statement == null) {
            return null;
        }
        for (Document document : account.documents()) {
            LocalDate day = played.numbered().get(document.id());
            if (day == null
                    ? !document.due().isEmpty() && !document.isHeldBack()
                    : !document.on().equals(day)) {
                return "numbered on " + day + ": " + document;
            }
            if (document.due().stream().anyMatch(due -> due.on().isBefore(document.on()))) {
                return "due before it is issued: " + document;
            }
        }
        return LedgerLaws.broken(statement, played.book());
    }
}
