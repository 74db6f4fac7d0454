package io.echeance.query.http;

import io.echeance.query.command.BankDesk;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Takes a file that begins as one, and refuses any other; nothing is behind it. */
final class BookedFiles implements BankDesk {

    @Override
    public Outcome take(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).startsWith("<Document")
                ? new Outcome.Accepted(
                        List.of(new BookedStatement("file", "S-1", "FIRST", 1, 0, 0, "1 payment")),
                        List.of(),
                        List.of())
                : new Outcome.NotAccepted("UNKNOWN_FORMAT", "file: refused, UNKNOWN_FORMAT, line 1: none of the four");
    }
}
