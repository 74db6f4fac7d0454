package io.echeance.core.vat;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.VatPart;
import io.echeance.core.order.ItemKey;
import io.echeance.core.terms.VatCategory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VatTest {

    @ParameterizedTest(name = "{0} of category {1}: VAT {2}")
    @CsvSource({"100.00, S, 20.00", "0.02, S, 0.00", "0.03, S, 0.01", "100.00, E, 0.00", "40.00, O, 0.00"})
    void isTwentyPerCentOrNone(String net, VatCategory category, String vat) {
        assertThat(Vat.on(Money.of(net), taxation(category))).isEqualTo(Money.of(vat));
    }

    @ParameterizedTest(name = "{0} gross of category {1} is {2} net")
    @CsvSource({"120.00, S, 100.00", "500.00, S, 416.67", "0.01, S, 0.01", "500.00, E, 500.00"})
    void isTakenOutOfAGrossAmount(String gross, VatCategory category, String net) {
        assertThat(Vat.netOf(Money.of(gross), taxation(category))).isEqualTo(Money.of(net));
    }

    @Test
    void isRoundedOncePerCategoryNotPerLine() {
        List<Item> lines = new ArrayList<>();
        for (String key : List.of("share/A", "share/B", "share/C")) {
            lines.add(item(key, "0.02", VatCategory.S));
        }
        lines.add(item("share/D", "100.00", VatCategory.E));

        assertThat(Vat.of(lines))
                .extracting(VatPart::vat)
                .containsExactly(Money.of("0.01"), Money.ZERO); // 20 % of 0.06, where three lines would give nothing
    }

    private static Item item(String key, String net, VatCategory category) {
        return new Item(ItemKey.parse(key), Money.of(net), category, category.rate(), List.of());
    }

    private static Taxation taxation(VatCategory category) {
        return new Taxation(category, category.rate());
    }
}
