package io.echeance.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A room of the house (a package under {@code io.echeance}) with all that it may use: other rooms, and packages from
 * outside ({@code p} is that package, {@code p..} it and all below it). What is not named here is forbidden.
 */
enum Room {
    CORE(
            Set.of(),
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.nio.charset",
            "java.security", // MessageDigest only, see CorePurity
            "java.text", // Normalizer only, see CorePurity
            "java.time..",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "javax.money..",
            "org.jspecify.annotations"),

    BANK(Set.of(CORE), "java..", "javax.money..", "javax.xml.stream..", Outside.ALL),

    DOCUMENT(
            Set.of(CORE),
            "java..",
            "javax.money..",
            "javax.xml..",
            "com.google.zxing..",
            "com.openhtmltopdf..",
            "com.ibm.icu..",
            "org.apache.fontbox..",
            "org.apache.pdfbox..",
            "org.w3c.dom..",
            "org.xml.sax..",
            Outside.ALL),

    REFERENCE(Set.of(CORE), "java..", "javax.money..", "com.fasterxml.jackson..", "org.yaml.snakeyaml..", Outside.ALL),

    SERDE(
            Set.of(CORE),
            "java..",
            "javax.crypto..",
            "javax.money..",
            "org.apache.avro..",
            "org.apache.kafka.common..",
            Outside.ALL),

    JSON(
            Set.of(CORE, SERDE),
            "java..",
            "javax.money..",
            "com.fasterxml.jackson..",
            "org.apache.kafka.common.utils",
            Outside.ALL),

    TOPOLOGY(
            Set.of(CORE, SERDE),
            "java..",
            "javax.money..",
            "org.apache.kafka.clients..",
            "org.apache.kafka.common..",
            "org.apache.kafka.streams..",
            "org.rocksdb..",
            Outside.ALL),

    QUERY(
            Set.of(CORE, SERDE, JSON, TOPOLOGY),
            "java..",
            "javax.money..",
            "com.fasterxml.jackson..",
            "io.javalin..",
            "io.micrometer..",
            "jakarta.servlet..",
            "javax.net.ssl",
            "org.eclipse.jetty..",
            "org.apache.kafka.clients..",
            "org.apache.kafka.common..",
            "org.apache.kafka.streams..",
            Outside.ALL),

    CONSOLE(
            Set.of(CORE, JSON, QUERY, DOCUMENT),
            "java..",
            "javax.crypto..",
            "javax.money..",
            "com.fasterxml.jackson..",
            "gg.jte..",
            "io.javalin..",
            Outside.ALL),

    EMBEDDED(Set.of(), "java..", "kafka.server..", "org.apache.kafka..", "scala..", Outside.ALL),

    APP(
            Set.of(CORE, BANK, DOCUMENT, REFERENCE, SERDE, JSON, TOPOLOGY, QUERY, CONSOLE, EMBEDDED),
            "java..",
            "javax.money..",
            "com.fasterxml.jackson..",
            "io.javalin..",
            "io.micrometer..",
            "io.prometheus..",
            "jakarta.activation..",
            "jakarta.mail..",
            "org.apache.avro..",
            "org.apache.kafka.clients..",
            "org.apache.kafka.common..",
            "org.apache.kafka.streams..",
            "org.eclipse.angus.mail..",
            "picocli..",
            Outside.ALL);

    /** What every room but the core may use. */
    private static final class Outside {
        static final String ALL = "org.jspecify.annotations|org.slf4j..";
    }

    static final String HOUSE = "io.echeance";

    private final Set<Room> mayEnter;
    private final List<String> mayUse;

    Room(Set<Room> mayEnter, String... mayUse) {
        this.mayEnter = mayEnter;
        this.mayUse = Arrays.stream(mayUse)
                .flatMap(packages -> Stream.of(packages.split("\\|")))
                .toList();
    }

    /** The room in which a class of ours stands; empty if it stands in none. */
    static Optional<Room> of(JavaClass type) {
        return Arrays.stream(values())
                .filter(room -> within(room.packageName() + "..", type.getPackageName()))
                .findFirst();
    }

    String packageName() {
        return HOUSE + "." + folder();
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Each way in which these classes, taken to stand in this room, use what the room may not. */
    Set<String> trespasses(Iterable<JavaClass> classes) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(use -> !isAllowed(use.getTargetClass().getBaseComponentType()))
                    .forEach(use -> found.add(this + ": " + use.getDescription()));
        }
        return found;
    }

    private boolean isAllowed(JavaClass target) {
        if (target.isPrimitive()) {
            return true;
        }
        Optional<Room> room = of(target);
        return room.map(entered -> entered == this || mayEnter.contains(entered))
                .orElseGet(() -> mayUse.stream().anyMatch(pattern -> within(pattern, target.getPackageName())));
    }

    private static boolean within(String pattern, String packageName) {
        if (!pattern.endsWith("..")) {
            return pattern.equals(packageName);
        }
        String top = pattern.substring(0, pattern.length() - 2);
        return packageName.equals(top) || packageName.startsWith(top + ".");
    }
}
