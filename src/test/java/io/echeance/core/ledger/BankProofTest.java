package io.echeance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.ledger.BankProof.StatementEnds;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a bank says and what the books say of its account")
class BankProofTest {

    private static final String ACCOUNT = "FR7630006000011234567890189";
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    private static BankProof taken(@Nullable LocalDate on, String opening, String closing) {
        return BankProof.taken(
                ACCOUNT, new StatementEnds(on, Money.of(opening), on, Money.of(closing), opening + ">" + closing));
    }

    private static BankProof booked(String amount) {
        return new BankProof(ACCOUNT, List.of(), List.of(), Money.of(amount), SuspenseSum.NOTHING);
    }

    @Test
    @DisplayName("are the same in whatever order statements and entries come, several on a day and each twice too")
    void areTheSameInWhateverOrder() {
        List<BankProof> all = new ArrayList<>(List.of(
                taken(DAY, "10.00", "30.00"),
                taken(DAY, "30.00", "5.00"),
                taken(DAY, "5.00", "7.00"),
                taken(DAY.plusDays(1), "7.00", "9.00"),
                taken(DAY.plusDays(2), "9.00", "4.00"),
                taken(DAY.plusDays(2), "4.00", "6.00"),
                booked("20.00"),
                booked("-25.00"),
                booked("2.00"),
                booked("2.00"),
                booked("-5.00"),
                booked("2.00")));
        all.addAll(all.subList(0, 6));
        for (int seed = 0; seed < 200; seed++) {
            Collections.shuffle(all, new Random(seed));
            BankProof proof = all.stream().reduce(BankProof::plus).orElseThrow();
            assertThat(proof.opened()).isEqualTo(Money.of("10.00"));
            assertThat(proof.closed()).isEqualTo(Money.of("6.00"));
            assertThat(proof.agrees()).as("seed " + seed).isTrue();
            assertThat(proof.first()).hasSize(3);
            assertThat(proof.last()).hasSize(2);
        }
    }

    @Test
    @DisplayName("differ by what was lost, a cent too; of an account of which no statement is known nothing is said")
    void differByWhatWasLost() {
        BankProof proof = taken(DAY, "10.00", "30.00").plus(booked("19.99"));

        assertThat(proof.agrees()).isFalse();
        assertThat(proof.difference()).isEqualTo(Money.of("0.01"));
        assertThat(booked("19.99").agrees()).isTrue();
    }

    @Test
    @DisplayName("differ by what was lost too, where the account was emptied on its first day and filled again")
    void differWhereAllGoesRound() {
        BankProof round = taken(DAY, "0.00", "600.00").plus(taken(DAY, "600.00", "0.00"));
        BankProof next = taken(DAY.plusDays(1), "600.00", "723.00").plus(booked("123.00"));

        assertThat(round.agrees()).isTrue();
        assertThat(round.plus(next).difference()).isEqualTo(Money.of("600.00"));
    }

    @Test
    @DisplayName("are known without days, where a bank gives none, by how the statements join")
    void areKnownWithoutDays() {
        BankProof proof = taken(null, "10.00", "30.00")
                .plus(taken(null, "30.00", "35.00"))
                .plus(booked("25.00"));

        assertThat(proof.agrees()).isTrue();
    }
}
