package io.echeance.core.matching;

import io.echeance.core.order.ReferenceText;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a bank names as the sender, and what it passes on of his text.
 *
 * <p>Reading taken: a parent pays for a child, so of a person the family name is enough where it stands in the
 * sender's; in a text, where any word may stand, all of the name is wanted, as of a company everywhere. The family name
 * is what stands in capitals beside other letters, else the last word; one of less than three letters, or a particle,
 * says too little, and the whole name is wanted.
 */
final class SenderName {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final int SHORTEST = 3;
    private static final Set<String> SAY_NOTHING = Set.of(
            "M",
            "MR",
            "MME",
            "MLLE",
            "MONSIEUR",
            "MADAME",
            "OU",
            "ET",
            "DE",
            "DU",
            "DES",
            "LA",
            "LE",
            "LES",
            "SA",
            "SARL",
            "SAS",
            "SASU",
            "EURL",
            "SCI",
            "SNC",
            "STE",
            "SOCIETE",
            "ASSOCIATION");

    private final Set<String> names = new HashSet<>();
    private final Set<String> all = new HashSet<>();

    /**
     * @param names of the sender; none: the bank has them among its texts
     * @param texts what he, or the bank, says
     */
    SenderName(Collection<String> names, Collection<String> texts) {
        names.forEach(name -> this.names.addAll(words(name)));
        this.all.addAll(this.names);
        texts.forEach(text -> this.all.addAll(words(text)));
        if (this.names.isEmpty()) {
            this.names.addAll(this.all);
        }
    }

    /** Whether it is his. */
    boolean isOf(String name, boolean isPerson) {
        List<String> telling =
                words(name).stream().filter(word -> !SAY_NOTHING.contains(word)).toList();
        if (telling.isEmpty()) {
            return false;
        }
        String family = isPerson ? family(name) : null;
        return all.containsAll(telling) || (family != null && names.contains(family));
    }

    private static @Nullable String family(String name) {
        List<String> written = Stream.of(NO_LETTERS.split(name))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> capitals = written.stream()
                .filter(word -> word.length() > 1 && word.chars().noneMatch(Character::isLowerCase))
                .toList();
        boolean isMixed = !capitals.isEmpty() && capitals.size() < written.size();
        List<String> words = words(isMixed ? capitals.getLast() : name);
        String last = words.getLast();
        return last.length() < SHORTEST || SAY_NOTHING.contains(last) ? null : last;
    }

    private static List<String> words(String text) {
        return Arrays.stream(NO_LETTERS.split(ReferenceText.withoutAccents(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
