package io.echeance.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.order.Account;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.binding.CannotCarry;
import io.echeance.serde.binding.DoesNotFit;
import io.echeance.serde.record.AccountRow;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of state stores: readable without a registry, by every later release. */
class StateCodecTest {

    private static final String HOW_TO_CHANGE = "Stores hold values written with the former schema: give its text, as"
            + " approved, to src/main/resources/earlier-states/<record>/<its version>.avsc, so that it stays readable.";

    static List<Binding<?>> bindings() {
        return RoundTripTest.bindings();
    }

    @Test
    void aStateComesBackEqualBehindItsVersion() {
        StateCodec<AccountRow> codec = StateCodec.of(Bindings.ACCOUNT);
        RandomRecords random = new RandomRecords(1);
        for (int n = 0; n < 50; n++) {
            AccountRow account = random.next(AccountRow.class);
            byte[] bytes = codec.encode(account);
            assertThat(bytes[0]).isEqualTo(byteOf(codec.version()));
            assertThat(codec.decode(bytes)).isEqualTo(account);
        }
    }

    /** A state that grew a field. */
    public record Admitted(String orderId, String factId, Bytes digest) {}

    @Test
    void aStateOfAnEarlierVersionIsReadWithWhatIsNewAtItsDefault() {
        Schema first = new Schema.Parser().parse("""
            {"namespace": "io.echeance.state", "type": "record", "name": "Admitted", "fields": [
              {"name": "retired", "type": ["null", "int"]},
              {"name": "digest", "type": "bytes"},
              {"name": "orderId", "type": "string"}]}\
            """);
        Schema second = new Schema.Parser().parse("""
            {"namespace": "io.echeance.state", "type": "record", "name": "Admitted", "fields": [
              {"name": "orderId", "type": "string"},
              {"name": "factId", "type": "string", "default": "none"},
              {"name": "digest", "type": "bytes"}]}\
            """);
        StateCodec<Admitted> codec = StateCodec.of(Binding.of(Admitted.class, second), List.of(first));
        byte[] old = {byteOf(1), 2, 28, 8, 7, 8, 8, 'T', '1'};

        assertThat(codec.version()).isEqualTo(2);
        assertThat(codec.decode(old)).isEqualTo(new Admitted("T1", "none", Bytes.wrap(new byte[] {7, 8})));
        assertThat(codec.decode(codec.encode(codec.decode(old)))).isEqualTo(codec.decode(old));
    }

    @Test
    void aStateOfALaterReleaseIsRefused() {
        StateCodec<AccountRow> codec = StateCodec.of(Bindings.ACCOUNT);

        assertThatThrownBy(() -> codec.decode(new byte[] {byteOf(codec.version() + 1), 0}))
                .isInstanceOf(CannotCarry.class)
                .hasMessageStartingWith("AccountState: written by version " + (codec.version() + 1));
        assertThatThrownBy(() -> codec.decode(new byte[0])).isInstanceOf(CannotCarry.class);
        assertThatThrownBy(() -> codec.decode(new byte[] {0, 0, 0, 0, 1})).isInstanceOf(CannotCarry.class);
    }

    private static byte byteOf(int version) {
        return (byte) (StateCodec.FIRST + version - 1);
    }

    @Test
    void aStateOfABuildBeforeTheFirstReleaseIsRefusedWithAWordOnWhatToDo() {
        StateCodec<AccountRow> codec = StateCodec.of(Bindings.ACCOUNT);
        byte[] bytes = codec.encode(AccountRow.of(Account.opened("T-1"), null));
        bytes[0] = 1;

        assertThatThrownBy(() -> codec.decode(bytes))
                .isInstanceOf(CannotCarry.class)
                .hasMessageStartingWith("AccountState: written by a build before the first release")
                .hasMessageContaining("'reset everything'");
    }

    @Test
    void aSchemaThatIsNoEarlierVersionIsAFaultOfTheProgramThatAPersonCanRead() {
        Schema stale = new Schema.Parser().parse("""
            {"namespace": "io.echeance.state", "type": "record", "name": "Admitted", "fields": [
              {"name": "orderId", "type": {"type": "int", "logicalType": "date"}},
              {"name": "factId", "type": "string"},
              {"name": "digest", "type": "bytes"}]}\
            """);
        Schema current = new Schema.Parser().parse("""
            {"namespace": "io.echeance.state", "type": "record", "name": "Admitted", "fields": [
              {"name": "orderId", "type": "string"},
              {"name": "factId", "type": "string"},
              {"name": "digest", "type": "bytes"}]}\
            """);

        assertThatThrownBy(() -> StateCodec.of(Binding.of(Admitted.class, current), List.of(stale)))
                .isInstanceOf(DoesNotFit.class)
                .hasMessageStartingWith("the files of this program do not belong together:"
                        + " earlier-states/Admitted/1.avsc is no earlier version of a state of this release")
                .hasMessageContaining("Admitted.orderId: written as")
                .hasMessageEndingWith("Install one release whole, or build it anew with ./mvnw clean package.");
    }

    @Test
    void itsSerdeLeavesNothingAsNothing() {
        try (Serde<AccountRow> serde = StateCodec.of(Bindings.ACCOUNT).serde()) {
            AccountRow account = AccountRow.of(Account.opened("T-1"), null);

            assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", account)))
                    .isEqualTo(account);
            assertThat(serde.serializer().serialize("t", null)).isNull();
            assertThat(serde.deserializer().deserialize("t", (byte[]) null)).isNull();
        }
    }

    /** Of any record that may be kept in a store. */
    @ParameterizedTest
    @MethodSource("bindings")
    void theSchemaOfAVersionNeverChanges(Binding<?> binding) {
        String name = binding.schema().getName();
        Path file = Approved.FOLDER
                .resolve("states")
                .resolve(name + "." + StateCodec.of(binding).version() + ".avsc");

        Approved.text(file, SchemaFormatter.format("json/pretty", binding.schema()) + "\n", HOW_TO_CHANGE);
    }
}
