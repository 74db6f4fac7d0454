package io.echeance.console;

import io.echeance.query.http.Clerk;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a form says, each field by its name.
 *
 * @param fields without blanks around them
 * @param wrong why it could not be read: it is no form, or longer than what is taken; null: it could
 */
record Form(Map<String, String> fields, @Nullable Trouble wrong) {

    /** Without any field where the body is no form. */
    static Form of(Context request, Clerk clerk) {
        Map<String, String> fields = new TreeMap<>();
        Clerk.Sent sent = clerk.form(request);
        for (String field : sent.body().split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                fields.put(decoded(parts[0]), decoded(parts[1]).strip());
            }
        }
        return new Form(fields, sent.isTaken() ? null : new Trouble(sent.status(), ""));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * What the command is known by: sent twice, it is one fact.
     *
     * @throws Trouble if the form did not come as its page wrote it
     */
    String key() {
        String key = text("key");
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw Trouble.damagedForm();
        }
        return key;
    }

    /**
     * What the page has written into one field, line by line.
     *
     * @throws Trouble if it is not there
     */
    List<String> lines(String name) {
        if (!fields.containsKey(name)) {
            throw Trouble.damagedForm();
        }
        return text(name).lines().filter(line -> !line.isBlank()).toList();
    }

    /** Empty where it is not there. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }
}
