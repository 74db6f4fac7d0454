package io.echeance.query.http;

import io.echeance.query.access.AccessLog;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.serde.record.NamesShown;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who saw whose names, in memory; it can be lost. */
public final class NotedAccesses implements AccessLog {

    private final List<NamesShown> noted = new CopyOnWriteArrayList<>();
    private volatile boolean lost;

    @Override
    public void note(NamesShown shown) throws TemporarilyUnavailable {
        if (lost) {
            throw new TemporarilyUnavailable("it cannot be noted who sees the names in this answer");
        }
        noted.add(shown);
    }

    /** In order. */
    public List<NamesShown> noted() {
        return noted;
    }

    /** Nothing can be noted. */
    public void lose(boolean now) {
        lost = now;
    }
}
