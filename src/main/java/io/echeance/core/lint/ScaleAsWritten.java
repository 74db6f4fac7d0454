package io.echeance.core.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether the ranges of a scale, as a text writes them, name each notice once. */
final class ScaleAsWritten {

    private static final long EVER = Long.MAX_VALUE;
    private static final long NEVER = Long.MIN_VALUE;

    /** Days before the start, both included. */
    private record Span(long least, long most) {}

    private final Claim.NoticeScale scale;

    ScaleAsWritten(Claim.NoticeScale scale) {
        this.scale = scale;
    }

    void judge(Findings findings) {
        String what = switch (scale.of()) {
            case CANCELLATION -> "a cancellation";
            case RESCHEDULING -> "a rescheduling";
        };
        List<Span> spans = spans();
        // The lowest notice that no span has named yet; -infinity before the first.
        long next = NEVER;
        boolean complete = false;
        for (Span span : spans) {
            if (span.least() > next) {
                findings.add(Rule.SCALE_HOLE, scale.at(), "no rule for " + what + " " + days(next, span.least() - 1));
            }
            if (span.least() < next) {
                long upTo = Math.min(span.most(), next - 1);
                findings.add(Rule.SCALE_OVERLAP, scale.at(), "two rules for " + what + " " + days(span.least(), upTo));
            }
            complete |= span.most() == EVER;
            next = complete ? EVER : Math.max(next, span.most() + 1);
        }
        if (!complete) {
            findings.add(Rule.SCALE_HOLE, scale.at(), "no rule for " + what + " " + days(next, EVER));
        }
    }

    private List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (Claim.NoticeScale.Range range : scale.ranges()) {
            Integer least = range.least();
            Integer most = range.most();
            spans.add(new Span(least == null ? NEVER : least, most == null ? EVER : most));
        }
        spans.sort(Comparator.comparingLong(Span::least));
        return spans;
    }

    private static String days(long least, long most) {
        if (least == most) {
            return "exactly %d days before the start".formatted(least);
        }
        if (least == NEVER) {
            return "%d days or less before the start".formatted(most);
        }
        if (most == EVER) {
            return "%d days or more before the start".formatted(least);
        }
        return "%d to %d days before the start".formatted(least, most);
    }
}
