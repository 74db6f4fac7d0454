package io.echeance.query;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Lists, each in order, as one in order. Of each is read only what has gone out, and one element more. What sorts alike
 * comes in the order of the lists.
 */
final class Merged<T> implements Iterator<T> {

    /** The next element of a list. */
    private record Head<T>(T next, int list, Iterator<T> rest) {}

    private final PriorityQueue<Head<T>> heads;

    Merged(List<Iterator<T>> lists, Comparator<T> order) {
        heads = new PriorityQueue<>(
                Comparator.<Head<T>, T>comparing(Head::next, order).thenComparingInt(Head::list));
        for (int list = 0; list < lists.size(); list++) {
            add(list, lists.get(list));
        }
    }

    private void add(int list, Iterator<T> rest) {
        if (rest.hasNext()) {
            heads.add(new Head<>(rest.next(), list, rest));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public T next() {
        Head<T> head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException();
        }
        add(head.list(), head.rest());
        return head.next();
    }
}
