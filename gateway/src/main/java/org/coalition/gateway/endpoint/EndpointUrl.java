package org.coalition.gateway.endpoint;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.coalition.defaults.problem.RuleViolated;

/**
 * The address of an endpoint, in the one form that is taken: https, a name of the public DNS, a usual port. Whatever libraries read
 * differently (numbers for addresses, a name with a user in front, a dot behind) is refused and not interpreted.
 *
 * @param loopback whether it is meant for this machine, which a setting has to allow
 * @param target path and query, as they are sent
 */
public record EndpointUrl(boolean secure, String host, int port, String target, boolean loopback) {
    /** The last label begins with a letter, so that no number is a name. */
    private static final Pattern NAME = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])", Pattern.CASE_INSENSITIVE);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern OURS = Pattern.compile(
            ".*\\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|arpa|onion|invalid|test)");
    private static final int LONGEST_NAME = 253;

    /**
     * Reads the address that a caller gives.
     *
     * @throws RuleViolated 422 at {@code /url}, with what would be right
     */
    public static EndpointUrl of(String text, EndpointConfig config) {
        URI uri = parse(text);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean loopback = config.loopback() && LOOPBACK.contains(host);
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        if (!secure && !(loopback && "http".equalsIgnoreCase(uri.getScheme()))) {
            throw refusal("scheme", "The address begins with https://.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refusal("parts", "The address has neither a user nor a fragment.");
        }
        if (!loopback && !isPublicName(host)) {
            throw refusal(
                    "host",
                    "The address names its host by a name of the public DNS, such as hooks.example.org; numbers and local names are"
                            + " not taken.");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        if (!loopback && !config.ports().contains(port)) {
            throw refusal("port", "The port is one of " + config.ports() + ".");
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String target = uri.getRawQuery() == null ? path : path + '?' + uri.getRawQuery();
        return new EndpointUrl(secure, host, port, target, loopback);
    }

    /**
     * Lets an address go on only if it is one to which we may send.
     *
     * @throws RuleViolated 422 at {@code /url} otherwise
     */
    @CanIgnoreReturnValue
    public static EndpointUrl require(String text, EndpointConfig config) {
        return of(text, config);
    }

    private static URI parse(String text) {
        try {
            URI uri = new URI(text);
            if (!uri.isOpaque() && uri.isAbsolute() && text.chars().allMatch(c -> c > ' ' && c < 127)) {
                return uri;
            }
        } catch (URISyntaxException unreadable) {
            throw refusal("form", "The address cannot be read; write it as https://hooks.example.org/path.");
        }
        throw refusal("form", "The address is absolute and in ASCII; write it as https://hooks.example.org/path.");
    }

    private static boolean isPublicName(String host) {
        return host.length() <= LONGEST_NAME
                && NAME.matcher(host).matches()
                && !OURS.matcher(host).matches();
    }

    private static RuleViolated refusal(String code, String detail) {
        return new RuleViolated("/url", "bad-url-" + code, detail);
    }

    /** The name without the brackets of an IPv6 address. */
    String name() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
