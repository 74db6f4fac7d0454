package io.echeance.bank;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The same week of one account, as banks deliver it. */
final class SampleFiles {

    static final List<String> ALL =
            List.of("camt.053.001.02.xml", "camt.053.001.08.xml", "camt.054.001.08.xml", "cfonb120.txt", "mt940.sta");

    private SampleFiles() {}

    static byte[] bytes(String name) {
        try (InputStream file = SampleFiles.class.getResourceAsStream("/bank/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As CFONB and MT940 are written here; for camt it is the same but for accents. */
    static String text(String name) {
        return new String(bytes(name), name.endsWith(".xml") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    static BankFile read(String content) throws RefusedFile {
        return BankFile.read(
                content.getBytes(content.startsWith("<") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
    }

    static BankStatement statement(String content) throws RefusedFile {
        return read(content).statements().getFirst();
    }
}
