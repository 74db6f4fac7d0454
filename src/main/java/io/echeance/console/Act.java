package io.echeance.console;

import io.echeance.query.command.Command;
import io.echeance.query.http.Right;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people do about an order: each a command with a form of one pattern. */
public enum Act {
    PROMISE(Command.PROMISE, true, "payerId", "amount", "until"),
    HOLD(Command.HOLD, true, "payerId", "reason", "until"),
    RELEASE(Command.RELEASE, true, "holdId", "reason"),
    CONTACT(Command.CONTACT, false, "payerId", "channel", "note"),
    RESUBMIT(Command.RESUBMIT, false, "until"),
    ASSIGN(Command.ASSIGN, false, "to"),
    WAIVER(Command.WAIVER, true, "receivable", "reason"),
    NOTICE_SERVED(Command.NOTICE_SERVED, true, "noticeId", "on", "channel", "tracking"),
    WRITE_OFF(Command.WRITE_OFF, true, "reason");

    private final Command command;
    private final boolean moves;
    private final List<String> fields;

    Act(Command command, boolean moves, String... fields) {
        this.command = command;
        this.moves = moves;
        this.fields = List.of(fields);
    }

    static Optional<Act> of(String slug) {
        return Arrays.stream(values()).filter(act -> act.slug().equals(slug)).findFirst();
    }

    /** As it stands in addresses and in keys of words. */
    public String slug() {
        return command.slug();
    }

    Command command() {
        return command;
    }

    /** Whether it moves an amount or a step, so that its form shows what will change. */
    public boolean moves() {
        return moves;
    }

    Right right() {
        return Right.of(command);
    }

    /** Of its form, in their order. */
    List<String> fields() {
        return fields;
    }
}
