/**
 * How money finds its order (<i>rapprochement, référence de paiement</i>), as {@code simulate} and the stream do
 * it. The register knows every payment, return and refund by its id; the references say what orders, documents and
 * numbers are called. Neither asks where its store is: in memory, or in the partition of a stream, where they ask
 * and answer by records. Entries: {@link io.echeance.core.matching.PaymentRegister},
 * {@link io.echeance.core.matching.PaymentReferences}.
 */
@NullMarked
package io.echeance.core.matching;

import org.jspecify.annotations.NullMarked;
