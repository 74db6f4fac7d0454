package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.pages.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever copies the files of the page into a folder of his own, and calls what it says, sees what it shows. */
@DisplayName("topology-docs/new-seller.md")
class NewSellerPageTest {

    private static final Page PAGE = Page.read(Path.of("topology-docs", "new-seller.md"));

    @Test
    @DisplayName("leads from an empty folder to the first documents, word for word")
    void leadsToTheFirstDocuments(@TempDir Path folder) throws IOException {
        PAGE.copyFiles(folder);
        String said = "";
        int compared = 0;
        for (Page.Block block : PAGE.blocks()) {
            for (String command : block.commands()) {
                said = call(command, folder);
            }
            if (block.language().equals("text")) {
                assertThat(said.lines())
                        .containsExactlyElementsOf(block.text().lines().toList());
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("has a pack that no folder of the program has")
    void standsOutside() {
        assertThat(Call.line("terms show atelier").status()).isEqualTo(2);
    }

    /** In the folder: what the page calls it by, and what is in it. */
    private static String call(String command, Path folder) throws IOException {
        String[] words = command.replaceFirst("^\\./echeance ", "").split(" +");
        for (int n = 0; n < words.length; n++) {
            Path there = folder.resolve(words[n]);
            words[n] = Files.exists(there) ? there.toString() : words[n];
        }
        Call call = Call.of(words);
        assertThat(call.status()).as(List.of(words) + call.err()).isZero();
        return call.out();
    }
}
