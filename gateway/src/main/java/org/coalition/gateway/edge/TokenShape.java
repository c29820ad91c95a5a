package org.coalition.gateway.edge;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one form of token that is let through to verification: three parts, RS256, and a header with nothing in it that
 * asks a verifier to fetch a key, take one from the token, or follow an extension (RFC 8725, sections 3.1 to 3.10).
 */
@Singleton
class TokenShape {
    private static final Pattern THREE_PARTS = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    // A name, perhaps with the issuer's path in front; neither an address nor a way up a file system.
    private static final Pattern KEY_ID =
            Pattern.compile("(?=.{1,200}$)[A-Za-z0-9_~+=-][A-Za-z0-9._~+=-]*(/[A-Za-z0-9_~+=-][A-Za-z0-9._~+=-]*)*");
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid", "x5t", "x5t#S256");
    // The end of the year 9999.
    private static final double LATEST = 253_402_300_799.0;
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt");

    private final JsonMapper strict = JsonMapper.builder()
            // A claim given twice has two readings.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    boolean isAcceptable(String token) {
        if (!THREE_PARTS.matcher(token).matches()) {
            return false;
        }
        int first = token.indexOf('.');
        JsonNode header = read(token.substring(0, first));
        JsonNode claims = read(token.substring(first + 1, token.indexOf('.', first + 1)));
        return header != null && claims != null && isAcceptableHeader(header) && hasTimes(claims);
    }

    private static boolean isAcceptableHeader(JsonNode header) {
        if (!"RS256".equals(header.path("alg").textValue())) {
            return false;
        }
        for (var names = header.fieldNames(); names.hasNext(); ) {
            if (!HEADER.contains(names.next())) {
                return false;
            }
        }
        JsonNode type = header.get("typ");
        JsonNode keyId = header.get("kid");
        return (type == null || type.isTextual() && TYPES.contains(lower(type.textValue())))
                && (keyId == null
                        || keyId.isTextual()
                                && KEY_ID.matcher(keyId.textValue()).matches());
    }

    private static boolean hasTimes(JsonNode claims) {
        return isTime(claims.path("exp")) && isTime(claims.path("iat"));
    }

    /** A number of seconds that is a moment of this era; what is beyond would fail inside the library. */
    private static boolean isTime(JsonNode claim) {
        return claim.isNumber() && claim.doubleValue() >= 0 && claim.doubleValue() <= LATEST;
    }

    private JsonNode read(String part) {
        try {
            JsonNode node = strict.readTree(Base64.getUrlDecoder().decode(part));
            return node != null && node.isObject() ? node : null;
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    private static String lower(String type) {
        return type.toLowerCase(Locale.ROOT);
    }
}
