package io.echeance.house;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Distribution() {}

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
