package io.echeance.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that reached us, or that was said, in a story.
 *
 * @param on the day that it is of
 * @param row of the drawing that it stands in
 * @param sign as which it is drawn
 * @param word key of its word
 * @param step of a ladder; null: none
 * @param amount null: it has none
 * @param payer whose; empty: nobody's
 * @param detail what else it says, as it says it
 */
public record Happening(
        LocalDate on,
        Row row,
        Sign sign,
        String word,
        @Nullable String step,
        @Nullable Money amount,
        String payer,
        List<String> detail) {

    /** What stands together in a drawing, from top to bottom. */
    public enum Row {
        LETTERS,
        MONEY,
        DOCUMENTS,
        PEOPLE
    }

    /** What is drawn of it; each has its shape in the page. */
    public enum Sign {
        ENVELOPE,
        NOTICE,
        BELL,
        COIN,
        COIN_BACK,
        PAGE,
        CREDIT,
        FLAG,
        HAND,
        LOCK
    }

    /** What a week brought. */
    static Happening ofWeek(LocalDate on, Row row, Sign sign, @Nullable Money amount, List<String> detail) {
        return new Happening(on, row, sign, "sign." + sign.name(), null, amount, "", detail);
    }

    /** Of a fact that reached us. */
    static Happening came(JsonNode fact) {
        FactLine line = FactLine.of(fact);
        Row row = switch (line.type()) {
            case "PaymentReceived", "PaymentReturned", "PaymentApplied", "RefundPaid" -> Row.MONEY;
            default -> CustomerView.kindOf(line.type()).equals("care") ? Row.PEOPLE : Row.DOCUMENTS;
        };
        Sign sign = switch (line.type()) {
            case "PaymentReturned", "RefundPaid" -> Sign.COIN_BACK;
            default ->
                switch (row) {
                    case MONEY -> Sign.COIN;
                    case PEOPLE -> Sign.HAND;
                    case LETTERS, DOCUMENTS -> Sign.FLAG;
                };
        };
        String payer = fact.hasNonNull("payerId")
                ? fact.path("payerId").asText()
                : fact.path("funderId").asText();
        List<String> detail =
                line.detail().stream().filter(one -> !one.equals(payer)).toList();
        return new Happening(line.knownOn(), row, sign, "fact." + line.type(), null, line.amount(), payer, detail);
    }

    /** Of something that was said. */
    static Happening said(JsonNode output) {
        Effect.Said said = Effect.one(output);
        String kind = output.path("kind").asText();
        Row row = switch (output.path("topic").asText()) {
            case "invoices" -> Row.DOCUMENTS;
            case "dunning-alerts" -> Row.LETTERS;
            case "refunds" -> Row.MONEY;
            default -> Row.PEOPLE;
        };
        Sign sign = switch (row) {
            case DOCUMENTS -> kind.equals("CREDIT_NOTE") ? Sign.CREDIT : Sign.PAGE;
            case LETTERS ->
                switch (kind) {
                    case "REMIND" -> Sign.ENVELOPE;
                    case "FORMAL_NOTICE", "ACCELERATED", "REFER_TO_LITIGATION" -> Sign.NOTICE;
                    default -> Sign.BELL;
                };
            case MONEY -> Sign.COIN_BACK;
            case PEOPLE -> Sign.LOCK;
        };
        return new Happening(said.on(), row, sign, said.kind(), said.step(), said.amount(), said.payer(), List.of());
    }
}
