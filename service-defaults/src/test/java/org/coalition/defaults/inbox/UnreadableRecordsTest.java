package org.coalition.defaults.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that is none of ours, or that the database will never take, is counted and passed over; those around it are not. */
class UnreadableRecordsTest {
    private static final String GOOD = "{\"after\":{\"state\":9}}";

    private InboxRig rig;

    @BeforeEach
    void open() throws SQLException {
        rig = new InboxRig();
    }

    @AfterEach
    void close() throws InterruptedException {
        rig.close();
    }

    @Test
    void garbageIsCountedAndPassedOver() throws Exception {
        int sent = 0;
        for (Map<String, String> headers : badHeaders()) {
            rig.send(rig.open(), headers, "a", GOOD);
            sent++;
        }
        for (String value : badValues()) {
            rig.send(rig.open(), InboxRig.headers("a", 9), "a", value);
            sent++;
        }
        rig.send(rig.open(), InboxRig.headers("a", 9), "a", new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        rig.send(rig.open(), InboxRig.headers("a", 9), null, GOOD);
        sent += 2;
        rig.send(rig.open(), "a", 1);
        rig.start();
        rig.awaitTaken(sent + 1);
        assertEquals(sent, rig.status().skippedSoFar());
        assertEquals(List.of("1 1"), rig.versions("a"));
        assertEquals(1, rig.state().size());
    }

    private static List<Map<String, String>> badHeaders() {
        List<Map<String, String>> bad = new ArrayList<>();
        bad.add(Map.of());
        InboxRig.headers("a", 9).keySet().forEach(name -> {
            Map<String, String> without = InboxRig.headers("a", 9);
            without.remove(name);
            bad.add(without);
            bad.add(with(name, ""));
        });
        for (String type : new String[] {"thing", "org.coalition.thing.changed.v2", "org.other.thing.changed.v1"}) {
            bad.add(with("ce_type", type));
        }
        for (String sequence : new String[] {"-1", "1.5", "x", "1234567890123456789", " 1", "٣"}) {
            bad.add(with("ce_sequence", sequence));
        }
        for (String time : new String[] {"yesterday", "2026-01-12", "+999999999-01-01T00:00:00Z"}) {
            bad.add(with("ce_time", time));
        }
        bad.add(with("ce_subject", "things/a"));
        bad.add(with("ce_subject", "/v1/things/\u0000"));
        // Larger than an entry of the index on it may be; random, so that it cannot be compressed.
        bad.add(with("ce_subject", "/v1/things/" + noise(8000)));
        bad.add(with("ce_dataclassification", "\u0000"));
        return bad;
    }

    private static List<String> badValues() {
        List<String> bad = new ArrayList<>();
        bad.add(null);
        bad.addAll(List.of(
                "",
                "{",
                "[]",
                "7",
                "{}",
                "{\"after\":null}",
                "{\"after\":[]}",
                "{\"after\":\"a\"}",
                "{\"after\":{}} {}",
                "{\"after\":{},\"after\":{}}",
                "{\"after\":{\"state\":1,\"state\":2}}",
                "{\"after\":{\"state\":NaN}}",
                "{\"after\":{\"state\":\"\\u0000\"}}",
                "{\"after\":{\"state\":1e400000}}",
                "{\"after\":{\"state\":" + "[".repeat(5000) + "]".repeat(5000) + "}}"));
        return bad;
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> headers = InboxRig.headers("a", 9);
        headers.put(name, value);
        return headers;
    }

    private static String noise(int length) {
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder();
        while (noise.length() < length) {
            noise.append((char) ('!' + random.nextInt(90)));
        }
        return noise.toString();
    }
}
