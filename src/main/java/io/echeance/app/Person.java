package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.person.PersonDesk;
import io.echeance.app.person.RightsDesk;
import io.echeance.app.person.RightsDesk.Announcement;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.invoice.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code person}: what a person may ask for: what is kept, and to be erased. */
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        description = "Answers a person who asks for what the law gives: what is kept, to be erased, and the rest.",
        subcommands = {
            Person.Erase.class,
            Person.Export.class,
            PersonAsks.class,
            PersonAnswered.class,
            PersonRequests.class
        })
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
final class Person extends CommandGroup {

    /**
     * @return to be added to what is said of it
     * @throws WorkFailed if it is refused
     */
    static String tell(Cluster cluster, CustomerFact fact) {
        Announcement announced = new RightsDesk(cluster).tell(fact);
        Refusal refusal = announced.refusal();
        Language terminal = OptionConverters.terminal();
        if (refusal != null) {
            throw new WorkFailed(terminal.in("refusé, ", "refused, ")
                    + refusal.reason()
                    + terminal.in(" : ", ": ")
                    + terminal.in(refusal.said()));
        }
        return announced.isSure()
                ? ""
                : terminal.in(
                        " ; ce à quoi cela répond n’est pas encore connu : « person requests » dit si c’est pris",
                        "; what it answers is not known yet: 'person requests' shows whether it is taken");
    }

    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description = "Erases what no law keeps, and prints a certificate: what went, what stays, why, until when."
                + " PENDING until the brokers have cleaned what was deleted: the same command again looks whether they"
                + " have. Refused while business is open.")
    static final class Erase implements Runnable {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ID", description = "The person's id, as in parties.")
        private String id;

        @Option(
                names = "--by",
                required = true,
                paramLabel = "NAME",
                converter = OptionConverters.Name.class,
                description = "Who erases; it stands on the" + " certificate.")
        private String by;

        @Option(
                names = "--payment",
                paramLabel = "PAYMENT",
                description = "A payment that is the person's though nobody named a payer, as money that waits or is"
                        + " set aside: what its text says is erased too. May be repeated.")
        private Set<String> payments = new TreeSet<>();

        @Option(
                names = "--language",
                paramLabel = "LANGUAGE",
                converter = OptionConverters.Spoken.class,
                description = "Of the certificate, fr or en; without it, the person's.")
        private @Nullable Language language;

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Override
        public void run() {
            try (Cluster cluster = Cluster.reach(config.settings())) {
                new PersonDesk(cluster)
                        .certified(id, by, payments, language)
                        .forEach(spec.commandLine().getOut()::println);
            }
        }
    }

    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description =
                    "Writes all that is kept of a person: a summary in plain words, the data as JSON, the invoices."
                            + " Other people's data are cut out.")
    static final class Export implements Runnable {

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "ID", description = "The person's id, as in parties.")
        private String id;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "FILE",
                description = "The zip, which is not there yet; only" + " its owner may read it.")
        private Path to;

        @Option(
                names = "--language",
                paramLabel = "LANGUAGE",
                converter = OptionConverters.Spoken.class,
                description = "Of the summary, fr or en; without it, the person's.")
        private @Nullable Language language;

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Override
        public void run() {
            make();
            try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE);
                    Cluster cluster = Cluster.reach(config.settings())) {
                new PersonDesk(cluster).export(id, out, language);
            } catch (IOException e) {
                drop();
                throw new WorkFailed(to + " cannot be written: " + e.getMessage(), e);
            } catch (RuntimeException e) {
                drop();
                throw e;
            }
            spec.commandLine().getOut().println(to + " has all that is kept of " + id + ".");
        }

        private void make() {
            try {
                Files.createFile(
                        to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (FileAlreadyExistsException e) {
                throw new WrongCall(to + " is there already: name a file that is not, nothing is overwritten.", e);
            } catch (NoSuchFileException e) {
                throw new WrongCall(
                        "there is no folder " + to.resolveSibling("") + ": make it, or name another place.", e);
            } catch (IOException e) {
                throw new WorkFailed(to + " cannot be written: " + e.getMessage(), e);
            }
        }

        private void drop() {
            try {
                Files.deleteIfExists(to);
            } catch (IOException e) {
                throw new WorkFailed(to + " is not whole, and cannot be deleted: " + e.getMessage(), e);
            }
        }
    }
}
