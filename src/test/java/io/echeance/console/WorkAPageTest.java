package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Care;
import io.echeance.core.order.Statement;
import io.echeance.core.statement.Standings;
import io.echeance.document.Changed;
import io.echeance.query.AccountsInMemory;
import io.echeance.query.OrderLists;
import io.echeance.query.StoredShelf;
import io.echeance.query.http.NumberedDocuments;
import io.echeance.query.http.ServedBook;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page over a store")
class WorkAPageTest {

    private static final LocalDate DAY = ConsoleAtWork.DAY;

    private final AccountsInMemory accounts = new AccountsInMemory();
    private final Map<String, OrderStanding> standings = new LinkedHashMap<>();

    @AutoClose
    private final HttpClient browser =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AutoClose
    private ServedBook book;

    @BeforeEach
    void open() {
        Decider decider = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
        Book played = new Book(decider);
        new Simulation(ConsoleAtWork.arrivals(DAY, fact -> fact), DAY.minusDays(1)).play(played);
        played.accounts().values().forEach(account -> {
            Statement statement = decider.statement(account, DAY);
            if (statement != null) {
                standings.put(account.orderId(), Standings.of(account, statement));
            }
        });
        standings.values().forEach(accounts::put);
        OrderLists lists = accounts.lists();
        book = ServedBook.of(
                NumberedDocuments.of(played.accounts().values(), DAY),
                DAY,
                List.of(),
                orders -> new StoredShelf(0, lists, accounts.ageing(), DAY),
                new Console());
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(book.address() + path)).build();
        return browser.send(request, BodyHandlers.ofString()).body();
    }

    private JsonNode worklist() throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get("/worklist?all=true"));
    }

    @Test
    @DisplayName("looks up each order that the worklist looks at once, and none when it is asked again")
    void looksUpEachOrderOnce() throws IOException, InterruptedException {
        JsonNode first = worklist();
        assertThat(first.path("considered").asInt()).isEqualTo(7);
        assertThat(accounts.lookUps()).isEqualTo(7);

        for (String page : List.of("/console", "/console?all=true", "/console?seller=technolowgic")) {
            assertThat(get(page)).contains("CEVENNES");
            assertThat(accounts.lookUps()).as(page).isZero();
        }
        assertThat(worklist()).isEqualTo(first);
        get("/console/promises");
        assertThat(accounts.lookUps()).isZero();
    }

    @Test
    @DisplayName("looks up the one order that was written meanwhile, and shows what it says now")
    void looksUpWhatWasWritten() throws IOException, InterruptedException {
        assertThat(get("/console")).doesNotContain("Solange");
        accounts.lookUps();
        OrderStanding before = Objects.requireNonNull(standings.get("T-2508"));
        accounts.put(Changed.with(before, "care", new Care(null, null, "Solange", null)));

        assertThat(get("/console")).contains("Solange");
        assertThat(accounts.lookUps()).isEqualTo(1);
        assertThat(get("/console")).contains("Solange");
        assertThat(accounts.lookUps()).isZero();
    }
}
