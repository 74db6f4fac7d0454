package io.echeance.app.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seller's privacy policy, as data.
 *
 * @param title as it stands over it
 */
public record PrivacyPolicy(String seller, String title, List<PolicyClause> clauses) {

    public PrivacyPolicy {
        clauses = List.copyOf(clauses);
    }

    /**
     * What one place of it promises.
     *
     * @param clause its number, and what it is about where a number has several
     * @param asks in few words
     * @param data that it speaks of; none: nothing of that kind enters here
     * @param months how long it says that this is kept, at most; null: it does not say
     * @param needs what has to be there to keep it
     */
    public record PolicyClause(
            String clause,
            String asks,
            List<PersonalData> data,
            @Nullable Integer months,
            List<Need> needs) {

        public PolicyClause {
            data = List.copyOf(data);
            needs = List.copyOf(needs);
        }
    }

    /** What a promise needs. */
    public enum Need {
        ENCRYPTION(true),
        ACCESS_BY_ROLE(true),
        ACCESS_LOG(true),
        EXPORT(true),
        ERASURE(true),
        RECTIFICATION(true),
        DECISION_BY_A_PERSON(true),
        DELETION_AT_THE_END(true),
        RESTRICTION(true),
        OBJECTION(true),
        DIRECTIVES_AFTER_DEATH(false),
        LIST_OF_REQUESTS(true);

        private final boolean built;

        Need(boolean built) {
            this.built = built;
        }

        /** Whether the program sees to it; else a person has to. */
        boolean isBuilt() {
            return built;
        }
    }

    /** What stood there twice, or behind it, would be a part of a policy that nobody looks at. */
    private static final YAMLMapper ONE_DOCUMENT = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws Unreadable with a sentence */
    static PrivacyPolicy parse(String yaml) throws Unreadable {
        try {
            PrivacyPolicy policy = RecordJson.readWhole(PrivacyPolicy.class, ONE_DOCUMENT.readTree(yaml));
            for (PolicyClause one : policy.clauses()) {
                if (one.months() != null && one.months() < 1) {
                    throw new Unreadable("clause " + one.clause() + ": months is " + one.months() + ", less than 1");
                }
            }
            return policy;
        } catch (JsonProcessingException e) {
            throw new Unreadable("it is not YAML: " + e.getOriginalMessage());
        }
    }
}
