package io.echeance.house;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Of much that was played alike, {@code verify} looks at a part, and with {@code -Deverything=true}, as {@code -Pfull}
 * has it, at all.
 */
public final class Everything {

    private static final boolean WANTED = Boolean.getBoolean("everything");

    private Everything() {}

    public static boolean isWanted() {
        return WANTED;
    }

    /** Or the first of each kind. */
    public static <T> List<T> orOneOfEach(Function<T, ?> kind, List<T> all) {
        Set<Object> kinds = new HashSet<>();
        return all.stream().filter(one -> WANTED || kinds.add(kind.apply(one))).toList();
    }

    /** Or every nth. */
    public static <T> List<T> orOneOf(int n, List<T> all) {
        return IntStream.range(0, all.size())
                .filter(at -> WANTED || at % n == 0)
                .mapToObj(all::get)
                .toList();
    }
}
