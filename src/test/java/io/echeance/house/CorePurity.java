package io.echeance.house;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the core may not touch inside the packages that it may use: clocks, chance, the machine, binary fractions. The
 * same evidence has to give the same statement to the cent, today and in ten years.
 */
final class CorePurity {

    private static final Set<String> DIGESTS =
            Set.of("java.security.MessageDigest", "java.security.NoSuchAlgorithmException");
    private static final Set<String> TYPES = Set.of(
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.System",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.time.Clock",
            "java.util.Random",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.SplittableRandom",
            "java.util.Timer");

    private static final Set<String> METHODS = Set.of(
            "now", "random", "randomUUID", "shuffle", "systemDefault", "getDefault", "parallelStream", "parallel");

    private static final Set<String> FRACTIONS = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private CorePurity() {}

    static Set<String> breaches(Iterable<JavaClass> classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> isUnfit(use.getTargetClass().getName()))
                    .forEach(use -> found.add(use.getDescription()));
            type.getAccessesFromSelf().stream()
                    .filter(CorePurity::asksTheMachine)
                    .forEach(access -> found.add(access.getDescription()));
            type.getFields().stream()
                    .filter(CorePurity::isFraction)
                    .forEach(field -> found.add(field.getDescription() + " is a binary fraction"));
            type.getCodeUnits().stream()
                    .filter(unit -> hasFraction(unit) && !isAskedForByJavaMoney(unit))
                    .forEach(unit -> found.add(unit.getDescription() + " has a binary fraction"));
        }
        return found;
    }

    /** What else these packages have asks the machine, or depends on where it stands. */
    private static boolean isUnfit(String type) {
        return TYPES.contains(type)
                || (type.startsWith("java.text.") && !type.startsWith("java.text.Normalizer"))
                || (type.startsWith("java.security.") && !DIGESTS.contains(type));
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        return METHODS.contains(access.getName())
                && access.getTargetOwner().getPackageName().startsWith("java.");
    }

    private static boolean isFraction(JavaField field) {
        return FRACTIONS.contains(field.getRawType().getBaseComponentType().getName());
    }

    private static boolean hasFraction(JavaCodeUnit unit) {
        return FRACTIONS.contains(unit.getRawReturnType().getName())
                || unit.getRawParameterTypes().stream().anyMatch(type -> FRACTIONS.contains(type.getName()));
    }

    /** JavaMoney's amount has to have {@code multiply(double)} and its like; ours refuse. */
    private static boolean isAskedForByJavaMoney(JavaCodeUnit unit) {
        return unit instanceof JavaMethod
                && unit.getOwner().getAllRawInterfaces().stream()
                        .filter(asker -> asker.getPackageName().startsWith("javax.money"))
                        .flatMap(asker -> asker.getMethods().stream())
                        .anyMatch(asked -> asked.getName().equals(unit.getName())
                                && asked.getRawParameterTypes().equals(unit.getRawParameterTypes()));
    }
}
