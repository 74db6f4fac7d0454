package io.echeance.query.http;

import io.echeance.query.command.Command;

/** One thing that somebody may do over HTTP. */
public enum Right {
    /** See orders, lists and customers, under their ids. */
    ASK,
    /** See persons' names, and the words that people typed or banks passed on. */
    NAMES,
    /** Tell what people did or were promised about an order. */
    ACT,
    /** Take in what banks say, and place payments. */
    CASH,
    /** Close a month of the books. */
    BOOKS,
    /** Decide about a person, and give money up. */
    DECIDE,
    /** Answer a person who asks what is kept, or to be erased. */
    PERSONS,
    /** See what instances measure of themselves. */
    MEASURES;

    /** What a command about an order takes. */
    public static Right of(Command command) {
        return switch (command) {
            case WRITE_OFF -> DECIDE;
            case HOLD, RELEASE, PROMISE, WAIVER, NOTICE_SERVED, ALLOCATION, CONTACT, RESUBMIT, ASSIGN -> ACT;
        };
    }
}
