/**
 * What is withheld until payment (<i>exception d'inexécution, suspension d'accès, rétention de documents</i>): access
 * to the service, certificates and diplomas. The seller's clauses; Code civil, 1217 and 1219. Entry:
 * {@link io.echeance.core.safeguards.Safeguards}.
 */
@NullMarked
package io.echeance.core.safeguards;

import org.jspecify.annotations.NullMarked;
