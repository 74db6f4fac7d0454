package io.echeance.app.filing;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.filing.Bounces.Bounce;
import io.echeance.app.filing.Courier.Delivery;
import io.echeance.app.filing.Courier.Envelope;
import io.echeance.app.filing.DocumentFolder.Outcome;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.MailingChannel;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.MailingSent;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.order.CustomerAlert.SetOffProposed;
import io.echeance.document.Dispatch;
import io.echeance.document.MailText;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.store.Calendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what payers are sent, each mailing as one file, and has it taken to them where it goes by e-mail.
 *
 * <p>First the file, then the e-mail, then a note beside the file, then the fact that it has left. A process that is
 * killed in between finds the file and goes on from there: the file is never written otherwise, the e-mail has the same
 * Message-ID, the fact the same id. Facts are forgotten after 90 days, notes never. Where neither speaks of a mailing
 * that was said long ago, as in a new folder, a person says whether it may go.
 */
public final class MailingFiling {

    /** Well before the facts are forgotten that say what has left. */
    private static final int KNOWN_DAYS = 60;

    /** What became of a mailing. */
    public enum Fate {
        WRITTEN,
        EMAILED,
        /** It had left before. */
        GONE_BEFORE,
        /** All that it asked for was settled in between. */
        NOTHING_LEFT,
        /** A formal notice faces money of the payer's: a person confirms it. */
        WAITS,
        /** The e-mail's server took it not, it is tried again. */
        LATER,
        PROBLEM,
        /** The year's files have gone for ever, and with them how it left. */
        ENDED
    }

    private final DocumentFolder folder;
    private final KnownForMailings known = new KnownForMailings();
    private final Sending sending;
    private final AddressMarks marks;
    private final Consumer<CustomerFact> tell;
    private final Map<Fate, Integer> count = new EnumMap<>(Fate.class);
    private final List<String> remarks = new ArrayList<>();

    /**
     * @param confirmed those that a person lets go though money of the payer's faces them
     * @param courier null: all go by letter
     * @param master under which addresses that failed are known; null: words are not sealed
     */
    public record Sending(
            LocalDate today,
            String by,
            Set<String> confirmed,
            @Nullable Courier courier,
            @Nullable MasterKey master) {}

    /** @param tell takes the facts of what has left, or came back */
    public MailingFiling(DocumentFolder folder, Sending sending, Consumer<CustomerFact> tell) {
        this.folder = folder;
        this.sending = sending;
        this.marks = new AddressMarks(sending.master());
        this.tell = tell;
    }

    /** All that is to leave by now. */
    public void catchUp(Cluster cluster, List<Bounce> bounces) {
        known.read(cluster);
        bounces.forEach(this::cameBack);
        work();
    }

    void hear(Object said) {
        known.hear(said);
    }

    void hear(Object said, Instant at) {
        known.hear(said, at);
    }

    void work() {
        for (Mailing mailing : known.mailings()) {
            count.merge(known.isSent(mailing.mailingId()) ? Fate.GONE_BEFORE : leave(mailing), 1, Integer::sum);
        }
    }

    private Fate leave(Mailing whole) {
        if (folder.isEnded(whole.seller(), whole.on().getYear())) {
            return Fate.ENDED;
        }
        FileName name = FileName.ofMailing(whole.on(), whole.payer());
        Path file = folder.letter(whole.seller(), whole.on().getYear(), name);
        Optional<String> noted = folder.left(whole.seller(), whole.on().getYear(), name);
        if (noted.isPresent()) {
            tell.accept(sent(whole, HowItLeft.read(noted.get())));
            return Fate.GONE_BEFORE;
        }
        if (known.isRestricted(whole, sending.today()) && !sending.confirmed().contains(whole.mailingId())) {
            remarks.add(whole.mailingId() + " waits: the use of the payer's data is restricted. To claim what is owed"
                    + " stays lawful (GDPR, art. 18-2); a person lets it go with --confirm " + whole.mailingId());
            return Fate.WAITS;
        }
        if (!Files.exists(file) && isForgotten(whole) && !sending.confirmed().contains(whole.mailingId())) {
            remarks.add(whole.mailingId() + " waits: it is more than " + KNOWN_DAYS + " days old, and whether it has"
                    + " left is not known here. Let it go with --confirm " + whole.mailingId());
            return Fate.WAITS;
        }
        Optional<Mailing> left = known.leaving(whole);
        boolean isPosted = Files.exists(file) && address(whole) == null;
        if (left.isEmpty() && !isPosted) {
            return Fate.NOTHING_LEFT; // Also an e-mail that no server took before all was settled.
        }
        Mailing mailing = Files.exists(file) ? whole : left.get();
        List<SetOffProposed> setOffs = mailing.setOffs();
        if (!setOffs.isEmpty() && !sending.confirmed().contains(mailing.mailingId())) {
            remarks.add(mailing.mailingId() + " waits: " + setOffs.getFirst().credit()
                    + " of the payer's lies unused on other orders ("
                    + setOffs.getFirst().basis().getFirst()
                    + "). Set it off, or let the notice go with --confirm " + mailing.mailingId());
            return Fate.WAITS;
        }
        Outcome outcome = folder.keep(
                mailing.seller(),
                mailing.on().getYear(),
                name,
                () -> known.dispatch(mailing).pdf());
        if (outcome == Outcome.PROBLEM) {
            return Fate.PROBLEM;
        }
        String email = address(mailing);
        Courier courier = sending.courier();
        return courier != null && email != null ? emailed(mailing, email, file, courier) : written(mailing);
    }

