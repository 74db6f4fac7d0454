/**
 * When a formal notice counts, and what holds dunning back (<i>mise en demeure, litige, délai de grâce, procédure
 * collective</i>). Code civil, 1344 and 1343-5; Code de commerce, L622-28. Entries:
 * {@link io.echeance.core.notice.FormalNotice}, {@link io.echeance.core.notice.Holds}.
 */
@NullMarked
package io.echeance.core.notice;

import org.jspecify.annotations.NullMarked;
