package io.echeance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** After the jar is built: its manifest says which libraries are distributed with it. */
@DisplayName("NOTICE")
class NoticeIT {

    private static final Pattern LIBRARY = Pattern.compile("(?m)^([\\w.-]+):([\\w.-]+):([\\w.-]+) \\((.+)\\)$");

    /** Under one of these a library may be distributed with a program under the Apache licence, as a jar of its own. */
    private static final Set<String> GOOD = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "Go License",
            "LGPL-2.1",
            "MIT",
            "Unicode-3.0");

    @Test
    @DisplayName("names every library of the run time, in its version, and no other")
    void namesEveryLibrary() throws IOException {
        try (JarFile jar = new JarFile("target/echeance.jar")) {
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
        }
        Set<String> distributed = new TreeSet<>(Distribution.production());
        distributed.addAll(Distribution.ofTheDemo());

        Set<String> named = new TreeSet<>();
        libraries().forEach(library -> named.add(library.group(2) + "-" + library.group(3) + ".jar"));

        assertThat(named)
                .as("is out of date: write it anew with ./mvnw -q -Pnotice")
                .isEqualTo(distributed);
    }

    @Test
    @DisplayName("names a licence for each that lets us distribute it")
    void namesAGoodLicence() throws IOException {
        assertThat(libraries())
                .hasSizeGreaterThan(100)
                .allSatisfy(library -> assertThat(library.group(4).split("; "))
                        .as(library.group())
                        .containsAnyElementsOf(GOOD));
    }

    private static List<MatchResult> libraries() throws IOException {
        return LIBRARY.matcher(Files.readString(Path.of("NOTICE"))).results().toList();
    }
}
