package org.coalition.local.cli;

import org.coalition.local.stack.Coalition;
import org.coalition.local.stack.Feature;
import org.coalition.local.stack.Stack;

/** What the user sees when all is ready: where things are and what to try first. */
final class Welcome {
    private Welcome() {}

    static String text(Stack stack, Coalition coalition, Arguments arguments) {
        String gateway = stack.gatewayUrl();
        String alerts = coalition.prometheus().isRunning()
                ? "  Prometheus   %s/alerts%n".formatted(coalition.prometheus().url())
                : "";
        return """
                  Swagger UI   %1$s/docs
                  Contract     %1$s/openapi
                  Identity     %2$s
                  Kafka        %3$s
                  PostgreSQL   %4$s (user: meetings), %5$s (initiatives)
                  Passwords    %6$s
                  Logs         %7$s
                %9$s
                Try:
                  curl -H "Authorization: Bearer $(deploy/local/token gb-chair%8$s)" %1$s/v1/meetings
                  %1$s/docs in a browser: Authorize with client gb-chair, secret gb-chair, then "Try it out"
                  deploy/local/events%8$s
                """.formatted(
                        gateway,
                        stack.issuer(),
                        stack.bootstrapServers(),
                        address(stack, "meetings"),
                        address(stack, "initiatives"),
                        stack.has(Feature.SECURE)
                                ? stack.secrets() + ", each in a file of its user's name; the authority in tls/ca.crt"
                                : "those of PostgreSQL are its users' names; Kafka asks for none",
                        stack.logs(),
                        arguments.suffix(),
                        alerts);
    }

    /** Without what a program needs beside. */
    private static String address(Stack stack, String database) {
        return stack.jdbcUrl(database).replaceFirst("\\?.*", "");
    }
}
