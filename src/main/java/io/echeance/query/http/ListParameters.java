package io.echeance.query.http;

import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.Statement.Status;
import io.echeance.query.OrderList;
import io.echeance.query.OrderList.Hold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which list an address with its parameters means. */
final class ListParameters {

    static final List<String> NAMES = List.of(
            "late",
            "due",
            "at-step",
            "next-step",
            "deadlines",
            "funded",
            "promised",
            "refunds-due",
            "owed-back",
            "held",
            "orders",
            "of-customer",
            "suspense",
            "set-aside",
            "second-person");

    private ListParameters() {}

    /** Empty: there is no such list. */
    static Optional<OrderList> of(String name, Asked asked) {
        return Optional.ofNullable(
                switch (name) {
                    case "late" -> {
                        only(asked, "fromDays", "toDays");
                        yield new OrderList.Late(
                                seller(asked),
                                asked.days("fromDays").orElse(1),
                                asked.days("toDays").orElse(null));
                    }
                    case "due" -> {
                        only(asked, "from", "until");
                        yield new OrderList.Due(seller(asked), asked.date("from"), asked.date("until"));
                    }
                    case "at-step" -> {
                        only(asked, "step");
                        yield new OrderList.AtStep(seller(asked), asked.required("step"));
                    }
                    case "next-step" -> {
                        only(asked, "step", "from", "until");
                        yield new OrderList.NextStep(
                                seller(asked), asked.required("step"), asked.date("from"), asked.date("until"));
                    }
                    case "deadlines" -> {
                        only(asked, "what", "from", "until");
                        yield new OrderList.Deadlines(
                                seller(asked),
                                asked.text("what")
                                        .map(what -> one(DeadlineKind.class, "what", what))
                                        .orElse(null),
                                asked.date("from"),
                                asked.date("until"));
                    }
                    case "funded" -> {
                        only(asked, "state");
                        yield new OrderList.Funded(seller(asked), asked.required("state"));
                    }
                    case "promised" -> {
                        only(asked, "from", "until");
                        yield new OrderList.Promised(seller(asked), asked.date("from"), asked.date("until"));
                    }
                    case "refunds-due" -> {
                        only(asked, "from", "until");
                        yield new OrderList.RefundsDue(seller(asked), asked.date("from"), asked.date("until"));
                    }
                    case "owed-back" -> {
                        only(asked);
                        yield new OrderList.OwedBack(seller(asked));
                    }
                    case "held" -> {
                        only(asked, "what");
                        String what = asked.text("what").orElse(Hold.DUNNING.name());
                        yield new OrderList.Held(seller(asked), one(Hold.class, "what", what));
                    }
                    case "orders" -> {
                        only(asked, "status");
                        yield new OrderList.Orders(
                                seller(asked),
                                asked.text("status")
                                        .map(status -> one(Status.class, "status", status))
                                        .orElse(null));
                    }
                    case "of-customer" -> {
                        only(asked, "customer");
                        yield new OrderList.OfCustomer(seller(asked), asked.required("customer"));
                    }
                    default -> null;
                });
    }

    @SuppressWarnings("NullAway") // Null means any, wherever a seller may be named.
    private static String seller(Asked asked) {
        return asked.text("seller").orElse(null);
    }

    private static void only(Asked asked, String... own) {
        List<String> names = new ArrayList<>(Arrays.asList(own));
        names.addAll(List.of("seller", "after", "limit", ScatterGather.PARTIAL));
        asked.only(names.toArray(String[]::new));
    }

    private static <E extends Enum<E>> E one(Class<E> type, String name, String value) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw Problem.malformed(name + " is one of " + Arrays.toString(type.getEnumConstants()));
    }
}
