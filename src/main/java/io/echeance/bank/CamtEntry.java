package io.echeance.bank;

import io.echeance.bank.Movement.Counterparty;
import io.echeance.bank.Movement.Marks;
import io.echeance.bank.Movement.Returned;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry ({@code Ntry}) of camt: one movement, or one for each of its details ({@code TxDtls}) if these add up to it.
 * Only what is booked is money.
 */
record CamtEntry(XmlElement entry, String account) {

    private static final String NONE = "NOTPROVIDED";
    private static final List<String> BATCHES =
            List.of("NtryDtls/Btch/PmtInfId", "NtryDtls/Btch/MsgId", "Btch/PmtInfId", "AcctSvcrRef", "NtryRef");
    private static final List<String> TEXTS = List.of("AddtlTxInf", "AddtlNtryInf");

    static boolean isCredit(XmlElement element) throws RefusedFile {
        String side = element.text("CdtDbtInd");
        if (side == null) {
            throw Written.missing(element.place(), "CdtDbtInd, whether it is credit or debit,");
        }
        if (!side.equals("CRDT") && !side.equals("DBIT")) {
            throw Written.malformed(element.place(), "'" + Written.shown(side) + "' is neither CRDT nor DBIT");
        }
        return side.equals("CRDT");
    }

    void tell(StatementDraft draft) throws RefusedFile {
        String status = entry.text("Sts/Cd", "Sts");
        if (status != null && !status.equals("BOOK")) {
            return;
        }
        Money amount = amount();
        List<XmlElement> details = Stream.concat(Stream.of(entry), entry.all("NtryDtls").stream())
                .flatMap(part -> part.all("TxDtls").stream())
                .toList();
        if (details.size() < 2) {
            draft.add(entry.place(), movement(details.isEmpty() ? null : details.getFirst(), amount, null));
            return;
        }
        List<Money> amounts = amounts(details);
        Money sum = Money.ZERO;
        for (Money one : amounts) {
            sum = sum.plus(one);
        }
        if (!sum.equals(amount)) {
            draft.remark(entry.place() + ": the " + details.size() + " details do not add up to the entry of " + amount
                    + ": it is taken as one");
            draft.add(entry.place(), movement(null, amount, null));
            return;
        }
        String batch = draft.binding(batch());
        for (int n = 0; n < details.size(); n++) {
            XmlElement detail = details.get(n);
            draft.add(detail.place(), movement(detail, amounts.get(n), batch));
        }
    }

    private Money amount() throws RefusedFile {
        XmlElement amount = entry.at("Amt");
        if (amount == null) {
            throw Written.missing(entry.place(), "the amount");
        }
        Written.requireEuro(amount.currency(), amount.place());
        return Written.signed(Written.amount(amount.text(), amount.place()), isCredit(entry));
    }

    /** Details without amounts in euros, or without all, add up to nothing that is booked. */
    private List<Money> amounts(List<XmlElement> details) throws RefusedFile {
        List<Money> amounts = new ArrayList<>();
        for (XmlElement detail : details) {
            XmlElement amount = detail.first("Amt", "AmtDtls/TxAmt/Amt");
            if (amount == null || !Money.EURO.getCurrencyCode().equals(amount.currency())) {
                amounts.add(Money.ZERO);
            } else {
                boolean isCredit = isCredit(detail.at("CdtDbtInd") == null ? entry : detail);
                amounts.add(Written.signed(Written.amount(amount.text(), amount.place()), isCredit));
            }
        }
        return amounts;
    }

