package io.echeance.core.admission;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Rejection.Reason;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which ids are refused, since they say who somebody is: an id stands for ever in logs, books and file names, where no
 * erasure reaches it. Each text of a fact is looked at that names something, whatever it names.
 */
public enum PersonalIds {
    ALLOWED,
    /**
     * An e-mail address, alone or as a part, in whatever letters and signs it is written ({@code %40}, {@code ＠}). What
     * has an at sign and no domain with a letter ending behind it is none: {@code T-12@2026-01}, {@code 7@shop}. A
     * domain without a dot counts where it and what stands before it are letters: {@code eva@home}.
     */
    NO_EMAIL,
    /**
     * Nor two to four words of letters alone, as the id of somebody who pays: {@code Eva Martin}. A firm may be called
     * so too; an order's id is not asked, for it may be a title.
     */
    NO_NAME;

    private static final Set<String> OF_PAYERS =
            Set.of("customer.id", "payerId", "funderId", "funding.funderId", "parts.payerId");

    private static final String BEHIND = "[.]?(?:$|[\\s/:;,|<>()\\[\\]\"#=&?!*'])";
    private static final Pattern EMAIL = Pattern.compile("(?:[\\p{L}\\p{N}._%+'-]|\"[^\"@]+\")+@"
            + "[\\p{L}\\p{N}-]+(?:[.][\\p{L}\\p{N}-]+)*[.]\\p{L}{2,24}" + BEHIND);
    private static final Pattern WITHOUT_A_DOT =
            Pattern.compile("(?<![\\p{L}\\p{N}._-])\\p{L}[\\p{L}._-]*\\p{L}@\\p{L}[\\p{L}-]*" + BEHIND);
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    /** As addresses on the web write signs, however often. */
    private static final String ENCODED = "%(?:25)*";

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
            String wrong = text.names() ? ofId(text.field(), text.text()) : null;
            if (wrong != null) {
                return new Refusal(Reason.PERSONAL_ID, wrong);
            }
        }
        return null;
    }

    /** Null: it may be taken. */
    public @Nullable Refusal refusal(CustomerFact fact) {
        String wrong = wrong("customer", fact.customer());
        wrong = wrong == null ? address("factId", fact.factId()) : wrong;
        wrong = wrong == null ? address("seller", fact.seller()) : wrong;
        String asked = fact instanceof RightAnswered answered ? answered.asked() : null;
        wrong = wrong == null && asked != null ? address("asked", asked) : wrong;
        return wrong == null ? null : new Refusal(Reason.PERSONAL_ID, wrong);
    }

    private @Nullable String ofId(String field, String id) {
        return OF_PAYERS.contains(field) ? wrong(field, id) : address(field, id);
    }

    /** What is wrong with the id of somebody who pays; it is not quoted. Null: nothing. */
    public @Nullable String wrong(String what, String id) {
        String address = address(what, id);
        return address == null && this == NO_NAME && NAME.matcher(id).matches() ? sentence(what, "a name") : address;
    }

    private @Nullable String address(String what, String id) {
        if (this == ALLOWED) {
            return null;
        }
        String plain = plain(id);
        return plain.indexOf('@') >= 0
                        && (EMAIL.matcher(plain).find()
                                || WITHOUT_A_DOT.matcher(plain).find())
                ? sentence(what, "an e-mail address")
                : null;
    }

    /** In whatever letters it was written. */
    private static String plain(String id) {
        String seen = UNSEEN.matcher(id).replaceAll("");
        String decoded = seen.replaceAll(ENCODED + "40", "@")
                .replaceAll(ENCODED + "2[Ee]", ".")
                .replaceAll(ENCODED + "22", "\"");
        return Normalizer.normalize(decoded, Normalizer.Form.NFKC);
    }

    private static String sentence(String what, String like) {
        return what + " looks like " + like + ": ids are kept for ever, give one that says nobody's name"
                + " (setting ids.personal)";
    }
}
