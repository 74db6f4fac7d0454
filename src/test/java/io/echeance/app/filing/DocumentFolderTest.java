package io.echeance.app.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.app.filing.DocumentFolder.Outcome;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.invoice.Invoice;
import io.echeance.document.Changed;
import io.echeance.document.Form;
import io.echeance.document.KindsOfInvoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFolderTest {

    private static final Invoice TAXED = KindsOfInvoice.named("taxed");
    private static final Path PLACE = Path.of("technolowgic", "2025");

    @TempDir
    private Path root;

    @AutoClose
    private DocumentFolder folder;

    @BeforeEach
    void open() {
        folder = DocumentFolder.open(root);
    }

    @Test
    void aDocumentLiesThereInAllItsFormsBySellerAndYear() throws IOException {
        assertThat(folder.file(TAXED)).isEqualTo(Outcome.WRITTEN);

        for (Form form : Form.values()) {
            assertThat(Files.readAllBytes(place("technolowgic-2025-000001." + form.extension())))
                    .isEqualTo(form.of(TAXED));
        }
        assertThat(files()).hasSize(Form.values().length);
    }

    @Test
    void nobodyButItsOwnerReadsIt() throws IOException {
        folder.file(TAXED);
        assertThat(Files.getPosixFilePermissions(root.resolve(PLACE)))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(place("technolowgic-2025-000001.pdf")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void filedAgainItIsLeftAndWhatIsMissingIsAdded() throws IOException {
        folder.file(TAXED);
        assertThat(folder.file(TAXED)).isEqualTo(Outcome.ALREADY_THERE);

        Files.delete(place("technolowgic-2025-000001.ubl.xml"));
        assertThat(folder.file(TAXED)).isEqualTo(Outcome.WRITTEN);
        assertThat(files()).hasSize(Form.values().length);
    }

    @Test
    void whatIsThereWithOtherBytesIsLeftAndIsAProblemUntilItIsMended() throws IOException {
        folder.file(TAXED);
        Path altered = place("technolowgic-2025-000001.cii.xml");
        Files.writeString(altered, "by hand");

        assertThat(folder.file(TAXED)).isEqualTo(Outcome.PROBLEM);
        assertThat(altered).hasContent("by hand");
        assertThat(folder.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasFileName("technolowgic-2025-000001.problem.txt")
                        .content()
                        .contains("is there with other bytes"));

        Files.delete(altered);
        assertThat(folder.file(TAXED)).isEqualTo(Outcome.WRITTEN);
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void aDocumentThatMayNotGoOutHasNoFormsButAProblem() {
        Invoice unpaid = Changed.with(TAXED, "issuer", Changed.with(TAXED.issuer(), "iban", "FR00"));

        assertThat(folder.file(unpaid)).isEqualTo(Outcome.PROBLEM);
        assertThat(files()).containsExactly(PLACE.resolve("technolowgic-2025-000001.problem.txt"));
        assertThat(folder.problems().getFirst()).content().contains("the seller: WRONG_IBAN");
    }

    @Test
    void aNumberNeverLeavesItsPlace() {
        Invoice slashed = Changed.with(TAXED, "number", "../2025/1");
        Invoice other = Changed.with(TAXED, "number", "..%2F2025/1");
        folder.file(slashed);
        folder.file(other);

        // Dots are in no good number: so both are problems, each with a file of its own.
        assertThat(files())
                .containsExactly(
                        PLACE.resolve("%2E.%252F2025%2F1.problem.txt"), PLACE.resolve("%2E.%2F2025%2F1.problem.txt"));
    }

    @Test
    void aRecordThatCannotBeReadIsAProblemToo() {
        folder.unreadable("invoices-0-17", "it is not Avro");

        assertThat(folder.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .hasFileName("invoices-0-17.problem.txt")
                        .content()
                        .contains("it is not Avro"));
    }

    @Test
    void whatAKilledProcessLeftBesideItsPlaceIsNotTakenForADocument() throws IOException {
        Files.createDirectories(root.resolve(PLACE));
        Files.writeString(place(".technolowgic-2025-000001.cii.xml.part"), "<half");

        assertThat(folder.file(TAXED)).isEqualTo(Outcome.WRITTEN);
        assertThat(files())
                .hasSize(Form.values().length)
                .noneMatch(file -> file.toString().endsWith(".part"));
    }

    @Test
    void oneProcessAtATimeFilesIntoAFolder() {
        assertThatThrownBy(() -> DocumentFolder.open(root))
                .isInstanceOf(WorkFailed.class)
                .hasMessageContaining("another process");

        folder.close();
        folder = DocumentFolder.open(root);
        assertThat(folder.file(TAXED)).isEqualTo(Outcome.WRITTEN);
    }

    @Test
    void ofAYearThatHasEndedNothingIsWrittenAgain() {
        folder.file(TAXED);
        folder.close();
        new YearOfFiles(2025, Set.of(), Set.of()).end(root, true);
        folder = DocumentFolder.open(root);

        assertThat(folder.file(TAXED)).isEqualTo(Outcome.ENDED);
        assertThat(files()).isEmpty();
    }

    @Test
    void howFarItCameIsKeptForOneCluster() {
        assertThat(Progress.of(folder, "one").next()).isEmpty();

        new Progress("one", Map.of(0, 12L, 1, 7L)).keep(folder);

        assertThat(Progress.of(folder, "one").next()).containsEntry(0, 12L).containsEntry(1, 7L);
        assertThat(Progress.of(folder, "another").next()).isEmpty();
    }

    private Path place(String name) {
        return root.resolve(PLACE).resolve(name);
    }

    /** All that lies there but the folder's own notes. */
    private List<Path> files() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(root))
                    .map(root::relativize)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
