package io.echeance.app.cluster;

import io.echeance.bank.StatementFiles;
import io.echeance.query.command.BankDesk;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Banks' files that come over HTTP, taken in as those of {@code bank import} are. */
final class PostedFiles implements BankDesk {

    /** What a posted file is called. */
    private static final String FILE = "file";

    private final Cluster cluster;

    PostedFiles(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public Outcome take(byte[] file) throws TemporarilyUnavailable {
        StatementFiles read = StatementFiles.read(Map.of(FILE, file));
        try {
            StatementImport.Outcome outcome =
                    StatementImport.take(cluster, List.of(), read, StatementImport.Recurring.REFUSE);
            if (outcome.isNothing() && !outcome.refused().isEmpty()) {
                return refused(outcome.refused());
            }
            return new Outcome.Accepted(
                    outcome.taken().stream().map(PostedFiles::booked).toList(),
                    Stream.concat(read.details().stream(), outcome.details().stream())
                            .toList(),
                    outcome.refused().stream().map(StatementFiles.Refused::line).toList());
        } catch (ClusterTrouble trouble) {
            throw new TemporarilyUnavailable("the file was not taken: " + trouble.getMessage());
        }
    }

    private static BookedStatement booked(StatementImport.Taken taken) {
        return new BookedStatement(
                taken.file(),
                taken.statement(),
                taken.place().name(),
                taken.payments(),
                taken.returns(),
                taken.leftAside(),
                taken.sentence());
    }

    private static Outcome refused(List<StatementFiles.Refused> files) {
        return new Outcome.NotAccepted(
                files.getFirst().reason(),
                files.stream().map(StatementFiles.Refused::line).collect(Collectors.joining("; ")));
    }
}
