package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.filing.Bounces;
import io.echeance.app.filing.Bounces.Bounce;
import io.echeance.app.filing.Courier;
import io.echeance.app.filing.DocumentFolder;
import io.echeance.app.filing.MailingFiling;
import io.echeance.app.filing.MailingFiling.Fate;
import io.echeance.app.filing.MailingFiling.Sending;
import io.echeance.app.filing.Preview;
import io.echeance.app.filing.PreviewCourier;
import io.echeance.app.filing.SmtpCourier;
import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.order.Sentence;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import jakarta.mail.MessagingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mailings}: what payers are sent, one file a payer and day. */
@Command(
        name = "mailings",
        mixinStandardHelpOptions = true,
        description =
                "Writes what payers are sent, all of a payer and day as one PDF, as FOLDER/seller/year/day-payer.pdf,"
                        + " and says on customer-actions that it has left. What was settled in between is left out; a"
                        + " formal notice that faces money of the payer's waits until it is confirmed.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class Mailings implements Runnable {

    /**
     * One run at a time sends. What a run that was killed left open is ended by the next one, before that reads what
     * has left: else nobody could read for a minute what was said behind it, and it would leave again.
     */
    private static final String WRITER = "echeance-mailings";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "Where they go; made if need be, and closed to all but its owner.")
    private Path to;

    @Option(
            names = "--confirm",
            paramLabel = "MAILING",
            description = "Let it go though money of the payer's faces its notice: seller/payer/day. May be repeated.")
    private List<String> confirmed = new ArrayList<>();

    @Option(
            names = "--by",
            paramLabel = "NAME",
            defaultValue = "mailings",
            converter = OptionConverters.Name.class,
            description = "Who sends them, for the facts that say so.")
    private String by;

    @Option(
            names = "--send",
            description = "E-mail those whose payer has an address and that hold no formal notice, by mail.host; what"
                    + " came back is read first, where mail.bounces says.")
    private boolean send;

    @Option(
            names = "--dry-run",
            description = "Nothing leaves: PDF files and e-mails (.eml) go to FOLDER/preview, to be looked at.")
    private boolean dryRun;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Override
    public void run() {
        Settings settings = config.settings();
        if (send && !dryRun && !settings.has(Setting.MAIL_HOST)) {
            throw new WrongCall("--send: mail.host is not set; with --dry-run the e-mails become files to look at.");
        }
        try (DocumentFolder documents = dryRun ? Preview.open(to) : DocumentFolder.open(to);
                Cluster cluster = Cluster.reach(settings);
                Publisher publisher = dryRun ? null : Publisher.only(cluster, WRITER)) {
            Sending sending = new Sending(
                    LocalDate.now(Calendar.ZONE),
                    by,
                    new HashSet<>(confirmed),
                    courier(settings, documents.root()),
                    cluster.masterKey());
            MailingFiling filing = new MailingFiling(documents, sending, fact -> {
                if (publisher != null) {
                    String key = fact.seller() + "/" + fact.customer();
                    publisher.publish(List.of(new Entry(Topic.CUSTOMER_ACTIONS, key, fact)));
                }
            });
            filing.catchUp(cluster, bounces(settings));
            print(filing);
        }
    }

    private @Nullable Courier courier(Settings settings, Path folder) {
        if (!send) {
            return null;
        }
        return dryRun
                ? new PreviewCourier(folder, settings.has(Setting.MAIL_FROM) ? settings.text(Setting.MAIL_FROM) : null)
                : SmtpCourier.of(settings, settings.text(Setting.MAIL_HOST), Mailings::pause);
    }

    private static void pause(Duration time) {
        try {
            if (new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts it down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkFailed("it was stopped; what has left has left, the rest leaves with the next call.");
        }
    }

    private List<Bounce> bounces(Settings settings) {
        if (!send || dryRun || !settings.has(Setting.MAIL_BOUNCES)) {
            return List.of();
        }
        try {
            return Bounces.read(settings.text(Setting.MAIL_BOUNCES));
        } catch (MessagingException e) {
            throw new WorkFailed("the mailbox of mail.bounces cannot be read: " + e.getMessage(), e);
        }
    }

    private void print(MailingFiling filing) {
        PrintWriter out = spec.commandLine().getOut();
        filing.remarks().forEach(out::println);
        out.printf(
                "%d mailings written, %d e-mailed, %d had left, %d were settled in between, %d wait for a person,"
                        + " %d are tried again, %d have a problem%n",
                filing.count(Fate.WRITTEN),
                filing.count(Fate.EMAILED),
                filing.count(Fate.GONE_BEFORE),
                filing.count(Fate.NOTHING_LEFT),
                filing.count(Fate.WAITS),
                filing.count(Fate.LATER),
                filing.count(Fate.PROBLEM));
        DocumentFolder.ended(filing.count(Fate.ENDED), new Sentence("envois", "mailings"))
                .map(OptionConverters.terminal()::in)
                .ifPresent(out::println);
        out.flush();
        if (filing.count(Fate.PROBLEM) > 0) {
            throw new WorkFailed(filing.count(Fate.PROBLEM) + " mailings could not be written: the *.problem.txt of "
                    + to + " say why.");
        }
    }
}
