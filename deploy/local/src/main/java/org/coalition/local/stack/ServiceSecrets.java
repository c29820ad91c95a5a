package org.coalition.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coalition.local.process.StackFailure;

/**
 * What a service has to keep to itself: each secret a file that is named as its setting, in a folder of the service's own. Made once,
 * and read by all its instances.
 */
final class ServiceSecrets {
    private ServiceSecrets() {}

    /** The folder, with all that is needed. */
    static Path of(Stack stack, String service) {
        Path folder = stack.secrets().resolve(service);
        SealKey.in(folder);
        write(folder.resolve("quarkus.datasource.password"), PostgreSql.password(stack, service));
        if (stack.has(Feature.SECURE)) {
            write(folder.resolve("kafka.sasl.jaas.config"), new SecureBroker(stack).login(KafkaUser.of(service)));
        }
        if (service.equals("gateway")) {
            RandomKey.in(folder.resolve("coalition.events.key"));
            RandomKey.in(folder.resolve("coalition.webhooks.keys"));
        }
        return folder;
    }

    private static void write(Path file, String secret) {
        try {
            SecretFile.write(file, List.of(secret));
        } catch (IOException e) {
            throw new StackFailure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