    /** What the bank calls the batch; several entries may be called so. */
    private @Nullable String batch() {
        return BATCHES.stream()
                .map(path -> said(entry.text(path)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Movement movement(@Nullable XmlElement detail, Money amount, @Nullable String batch) throws RefusedFile {
        String booked = entry.text("BookgDt/Dt", "BookgDt/DtTm");
        String valued = entry.text("ValDt/Dt", "ValDt/DtTm");
        String first = booked == null ? valued : booked;
        if (first == null) {
            throw Written.missing(entry.place(), "the day");
        }
        LocalDate bookedOn = Written.day(first, entry.place());
        return new Movement(
                bookedOn,
                valued == null ? bookedOn : Written.day(valued, entry.place()),
                amount,
                "true".equals(entry.text("RvslInd")) || "1".equals(entry.text("RvslInd")),
                code(detail),
                detail == null ? null : counterparty(detail, !amount.isNegative()),
                marks(detail, batch),
                texts(detail),
                detail == null ? null : returned(detail));
    }

    private String code(@Nullable XmlElement detail) {
        for (XmlElement one : detail == null ? List.of(entry) : List.of(detail, entry)) {
            String domain = one.text("BkTxCd/Domn/Cd");
            if (domain != null) {
                return Stream.of("BkTxCd/Domn/Fmly/Cd", "BkTxCd/Domn/Fmly/SubFmlyCd")
                        .map(path -> Objects.requireNonNullElse(one.text(path), ""))
                        .collect(Collectors.joining("/", domain + "/", ""));
            }
            String own = one.text("BkTxCd/Prtry/Cd");
            if (own != null) {
                return own;
            }
        }
        return "";
    }

    /** The other side; where a return has kept the sides of what came back, whoever is not the holder. */
    private @Nullable Counterparty counterparty(XmlElement detail, boolean isCredit) {
        XmlElement parties = detail.at("RltdPties");
        if (parties == null) {
            return null;
        }
        Counterparty other = party(parties, isCredit ? "Dbtr" : "Cdtr");
        boolean isHolder = other == null || account.equals(other.iban());
        Counterparty opposite = isHolder ? party(parties, isCredit ? "Cdtr" : "Dbtr") : null;
        return opposite == null || account.equals(opposite.iban()) ? other : opposite;
    }

    private static @Nullable Counterparty party(XmlElement parties, String role) {
        String name = parties.text(role + "/Pty/Nm", role + "/Nm");
        String account = parties.text(role + "Acct/Id/IBAN", role + "Acct/Id/Othr/Id");
        String ultimate = parties.text("Ultmt" + role + "/Pty/Nm", "Ultmt" + role + "/Nm");
        return name == null && account == null && ultimate == null
                ? null
                : new Counterparty(name, account == null ? null : Written.account(account), ultimate);
    }

    private Marks marks(@Nullable XmlElement detail, @Nullable String batch) {
        String own = entry.text("AcctSvcrRef");
        if (detail == null) {
            return new Marks(own, null, null, null, null, batch);
        }
        String bank = detail.text("Refs/AcctSvcrRef");
        return new Marks(
                bank == null ? own : bank,
                said(detail.text("Refs/EndToEndId")),
                said(detail.text("Refs/TxId")),
                said(detail.text("Refs/MndtId")),
                detail.text("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef"),
                batch);
    }

    private static @Nullable String said(@Nullable String id) {
        return id == null || id.equals(NONE) ? null : id;
    }

    private List<String> texts(@Nullable XmlElement detail) {
        Set<String> texts = new LinkedHashSet<>();
        if (detail != null) {
            for (XmlElement information : detail.all("RmtInf")) {
                information.all("Ustrd").forEach(line -> add(line.text(), texts));
                for (XmlElement structured : information.all("Strd")) {
                    structured.all("RfrdDocInf").forEach(document -> add(document.text("Nb"), texts));
                    structured.all("AddtlRmtInf").forEach(line -> add(line.text(), texts));
                }
            }
            TEXTS.forEach(path -> add(detail.text(path), texts));
        }
        TEXTS.forEach(path -> add(entry.text(path), texts));
        return List.copyOf(texts);
    }

    private static void add(@Nullable String written, Set<String> texts) {
        String text = Written.text(written);
        if (text != null) {
            texts.add(text);
        }
    }

    private static @Nullable Returned returned(XmlElement detail) {
        String code = detail.text("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/RtrRsn/Cd", "RtrInf/RtrRsn/Prtry");
        return code == null ? null : new Returned(code, detail.text("RtrInf/AddtlInf", "RtrInf/AddtlRtrRsnInf"));
    }
}
