package io.echeance.core.lint;

import io.echeance.reference.TermPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Terms without a finding, and what one change of a word makes of them. */
public final class CleanPack {

    public static final Path FILE = Path.of("src", "test", "resources", "packs", "clean@2026-01-01.yaml");

    private CleanPack() {}

    static TermPack asItIs() {
        return TermPacks.file(FILE);
    }

    /** With each {@code before} replaced by its {@code after}; every one of them has to be there. */
    static TermPack with(Path folder, String... beforeAndAfter) throws IOException {
        Path changed = folder.resolve(FILE.getFileName());
        Files.writeString(changed, text(beforeAndAfter));
        return TermPacks.file(changed);
    }

    public static String text(String... beforeAndAfter) throws IOException {
        String text = Files.readString(FILE);
        for (int k = 0; k < beforeAndAfter.length; k += 2) {
            if (!text.contains(beforeAndAfter[k])) {
                throw new IllegalArgumentException("not in the clean pack: " + beforeAndAfter[k]);
            }
            text = text.replace(beforeAndAfter[k], beforeAndAfter[k + 1]);
        }
        return text;
    }
}
