package io.echeance.core.admission;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which days may be closed. A day that was closed wrongly can never be opened again: deadlines ran out with it, and
 * documents bear its date. So a wrong one is refused before it is closed.
 *
 * @param simulated the days of the installation are played, not lived through: any later day may be closed at any time
 */
public record ClosableDays(boolean simulated) {

    /** Calendar days from one closed day to the next at most, weekends and holidays included. */
    public static final int LONGEST_JUMP = 40;

    /**
     * Why a day is not closed.
     *
     * @param receivedOn the day, where the sellers are, of the timestamp of the record that closes it
     * @param last the last day that was closed; null: none was
     * @return a sentence for a person; null: it may be closed, or is no news, for that or a later one was closed before
     */
    public @Nullable String objection(LocalDate day, LocalDate receivedOn, @Nullable LocalDate last) {
        if (!Plausible.is(day)) {
            return "the day " + day + " is outside " + Plausible.FIRST_DAY + " to " + Plausible.LAST_DAY;
        }
        if (simulated) {
            return null;
        }
        if (!day.isBefore(receivedOn)) {
            return "the day " + day + " was not over when this was written, on " + receivedOn;
        }
        return last != null && ChronoUnit.DAYS.between(last, day) > LONGEST_JUMP
                ? "the day " + day + " is more than " + LONGEST_JUMP + " days after " + last + ", the last closed"
                : null;
    }
}
