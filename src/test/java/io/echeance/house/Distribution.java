package io.echeance.house;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What lies beside the jar once it is built: file names of libraries, in order. */
public final class Distribution {

    public static final Path JAR = Path.of("target/echeance.jar");
    public static final Path LIBRARIES = Path.of("target/lib");
    public static final Path DEMO = Path.of("target/lib-demo");

    /** The classes of a run as they lie in memory, once the build has made that; of the JDK of the tests. */
    private static final Path REHEARSED = Path.of("target/rehearsed.aot");

    private static final int FIRST_WITH_MORE_THAN_CLASSES = 25;

    private Distribution() {}

    /** What has a JVM start with less work whose class path begins with the jar; nothing while that is not there. */
    public static List<String> asRehearsed() {
        if (!Files.exists(REHEARSED)) {
            return List.of();
        }
        Path kept = REHEARSED.toAbsolutePath();
        return Runtime.version().feature() < FIRST_WITH_MORE_THAN_CLASSES
                ? List.of("-XX:SharedArchiveFile=" + kept, "-Xlog:cds*=off")
                : List.of("-XX:AOTCache=" + kept, "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    /** What the tests themselves run with, the jar before it: so it begins as what was rehearsed. */
    public static String testClassPath() {
        String tests = System.getProperty("java.class.path");
        return Files.exists(REHEARSED) ? JAR.toAbsolutePath() + File.pathSeparator + tests : tests;
    }

    /** What the manifest of the jar names: all that {@code java -jar} loads. */
    public static Set<String> production() {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return Stream.of(jar.getManifest()
                            .getMainAttributes()
                            .getValue(Attributes.Name.CLASS_PATH)
                            .split(" "))
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the program with a broker, as the launcher has it. */
    public static String demoClassPath() {
        return JAR.toAbsolutePath() + File.pathSeparator + DEMO.toAbsolutePath().resolve("*");
    }

    /** What the launcher adds for {@code demo}. */
    public static Set<String> ofTheDemo() {
        try (Stream<Path> files = Files.list(DEMO)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
