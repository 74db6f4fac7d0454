package io.echeance.core.invoice;

import io.echeance.core.course.Course;
import io.echeance.core.invoice.Draft.Earlier;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.Situation;
import java.util.ArrayList;
import java.util.List;

/**
 * Says with each new document what its invoice needs to know of the order.
 *
 * @param documents every document of the order, the new ones too
 */
public record Drafting(Situation situation, Course course, List<Document> documents) {

    public List<Draft> of(List<Document> drawn) {
        return drawn.stream().map(this::draft).toList();
    }

    private Draft draft(Document document) {
        String payer = document.payer();
        return new Draft(
                document,
                situation.terms(),
                situation.isFunder(payer) ? PayerKind.FUNDER : PayerKind.of(situation.quality()),
                situation.customer(),
                course.lines(),
                course.service().start(),
                course.service().end(),
                preceding(document));
    }

    /** What it credits comes first; then the deposits that it deducts, or what its fee or interest is about. */
    private List<Earlier> preceding(Document document) {
        List<Earlier> preceding = new ArrayList<>();
        documents.stream()
                .filter(other -> other.id().equals(document.refersTo()))
                .forEach(other -> preceding.add(earlier(other)));
        documents.stream()
                .filter(other -> isDeducted(other, document) || isAbout(document, other))
                .forEach(other -> preceding.add(earlier(other)));
        return preceding;
    }

    private static boolean isDeducted(Document deposit, Document invoice) {
        return deposit.kind() == Kind.DEPOSIT
                && deposit.payer().equals(invoice.payer())
                && invoice.kind() == Kind.INVOICE
                && invoice.payable() != null
                && invoice.gross().exceeds(invoice.payable());
    }

    private static boolean isAbout(Document penalty, Document invoice) {
        return penalty.items().stream()
                .map(Item::key)
                .anyMatch(key ->
                        key instanceof ItemKey.Penalty about && about.document().equals(invoice.id()));
    }

    private static Earlier earlier(Document document) {
        return new Earlier(document.id(), document.kind(), document.on(), document.gross());
    }
}
