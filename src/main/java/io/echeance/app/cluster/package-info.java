/**
 * The brokers and the registry that the settings name, as the commands use them: records written whole or not at all,
 * records read once committed, days closed.
 */
@NullMarked
package io.echeance.app.cluster;

import org.jspecify.annotations.NullMarked;
