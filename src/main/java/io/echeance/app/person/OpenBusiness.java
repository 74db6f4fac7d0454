package io.echeance.app.person;

import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.core.order.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be done before anything is erased.
 *
 * @param of an order, a payment, or a seller
 */
record OpenBusiness(String of, Matter matter, Money amount) {

    /** What is open about it. */
    enum Matter {
        NUMBER("un document attend son numéro", "a document waits for its number"),
        INVOICE("reste à facturer", "it is still to be invoiced"),
        UNPAID(" restent impayés", " are unpaid"),
        CREDIT(" sont à rembourser", " are to be paid back"),
        OWED_BACK(" ont été remboursés sans être dus", " were paid back without being owed"),
        WORK("en cours de traitement", "it is being worked on"),
        MONEY(" attendent d’être affectés à une commande", " wait for their order"),
        SELLER(
                "des commandes sont vendues sous ce nom, que portent tous leurs documents",
                "orders are sold under this name, and all their documents bear it");

        private final String french;
        private final String english;

        Matter(String french, String english) {
            this.french = french;
            this.english = english;
        }
    }

    OpenBusiness(String of, Matter matter) {
        this(of, matter, Money.ZERO);
    }

    String in(Language language) {
        String sum = amount.isZero() ? "" : language.money(amount);
        return of + language.in(" : ", ": ") + sum + language.in(matter.french, matter.english);
    }

    /** Null: nothing of it is. */
    static @Nullable OpenBusiness of(Statement statement) {
        String order = statement.orderId();
        if (!statement.heldBack().isEmpty()) {
            return new OpenBusiness(order, Matter.NUMBER);
        }
        OpenBusiness owed = of(order, statement.payers(), statement.status());
        return owed == null && statement.status() == Statement.Status.PLACED
                ? new OpenBusiness(order, Matter.INVOICE)
                : owed;
    }

    /** The same, of some of its payers. */
    static @Nullable OpenBusiness of(String order, List<Statement.Position> positions, Statement.Status status) {
        for (Statement.Position position : positions) {
            if (position.outstanding().isPositive() && status != Statement.Status.WRITTEN_OFF) {
                return new OpenBusiness(order, Matter.UNPAID, position.outstanding());
            }
            if (position.credit().isPositive()) {
                return new OpenBusiness(order, Matter.CREDIT, position.credit());
            }
            if (position.owedBack().isPositive()) {
                return new OpenBusiness(order, Matter.OWED_BACK, position.owedBack());
            }
        }
        return null;
    }
}
