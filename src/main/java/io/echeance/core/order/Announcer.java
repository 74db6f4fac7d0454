package io.echeance.core.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers what one rule newly says; what was said before, and is said only once, is not said again. */
public final class Announcer {

    private final Situation situation;
    private final Issued issued;
    private final List<Output> outputs = new ArrayList<>();
    private final SortedSet<String> once = new TreeSet<>();
    private final SortedSet<String> lifted = new TreeSet<>();
    private @Nullable LocalDate nextOn;

    /** @param issued what was said before */
    public Announcer(Situation situation, Issued issued) {
        this.situation = situation;
        this.issued = issued;
    }

    public Announced announced() {
        return new Announced(outputs, once, lifted, nextOn);
    }

    /** True the first time that {@code key} is asked for: what is said only once. */
    public boolean isFirst(String key) {
        return !issued.announced().contains(key) && once.add(key);
    }

    /** Whether what bears that key was said, before or just now. */
    public boolean hasSaid(String key) {
        return issued.announced().contains(key) || once.contains(key);
    }

    /** What was last announced under a subject by {@link #tellsChange}; null: nothing that stands. */
    public @Nullable String lastAnnounced(String subject) {
        String before = subject + "/";
        String now = last(once, before);
        return now == null ? last(issued.announced(), before) : now;
    }

    private @Nullable String last(SortedSet<String> keys, String before) {
        for (String key : keys.tailSet(before)) {
            if (!key.startsWith(before)) {
                return null;
            }
            if (!lifted.contains(key) && key.indexOf('/', before.length()) < 0) {
                return key.substring(before.length());
            }
        }
        return null;
    }

    /**
     * True if {@code value} is announced under a subject, and is not what was last announced. Null: nothing stands any
     * more.
     */
    public boolean tellsChange(String subject, @Nullable String value) {
        String last = lastAnnounced(subject);
        if (last != null && !last.equals(value)) {
            once.remove(subject + "/" + last);
            lifted.add(subject + "/" + last);
        }
        return value != null && isFirst(subject + "/" + value);
    }

    /**
     * Another drawing on that morning may say something new without a new fact. It may come too early, which costs a
     * drawing; never too late. What a day in the past left undone waits for the next close.
     */
    public void wakeOn(@Nullable LocalDate day) {
        LocalDate tomorrow = situation.today().plusDays(1);
        nextOn = Announced.earlier(nextOn, day != null && day.isBefore(tomorrow) ? tomorrow : day);
    }

    /** The same, where nothing was left undone. */
    public void wakeIfLater(LocalDate day) {
        if (day.isAfter(situation.today())) {
            wakeOn(day);
        }
    }

    public void say(Output output) {
        outputs.add(output);
    }

    public void say(ServiceHold.HeldService hold, ServiceHold.HoldState state, List<String> basis) {
        say(new ServiceHold(situation.today(), situation.orderId(), hold, state, basis));
    }
}
