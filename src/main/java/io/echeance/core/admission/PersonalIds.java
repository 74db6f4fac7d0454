package io.echeance.core.admission;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Rejection.Reason;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which ids of orders and of those who pay are refused, since they say who somebody is: an id stands for ever in logs,
 * books and file names, where no erasure reaches it. Ids that banks give (of payments, accounts) are not asked.
 */
public enum PersonalIds {
    ALLOWED,
    /**
     * An e-mail address, alone or as a part between blanks, slashes, colons and the like. What has an at sign and no
     * domain with a letter ending behind it is none: {@code T-12@2026-01}, {@code 7@shop}.
     */
    NO_EMAIL,
    /**
     * Nor two to four words of letters alone, as the id of somebody who pays: {@code Eva Martin}. A firm may be called
     * so too; an order's id is not asked, for it may be a title.
     */
    NO_NAME;

    private static final Set<String> OF_PAYERS =
            Set.of("customer.id", "payerId", "funderId", "funding.funderId", "parts.payerId");
    private static final Set<String> OF_ORDERS = Set.of("orderId", "parts.orderId");

    private static final String EDGE = "[\\s/:;,|<>()\\[\\]\"#]";
    private static final Pattern EMAIL = Pattern.compile("(?:^|" + EDGE
            + ")[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:[.][\\p{L}\\p{N}-]+)*[.]\\p{L}{2,24}(?:$|" + EDGE + ")");
    private static final Pattern NAME =
            Pattern.compile("\\p{L}[\\p{L}'’.-]+,?(?:\\s+\\p{L}[\\p{L}'’.-]*){1,3}", Pattern.UNICODE_CHARACTER_CLASS);

    /** As it stands in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PersonalIds> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Null: it may be taken. */
    public @Nullable Refusal refusal(Fact fact) {
        for (FactText text : FactText.of(fact)) {
            String wrong = OF_PAYERS.contains(text.field())
                    ? wrong(text.field(), text.text())
                    : OF_ORDERS.contains(text.field()) ? address(text.field(), text.text()) : null;
            if (wrong != null) {
                return new Refusal(Reason.PERSONAL_ID, wrong);
            }
        }
        return null;
    }

    /** Null: it may be taken. */
    public @Nullable Refusal refusal(CustomerFact fact) {
        String wrong = wrong("customer", fact.customer());
        return wrong == null ? null : new Refusal(Reason.PERSONAL_ID, wrong);
    }

    /** What is wrong with the id of somebody who pays; it is not quoted. Null: nothing. */
    public @Nullable String wrong(String what, String id) {
        String address = address(what, id);
        return address == null && this == NO_NAME && NAME.matcher(id).matches() ? sentence(what, "a name") : address;
    }

    private @Nullable String address(String what, String id) {
        return this != ALLOWED && id.indexOf('@') >= 0 && EMAIL.matcher(id).find()
                ? sentence(what, "an e-mail address")
                : null;
    }

    private static String sentence(String what, String like) {
        return what + " looks like " + like + ": ids are kept for ever, give one that says nobody's name"
                + " (setting ids.personal)";
    }
}
