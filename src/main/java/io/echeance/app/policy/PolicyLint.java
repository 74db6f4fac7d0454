package io.echeance.app.policy;

import io.echeance.app.policy.PrivacyPolicy.Need;
import io.echeance.app.policy.PrivacyPolicy.PolicyClause;
import io.echeance.core.invoice.Language;
import io.echeance.topology.runtime.Retention;
import io.echeance.topology.runtime.RetentionGround;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds a privacy policy against the table of retention. It reports; which of the two gives way is for a person. */
public final class PolicyLint {

    private static final int DAYS_OF_A_MONTH = 31;

    private PolicyLint() {}

    /** What is wrong. */
    public enum Kind {
        /** It is kept longer than the policy says, and no law asks for it. */
        KEPT_LONGER,
        /** A law keeps it longer than the policy says: the policy needs other words. */
        LAW_KEEPS_LONGER,
        /** It is kept, and the policy does not say how long, or not at all. */
        NOT_NAMED,
        /** The policy promises what only a person can see to. */
        BY_A_PERSON
    }

    public record PolicyFinding(Kind kind, String clause, String sentence) {}

    /**
     * What is kept of persons at one place.
     *
     * @param days how long; null: nothing ends it by a date
     */
    private record Keeping(
            PersonalData data, String where, @Nullable Integer days, String howLong, RetentionGround ground) {

        private static final Keeping REQUESTS = new Keeping(
                PersonalData.REQUESTS,
                "the changelog of customers",
                null,
                "the last of each key, also once the person is erased",
                RetentionGround.RIGHTS);

        private static Keeping of(Retention kept) {
            return new Keeping(
                    PersonalData.of(kept.topic()),
                    kept.topic().id(),
                    kept.days(),
                    kept.howLong(Language.EN),
                    kept.ground());
        }
    }

    static List<PolicyFinding> findings(PrivacyPolicy policy, List<Retention> table) {
        List<PolicyFinding> findings = new ArrayList<>();
        List<Keeping> keeping = Stream.concat(table.stream().map(Keeping::of), Stream.of(Keeping.REQUESTS))
                .toList();
        for (PolicyClause clause : policy.clauses()) {
            keeping.stream()
                    .filter(kept -> clause.data().contains(kept.data()) && isLonger(kept, clause))
                    .map(kept -> longer(clause, kept))
                    .forEach(findings::add);
            clause.needs().stream()
                    .filter(need -> !need.isBuilt())
                    .map(need -> byAPerson(clause, need))
                    .forEach(findings::add);
        }
        Arrays.stream(PersonalData.values())
                .filter(data -> data != PersonalData.NONE)
                .filter(data -> policy.clauses().stream()
                        .noneMatch(clause ->
                                clause.months() != null && clause.data().contains(data)))
                .map(data -> new PolicyFinding(
                        Kind.NOT_NAMED,
                        "-",
                        "no clause says how long this is kept: " + data.words() + " (" + where(data, keeping) + ")"))
                .forEach(findings::add);
        return findings;
    }

    private static String where(PersonalData data, List<Keeping> keeping) {
        return String.join(
                ", ",
                keeping.stream()
                        .filter(kept -> kept.data() == data)
                        .map(kept -> kept.where() + ": " + kept.howLong())
                        .toList());
    }

    /** What goes by no date is longer than any. */
    private static boolean isLonger(Keeping kept, PolicyClause clause) {
        Integer months = clause.months();
        Integer days = kept.days();
        return months != null && (days == null || days > months * DAYS_OF_A_MONTH);
    }

    private static PolicyFinding longer(PolicyClause clause, Keeping kept) {
        return new PolicyFinding(
                kept.ground().isLaw() ? Kind.LAW_KEEPS_LONGER : Kind.KEPT_LONGER,
                clause.clause(),
                "it says " + clause.months() + " months; " + kept.where() + " keeps " + kept.howLong() + ": "
                        + kept.ground().in(Language.EN));
    }

    private static PolicyFinding byAPerson(PolicyClause clause, Need need) {
        return new PolicyFinding(
                Kind.BY_A_PERSON,
                clause.clause(),
                "nothing here sees to " + need.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": "
                        + clause.asks());
    }
}
