package org.coalition.gateway.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

/** An event as a service's outbox and relay put it into a topic. */
public final class Announcement {
    private static final AtomicLong POSITIONS = new AtomicLong();
    private static final int PARTITIONS = 6;

    private final String service;
    private final String key;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private boolean restricted;
    private String data;

    private Announcement(String service, String key, String subject, long sequence) {
        this.service = service;
        this.key = key;
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_source", "/" + service);
        headers.put("ce_type", "org.coalition.meeting.revised.v1");
        headers.put("ce_subject", subject);
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_recordedtime", Instant.now().toString());
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_partykey", "GB");
        headers.put("ce_dataclassification", "COALITION");
        headers.put("content-type", "application/json");
        data = "{\"after\":{\"version\":%d},\"changed\":[\"title\"],\"facts\":{}}".formatted(sequence);
    }

    /** A change of a meeting that the coalition knows of. */
    public static Announcement of(String meeting, long sequence) {
        return new Announcement("meetings", meeting, "/v1/meetings/" + meeting, sequence);
    }

    /** The same of the other service. */
    public static Announcement ofInitiative(String initiative, long sequence) {
        return new Announcement("initiatives", initiative, "/v1/initiatives/" + initiative, sequence);
    }

    public Announcement about(String subject) {
        headers.put("ce_subject", subject);
        return this;
    }

    public Announcement type(String type) {
        headers.put("ce_type", type);
        return this;
    }

    public Announcement by(String party) {
        headers.put("ce_partykey", party);
        return this;
    }

    /** For everybody. */
    public Announcement open() {
        headers.put("ce_dataclassification", "PUBLIC");
        return this;
    }

    /** On the restricted topic, for these parties. */
    public Announcement restrictedTo(String parties) {
        restricted = true;
        headers.put("ce_dataclassification", "RESTRICTED");
        headers.put("ce_audience", parties);
        return this;
    }

    /** On the restricted topic, and no word of for whom. */
    public Announcement restricted() {
        restricted = true;
        headers.put("ce_dataclassification", "RESTRICTED");
        return this;
    }

    public Announcement before(String audience) {
        headers.put("ce_audiencebefore", audience);
        return this;
    }

    public Announcement with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** What consumers of the open topic get when a resource leaves it. */
    public Announcement withheld() {
        data = null;
        headers.put("ce_dataclassification", "RESTRICTED");
        return type("org.coalition.meeting.withheld.v1");
    }

    public Announcement data(String json) {
        data = json;
        return this;
    }

    public String id() {
        return headers.get("ce_id");
    }

    String topic() {
        return "coalition." + service + (restricted ? ".restricted" : "");
    }

    static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    ProducerRecord<String, String> record() {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic(), partition(key), key, data);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        String position = Long.toString(POSITIONS.incrementAndGet());
        record.headers().add("ce_position", position.getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
