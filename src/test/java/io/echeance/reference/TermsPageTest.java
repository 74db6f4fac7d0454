package io.echeance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page that tells how a pack is written keeps up with the reader. */
@DisplayName("topology-docs/terms.md")
class TermsPageTest {

    @Test
    @DisplayName("tells every key that a pack of ours has")
    void tellsEveryKey() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path pack : packs()) {
            collect(YamlTree.parse(pack.toString(), Files.readString(pack), new ArrayList<>()), keys);
        }
        String page = page();
        assertThat(keys).hasSizeGreaterThan(60);
        assertThat(keys).filteredOn(key -> !page.contains("`" + key + "`")).isEmpty();
    }

    @Test
    @DisplayName("tells every claim that a text can make")
    void tellsEveryClaim() throws IOException {
        String page = page();
        assertThat(Arrays.stream(ClaimsReader.Says.values()))
                .allSatisfy(says -> assertThat(page).contains("| `" + says + "` |"));
    }

    private static void collect(YamlNode node, Set<String> keys) {
        switch (node) {
            case YamlNode.Mapping mapping ->
                mapping.entries().forEach((key, entry) -> {
                    if (!key.contains(".")) {
                        keys.add(key);
                    }
                    collect(entry.value(), keys);
                });
            case YamlNode.Sequence sequence -> sequence.items().forEach(item -> collect(item, keys));
            case YamlNode.Scalar scalar -> {}
            case YamlNode.Nothing nothing -> {}
        }
    }

    private static List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "terms"))) {
            return files.toList();
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("topology-docs", "terms.md"));
    }
}
