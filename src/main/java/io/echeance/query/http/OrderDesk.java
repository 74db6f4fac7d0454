package io.echeance.query.http;

import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.Keepers;
import io.echeance.query.instance.Keepers.Address;
import io.echeance.query.instance.Moving;
import io.echeance.query.order.Held;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is asked about one order, wherever its account is: here, or by one hop to the instance that decides
 * about it, or, if that one cannot be reached, from a copy, which the answer says.
 */
final class OrderDesk {

    /** How many records the copy that answered is behind. */
    static final String COPY_HEADER = "Echeance-Copy-Records-Behind";

    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final int SERVER_TROUBLE = 500;

    private final Holdings holdings;
    private final Hop hop;

    OrderDesk(Holdings holdings, Hop hop) {
        this.holdings = holdings;
        this.hop = hop;
    }

    /**
     * @param body of the request, as it came; null: it has none
     * @param question asked of the account, on the instance that has it
     */
    Reply ask(Context request, String orderId, byte @Nullable [] body, Function<Held, Reply> question) {
        String mark = Hop.markOf(request).orElse("");
        try {
            Keepers keepers = holdings.keepersOf(orderId);
            if (mark.equals(Hop.COPY)) {
                return ofCopy(keepers, orderId, question);
            }
            try {
                Optional<Reply> active = keepers.isActiveHere()
                        ? Optional.of(question.apply(active(keepers, orderId)))
                        : ofActive(keepers.active(), new Question(request, body), mark);
                if (active.isPresent()) {
                    return active.get();
                }
            } catch (Moving moving) {
                if (!mark.isEmpty()) {
                    throw moving;
                }
            }
            return ofAnyCopy(keepers, request, orderId, body, question);
        } catch (Moving moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        }
    }

    /** As {@link #ask}, but only the instance that decides about the order will do. */
    Reply tell(Context request, String orderId, byte[] body, Duration patience, Function<Held, Reply> command) {
        try {
            Keepers keepers = holdings.keepersOf(orderId);
            if (keepers.isActiveHere()) {
                return command.apply(active(keepers, orderId));
            }
            if (Hop.markOf(request).isPresent()) {
                throw new Moving("this instance does not decide about the order");
            }
            return hop.ask(keepers.active(), new Question(request, body), Hop.ACTIVE, patience)
                    .orElseThrow(() -> new Moving("the instance that decides about the order gives no answer"));
        } catch (Moving moving) {
            throw new Problem(Kind.MOVING, moving.sentence());
        }
    }

    /** What the deciding instance holds; for looking again while a command is worked off. */
    Optional<Held> held(String orderId) throws Moving {
        return holdings.active(orderId, holdings.keepersOf(orderId).partition());
    }

    private Held active(Keepers keepers, String orderId) throws Moving {
        return holdings.active(orderId, keepers.partition())
                .orElseThrow(() -> new Problem(Kind.UNKNOWN_ORDER, "nothing was ever told about it"));
    }

    /** Empty: it gives no answer that is worth passing on. */
    private Optional<Reply> ofActive(Address instance, Question passedOn, String mark) throws Moving {
        if (!mark.isEmpty()) {
            throw new Moving("this instance does not decide about the order");
        }
        return hop.ask(instance, passedOn, Hop.ACTIVE, PATIENCE).filter(reply -> reply.status() < SERVER_TROUBLE);
    }

    private Reply ofAnyCopy(
            Keepers keepers, Context request, String orderId, byte @Nullable [] body, Function<Held, Reply> question)
            throws Moving {
        Moving trouble = new Moving("the instance that decides about the order gives no answer");
        if (keepers.isCopyHere() || keepers.isActiveHere()) {
            try {
                return ofCopy(keepers, orderId, question);
            } catch (Moving moving) {
                trouble = moving;
            }
        }
        Question passedOn = new Question(request, body);
        for (Address copy : keepers.copies()) {
            if (!copy.equals(keepers.self())) {
                Optional<Reply> reply = hop.ask(copy, passedOn, Hop.COPY, PATIENCE)
                        .filter(answered -> answered.status() < SERVER_TROUBLE);
                if (reply.isPresent()) {
                    return reply.get();
                }
            }
        }
        throw trouble;
    }

    private Reply ofCopy(Keepers keepers, String orderId, Function<Held, Reply> question) throws Moving {
        Held held = holdings.copy(orderId, keepers.partition());
        return question.apply(held).with(COPY_HEADER, String.valueOf(held.lag()));
    }
}
