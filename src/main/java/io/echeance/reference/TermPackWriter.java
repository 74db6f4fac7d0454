package io.echeance.reference;

import io.echeance.core.lint.Claim;
import io.echeance.core.lint.Passage;
import io.echeance.core.lint.TermPack;
import io.echeance.core.lint.TextClaims;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.Clause;
import io.echeance.core.terms.EndingTerms;
import io.echeance.core.terms.FundingTerms;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.WrittenRate;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a pack as the YAML that {@link TermPacks} reads, each value with its clause behind it. The keys are the names
 * of the core's record components.
 */
public final class TermPackWriter {

    /** What YAML reads as this very text without quotes. */
    private static final Pattern PLAIN = Pattern.compile("(?!(?i:null)$)[\\p{L}\\d][\\p{L}\\d@+*._-]*");

    private final StringBuilder yaml = new StringBuilder();
    private final Terms terms;

    private TermPackWriter(Terms terms) {
        this.terms = terms;
    }

    public static String write(TermPack pack) {
        TermPackWriter writer = new TermPackWriter(pack.terms());
        writer.map(0, "", components(pack.terms()));
        TextClaims text = pack.text();
        if (text != null) {
            writer.yaml.append("text:\n  sells: ").append(text.sells()).append("\n  claims:");
            if (text.claims().isEmpty()) {
                writer.yaml.append(" []");
            }
            writer.yaml.append('\n');
            text.claims().forEach(writer::claim);
        }
        return writer.yaml.toString();
    }

    private void map(int indent, String path, Map<String, Object> entries) {
        entries.forEach((key, value) -> entry(indent, path.isEmpty() ? key : path + "." + key, key, value));
    }

    private void entry(int indent, String rule, String key, Object value) {
        boolean isNothing = Boolean.FALSE.equals(value)
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        if (isNothing && terms.clauseAt(rule).isEmpty()) {
            return; // The pack does not speak of it: no clause says so.
        }
        yaml.append(" ".repeat(indent)).append(key).append(':');
        Clause clause = terms.clauses().get(rule);
        String remark = clause == null ? "" : " # " + clause.toString().replace('\n', ' ');
        if (value instanceof Map<?, ?> map) {
            yaml.append(map.isEmpty() ? " {}" : "").append(remark).append('\n');
            map(indent + 2, rule, keyed(map));
        } else if (value instanceof Collection<?> list && list.stream().anyMatch(Record.class::isInstance)) {
            yaml.append(remark).append('\n');
            String dash = " ".repeat(indent + 2) + "- ";
            list.forEach(item -> yaml.append(dash).append(flow(item)).append('\n'));
        } else if (value instanceof Record record && !isWord(record)) {
            yaml.append(remark).append('\n');
            map(indent + 2, rule, components(record));
        } else {
            yaml.append(' ').append(flow(value)).append(remark).append('\n');
        }
    }

    private void claim(Claim claim) {
        String says = claim.getClass()
                .getSimpleName()
                .replaceAll("Claim$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
        yaml.append("    - says: ").append(says).append('\n');
        components(claim).forEach((key, value) -> {
            if (value instanceof Passage passage) {
                components(passage).forEach(this::claimLine);
            } else {
                claimLine(key, value);
            }
        });
    }

    private void claimLine(String key, Object value) {
        yaml.append("      ")
                .append(key.equals("place") ? "at" : key)
                .append(": ")
                .append(flow(value))
                .append('\n');
    }

    /** A value on one line. */
    private static String flow(Object value) {
        return switch (value) {
            case Integer days -> days == EndingTerms.Band.ANY_LATER ? "any" : days.toString();
            case RateRule rate -> WrittenRate.of(rate);
            case Clause clause -> scalar(clause.toString());
            case Percent percent -> percent.toString();
            case FundingTerms.Fallback fallback ->
                fallback.awaitAcceptanceDays() == null ? "CUSTOMER_OWES" : flowMap(components(fallback));
            case Collection<?> list ->
                list.stream().map(TermPackWriter::flow).collect(Collectors.joining(", ", "[", "]"));
            case Record record -> flowMap(components(record));
            default -> scalar(value.toString());
        };
    }

    private static String flowMap(Map<String, Object> entries) {
        return entries.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** Records that the file writes in a word or two. */
    private static boolean isWord(Record record) {
        return record instanceof RateRule
                || record instanceof Percent
                || record instanceof FundingTerms.Fallback
                || record instanceof Clause;
    }

    private static Map<String, Object> keyed(Map<?, ?> map) {
        Map<String, Object> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        return entries;
    }

    /** Those that are not null, in the order of the record. */
    private static Map<String, Object> components(Object record) {
        Map<String, Object> components = new LinkedHashMap<>();
        for (RecordComponent component : List.of(record.getClass().getRecordComponents())) {
            try {
                Object value = component.getAccessor().invoke(record);
                if (value != null) {
                    components.put(component.getName(), value);
                }
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException("a public record hides " + component, impossible);
            }
        }
        return components;
    }
}
