package io.echeance.query;

import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.topology.store.ListRow;
import io.echeance.topology.store.Listing;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one value have their places in a list, whatever the seller: by day, then by order. Where an order
 * may stand on one day under several values, as under several kinds of deadlines, the value comes between the two: no
 * two rows share a place, so a page that ends at one leaves none out.
 *
 * <p>Where an order has one value at a time, as a status, the value is no part of the place: an order that changes it
 * between two pages keeps its place, and comes once.
 */
final class Places {

    private static final int DAY = Integer.BYTES;
    /** Behind every order of a day: no id begins with it, as it is no UTF-8. */
    private static final byte[] BEHIND = {(byte) 0xFF};
    /** What comes next behind an order of which this is the end. */
    private static final byte[] NEXT = {0};

    private final byte[] value;

    private Places(byte[] value) {
        this.value = value;
    }

    static Places of(Listing listing, String value) {
        return new Places(listing == Listing.DEADLINE ? new byte[] {turn(DeadlineKind.valueOf(value))} : new byte[0]);
    }

    /** For as long as anybody keeps the address of a page. */
    private static byte turn(DeadlineKind kind) {
        return switch (kind) {
            case NOTICE_ANSWER -> 1;
            case FUNDER_DECISION -> 2;
            case LITIGATION -> 3;
        };
    }

    /** @param position the day and the order, as keys have them */
    Cursor at(byte[] position) {
        return Cursor.at(
                joined(Arrays.copyOf(position, DAY), value, Arrays.copyOfRange(position, DAY, position.length)));
    }

    /**
     * The first position that a row may have.
     *
     * @param day not before it
     * @param after behind this place; null: from the beginning
     */
    byte[] from(LocalDate day, @Nullable Cursor after) {
        byte[] start = ListRow.position(day);
        byte[] behind = after == null ? start : behind(after.position().get());
        return Arrays.compareUnsigned(behind, start) < 0 ? start : behind;
    }

    private byte[] behind(byte[] place) {
        int order = DAY + value.length;
        if (place.length < order) {
            return place; // Given out by nobody: whatever sorts behind it.
        }
        byte[] day = Arrays.copyOf(place, DAY);
        int turn = Arrays.compareUnsigned(value, Arrays.copyOfRange(place, DAY, order));
        if (turn > 0) {
            return day;
        }
        return turn < 0 ? joined(day, BEHIND) : joined(day, Arrays.copyOfRange(place, order, place.length), NEXT);
    }

    /** The rows that an order may have at the place of one of its rows, under any of the list's values. */
    List<ListRow> alike(ListRow row, List<String> values) {
        return value.length > 0
                ? List.of(row)
                : values.stream()
                        .map(one -> new ListRow(row.list(), one, row.seller(), row.on(), row.orderId()))
                        .toList();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
