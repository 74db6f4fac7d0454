package io.echeance.core.terms;

import io.echeance.core.money.Percent;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@link RateRule} in a word, as a pack and a command write it. */
public final class WrittenRate {

    /** What a rate looks like, for those who wrote it wrong. */
    public static final String EXAMPLES = "10.75, legal, legal*3, legal*1.5, legal-individual, ecb+10 or ecb+8-public";

    private static final Pattern WRITTEN = Pattern.compile("(?<stipulated>\\d{1,3}([.]\\d{1,3})?)"
            + "|legal([*](?<times>\\d([.]\\d{1,2})?))?|(?<individual>legal-individual)"
            + "|ecb[+](?<plus>\\d{1,2}([.]\\d{1,3})?)(?<public>-public)?");

    private WrittenRate() {}

    /**
     * The rule that {@code text} writes: a number of percent ({@code 10.75}), {@code legal} (creditor is a business),
     * {@code legal*3}, {@code legal*1.5}, {@code legal-individual}, {@code ecb+10}, or {@code ecb+8-public} (one rate
     * for the whole delay).
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static RateRule parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches() || isNothing(matcher.group("times"))) {
            throw new IllegalArgumentException("a rate is written like " + EXAMPLES + ", not " + text);
        }
        if (matcher.group("stipulated") != null) {
            return new RateRule.Stipulated(Percent.of(text));
        }
        if (matcher.group("individual") != null) {
            return new RateRule.LegalIndividual();
        }
        if (matcher.group("plus") != null) {
            Percent plus = Percent.of(matcher.group("plus"));
            return matcher.group("public") == null ? new RateRule.Ecb(plus) : new RateRule.EcbPublicBuyer(plus);
        }
        String times = matcher.group("times");
        return new RateRule.Legal(times == null ? BigDecimal.ONE : new BigDecimal(times));
    }

    private static boolean isNothing(@Nullable String times) {
        return times != null && new BigDecimal(times).signum() == 0;
    }

    /** As {@link #parse} reads it. */
    public static String of(RateRule rule) {
        return switch (rule) {
            case RateRule.Stipulated stipulated -> stipulated.rate().toString();
            case RateRule.Legal legal -> legal.isOnce() ? "legal" : "legal*" + legal.times();
            case RateRule.LegalIndividual individual -> "legal-individual";
            case RateRule.Ecb ecb -> "ecb+" + plain(ecb.plus());
            case RateRule.EcbPublicBuyer ecb -> "ecb+" + plain(ecb.plus()) + "-public";
        };
    }

    private static String plain(Percent points) {
        return points.value().stripTrailingZeros().toPlainString();
    }
}
