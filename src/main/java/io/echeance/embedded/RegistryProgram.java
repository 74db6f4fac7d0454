package io.echeance.embedded;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Where the registry's program lies: the build unpacks it into {@code registry}, beside our jar. */
public record RegistryProgram(Path home) {
    /** Names another place. */
    public static final String PROPERTY = "registry.directory";

    private static final String RUNNER = "quarkus-run.jar";

    public static RegistryProgram find() {
        String named = System.getProperty(PROPERTY);
        Path home = named == null ? besideUs() : Path.of(named);
        if (home == null || !Files.exists(home.resolve(RUNNER))) {
            throw new CannotStart(
                    "The registry's program is not in %s: build with ./mvnw package, or name its place with -D%s=DIR."
                            .formatted(home == null ? "a directory beside the jar" : home, PROPERTY));
        }
        return new RegistryProgram(home.toAbsolutePath());
    }

    private static @Nullable Path besideUs() {
        CodeSource source = RegistryProgram.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI()).resolveSibling("registry");
        } catch (URISyntaxException e) {
            return null;
        }
    }

    Path runner() {
        return home.resolve(RUNNER);
    }
}
