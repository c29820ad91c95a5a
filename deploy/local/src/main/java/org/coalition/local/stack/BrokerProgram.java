package org.coalition.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's process: formats its folder the first time, then runs Kafka. */
final class BrokerProgram {
    private BrokerProgram() {}

    public static void main(String[] arguments) throws IOException {
        String settings = arguments[0];
        if (!formatted(Path.of(settings))) {
            int result = StorageTool.execute(
                    new String[] {
                        "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", settings
                    },
                    System.out);
            if (result != 0) {
                System.exit(result);
            }
        }
        Kafka.main(new String[] {settings});
    }

    private static boolean formatted(Path settings) throws IOException {
        Properties read = new Properties();
        try (InputStream file = Files.newInputStream(settings)) {
            read.load(file);
        }
        return Files.exists(Path.of(read.getProperty("log.dirs"), "meta.properties"));
    }
}
