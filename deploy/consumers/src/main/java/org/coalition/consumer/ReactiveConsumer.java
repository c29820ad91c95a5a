package org.coalition.consumer;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.ce.IncomingCloudEventMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Keeps a copy of all that the open topics tell, with SmallRye Reactive Messaging; its settings are in {@code application.properties}. */
@ApplicationScoped
class ReactiveConsumer {
    private static final Logger LOG = Logger.getLogger(ReactiveConsumer.class);

    private final LocalCopy copy;

    ReactiveConsumer(@ConfigProperty(name = "copy.folder") String folder) throws IOException {
        copy = new LocalCopy(Path.of(folder));
    }

    /** One by one, in their order. Acknowledged after the copy was written, so a crash repeats and never skips. */
    @Incoming("events")
    @Blocking
    CompletionStage<Void> take(Message<String> message) {
        IncomingCloudEventMetadata<?> event =
                message.getMetadata(IncomingCloudEventMetadata.class).orElseThrow();
        String subject = event.getSubject().orElseThrow();
        String sequence = event.<String>getExtension("sequence").orElseThrow();
        LocalCopy.Taken taken = copy.take(
                subject,
                Long.parseLong(sequence),
                event.getExtension("sequencestart").isPresent(),
                Json.after(message.getPayload()));
        LOG.infof("%s %s %s #%s", taken, event.getType(), subject, sequence);
        return message.ack();
    }
}
