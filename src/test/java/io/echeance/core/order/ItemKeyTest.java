package io.echeance.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.echeance.core.terms.VatRate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("the key of an item")
class ItemKeyTest {

    private static final DocumentId INVOICE = new DocumentId("T-1/ACME/INVOICE/1");
    private static final DocumentId OF_ODD_ORDER = new DocumentId("Cours #1/ACME/INVOICE/1");

    static Stream<Map.Entry<String, ItemKey>> keys() {
        return Stream.of(
                Map.entry("share/ACME", new ItemKey.ShareOf("ACME", VatRate.STANDARD)),
                Map.entry("share/ACME/REDUCED", new ItemKey.ShareOf("ACME", VatRate.REDUCED)),
                Map.entry("share/REDUCED", new ItemKey.ShareOf("REDUCED", VatRate.STANDARD)), // a payer of that name
                Map.entry("travel", new ItemKey.Travel(VatRate.STANDARD)),
                Map.entry("travel/INTERMEDIATE", new ItemKey.Travel(VatRate.INTERMEDIATE)),
                Map.entry("application-fee", new ItemKey.ApplicationFee(VatRate.STANDARD)),
                Map.entry("subrogation-fee", new ItemKey.FileFee()),
                Map.entry("deposit", new ItemKey.DepositAt(VatRate.STANDARD)),
                Map.entry("deposit/SUPER_REDUCED", new ItemKey.DepositAt(VatRate.SUPER_REDUCED)),
                Map.entry("cancellation", new ItemKey.CancellationFee()),
                Map.entry("recovery-fee/T-1/ACME/INVOICE/1", new ItemKey.RecoveryFeeOf(INVOICE)),
                Map.entry("recovery-fee/Cours #1/ACME/INVOICE/1", new ItemKey.RecoveryFeeOf(OF_ODD_ORDER)),
                Map.entry("recovery-fee/T-1/ACME/INVOICE/1#2", new ItemKey.RecoveryFeeOfEach(INVOICE.receivable(2))),
                Map.entry("interest/Cours #1/ACME/INVOICE/1#12", new ItemKey.InterestOn(OF_ODD_ORDER.receivable(12))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keys")
    void standsAsOneTextAndIsReadFromIt(Map.Entry<String, ItemKey> key) {
        assertThat(key.getValue()).hasToString(key.getKey());
        assertThat(ItemKey.parse(key.getKey())).isEqualTo(key.getValue());
    }

    @Test
    void everyKindIsAmongThese() {
        assertThat(keys().<Class<?>>map(key -> key.getValue().getClass()).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds(ItemKey.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(ItemKeyTest::kinds) : Stream.of(type);
    }

    @ParameterizedTest(name = "\"{0}\" is none")
    @ValueSource(strings = {"", "gift", "interest/T-1/ACME/INVOICE/1", "travel/FREE", "share/ACME/FREE"})
    void isRefusedWhereItMeansNothing(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ItemKey.parse(text));
    }

    @Test
    void theTenthReceivableComesAfterTheSecond() {
        assertThat(INVOICE.receivable(10)).isGreaterThan(INVOICE.receivable(2));
        assertThat(new DocumentId("T-1/ACME/INVOICE/2").receivable(1)).isGreaterThan(INVOICE.receivable(10));
    }

    @Test
    void theIdOfADocumentSaysItsKind() {
        assertThat(INVOICE.isOf(Document.Kind.INVOICE)).isTrue();
        assertThat(INVOICE.isOf(Document.Kind.CLOSING)).isFalse();
        assertThat(new DocumentId("T-1").isOf(Document.Kind.INVOICE)).isFalse();
    }
}
