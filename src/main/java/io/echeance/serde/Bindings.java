package io.echeance.serde;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.core.ledger.PostedEntry;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.ledger.SuspenseChange;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.matching.RuleRecord;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.FundingFact;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.binding.Schemas;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.AlikeNames;
import io.echeance.serde.record.Barrier;
import io.echeance.serde.record.BusinessDay;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.Cover;
import io.echeance.serde.record.CustomerNews;
import io.echeance.serde.record.CustomerNews.SectionDue;
import io.echeance.serde.record.CustomerRow;
import io.echeance.serde.record.DraftNews;
import io.echeance.serde.record.DunningAlert;
import io.echeance.serde.record.HeldDraft;
import io.echeance.serde.record.LogRecord;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.NamesShown;
import io.echeance.serde.record.NumberGiven;
import io.echeance.serde.record.NumberedDocument;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PartyNews;
import io.echeance.serde.record.PaymentRow;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.ReferenceAnswer;
import io.echeance.serde.record.ReferenceNews;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.record.SealedDetails;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.serde.record.TakenStatement;

/** Every record of a topic or a store, and its schema. A record that does not fit its schema stops the start. */
public final class Bindings {

    // What we receive.
    public static final Binding<OrderFact> ORDER_FACT = bind(OrderFact.class, "fact.OrderFact");
    public static final Binding<PaymentFact> PAYMENT_FACT = bind(PaymentFact.class, "fact.PaymentFact");
    public static final Binding<FundingFact> FUNDING_FACT = bind(FundingFact.class, "fact.FundingFact");
    public static final Binding<CollectionFact> COLLECTION_FACT = bind(CollectionFact.class, "fact.CollectionFact");
    public static final Binding<CustomerFact> CUSTOMER_FACT = bind(CustomerFact.class, "customer.CustomerFact");
    public static final Binding<BusinessDay> BUSINESS_DAY = bind(BusinessDay.class, "fact.BusinessDay");
    public static final Binding<Terms> TERMS = bind(Terms.class, "reference.Terms");
    public static final Binding<StatutoryRates.SemesterRates> STATUTORY_RATES =
            bind(StatutoryRates.SemesterRates.class, "reference.StatutoryRates");
    public static final Binding<Party> PARTY = bind(Party.class, "reference.Party");

    public static final Binding<PersonKey> PERSON_KEY = bind(PersonKey.class, "state.PersonKey");

    // What we say.
    public static final Binding<Invoice> INVOICE = bind(Invoice.class, "document.Invoice");
    public static final Binding<Alert> DUNNING_ALERT =
            bind(DunningAlert.class, "alert.DunningAlert").carrying(Alert.class, DunningAlert::of, DunningAlert::alert);
    public static final Binding<RefundDue> REFUND_DUE = bind(RefundDue.class, "alert.RefundDue");
    public static final Binding<ServiceHold> SERVICE_HOLD = bind(ServiceHold.class, "alert.ServiceHold");
    public static final Binding<CashDecision> CASH_DECISION = bind(CashDecision.class, "alert.CashDecision");
    public static final Binding<TakenStatement> TAKEN_STATEMENT = bind(TakenStatement.class, "state.TakenStatement");
    public static final Binding<SuspenseChange> SUSPENSE_CHANGE = bind(SuspenseChange.class, "ledger.SuspenseChange");
    public static final Binding<MonthClosed> MONTH_CLOSED = bind(MonthClosed.class, "ledger.MonthClosed");
    public static final Binding<LedgerEntry> LEDGER_ENTRY = bind(LedgerEntry.class, "ledger.LedgerEntry");
    /** The same schema, read without asking whether an entry balances. */
    public static final Binding<PostedEntry> POSTED_ENTRY = bind(PostedEntry.class, "ledger.LedgerEntry");

    public static final Binding<RunningBalance> RUNNING_BALANCE = bind(RunningBalance.class, "ledger.RunningBalance");
    public static final Binding<CustomerStanding> CUSTOMER_STANDING =
            bind(CustomerStanding.class, "customer.CustomerStanding");
    public static final Binding<Mailing> MAILING = bind(Mailing.class, "customer.Mailing");
    public static final Binding<Rejected> REJECTED = bind(Rejected.class, "alert.Rejected");
    public static final Binding<Statement> STATEMENT = bind(Statement.class, "state.Statement");

    public static final Binding<NamesShown> NAMES_SHOWN = bind(NamesShown.class, "access.NamesShown");

    // What we keep.
    /** As it lies on {@code facts}. */
    public static final Binding<LoggedFact> LOG_RECORD =
            bind(LogRecord.class, "fact.LogRecord").carryingWith(LoggedFact.class, LogRecord::of, LogRecord::entry);

    public static final Binding<LoggedFact> LOGGED_FACT = bind(LoggedFact.class, "state.LoggedFact");
    public static final Binding<AccountRow> ACCOUNT = bind(AccountRow.class, "state.AccountState");
    public static final Binding<DraftNews> DRAFT_NEWS = bind(DraftNews.class, "state.DraftNews");
    public static final Binding<HeldDraft> HELD_DRAFT = bind(HeldDraft.class, "state.HeldDraft");
    public static final Binding<NumberedDocument> NUMBERED = bind(NumberedDocument.class, "state.NumberedDocument");
    public static final Binding<NumberGiven> NUMBER_GIVEN = bind(NumberGiven.class, "state.NumberGiven");
    public static final Binding<PartyNews> PARTY_NEWS = bind(PartyNews.class, "state.PartyNews");
    public static final Binding<SuspenseEntry> SUSPENSE_ENTRY = bind(SuspenseEntry.class, "state.SuspenseEntry");
    public static final Binding<Origin> ORIGIN = bind(Origin.class, "state.Origin");
    public static final Binding<Clock> CLOCK = bind(Clock.class, "state.Clock");
    public static final Binding<ReferenceAnswer> REFERENCE_ANSWER =
            bind(ReferenceAnswer.class, "state.ReferenceAnswer");
    public static final Binding<PaymentRow> PAYMENT_ROW = bind(PaymentRow.class, "state.PaymentRow");
    public static final Binding<RuleRecord> RULE_RECORD = bind(RuleRecord.class, "state.RuleRecord");
    public static final Binding<AlikeNames> ALIKE_NAMES = bind(AlikeNames.class, "state.AlikeNames");
    public static final Binding<Barrier> BARRIER = bind(Barrier.class, "state.Barrier");
    public static final Binding<ReferenceNews> REFERENCE_NEWS = bind(ReferenceNews.class, "state.ReferenceNews");
    public static final Binding<CustomerNews> CUSTOMER_NEWS = bind(CustomerNews.class, "state.CustomerNews");
    public static final Binding<SectionDue> SECTION_DUE = bind(SectionDue.class, "state.SectionDue");
    public static final Binding<CustomerRow> CUSTOMER_ROW = bind(CustomerRow.class, "state.CustomerRow");
    public static final Binding<MonthSums> MONTH_SUMS = bind(MonthSums.class, "state.MonthSums");
    public static final Binding<Cover> COVER = bind(Cover.class, "state.Cover");
    public static final Binding<SealedDetails> SEALED_DETAILS = bind(SealedDetails.class, "state.SealedDetails");

    private Bindings() {}

    private static <T> Binding<T> bind(Class<T> type, String schema) {
        return Binding.of(type, Schemas.named(schema));
    }
}
