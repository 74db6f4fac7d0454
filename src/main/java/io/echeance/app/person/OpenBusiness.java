package io.echeance.app.person;

import io.echeance.core.order.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an order is still to be done; null: nothing. */
final class OpenBusiness {

    private OpenBusiness() {}

    static @Nullable String in(Statement statement) {
        if (!statement.heldBack().isEmpty()) {
            return "a document waits for its number";
        }
        String why = in(statement.payers(), statement.status());
        if (why != null) {
            return why;
        }
        return statement.status() == Statement.Status.PLACED ? "it is still to be invoiced" : null;
    }

    static @Nullable String in(List<Statement.Position> positions, Statement.Status status) {
        for (Statement.Position position : positions) {
            if (position.outstanding().isPositive() && status != Statement.Status.WRITTEN_OFF) {
                return position.outstanding() + " EUR are unpaid";
            }
            if (position.credit().isPositive()) {
                return position.credit() + " EUR are to be paid back";
            }
            if (position.owedBack().isPositive()) {
                return position.owedBack() + " EUR were paid back without being owed";
            }
        }
        return null;
    }
}
