package org.coalition.local.cli;

import org.coalition.local.stack.Stack;

/** What the user sees when all is ready: where things are and what to try first. */
final class Welcome {
    private Welcome() {}

    static String text(Stack stack, Arguments arguments) {
        String gateway = stack.gatewayUrl();
        return """
                  Swagger UI   %1$s/docs
                  Contract     %1$s/openapi
                  Identity     %2$s
                  Kafka        %3$s
                  PostgreSQL   %4$s (user and password: meetings), %5$s (initiatives)
                  Logs         %6$s

                Try:
                  curl -H "Authorization: Bearer $(deploy/local/token gb-chair%7$s)" %1$s/v1/meetings
                  %1$s/docs in a browser: Authorize with client gb-chair, secret gb-chair, then "Try it out"
                  deploy/local/events%7$s
                """.formatted(
                        gateway,
                        stack.issuer(),
                        stack.bootstrapServers(),
                        stack.jdbcUrl("meetings"),
                        stack.jdbcUrl("initiatives"),
                        stack.logs(),
                        arguments.suffix());
    }
}
