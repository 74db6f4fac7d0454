package io.echeance.app.person;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.ClusterTrouble;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.core.invoice.Language;
import io.echeance.query.access.PersonsDesk;
import io.echeance.query.access.WordsStaySealed;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What persons ask for over HTTP, answered as the commands {@code person} answer it. */
public final class PersonsByRequest implements PersonsDesk {

    private final PersonDesk desk;
    private final RightsDesk rights;

    public PersonsByRequest(Cluster cluster) {
        this.desk = new PersonDesk(cluster);
        this.rights = new RightsDesk(cluster);
    }

    @FunctionalInterface
    private interface Work<T> {
        T done();
    }

    @Override
    public Optional<byte[]> export(String id, @Nullable Language language)
            throws TemporarilyUnavailable, WordsStaySealed {
        try {
            return known(() -> {
                ByteArrayOutputStream zip = new ByteArrayOutputStream();
                try {
                    desk.export(id, zip, language);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return zip.toByteArray();
            });
        } catch (WordsSealed sealed) {
            throw new WordsStaySealed(sealed.said());
        }
    }

    @Override
    public Optional<Erasure> erase(String id, String by, Set<String> payments, @Nullable Language language)
            throws TemporarilyUnavailable {
        return known(() -> {
            try {
                return desk.erase(id, by, payments, language).erasure();
            } catch (ErasureRefused refused) {
                return refused.erasure(Extent.NOTHING);
            }
        });
    }

    @Override
    public Optional<Erasure> erasure(String id, @Nullable Language language) throws TemporarilyUnavailable {
        return known(() -> desk.erasure(id, language));
    }

    @Override
    public List<Requested> requests(LocalDate today) throws TemporarilyUnavailable {
        return known(() -> rights.open(today)).orElse(List.of());
    }

    @Override
    public List<Requested> requests(String id, LocalDate today) throws TemporarilyUnavailable {
        return known(() -> rights.of(id, today)).orElse(List.of());
    }

    private static <T> Optional<T> known(Work<T> work) throws TemporarilyUnavailable {
        try {
            return Optional.of(work.done());
        } catch (NobodyKnown nobody) {
            return Optional.empty();
        } catch (ClusterTrouble trouble) {
            throw new TemporarilyUnavailable("it was not looked for: " + trouble.getMessage());
        }
    }
}
