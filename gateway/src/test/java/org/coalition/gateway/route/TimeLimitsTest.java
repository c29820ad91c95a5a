package org.coalition.gateway.route;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A service that waits for its database gives up before the gateway gives up the service, and so can say why. */
class TimeLimitsTest {
    private static final Pattern STATEMENT = Pattern.compile("statement_timeout=(\\d+)s");
    private static final String CONNECTION = "quarkus.datasource.jdbc.additional-jdbc-properties.";

    @Test
    void theServicesSpeakFirst() throws IOException {
        Properties services = read("../service-defaults/src/main/resources/META-INF/microprofile-config.properties");
        Duration patience = Duration.parse(
                "PT" + read("src/main/resources/application.properties").getProperty("coalition.relay.answer"));
        Matcher statement = STATEMENT.matcher(services.getProperty(CONNECTION + "options"));
        assertTrue(statement.find());
        Duration limit = Duration.ofSeconds(Long.parseLong(statement.group(1)));
        Duration silence = Duration.ofSeconds(Long.parseLong(services.getProperty(CONNECTION + "socketTimeout")));
        assertTrue(limit.compareTo(silence) < 0, "a slow statement ends by its own limit");
        // Reaching the pool's own limit before comes on top.
        assertTrue(silence.plusSeconds(3).compareTo(patience) < 0, silence + " and " + patience);
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(Path.of(name))) {
            properties.load(file);
        }
        return properties;
    }
}
