package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of persons' rights, for who reads French,")
class RefusedInFrenchTest {

    private static final String EVA = RightsForms.EVA;

    private ConsoleAtWork work;
    private RightsForms forms;

    @BeforeEach
    void open() {
        work = Morning.open();
        forms = new RightsForms(work);
    }

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    @DisplayName("say why it is not taken in the visitor's language, with what was not known and with what was before")
    void refusedInFrench() {
        forms.ask("ACCESS", "called back");
        work.get("/console/language/fr?back=/console");
        Read again = forms.ask("ACCESS", "by letter");
        Read late = forms.answer("right-access-2026-02-10", "EXTENDED", "");
        Read sealed = work.get("/console/persons/SEALED/export");

        assertThat(again.page().select("[role=alert]").text()).contains("cela a déjà été demandé ce jour-là");
        assertThat(late.page().select("[role=alert]").text()).contains("celui d’une réponse prolongée");
        assertThat(sealed.status()).isEqualTo(422);
        assertThat(sealed.page().select("main").text()).contains("scellés");
        assertThat(List.of(again, late, sealed))
                .allSatisfy(
                        read -> assertThat(read.page().select("main [lang=en]")).isEmpty());
    }

    @Test
    @DisplayName("refuse a seller whom nobody knows")
    void aSellerWhomNobodyKnows() {
        work.get("/console/language/fr?back=/console");
        Read read = work.post(
                EVA + "/ask",
                "form",
                forms.token(EVA + "/ask"),
                "right",
                "ACCESS",
                "seller",
                "technologic",
                "on",
                "2026-02-10",
                "identity",
                "called back");

        assertThat(read.status()).isEqualTo(422);
        assertThat(read.page().select("[role=alert]").text()).contains("le vendeur technologic n’est pas connu");
        assertThat(read.page().select("#identity").val()).isEqualTo("called back");
        assertThat(work.book.decisions()).isEmpty();
    }

    @Test
    @DisplayName("are not alone: what is done about an order is refused in French too")
    void whatIsDoneAboutAnOrder() {
        work.get("/console/language/fr?back=/console");
        String page = "/console/orders/" + work.book.placedOrder() + "/do/hold";
        Read read = work.post(
                page,
                "form",
                forms.token(page),
                "key",
                work.get(page).page().select("[name=key]").val(),
                "reason",
                "DISPUTE",
                "until",
                "1999-01-01");

        assertThat(read.status()).isEqualTo(422);
        assertThat(read.page().select("[role=alert]").text()).contains("la suspension finit avant de commencer");
        assertThat(read.page().select("main [role=alert] [lang=en]")).isEmpty();
    }

    @Test
    @DisplayName("and fields are named as their labels have them, and amounts proposed with a comma")
    void fieldsAreNamed() {
        work.get("/console/language/fr?back=/console");
        String page = "/console/orders/T-2515/do/promise";
        String form = forms.token(page);
        Read missing = work.post(page, "form", form, "key", "k-1", "until", "2026-03-20");
        Read odd = work.post(page, "form", form, "key", "k-2", "until", "2026-03-20", "amount", "abc");

        assertThat(missing.page().select("[role=alert]").text()).contains("« Combien » manque");
        assertThat(odd.page().select("[role=alert]").text())
                .contains("« Combien » : ")
                .doesNotContain("amount");
        String proposed = work.get(page).page().select("#field-amount").val();
        assertThat(proposed).matches("\\d+,\\d\\d");
        Read looked =
                work.post(page, "form", form, "key", "k-3", "step", "look", "until", "2026-03-20", "amount", proposed);
        assertThat(looked.page().select("[role=alert]")).isEmpty();
        assertThat(looked.page().select("#field-amount").val()).isEqualTo(proposed);
    }

    @Test
    @DisplayName("and what is too long is named, with how long it may be")
    void whatIsTooLongIsNamed() {
        work.get("/console/language/fr?back=/console");
        String page = "/console/orders/T-2515/do/contact";
        Read read =
                work.post(page, "form", forms.token(page), "key", "k-1", "channel", "PHONE", "note", "x".repeat(1_001));

        assertThat(read.status()).isEqualTo(422);
        assertThat(read.page().select("[role=alert]").text())
                .contains("« Ce qui fut dit » a 1001 caractères, un texte en a 1000 au plus");
    }
}
