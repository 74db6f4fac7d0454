package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.invoice.Invoice;
import io.echeance.document.Conformity;
import io.echeance.document.Flaw;
import io.echeance.document.Form;
import io.echeance.json.RecordJson;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code document}: an invoice or a credit note as it goes out. */
@Command(
        name = "document",
        mixinStandardHelpOptions = true,
        description = "Shows an issued document.",
        subcommands = IssuedDocument.Show.class)
final class IssuedDocument extends CommandGroup {

    /** As people ask for it; {@code JSON} is the record on the topic. */
    enum Format {
        JSON,
        CII,
        UBL,
        PDF
    }

    /** {@code document show}. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Reads the topic of invoices and writes one of them.")
    @SuppressWarnings("NullAway.Init") // picocli fills the options in.
    static final class Show implements Runnable {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "Its number, or its id.")
        private String id;

        @Option(
                names = "--format",
                paramLabel = "FORMAT",
                defaultValue = "json",
                description = "json (default), an e-invoice: cii, ubl, or the page with the e-invoice in it: pdf.")
        private String format;

        @Option(names = "--output", paramLabel = "FILE", description = "Where to write it; by default here.")
        private @Nullable Path output;

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Override
        public void run() {
            Format known = known();
            if (known == Format.PDF && output == null) {
                throw new ParameterException(spec.commandLine(), "a PDF is not text: say --output FILE");
            }
            byte[] bytes = bytes(find(), known);
            if (output == null) {
                PrintWriter out = spec.commandLine().getOut();
                out.print(new String(bytes, StandardCharsets.UTF_8));
                out.flush();
                return;
            }
            try {
                Files.write(output, bytes);
            } catch (IOException e) {
                throw new WorkFailed("cannot write " + output + ": " + e, e);
            }
        }

        private Format known() {
            for (Format one : Format.values()) {
                if (one.name().equalsIgnoreCase(format)) {
                    return one;
                }
            }
            throw new ParameterException(
                    spec.commandLine(), "'" + format + "' is not a format: name one of json, cii, ubl, pdf");
        }

        private Invoice find() {
            try (Cluster cluster = Cluster.reach(config.settings());
                    TopicReader reader = TopicReader.from(cluster, Topic.INVOICES, Map.of())) {
                Map<Integer, Long> ends = reader.ends();
                while (reader.isBefore(ends)) {
                    for (TopicReader.Read read : reader.poll()) {
                        Optional<Invoice> found = read.as(Invoice.class).filter(this::isAskedFor);
                        if (found.isPresent()) {
                            return found.get();
                        }
                    }
                }
            }
            throw new WrongCall("there is no document '" + id + "': give the number or the id of one that is issued.");
        }

        private boolean isAskedFor(Invoice invoice) {
            return invoice.number().equals(id) || invoice.document().id().text().equals(id);
        }

        private static byte[] bytes(Invoice invoice, Format format) {
            return switch (format) {
                case JSON -> (RecordJson.write(invoice) + "\n").getBytes(StandardCharsets.UTF_8);
                case CII -> form(invoice, Form.CII);
                case UBL -> form(invoice, Form.UBL);
                case PDF -> form(invoice, Form.PDF);
            };
        }

        private static byte[] form(Invoice invoice, Form form) {
            List<String> flaws =
                    Conformity.flaws(invoice).stream().map(Flaw::sentence).toList();
            if (!flaws.isEmpty()) {
                throw new WorkFailed(flaws);
            }
            return form.of(invoice);
        }
    }
}
