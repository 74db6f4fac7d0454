package io.echeance.console;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as its page shows it.
 *
 * @param home where it belongs: the page of the order or the customer
 * @param name of that page
 * @param order whose amounts explain themselves; empty: they do not
 * @param seller whose it is; empty: nobody's alone
 * @param sellers whose stories there are besides; empty: it is not a seller's
 * @param ahead until when it goes on into what comes; null: it ends today
 */
public record TimeMachineView(
        Reel reel,
        String home,
        String name,
        String order,
        @Nullable LocalDate ahead,
        String seller,
        List<String> sellers) {

    private static final int MOST_SHOTS = 240;

    /** Those that the table lists: the latest. */
    public List<Reel.Shot> listed() {
        List<Reel.Shot> shots = reel.shots();
        return shots.subList(Math.max(0, shots.size() - MOST_SHOTS), shots.size());
    }

    /** Whether it lies in what comes. */
    public boolean isToCome(Reel.Shot shot) {
        return shot.day().isAfter(reel.today());
    }

    public boolean isShown(Reel.Shot shot) {
        return shot.equals(reel.shown());
    }

    /** Of what is owed in all, paid or not. */
    public Money whole(Reel.Shot shot) {
        return shot.sum().whole();
    }

    /** Where a day of it is shown: this page as of then; today as it stands. */
    public String at(Frame frame, LocalDate day) {
        return at(frame, day, frame.path());
    }

    /** The same of another page. */
    public String at(Frame frame, LocalDate day, String address) {
        return frame.at(day.isBefore(reel.today()) ? day : null, address);
    }

    /** Days since the beginning of 1970, as the player counts. */
    public long number(LocalDate day) {
        return day.toEpochDay();
    }

    /** Where the story of a seller is. */
    public String address(String seller) {
        return TimeMachineScreen.address(seller);
    }

    /** Those that occur. */
    public List<Happening.Sign> signs() {
        return reel.lanes().stream()
                .flatMap(lane -> lane.marks().stream())
                .map(mark -> mark.happening().sign())
                .distinct()
                .sorted()
                .toList();
    }

    /** First and last day, and where they stand, as the player reads them. */
    public String scale() {
        Reel.Scale scale = reel.scale();
        return number(scale.first()) + " " + number(scale.last()) + " " + scale.x(scale.first()) + " "
                + scale.x(scale.last());
    }

    /** As much of a name as fits beside a drawing. */
    public String shortened(String name) {
        int most = 13;
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** The one before the shown one; null: there is none. */
    public Reel.@Nullable Shot before() {
        return reel.at() > 0 ? reel.shots().get(reel.at() - 1) : null;
    }

    /** The one after the shown one; null: there is none. */
    public Reel.@Nullable Shot after() {
        return reel.at() + 1 < reel.shots().size() ? reel.shots().get(reel.at() + 1) : null;
    }
}
