package io.echeance.app.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.app.filing.Bounces.Bounce;
import io.echeance.app.filing.Courier.Delivery;
import io.echeance.app.filing.Courier.Envelope;
import io.echeance.app.filing.MailingFiling.Fate;
import io.echeance.app.filing.MailingFiling.Sending;
import io.echeance.core.book.Book;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.MailingSent;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.decision.Decider;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.Output;
import io.echeance.core.order.PayerKind;
import io.echeance.document.Changed;
import io.echeance.document.PlayedInvoices;
import io.echeance.document.SampleParties;
import io.echeance.json.ScenarioJson;
import io.echeance.json.Unreadable;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.seal.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of ACME at two sellers, at different steps; 200.00 of ACME's lie unused on a third order. */
@DisplayName("Mailings")
class MailingFilingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 18);

    private static final String ORDERS = """
        title: Orders at different steps, and money that nothing uses
        until: 2026-03-17

        2026-01-05 A-1 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION a 1000.00, service 2026-01-12 2026-01-13
        2026-01-19 A-2 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION b 500.00, service 2026-02-10 2026-02-11
        2026-01-05 A-3 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION c 100.00, service 2026-01-12 2026-01-13
        2026-01-20 A-3 payment received, paymentId P3, payerId ACME, amount 320.00, method TRANSFER
        2026-01-06 B-1 order placed, termsId ecole-librairie, customer ACME PROFESSIONAL,
            lines TUITION d 100.00, service 2026-01-12 2026-01-13
        """;

    private static final String ALL_PAID = """
        title: Everything is paid
        until: 2026-03-19
        2026-03-18 A-1 payment received, paymentId P1, payerId ACME, amount 1300.00, method TRANSFER
        2026-03-18 A-2 payment received, paymentId P2, payerId ACME, amount 700.00, method TRANSFER
        2026-03-18 B-1 payment received, paymentId P4, payerId ACME, amount 300.00, method TRANSFER
        """;

    private static final String ADDRESS = "Acme@payer.example";
    private static final MasterKey MASTER = MasterKey.random();
    private static final String NOTICE = "technolowgic/ACME/2026-03-17";

    private final Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
    private final List<Output> said = take(ORDERS, "f");
    private final List<CustomerFact> facts = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    @DisplayName("are one file a payer, seller and day, its owner's alone, and one fact each, however often asked")
    void areOneFileEach() throws IOException {
        MailingFiling first = filing(Set.of(NOTICE), facts::add);
        first.work();
        assertThat(first.count(Fate.WRITTEN)).isEqualTo(book.mailings().size());
        assertThat(files(".pdf")).hasSize(book.mailings().size());
        assertThat(files(".pdf"))
                .anyMatch(file -> file.startsWith("ecole-librairie"))
                .contains("technolowgic/2026/2026-03-17-ACME.pdf");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("technolowgic/2026/2026-03-17-ACME.pdf"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("technolowgic"))))
                .isEqualTo("rwx------");

        MailingFiling second = filing(Set.of(NOTICE), facts::add);
        second.work();

        assertThat(second.count(Fate.GONE_BEFORE)).isEqualTo(book.mailings().size());
        assertThat(facts)
                .hasSize(book.mailings().size())
                .extracting(CustomerFact::factId)
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("leave once though they are killed before or behind each fact: the same file, the same fact")
    void leaveOnceThoughKilled() throws IOException {
        for (int n = 0; n < 2 * book.mailings().size(); n++) {
            boolean isPublished = n % 2 == 1;
            MailingFiling killed = filing(Set.of(NOTICE), fact -> {
                if (isPublished) {
                    facts.add(fact);
                }
                throw new IllegalStateException("killed");
            });
            assertThatThrownBy(killed::work).hasMessage("killed");
        }
        SortedMap<String, String> before = contents();
        filing(Set.of(NOTICE), facts::add).work();

        assertThat(contents()).isEqualTo(before).hasSameSizeAs(book.mailings());
        assertThat(facts.stream().distinct()).hasSameSizeAs(book.mailings());
        assertThat(facts.stream().map(fact -> ((MailingSent) fact).mailingId()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        book.mailings().stream().map(Mailing::mailingId).toList());
    }

    @Test
    @DisplayName("that left are known by the folder when their facts are forgotten: nothing leaves again")
    void areKnownByTheFolder() {
        List<Envelope> mails = new ArrayList<>();
        filing(Set.of(NOTICE), facts::add, new ServerInATest(taking(mails))).work();
        List<CustomerFact> before = List.copyOf(facts);
        int sent = mails.size();
        facts.clear();

        MailingFiling again = filing(Set.of(), facts::add, new ServerInATest(taking(mails)));
        again.work();

        assertThat(again.count(Fate.GONE_BEFORE)).isEqualTo(book.mailings().size());
        assertThat(facts).isEqualTo(before);
        assertThat(mails).hasSize(sent);
    }

    @Test
    @DisplayName("of long ago wait for a person where nothing is known of them, as in a new folder")
    void ofLongAgoWait() {
        Mailing old = book.mailings().getFirst();
        MailingFiling filing = filing(Set.of(NOTICE), facts::add);
        filing.hear(old, TODAY.minusDays(61).atStartOfDay(ZoneOffset.UTC).toInstant());
        filing.work();

        assertThat(filing.count(Fate.WAITS)).isEqualTo(1);
        assertThat(filing.remarks()).singleElement().asString().contains(old.mailingId(), "--confirm");
    }

    @Test
    @DisplayName("of a payer who has the use of data restricted wait for a person")
    void ofWhomUseIsRestrictedWait() {
        facts.add(new RightAsked("r", "technolowgic", "ACME", TODAY, PersonRight.RESTRICTION, "mail", "ann"));
        MailingFiling filing = filing(Set.of(), fact -> {});
        filing.work();
        assertThat(filing.remarks()).hasSizeGreaterThan(2).allMatch(remark -> remark.contains("technolowgic/ACME"));
    }

    @Test
    @DisplayName("with a notice that faces money of the payer's wait for a person")
    void waitForAPerson() {
        MailingFiling filing = filing(Set.of(), facts::add);
        filing.work();

        assertThat(filing.count(Fate.WAITS)).isEqualTo(1);
        assertThat(filing.remarks()).singleElement().asString().contains(NOTICE, "200.00", "1347", "--confirm");
        assertThat(facts).noneMatch(fact -> ((MailingSent) fact).mailingId().equals(NOTICE));
    }

    @Test
    @DisplayName("leave out what was settled before they left, and do not leave when nothing is left to be said")
    void leaveOutWhatWasSettled() {
        take(ALL_PAID, "g");
        MailingFiling filing = filing(Set.of(), facts::add);
        filing.work();

        List<String> thanks = book.mailings().stream()
                .filter(mailing -> !mailing.tone().asks())
                .map(Mailing::mailingId)
                .toList();
        assertThat(filing.count(Fate.NOTHING_LEFT)).isEqualTo(book.mailings().size() - thanks.size());
        assertThat(facts.stream().map(fact -> ((MailingSent) fact).mailingId())).containsExactlyElementsOf(thanks);
    }

    @Test
    @DisplayName("go by e-mail but for notices; one that comes back is a fact, and the next ones go by letter")
    void goByEmail() throws IOException {
        List<Envelope> mails = new ArrayList<>();
        MailingFiling first = filing(Set.of(NOTICE), facts::add, new ServerInATest(taking(mails)));
        first.work();

        assertThat(mails).hasSize(first.count(Fate.EMAILED));
        assertThat(mails).extracting(Envelope::messageId).doesNotHaveDuplicates();
        assertThat(mails).allMatch(mail -> mail.messageId().endsWith(".example>"));
        assertThat(book.mailings().stream().filter(mailing -> !mailing.notices().isEmpty()))
                .hasSize(first.count(Fate.WRITTEN));

        MailingFiling second = filing(Set.of(NOTICE), facts::add, new ServerInATest(taking(mails)));
        second.cameBack(new Bounce(mails.getFirst().messageId(), ADDRESS, "550 no such user"));
        assertThat(facts).last().isInstanceOfSatisfying(MailingFailed.class, failed -> {
            assertThat(failed.reason()).isEqualTo("550 no such user");
            assertThat(failed.address()).isNotEqualTo(AddressMarks.digest("acme@payer.example"));
        });
        facts.removeIf(MailingSent.class::isInstance);
        for (String left : files(".left.txt")) {
            Files.delete(folder.resolve(left));
        }
        MailingFiling third = filing(Set.of(NOTICE), facts::add, new ServerInATest(taking(mails)));
        third.work();
        assertThat(third.count(Fate.EMAILED)).isZero();
        assertThat(third.count(Fate.WRITTEN)).isEqualTo(book.mailings().size());
    }

    @Test
    @DisplayName("that no server took are not sent any more once all that they ask for is settled")
    void areNotSentOnceSettled() {
        List<Envelope> mails = new ArrayList<>();
        MailingFiling down =
                filing(Set.of(NOTICE), facts::add, new ServerInATest(envelope -> new Delivery.Later("451 busy")));
        down.work();
        int waiting = down.count(Fate.LATER);
        assertThat(waiting).isPositive();
        take(ALL_PAID, "g");

        MailingFiling up = filing(Set.of(NOTICE), facts::add, new ServerInATest(taking(mails)));
        up.work();

        assertThat(up.count(Fate.NOTHING_LEFT)).isEqualTo(waiting);
        assertThat(mails).noneMatch(mail -> mail.text().contains("300,00"));
    }

    private MailingFiling filing(Set<String> confirmed, Consumer<CustomerFact> tell) {
        return filing(confirmed, tell, null);
    }

    private MailingFiling filing(Set<String> confirmed, Consumer<CustomerFact> tell, @Nullable Courier courier) {
        DocumentFolder opened = DocumentFolder.open(folder);
        opened.close();
        MailingFiling filing = new MailingFiling(opened, new Sending(TODAY, "ann", confirmed, courier, MASTER), tell);
        book.mailings().forEach(filing::hear);
        said.stream().filter(LetterStep.class::isInstance).forEach(filing::hear);
        PlayedInvoices.of(book).forEach(filing::hear);
        TermPacks.bundled().all().forEach(filing::hear);
        filing.hear(Changed.with(SampleParties.of("ACME", PayerKind.PROFESSIONAL), "email", ADDRESS));
        book.accounts().keySet().forEach(order -> filing.hear(book.statement(order)));
        List.copyOf(facts).forEach(filing::hear);
        return filing;
    }

    private static Function<Envelope, Delivery> taking(List<Envelope> mails) {
        return envelope -> {
            mails.add(envelope);
            return new Delivery.Taken();
        };
    }

    private List<String> files(String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private SortedMap<String, String> contents() throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (String file : files(".pdf")) {
            contents.put(file, HexFormat.of().formatHex(Files.readAllBytes(folder.resolve(file))));
        }
        return contents;
    }

    private List<Output> take(String scenario, String ids) {
        try {
            return ScenarioJson.parse(scenario, ids).simulation().play(book);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e.sentence(), e);
        }
    }
}
