package io.echeance.core.calendar;

import java.time.LocalDate;

/**
 * A half-year that a statutory rate holds for (<i>semestre</i>), written {@code 2026-S1}.
 *
 * <p>Source: Code monétaire et financier, art. L313-2; Code de commerce, art. L441-10 II.
 */
public record Semester(int year, int half) implements Comparable<Semester> {

    public Semester {
        if (half != 1 && half != 2) {
            throw new IllegalArgumentException("a year has semesters 1 and 2, not " + half);
        }
    }

    public static Semester of(LocalDate day) {
        return new Semester(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
    }

    /** @throws IllegalArgumentException if {@code text} is not like {@code 2026-S1} */
    public static Semester parse(String text) {
        if (!text.matches("\\d{4}-S[12]")) {
            throw new IllegalArgumentException("a semester is written like 2026-S1, not " + text);
        }
        return new Semester(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0');
    }

    /** Its first day; the European Central Bank's rate of that day counts for the whole of it. */
    public LocalDate firstDay() {
        return LocalDate.of(year, half == 1 ? 1 : 7, 1);
    }

    /** Its last day, included. */
    public LocalDate lastDay() {
        return half == 1 ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
    }

    public Semester next() {
        return half == 1 ? new Semester(year, 2) : new Semester(year + 1, 1);
    }

    @Override
    public int compareTo(Semester other) {
        return firstDay().compareTo(other.firstDay());
    }

    @Override
    public String toString() {
        return "%04d-S%d".formatted(year, half);
    }
}
