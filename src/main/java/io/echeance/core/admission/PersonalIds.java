package io.echeance.core.admission;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.CreditLimitSet;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.MailingSent;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Rejection.Reason;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which ids are refused, since they say who somebody is: an id stands for ever in logs, books and file names, where no
 * erasure reaches it. Each text of a fact is looked at that names something, whatever it names.
 */
public enum PersonalIds {
    ALLOWED,
    /**
     * An e-mail address, alone or as a part, in whatever letters and signs it is written: as addresses on the web
     * ({@code %40}), pages (its number) and e-mails ({@code =40}) write signs, wide ({@code ＠}), with a word for the
     * at sign ({@code eva(at)example.com}). What has an at sign and no domain with a letter ending behind it is none:
     * {@code T-12@2026-01}, {@code 7@shop}. A domain without a dot counts where it and what stands before it are
     * letters: {@code eva@home}; an address of a machine where it stands in brackets: {@code eva@[127.0.0.1]}.
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
    /** Of as many signs before the at as there may be (RFC 5321): a long text takes neither long nor a deep stack. */
    private static final Pattern EMAIL =
            Pattern.compile("(?:[\\p{L}\\p{N}._%+'-]|\"[^\"@]{1,64}\"){1,64}+@[\\p{L}\\p{N}-][\\p{L}\\p{N}.-]*+"
                    + "(?<=[.]\\p{L}{2,24}[.]?)" + BEHIND);

    private static final Pattern WITHOUT_A_DOT =
            Pattern.compile("(?<![\\p{L}\\p{N}._-])\\p{L}[\\p{L}._-]*\\p{L}@\\p{L}[\\p{L}-]*" + BEHIND);
    private static final Pattern OF_A_MACHINE = Pattern.compile("[^\\s@]@\\[(?=[^\\]]*[.:])[\\p{XDigit}.:IPv]+]");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");
    /** As addresses on the web write signs, however often, pages, e-mails (RFC 2045), and sources of programs. */
    private static final String ENCODED = "(?:%(?:25)*|=|&(?:amp;)*#[xX]0*|\\\\u00|\\\\x)";

    private static final Map<Pattern, String> SIGNS = Map.of(
            Pattern.compile(
                    ENCODED + "40;?|&(?:amp;)*#0*64;|&(?:amp;)*commat;|[(\\[{]\\s*at\\s*[)\\]}]", CASE_INSENSITIVE),
            "@",
            Pattern.compile(
                    ENCODED + "2e;?|&(?:amp;)*#0*46;|&(?:amp;)*period;|[(\\[{]\\s*dot\\s*[)\\]}]", CASE_INSENSITIVE),
            ".",
            Pattern.compile(ENCODED + "22;?|&(?:amp;)*#0*34;|&(?:amp;)*quot;", CASE_INSENSITIVE),
            "\"");

    /** With what a sign begins that stands for another one, and the at sign itself. */
    private static final String BEGINNINGS = "@%=&\\([{";

    private static final int ASCII = 128;

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
        wrong = wrong == null ? ofNamed(fact) : wrong;
        return wrong == null ? null : new Refusal(Reason.PERSONAL_ID, wrong);
    }

    /** What it names, besides whom it is about. */
    private @Nullable String ofNamed(CustomerFact fact) {
        return switch (fact) {
            case StandingDecided decision ->
                decision.grounds().stream()
                        .map(ground -> address("grounds", ground))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            case MailingSent sent -> address("mailingId", sent.mailingId());
            case MailingFailed failed -> address("mailingId", failed.mailingId());
            case RightAnswered answered -> address("asked", answered.asked());
            case CreditLimitSet limit -> null;
            case RightAsked asked -> null;
        };
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
        return this != ALLOWED && mayHaveAnAt(id) && isAddress(plain(id)) ? sentence(what, "an e-mail address") : null;
    }

    /** Hardly any id has one, however written: of the others nothing is decoded. */
    private static boolean mayHaveAnAt(String id) {
        for (int n = 0; n < id.length(); n++) {
            char sign = id.charAt(n);
            if (sign >= ASCII || BEGINNINGS.indexOf(sign) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(String plain) {
        return plain.indexOf('@') >= 0
                && Stream.of(EMAIL, WITHOUT_A_DOT, OF_A_MACHINE)
                        .anyMatch(form -> form.matcher(plain).find());
    }

    /** In whatever letters it was written. */
    private static String plain(String id) {
        String seen =
                UNSEEN.matcher(Normalizer.normalize(id, Normalizer.Form.NFKC)).replaceAll("");
        String decoded = seen;
        for (Map.Entry<Pattern, String> sign : SIGNS.entrySet()) {
            decoded = sign.getKey().matcher(decoded).replaceAll(sign.getValue());
        }
        return decoded;
    }

    private static String sentence(String what, String like) {
        return what + " looks like " + like + ": ids are kept for ever, give one that says nobody's name"
                + " (setting ids.personal)";
    }
}
