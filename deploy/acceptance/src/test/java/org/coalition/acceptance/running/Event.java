package org.coalition.acceptance.running;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of a topic, as the SDK of the CloudEvents project reads it. */
public record Event(String topic, int partition, String key, CloudEvent cloud, JsonNode data) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Event of(ConsumerRecord<String, byte[]> message) {
        CloudEvent cloud = KafkaMessageFactory.createReader(message).toEvent();
        return new Event(message.topic(), message.partition(), message.key(), cloud, data(cloud));
    }

    public String subject() {
        return cloud.getSubject();
    }

    public long sequence() {
        return Long.parseLong(extension("sequence"));
    }

    public String extension(String name) {
        return String.valueOf(cloud.getExtension(name));
    }

    /** Whether it only says that the resource is no longer for this topic. */
    public boolean isWithheld() {
        return cloud.getData() == null;
    }

    /** The resource as it was after the change. */
    public JsonNode after() {
        return data.path("after");
    }

    private static JsonNode data(CloudEvent cloud) {
        try {
            return cloud.getData() == null
                    ? MissingNode.getInstance()
                    : JSON.readTree(cloud.getData().toBytes());
        } catch (IOException e) {
            throw new AssertionError("The data of " + cloud + " are no JSON", e);
        }
    }
}
