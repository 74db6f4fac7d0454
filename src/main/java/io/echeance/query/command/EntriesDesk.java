package io.echeance.query.command;

import io.echeance.query.instance.TemporarilyUnavailable;
import java.time.YearMonth;

/** Writes the entries of a month as {@code ledger fec} writes a year's; parties are named by their ids. */
public interface EntriesDesk {

    /** @throws TemporarilyUnavailable if the books cannot be read right now */
    byte[] entries(String seller, YearMonth month) throws TemporarilyUnavailable;
}
