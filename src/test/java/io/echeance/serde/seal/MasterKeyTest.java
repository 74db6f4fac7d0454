package io.echeance.serde.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.order.AccountMark;
import io.echeance.serde.seal.MasterKey.Made;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

    private static final byte[] TEXT = "Mme Dupont, son fils est malade".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void theFileIsMadeOnceForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("master.key");
        Made made = MasterKey.inOrMade(file).make("order/A-1");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(MasterKey.inOrMade(file).open(made.id(), made.kept())).isPresent();
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        Path file = folder.resolve("master.key");
        MasterKey.inOrMade(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> MasterKey.in(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aFileWithoutAKeyIsRefused() throws IOException {
        Path file = folder.resolve("master.key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        for (byte[] rubbish :
                List.of(new byte[0], "secret".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xff})) {
            Files.write(file, rubbish);
            assertThatThrownBy(() -> MasterKey.in(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("64 hexadecimal");
        }
    }

    /** As two instances have it. */
    @Test
    void aPersonHasOneMarkUnderEachCopyOfAKeyAndAnotherUnderAnotherKey() throws IOException {
        Path file = folder.resolve("master.key");
        MasterKey one = MasterKey.inOrMade(file);
        MasterKey copy = MasterKey.in(Files.copy(file, folder.resolve("copy"), StandardCopyOption.COPY_ATTRIBUTES));
        assertThat(one.markOf("eve")).isEqualTo(copy.markOf("eve")).isNotEqualTo(one.markOf("bob"));
        assertThat(one.markOf("eve").key())
                .isNotEqualTo(MasterKey.random().markOf("eve").key());
        assertThat(one.markOf("eve").written()).doesNotContain("eve");
    }

    @Test
    void anAccountHasOneMarkForEachSellerUnderEachCopyOfAKey() throws IOException {
        Path file = folder.resolve("master.key");
        MasterKey one = MasterKey.inOrMade(file);
        MasterKey copy = MasterKey.in(Files.copy(file, folder.resolve("copy"), StandardCopyOption.COPY_ATTRIBUTES));
        String account = "FR1420041010050500013M02606";
        String digest = one.digestOf("technolowgic", account);
        assertThat(digest).isEqualTo(copy.digestOf("technolowgic", account)).hasSize(22);
        assertThat(digest)
                .isNotEqualTo(one.digestOf("hexagone", account))
                .isNotEqualTo(one.digestOf("technolowgic", "FR7630006000011234567890189"))
                .isNotEqualTo(MasterKey.random().digestOf("technolowgic", account));
        assertThat(AccountMark.in(AccountMark.of(account, digest).written()))
                .hasValueSatisfying(mark -> assertThat(mark.lastFour()).isEqualTo("2606"));
    }

    @Test
    void whatIsSealedOpensWithItsKeyAtItsPlaceUnchanged() {
        MasterKey master = MasterKey.random();
        Made made = master.make("order/A-1");
        byte[] sealed = made.key().seal(TEXT, "payments/0/7");
        DataKey key = master.open(made.id(), made.kept()).orElseThrow();
        assertThat(key.open(sealed, "payments/0/7")).contains(TEXT);
        assertThat(key.open(sealed, "payments/0/8")).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(key.open(sealed, "payments/0/7")).as("damaged").isEmpty();
        assertThat(key.open(new byte[3], "payments/0/7")).as("cut off").isEmpty();
        assertThat(master.open("another id", made.kept())).isEmpty();
        assertThat(MasterKey.random().open(made.id(), made.kept())).isEmpty();
    }

    @Test
    void theSameTextIsSealedOtherwiseEachTime() {
        Made made = MasterKey.random().make("order/A-1");
        assertThat(made.key().seal(TEXT, "a")).isNotEqualTo(made.key().seal(TEXT, "a"));
    }
}
