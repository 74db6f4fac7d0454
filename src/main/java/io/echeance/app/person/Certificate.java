package io.echeance.app.person;

import io.echeance.core.invoice.Invoice;
import io.echeance.query.access.PersonsDesk.Extent;
import io.echeance.query.access.PersonsDesk.Kept;
import io.echeance.query.access.PersonsDesk.KeptKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an erasure says of itself: what went, what stays, why and until when. It names the person by the id only.
 *
 * @param isProved whether the topics, read from their beginning, no longer have what was erased
 * @param left where it still lies; empty: nowhere
 */
record Certificate(
        String id,
        Instant at,
        String by,
        boolean partyErased,
        int keysErased,
        boolean isProved,
        List<String> left,
        List<Kept> kept) {

    /** @param left where of what was deleted something still lies */
    static Certificate of(PersonFile file, Instant at, String by, List<String> left) {
        return new Certificate(
                file.id(), at, by, file.isErased(), file.sealing().size(), left.isEmpty(), left, kept(file));
    }

    /** The books of a year are kept ten years from its close; the year is taken to be the calendar's. */
    static List<Kept> kept(PersonFile file) {
        List<Kept> kept = new ArrayList<>();
        Set<Integer> years = new TreeSet<>();
        for (Invoice invoice : file.invoices()) {
            years.add(invoice.document().on().getYear());
        }
        for (int year : years) {
            int count = Math.toIntExact(file.invoices().stream()
                    .filter(invoice -> invoice.document().on().getYear() == year)
                    .count());
            kept.add(new Kept(
                    KeptKind.INVOICES,
                    count,
                    year,
                    count + " invoices and credit notes of " + year
                            + ", with name, address and e-mail as of issue: on invoices,"
                            + " in named-parties, in the files of documents, letters and mailings",
                    "accounting records: Code de commerce, L123-22; GDPR, art. 17(3)(b)",
                    LocalDate.of(year, 12, 31).plusYears(10).toString()));
        }
        if (!file.facts().isEmpty()) {
            kept.add(new Kept(
                    years.isEmpty() ? KeptKind.FACTS : KeptKind.FACTS_OF_INVOICES,
                    file.facts().size(),
                    file.orders().size(),
                    file.facts().size() + " facts of " + file.orders().size()
                            + " orders under their ids, without words; descriptions of lines as on the invoices",
                    "what the invoices rest on: Code de commerce, L123-22",
                    years.isEmpty() ? "3 years after the last fact" : "as the invoices"));
        }
        kept.add(new Kept(
                KeptKind.SENT,
                0,
                0,
                "what was sent to us on orders, payments, collection-actions and customer-actions, and what was"
                        + " rejected",
                "until it is worked off, and what is wrong in it mended",
                "90 days after it came: at the next 'retention run --execute', what was rejected by the brokers"));
        kept.add(new Kept(
                KeptKind.COPIES,
                0,
                0,
                "what an instance has deleted from its own copy of the register and not yet left behind",
                "RocksDB writes its files anew in time",
                "a week"));
        kept.add(new Kept(
                KeptKind.DISKS,
                0,
                0,
                "blocks of the brokers' disks that are free, and backups that are not ours",
                "outside of what this program reaches",
                "as the operator says"));
        return kept;
    }

    /** Of a person whom nobody has erased yet: what it would take. */
    static Extent extent(PersonFile file) {
        return new Extent(file.isErased(), file.sealing().size(), kept(file));
    }

    Extent extent() {
        return new Extent(partyErased, keysErased, kept);
    }

    String state() {
        return isProved ? "ERASED" : "PENDING";
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Erasure of " + id + ": " + state());
        lines.add("at " + at + ", by " + by);
        lines.add("");
        lines.add("What went");
        lines.add("  name, address, e-mail and account: " + (partyErased ? "erased" : "none was there"));
        lines.add("  keys of what was typed and what banks passed on: " + keysErased + " destroyed, what they sealed is"
                + " unreadable for ever");
        lines.add("");
        lines.add("What stays");
        for (Kept one : kept) {
            lines.add("  " + one.what());
            lines.add("    why: " + one.why());
            lines.add("    until: " + one.until());
        }
        lines.add("");
        if (isProved) {
            lines.add("Proved by reading parties, person-keys and the register's changelogs from their beginning:"
                    + " nothing of what went is there.");
        } else {
            lines.add("Not proved yet: what was deleted lies there until the brokers have cleaned it, a day or two. Ask"
                    + " again with the same command.");
            left.forEach(where -> lines.add("  still in " + where));
        }
        return lines;
    }
}
