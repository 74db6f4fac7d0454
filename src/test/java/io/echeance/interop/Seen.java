package io.echeance.interop;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A record as a reader that is not ours sees it.
 *
 * @param magic first byte of its value
 * @param schemaId the four bytes that follow
 * @param value all its fields: amounts and dates as text, null where there is nothing
 */
record Seen(String key, int magic, int schemaId, JsonNode value) {}
