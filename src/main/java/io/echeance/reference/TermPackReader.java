package io.echeance.reference;

import io.echeance.core.lint.TermPack;
import io.echeance.core.lint.TextClaims;
import io.echeance.core.terms.Clause;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsBounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads and checks one pack: its keys and types, its name, and that every value says where it stands. */
final class TermPackReader {

    /** The title page, and what says itself where it stands. */
    private static final Set<String> WITHOUT_CLAUSE = Set.of("name", "inForceOn", "seller", "clauses", "text");

    private TermPackReader() {}

    /** @throws UnreadableReferenceData with all that is wrong with it */
    static TermPack read(String file, String text) {
        List<Problem> problems = new ArrayList<>();
        YamlNode document = YamlTree.parse(file, text, problems);
        if (!problems.isEmpty()) {
            throw new UnreadableReferenceData(problems);
        }
        Section pack = Section.root(file, document, problems);
        Terms terms = TermsReader.terms(pack);
        Section claimed = pack.optionalSection("text");
        @Nullable TextClaims claims = claimed == null ? null : ClaimsReader.text(claimed);
        pack.nothingElse();
        checkName(pack, file, terms);
        checkClauses(pack.section("clauses"), document, terms);
        if (problems.isEmpty()) {
            // Of what is made of stand-ins it would say nothing.
            TermsBounds.wrong(terms).forEach(wrong -> pack.problemWithin(wrong.key(), wrong.sentence()));
        }
        if (!problems.isEmpty()) {
            throw new UnreadableReferenceData(problems);
        }
        return new TermPack(terms, claims);
    }

    private static void checkName(Section pack, String file, Terms terms) {
        String expected = terms.id() + ".yaml";
        if (!file.endsWith(expected)) {
            pack.problem("name", "name and inForceOn call this file " + expected);
        }
    }

    /** Each value has a clause, its own or one of the keys around it; each clause belongs to a value. */
    private static void checkClauses(Section clauses, YamlNode document, Terms terms) {
        Set<String> rules = new TreeSet<>();
        Set<String> values = new TreeSet<>();
        collect("", document, rules, values);
        for (String rule : terms.clauses().keySet()) {
            if (!rules.contains(rule)) {
                clauses.problem(rule, "a clause for a key that this pack does not have");
            }
        }
        for (String value : values) {
            if (terms.clauseAt(value).isEmpty()) {
                clauses.problem(
                        value, "missing: the clause in which it stands, or 'law, …', or '" + Clause.Ours.PLAIN + "'");
            }
        }
    }

    /** All dotted keys, and of them those that hold a value or a list. */
    private static void collect(String path, YamlNode node, Set<String> rules, Set<String> values) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            values.add(path);
            return;
        }
        mapping.entries().forEach((key, entry) -> {
            String rule = path.isEmpty() ? key : path + "." + key;
            if (!WITHOUT_CLAUSE.contains(rule)) {
                rules.add(rule);
                collect(rule, entry.value(), rules, values);
            }
        });
    }
}