    /** Where an e-mail goes; null: it goes by letter, and once its file is there, whoever posts it may have it. */
    private @Nullable String address(Mailing mailing) {
        String email = known.email(mailing);
        return sending.courier() != null
                        && email != null
                        && mailing.notices().isEmpty()
                        && marks.allOf(email).stream().noneMatch(known::isUnusable)
                ? email
                : null;
    }

    private boolean isForgotten(Mailing mailing) {
        return known.isOlder(
                mailing.mailingId(),
                sending.today()
                        .minusDays(KNOWN_DAYS)
                        .atStartOfDay(Calendar.ZONE)
                        .toInstant());
    }

    private Fate written(Mailing mailing) {
        leaves(mailing, new HowItLeft(sending.today(), MailingChannel.LETTER, null));
        return Fate.WRITTEN;
    }

    private void leaves(Mailing mailing, HowItLeft how) {
        folder.noteLeft(
                mailing.seller(),
                mailing.on().getYear(),
                FileName.ofMailing(mailing.on(), mailing.payer()),
                how.text());
        tell.accept(sent(mailing, how));
    }

    private Fate emailed(Mailing mailing, String email, Path file, Courier courier) {
        Dispatch dispatch = known.dispatch(mailing);
        MailText text = dispatch.text();
        String from = dispatch.creditor().email();
        String messageId = "<" + AddressMarks.digest(mailing.mailingId()) + "@"
                + (from == null ? "echeance.invalid" : from.replaceFirst(".*@", "")) + ">";
        Envelope envelope = new Envelope(
                messageId,
                from,
                email,
                text.language().code(),
                text.subject(),
                text.text(),
                text.html(),
                String.valueOf(file.getFileName()),
                bytes(file));
        return switch (courier.send(envelope)) {
            case Delivery.Taken taken -> {
                leaves(mailing, new HowItLeft(sending.today(), MailingChannel.EMAIL, messageId));
                yield Fate.EMAILED;
            }
            case Delivery.Refused(String reason) -> {
                tell.accept(failed(mailing, email, reason));
                remarks.add(mailing.mailingId() + ": the address was refused, it goes by letter: " + reason);
                yield written(mailing);
            }
            case Delivery.Later(String reason) -> {
                remarks.add(mailing.mailingId() + " is tried again by the next call: " + reason);
                yield Fate.LATER;
            }
        };
    }

    /** An e-mail that was taken came back. */
    void cameBack(Bounce bounce) {
        MailingSent sent = known.sentAs(bounce.messageId());
        if (sent != null) {
            String address = marks.of(bounce.address());
            MailingFailed failed = new MailingFailed(
                    "failed-" + AddressMarks.digest(sent.mailingId() + " " + address),
                    sent.seller(),
                    sent.customer(),
                    sending.today(),
                    sent.mailingId(),
                    MailingChannel.EMAIL,
                    address,
                    bounce.reason(),
                    sending.by());
            known.hear(failed);
            tell.accept(failed);
            remarks.add(sent.mailingId() + " came back: " + bounce.reason());
        }
    }

    private MailingSent sent(Mailing mailing, HowItLeft how) {
        return new MailingSent(
                "sent-" + AddressMarks.digest(mailing.mailingId()),
                mailing.seller(),
                mailing.payer(),
                how.on(),
                mailing.mailingId(),
                how.channel(),
                how.messageId(),
                sending.by());
    }

    private MailingFailed failed(Mailing mailing, String email, String reason) {
        String address = marks.of(email);
        return new MailingFailed(
                "failed-" + AddressMarks.digest(mailing.mailingId() + " " + address),
                mailing.seller(),
                mailing.payer(),
                sending.today(),
                mailing.mailingId(),
                MailingChannel.EMAIL,
                address,
                reason,
                sending.by());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int count(Fate fate) {
        return count.getOrDefault(fate, 0);
    }

    /** A line for each mailing that somebody has to look at. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }
}
