package io.echeance.core.book;

import io.echeance.core.book.Simulation.Arrival.Received;
import io.echeance.core.order.Output;
import io.echeance.core.order.Statement;
import java.time.LocalDate;
import java.util.List;

/**
 * An order on a morning on which it looked otherwise than before: something had reached us or was said, a debt had
 * become late, or a month had begun while something was late.
 *
 * @param day the morning, before anything reached us on it; for today, with what has reached us
 * @param came what had reached us since the frame before, in order of arrival, but for what we say ourselves
 * @param said since the frame before, in its order
 * @param statement as it looked then: just what is answered as of that day
 */
public record Frame(LocalDate day, List<Received> came, List<Output> said, Statement statement) {}
