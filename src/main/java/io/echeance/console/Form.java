package io.echeance.console;

import io.echeance.query.http.Clerk;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a form says, each field by its name.
 *
 * @param fields without blanks around them
 */
record Form(Map<String, String> fields) {

    /** Without any field where the body is no form. */
    static Form of(Context request, Clerk clerk) {
        Map<String, String> fields = new TreeMap<>();
        String body = clerk.form(request)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        for (String field : body.split("&")) {
            String[] parts = field.split("=", 2);
            if (parts.length == 2) {
                fields.put(decoded(parts[0]), decoded(parts[1]).strip());
            }
        }
        return new Form(fields);
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
            throw new Trouble(400, "this form is damaged: load its page anew");
        }
        return key;
    }

    /** Empty where it is not there. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }
}
