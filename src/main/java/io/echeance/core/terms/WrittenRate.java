package io.echeance.core.terms;

import io.echeance.core.money.Percent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@link RateRule} in a word, as a pack and a command write it. */
public final class WrittenRate {

    /** What a rate looks like, for those who wrote it wrong. */
    public static final String EXAMPLES = "10.75, legal, legal*3, legal-individual, ecb+10 or ecb+8-public";

    private static final Pattern WRITTEN = Pattern.compile("(?<stipulated>\\d{1,3}([.]\\d{1,2})?)"
            + "|legal([*](?<times>[1-9]))?|(?<individual>legal-individual)"
            + "|ecb[+](?<plus>\\d{1,2}([.]\\d{1,2})?)(?<public>-public)?");

    private WrittenRate() {}

    /**
     * The rule that {@code text} writes: a number of percent ({@code 10.75}), {@code legal} (creditor is a business),
     * {@code legal*3}, {@code legal-individual}, {@code ecb+10}, or {@code ecb+8-public} (one rate for the whole
     * delay).
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static RateRule parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
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
        return new RateRule.Legal(times == null ? 1 : Integer.parseInt(times));
    }

    /** As {@link #parse} reads it. */
    public static String of(RateRule rule) {
        return switch (rule) {
            case RateRule.Stipulated stipulated -> stipulated.rate().toString();
            case RateRule.Legal legal -> legal.times() == 1 ? "legal" : "legal*" + legal.times();
            case RateRule.LegalIndividual individual -> "legal-individual";
            case RateRule.Ecb ecb -> "ecb+" + plain(ecb.plus());
            case RateRule.EcbPublicBuyer ecb -> "ecb+" + plain(ecb.plus()) + "-public";
        };
    }

    private static String plain(Percent points) {
        return points.value().stripTrailingZeros().toPlainString();
    }
}
