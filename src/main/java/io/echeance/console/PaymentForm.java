package io.echeance.console;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDeduction;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.SetAside;
import io.echeance.query.KnownPayment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form that says where all of a payment goes: to orders, aside, and what was kept of it on its way.
 *
 * @param left what is not yet said of; null: something that was entered is no amount
 * @param refusal why it was not taken; null: it was not sent
 * @param back where one goes on afterwards
 * @param key what the decision is known by: sent twice, it is one fact
 */
public record PaymentForm(
        String id,
        KnownPayment known,
        List<Part> parts,
        String aside,
        String reason,
        List<Kept> kept,
        @Nullable Money left,
        @Nullable String refusal,
        String back,
        String key) {

    /** Who may have kept something of it. */
    public static final List<String> KEEPERS = List.of("BANK_FEE", "PROVIDER_FEE");

    private static final int SPARE = 2;

    /** So often something may be kept of one payment. */
    private static final int MOST_KEPT = 20;

    private static final int MOST = 50;

    /** As the order that is sent calls what a form has. */
    private static final Pattern FIELD =
            Pattern.compile("^(?<of>parts|setAside|deductions)(?:\\[(?<line>\\d{1,3})])?[.](?<what>\\w+)");

    /** A line of the form, as it was entered. */
    public record Part(String order, String payer, String amount) {
        boolean isBlank() {
            return order.isBlank() && payer.isBlank() && amount.isBlank();
        }
    }

    /** What was kept of it, and by whom, as it was entered; a line more than there are, for the next. */
    public record Kept(String amount, String by) {

        static final Kept NOTHING = new Kept("", "BANK_FEE");

        private static Kept of(PaymentDeduction deduction) {
            return new Kept(deduction.amount().toString(), deduction.kind().name());
        }
    }

    /** Of the payment as it stands: where it is, else where it was put before, else what its reference may name. */
    static PaymentForm proposed(String id, KnownPayment known, String back, String key) {
        var standing = known.standing();
        List<Part> parts = new ArrayList<>();
        known.parts()
                .forEach(part -> parts.add(new Part(
                        part.orderId(), blank(part.payerId()), part.amount().toString())));
        var aside = known.setAside();
        if (known.waits() && standing != null) {
            standing.parts()
                    .forEach(part -> parts.add(new Part(
                            part.orderId(),
                            blank(part.payerId()),
                            part.amount() == null ? "" : part.amount().toString())));
            aside = aside == null ? standing.setAside() : aside;
        }
        if (parts.isEmpty() && aside == null) {
            String order = known.proposals().isEmpty()
                    ? ""
                    : known.proposals().getFirst().orderId();
            parts.add(new Part(
                    order,
                    "",
                    known.payment() instanceof PaymentReceived paid
                            ? paid.amount().toString()
                            : ""));
        }
        List<PaymentDeduction> kept = standing == null ? List.of() : standing.deductions();
        return of(
                id,
                known,
                parts,
                kept.stream().map(Kept::of).toList(),
                Map.of(
                        "aside", aside == null ? "" : aside.amount().toString(),
                        "reason", aside == null ? "TO_CLARIFY" : aside.reason().name()),
                null,
                back,
                key);
    }

    /** As it was entered. */
    static PaymentForm entered(
            String id, KnownPayment known, Form form, @Nullable String refusal, String back, String key) {
        return of(id, known, parts(form), kept(form), form.fields(), refusal, back, key);
    }

    private static PaymentForm of(
            String id,
            KnownPayment known,
            List<Part> parts,
            List<Kept> kept,
            Map<String, String> fields,
            @Nullable String refusal,
            String back,
            String key) {
        List<Part> shown = new ArrayList<>(parts);
        for (int n = 0; n < SPARE && shown.size() < MOST; n++) {
            shown.add(new Part("", "", ""));
        }
        String aside = fields.getOrDefault("aside", "");
        List<Kept> keepers = new ArrayList<>(kept);
        if (keepers.size() < MOST_KEPT) {
            keepers.add(Kept.NOTHING);
        }
        return new PaymentForm(
                id,
                known,
                shown,
                aside,
                fields.getOrDefault("reason", ""),
                keepers,
                left(known, parts, aside, kept),
                refusal,
                back,
                key);
    }

    /** The lines of a form that say something. */
    static List<Part> parts(Form form) {
        List<Part> parts = new ArrayList<>();
        for (int n = 0; n < MOST && form.fields().containsKey("order" + n); n++) {
            Part part = new Part(form.text("order" + n), form.text("payer" + n), form.text("amount" + n));
            if (!part.isBlank()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** The orders that a form names, as one reads them. */
    static String orders(Form form) {
        List<String> orders = new ArrayList<>(List.of(form.text("orderId")));
        parts(form).forEach(part -> orders.add(part.order()));
        orders.removeIf(String::isBlank);
        return String.join(", ", orders);
    }

    /** What of a form says that something was kept. The first line has no number. */
    static List<Kept> kept(Form form) {
        List<Kept> kept = new ArrayList<>();
        for (int n = 0; n < MOST_KEPT && form.fields().containsKey(numbered("kept", n)); n++) {
            if (!form.text(numbered("kept", n)).isBlank()) {
                kept.add(new Kept(form.text(numbered("kept", n)), form.text(numbered("keptBy", n))));
            }
        }
        return kept;
    }

    /** What a field of the n-th line of what was kept is called. */
    public static String numbered(String field, int n) {
        return n == 0 ? field : field + n;
    }

    /** Of what was paid, and what was kept of it, what goes nowhere yet; a part without an amount takes the rest. */
    private static @Nullable Money left(KnownPayment known, List<Part> parts, String aside, List<Kept> kept) {
        if (!(known.payment() instanceof PaymentReceived payment)) {
            return null;
        }
        try {
            Money left = payment.amount().minus(amount(aside));
            for (Kept one : kept) {
                left = left.plus(amount(one.amount()));
            }
            for (Part part : parts) {
                if (part.amount().isBlank()) {
                    return Money.ZERO;
                }
                left = left.minus(amount(part.amount()));
            }
            return left;
        } catch (IllegalArgumentException | ArithmeticException noAmount) {
            return null;
        }
    }

    private static Money amount(String entered) {
        return entered.isBlank() ? Money.ZERO : Money.of(ActScreen.plain(entered));
    }

    /** What was decided while somebody looked at the page: by whom, and where the money is. */
    static String decidedMeanwhile(Words words, PaymentApplied standing) {
        List<String> where = new ArrayList<>();
        standing.parts()
                .forEach(part -> where.add(words.say("suspense.to", part.orderId())
                        + (part.amount() == null ? "" : " " + words.money(part.amount()))));
        SetAside aside = standing.setAside();
        if (aside != null) {
            where.add(words.say("decided.aside", words.word("aside", aside.reason())) + " "
                    + words.money(aside.amount()));
        }
        return words.say(
                "payment.meanwhile",
                standing.by() == null ? "–" : standing.by(),
                words.date(standing.on()),
                where.isEmpty() ? words.say("decided.back") : String.join(", ", where));
    }

    /** A field is named as its label has it. */
    static String inWords(Words words, String why) {
        Matcher field = FIELD.matcher(why);
        if (!field.find()) {
            return why;
        }
        int line = field.group("line") == null ? 0 : Integer.parseInt(field.group("line"));
        String label = switch (field.group("of")) {
            case "setAside" -> words.say("payment.aside");
            case "deductions" -> words.say("payment.kept");
            case String part ->
                words.say("payment.order", String.valueOf(line + 1))
                        + switch (field.group("what")) {
                            case "amount" -> ", " + words.say("col.amount");
                            case "payerId" -> ", " + words.say("payment.payer");
                            case String order -> "";
                        };
        };
        String rest = why.substring(field.end());
        return rest.startsWith(": ")
                ? words.say("field.wrong", label, rest.substring(2))
                : words.say("field.quoted", label) + rest;
    }

    private static String blank(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What was received, of which the form says where it goes. */
    public Money amount() {
        return known.payment() instanceof PaymentReceived payment ? payment.amount() : Money.ZERO;
    }

    /** What stood with it; empty: nothing, or it is not kept. */
    public String reference() {
        return known.payment() instanceof PaymentReceived payment ? blank(payment.reference()) : "";
    }

    /** Whether it can be taken back: somebody has decided, or a rule has put it somewhere. */
    public boolean isSomewhere() {
        return !known.parts().isEmpty() || known.setAside() != null;
    }
}
