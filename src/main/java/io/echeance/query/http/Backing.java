package io.echeance.query.http;

import io.echeance.query.access.AccessLog;
import io.echeance.query.access.AuditDesk;
import io.echeance.query.access.PersonsDesk;
import io.echeance.query.command.BankDesk;
import io.echeance.query.command.EntriesDesk;
import io.echeance.query.command.Postbox;
import io.echeance.query.health.Vitals;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.Ledgers;
import io.echeance.query.instance.Shelves;
import java.util.function.Supplier;

/**
 * What the server answers from.
 *
 * @param accesses where it is noted who sees names
 * @param persons what persons may ask for
 * @param audit what stands on topics only
 * @param measures as Prometheus reads them
 */
public record Backing(
        Holdings holdings,
        Shelves shelves,
        Postbox postbox,
        Ledgers ledgers,
        BankDesk bank,
        EntriesDesk entries,
        AccessLog accesses,
        PersonsDesk persons,
        AuditDesk audit,
        Vitals vitals,
        Supplier<String> measures) {}
