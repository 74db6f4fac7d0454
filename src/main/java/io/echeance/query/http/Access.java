package io.echeance.query.http;

import io.echeance.core.order.Sentence;
import io.echeance.query.http.Problem.Kind;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may ask. Without tokens everybody who reaches the server may do everything: that is for the loopback interface
 * only, and there a web page must not reach it under a name of its own.
 */
final class Access {

    private static final String BEARER = "bearer ";
    private static final Logger LOG = LoggerFactory.getLogger(Access.class);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<Token> tokens;

    Access(List<Token> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** @throws Problem if the request shows no token that may do this */
    Asker require(Right right, Context request) {
        Asker asker = asker(request);
        asker.require(right);
        asker.in(request);
        return asker;
    }

    private Asker asker(Context request) {
        if (tokens.isEmpty()) {
            requireOwnName(request);
            requireNoneAsksByToken(request);
            return Asker.ANYBODY;
        }
        String header = Optional.ofNullable(request.header("Authorization")).orElse("");
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw new Problem(Kind.NOT_AUTHENTICATED, "send the header Authorization: Bearer <token>");
        }
        return holder(header.substring(BEARER.length()).strip())
                .orElseThrow(() -> new Problem(Kind.NOT_AUTHENTICATED, "this token is not known"));
    }

    /** Whether nobody needs a token. */
    boolean isOpen() {
        return tokens.isEmpty();
    }

    /** Whose token it is; empty: nobody's. */
    Optional<Asker> holder(String presentedToken) {
        byte[] presented = Token.hash(presentedToken);
        Token found = null;
        for (Token token : tokens) {
            // No end at the first that fits: the time must not tell which it was.
            found = token.is(presented) ? token : found;
        }
        return Optional.ofNullable(found).map(token -> new Asker(token.name(), token.roles(), token.sellers()));
    }

    /** Another instance asks by its asker's token, which may be for some sellers only: here nobody could tell. */
    private static void requireNoneAsksByToken(Context request) {
        if (PeerClient.markOf(request).isPresent() && request.header("Authorization") != null) {
            LOG.warn(
                    "Another instance of this group has query.tokens, this one has none: it does not answer that one.");
            throw new Problem(
                    Kind.NOT_ALLOWED,
                    new Sentence(
                            "une instance du groupe est configurée sans query.tokens, une autre avec : toutes comme"
                                    + " une",
                            "one instance of the group is set up without query.tokens, another one with them: set all"
                                    + " up alike"),
                    null);
        }
    }

    /** A page from elsewhere that lets its name point to this machine would ask under that name. */
    private static void requireOwnName(Context request) {
        String host = Optional.ofNullable(request.header("Host")).orElse("").toLowerCase(Locale.ROOT);
        String name = host.replaceFirst(":\\d{1,5}$", "");
        if (!THIS_MACHINE.contains(name)) {
            throw new Problem(Kind.ELSEWHERE, "without tokens it answers only to localhost");
        }
    }
}
