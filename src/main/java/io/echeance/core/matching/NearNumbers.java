package io.echeance.core.matching;

import io.echeance.core.order.ReferenceText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers of documents that stand in a text but for one digit, or with two neighbours swapped. */
public final class NearNumbers {

    /** Of so many numbers in a text at most: of more, nobody meant one of them alone. */
    private static final int MOST = 3;

    private static final int YEAR_DIGITS = 4;
    private static final Pattern NUMBER = Pattern.compile("20\\d{8}");
    private static final Pattern IN_A_REFERENCE =
            Pattern.compile("(?<![A-Z0-9])RF\\d\\d[A-Z]{1,4}(20\\d{8})(?![A-Z0-9])");

    private NearNumbers() {}

    /** Under what they would be looked up ({@link KnownName#key}); none of them stands there itself. */
    public static Set<String> keys(String written) {
        Set<String> numbers = new LinkedHashSet<>();
        ReferenceFinder.candidates(written).stream()
                .map(Candidate::key)
                .filter(key -> NUMBER.matcher(key).matches())
                .forEach(numbers::add);
        IN_A_REFERENCE
                .matcher(ReferenceText.of(written).text())
                .results()
                .forEach(found -> numbers.add(found.group(1)));
        if (numbers.size() > MOST) {
            return Set.of();
        }
        Set<String> near = new LinkedHashSet<>();
        numbers.forEach(number -> near.addAll(nearTo(number)));
        near.removeAll(numbers);
        return near;
    }

    /** The century stands as it is. */
    private static List<String> nearTo(String number) {
        Set<String> near = new LinkedHashSet<>();
        for (int at = YEAR_DIGITS - 1; at < number.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                near.add(number.substring(0, at) + digit + number.substring(at + 1));
            }
            if (at >= YEAR_DIGITS && at + 1 < number.length()) {
                near.add(
                        number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2));
            }
        }
        return List.copyOf(near);
    }
}
