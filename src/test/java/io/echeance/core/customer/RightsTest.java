package io.echeance.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.CustomerFact.RightOutcome;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.core.invoice.Language;
import io.echeance.core.order.Rejection.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a person asks for")
class RightsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final LocalDate LATER = LocalDate.of(2027, 1, 1);

    private static RightAsked asked(String id, PersonRight right) {
        return new RightAsked(id, "alegria", "EVA", DAY, right, "called back", "dpo");
    }

    private static RightAnswered answered(
            String id, String asked, LocalDate on, RightOutcome outcome, @Nullable LocalDate until) {
        return new RightAnswered(id, "alegria", "EVA", on, asked, outcome, until, "as told", "dpo");
    }

    @Test
    @DisplayName("is to be answered within a month, on the last day of a shorter one; the most urgent stands first")
    void isDueWithinAMonth() {
        RightAsked access = asked("a", PersonRight.ACCESS);
        RightAsked early = new RightAsked("b", "alegria", "EVA", DAY.minusDays(1), PersonRight.ERASURE, "mail", "dpo");
        Rights rights = Rights.of(List.of(access, early), LATER);
        assertThat(rights.open())
                .extracting(Requested::dueOn)
                .containsExactly(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 2, 28));
        assertThat(rights.open()).extracting(one -> one.asked().factId()).containsExactly("a", "b");
        assertThat(Rights.of(List.of(access), DAY.minusDays(1)).all())
                .as("before it came")
                .isEmpty();
    }

    @Test
    @DisplayName("on a day that is yet to come was not asked, and nothing was answered on one")
    void isNotAskedAhead() {
        for (CustomerFact fact :
                List.of(asked("a", PersonRight.OBJECTION), answered("g", "a", DAY, RightOutcome.GRANTED, null))) {
            assertThat(CustomerAdmission.ahead(fact, DAY)).isNull();
            assertThat(CustomerAdmission.ahead(fact, DAY.minusDays(1)))
                    .satisfies(
                            refusal -> assertThat(refusal.sentence()).isEqualTo("on is later than today, 2026-01-30"));
        }
    }

    @Test
    @DisplayName("may be put off, by three months in all, and is open until it is answered, whatever came first")
    void mayBePutOff() {
        RightAsked access = asked("a", PersonRight.ACCESS);
        RightAnswered putOff = answered("e", "a", DAY.plusDays(20), RightOutcome.EXTENDED, LocalDate.of(2026, 4, 30));
        RightAnswered granted = answered("g", "a", DAY.plusDays(60), RightOutcome.GRANTED, null);
        assertThat(Rights.of(List.of(putOff, access), LATER).open())
                .singleElement()
                .satisfies(one -> assertThat(one.dueOn()).isEqualTo(LocalDate.of(2026, 4, 30)));
        assertThat(Rights.of(List.of(granted, putOff, access), LATER).open()).isEmpty();
        assertThat(Rights.of(List.of(granted, putOff, access), DAY.plusDays(59)).open())
                .hasSize(1);
        assertThat(CustomerAdmission.refusal(putOff, List.of(access))).isNull();
        RightAnswered tooLate = answered("e", "a", DAY, RightOutcome.EXTENDED, LocalDate.of(2026, 5, 1));
        assertThat(CustomerAdmission.refusal(tooLate, List.of(access)))
                .satisfies(refusal -> assertThat(refusal.sentence()).contains("2026-04-30", "12-3"));
    }

    @Test
    @DisplayName("restricts the use of data from the day on which it is asked for, until it is refused or lifted")
    void restrictsAtOnce() {
        RightAsked asked = asked("a", PersonRight.RESTRICTION);
        RightAnswered granted = answered("g", "a", DAY.plusDays(9), RightOutcome.GRANTED, null);
        RightAnswered lifted = answered("l", "a", DAY.plusDays(90), RightOutcome.LIFTED, null);
        List<CustomerFact> all = List.of(lifted, granted, asked);
        assertThat(Rights.of(all, DAY.minusDays(1)).isRestricted()).isFalse();
        assertThat(Rights.of(all, DAY).isRestricted()).isTrue();
        assertThat(Rights.of(all, DAY.plusDays(89)).isRestricted()).isTrue();
        assertThat(Rights.of(all, DAY.plusDays(90)).isRestricted()).isFalse();
        assertThat(Rights.of(all, DAY).isObjected()).isFalse();
        RightAnswered refused = answered("r", "a", DAY.plusDays(2), RightOutcome.REFUSED, null);
        assertThat(Rights.of(List.of(asked, refused), LATER).isRestricted()).isFalse();
    }

    @Test
    @DisplayName("is answered only if it was asked for, with a reason, by somebody, and not before it was asked")
    void anAnswerAnswersSomething() {
        RightAsked asked = asked("a", PersonRight.OBJECTION);
        assertThat(CustomerAdmission.refusal(asked)).isNull();
        assertThat(CustomerAdmission.refusal(
                        new RightAsked("a", "alegria", "EVA", DAY, PersonRight.ACCESS, " ", "dpo")))
                .isNotNull();
        RightAnswered granted = answered("g", "a", DAY, RightOutcome.GRANTED, null);
        assertThat(CustomerAdmission.refusal(granted)).isNull();
        assertThat(CustomerAdmission.refusal(granted, List.of())).isNotNull();
        assertThat(CustomerAdmission.refusal(
                        answered("g", "a", DAY.minusDays(1), RightOutcome.GRANTED, null), List.of(asked)))
                .isNotNull();
        assertThat(CustomerAdmission.refusal(answered("g", "a", DAY, RightOutcome.EXTENDED, null)))
                .isNotNull();
        assertThat(CustomerAdmission.refusal(answered("g", "a", DAY, RightOutcome.GRANTED, LATER)))
                .isNotNull();
    }

    @Test
    @DisplayName("is asked of a seller whose terms are known; what was taken may be answered whatever became of them")
    void ofAKnownSeller() {
        RightAsked asked = asked("a", PersonRight.ERASURE);
        assertThat(CustomerAdmission.unknownSeller(asked, Set.of("alegria"))).isNull();
        assertThat(CustomerAdmission.unknownSeller(asked, Set.of("algeria"))).satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_SELLER);
            assertThat(refusal.sentence()).isEqualTo("no seller alegria is known: no terms of his are published");
            assertThat(Language.FR.in(refusal.said())).startsWith("le vendeur alegria n’est pas connu");
        });
        assertThat(CustomerAdmission.unknownSeller(answered("g", "a", DAY, RightOutcome.GRANTED, null), Set.of()))
                .isNull();
    }

    private static @Nullable String refused(RightAnswered next, CustomerFact... before) {
        Refusal refusal = CustomerAdmission.refusal(next, List.of(before));
        return refusal == null ? null : refusal.sentence();
    }

    @ParameterizedTest(name = "{0} is asked for, {1}: then {2} is refused")
    @CsvSource(delimiter = '|', textBlock = """
        ACCESS      | GRANTED | REFUSED
        ACCESS      | GRANTED | LIFTED
        ACCESS      | REFUSED | GRANTED
        ACCESS      | REFUSED | EXTENDED
        RESTRICTION | GRANTED | REFUSED
        RESTRICTION | GRANTED | EXTENDED
        RESTRICTION | REFUSED | LIFTED
        OBJECTION   | LIFTED  | GRANTED
        """)
    @DisplayName("is answered once")
    void isAnsweredOnce(PersonRight right, RightOutcome first, RightOutcome second) {
        RightAnswered then = answered("s", "a", DAY.plusDays(3), second, until(second));

        assertThat(refused(then, asked("a", right), answered("f", "a", DAY.plusDays(2), first, until(first))))
                .containsAnyOf("it was answered on 2026-02-02: " + first, "only a restriction or an objection");
    }

    private static @Nullable LocalDate until(RightOutcome outcome) {
        return outcome == RightOutcome.EXTENDED ? LATER : null;
    }

    @Test
    @DisplayName("counts the answer that can only have come last, of two of a day, whatever their ids are")
    void countsTheLastOfADay() {
        RightAsked asked = asked("a", PersonRight.RESTRICTION);
        RightAnswered putOff = answered("z", "a", DAY, RightOutcome.EXTENDED, LocalDate.of(2026, 4, 30));
        RightAnswered granted = answered("y", "a", DAY, RightOutcome.GRANTED, null);
        RightAnswered lifted = answered("x", "a", DAY, RightOutcome.LIFTED, null);

        assertThat(refused(granted, asked, putOff)).isNull();
        assertThat(refused(lifted, asked, putOff, granted)).isNull();
        assertThat(Rights.of(List.of(asked, granted, putOff), DAY).open()).isEmpty();
        assertThat(Rights.of(List.of(lifted, asked, granted, putOff), DAY).isRestricted())
                .isFalse();
    }

    @Test
    @DisplayName("is lifted only once it was granted, and no other right than one that goes on")
    void isLiftedOnceGranted() {
        RightAsked restriction = asked("a", PersonRight.RESTRICTION);
        RightAnswered granted = answered("g", "a", DAY.plusDays(2), RightOutcome.GRANTED, null);
        RightAnswered lifted = answered("l", "a", DAY.plusDays(3), RightOutcome.LIFTED, null);

        assertThat(refused(lifted, restriction)).contains("only a restriction or an objection that was granted");
        assertThat(refused(lifted, restriction, granted)).isNull();
        assertThat(refused(answered("l", "a", DAY.plusDays(1), RightOutcome.LIFTED, null), restriction, granted))
                .isEqualTo("on is before 2026-02-02, when it was answered: GRANTED");
    }

    @Test
    @DisplayName("is put off within the first month, and each time to a later day")
    void isPutOffWithinTheFirstMonth() {
        RightAsked access = asked("a", PersonRight.ACCESS);
        RightAnswered putOff = answered("e", "a", DAY.plusDays(20), RightOutcome.EXTENDED, LocalDate.of(2026, 3, 30));

        assertThat(refused(answered("e", "a", DAY.plusDays(29), RightOutcome.EXTENDED, LATER), access))
                .contains("on is after 2026-02-28", "12-3");
        assertThat(refused(
                        answered("f", "a", DAY.plusDays(21), RightOutcome.EXTENDED, LocalDate.of(2026, 3, 30)),
                        access,
                        putOff))
                .isEqualTo("until is not after 2026-03-30, its last day as it is");
        assertThat(refused(
                        answered("f", "a", DAY.plusDays(28), RightOutcome.EXTENDED, LocalDate.of(2026, 4, 30)),
                        access,
                        putOff))
                .isNull();
    }
}
