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
}
