package org.coalition.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's process: formats its folder the first time, then runs Kafka. */
final class BrokerProgram {
    private BrokerProgram() {}

    /** Arguments: the settings and, where clients have passwords, the first user and the file of its password. */
    public static void main(String[] arguments) throws IOException {
        String settings = arguments[0];
        if (!formatted(Path.of(settings))) {
            List<String> format = new ArrayList<>(List.of(
                    "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", settings));
            if (arguments.length > 1) {
                String password = Files.readString(Path.of(arguments[2])).strip();
                format.addAll(List.of(
                        "--add-scram", "SCRAM-SHA-512=[name=%s,password=%s]".formatted(arguments[1], password)));
            }
            int result = StorageTool.execute(format.toArray(String[]::new), System.out);
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
