package org.coalition.gateway.events;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event of the log: a CloudEvent 1.0 with what the gateway knows of who may know of it. What is given out is what {@link #as} makes of
 * it for somebody; the event itself is for nobody.
 */
public final class LoggedEvent {
    private static final String SEQUENCE_START = "sequencestart";
    private static final String TYPE = "type";
    private static final String CONTENT_TYPE = "datacontenttype";

    private final String stream;
    /** Names and values in turn: a map would be most of the memory that the events of the log take. */
    private final List<String> attributes;

    private final byte[] data;
    private final Circle before;
    private final Circle after;

    /**
     * @param attributes names and values in turn
     * @param data null if it has none
     * @param before who could know of the resource until then
     * @param after who may know of it from then on
     */
    LoggedEvent(String stream, List<String> attributes, byte[] data, Circle before, Circle after) {
        this.stream = stream;
        this.attributes = attributes;
        this.data = data;
        this.before = before;
        this.after = after;
    }

    /** The id of the meeting or initiative, or whatever stands by itself, to which the resource belongs. */
    public String stream() {
        return stream;
    }

    /** The value of an attribute, by its name in CloudEvents; null if it has none. */
    public String attribute(String name) {
        for (int i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return null;
    }

    /** The attributes, in the order in which they are written. */
    public Map<String, String> attributes() {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < attributes.size(); i += 2) {
            map.put(attributes.get(i), attributes.get(i + 1));
        }
        return map;
    }

    public String id() {
        return attribute("id");
    }

    public String type() {
        return attribute(TYPE);
    }

    public String subject() {
        return attribute("subject");
    }

    /** The party for which the change was made. */
    public Optional<String> party() {
        return Optional.ofNullable(attribute("partykey"));
    }

    /** When the service recorded it. */
    public Instant recordedAt() {
        return Instant.parse(attribute("recordedtime"));
    }

    /** The data as JSON in UTF-8, on one line; none for an event that only withholds the resource. */
    public Optional<byte[]> data() {
        return data == null ? Optional.empty() : Optional.of(data.clone());
    }

    /**
     * The event as this subscriber may know it: as it is; as a new beginning if the subscriber could not know of the resource before; without
     * data, as the news that the resource is withheld, if it no longer may; or not at all.
     */
    public Optional<LoggedEvent> as(Viewer viewer) {
        return Optional.ofNullable(seenBy(viewer));
    }

    LoggedEvent seenBy(Viewer viewer) {
        if (after.includes(viewer)) {
            return before.includes(viewer) || attribute(SEQUENCE_START) != null ? this : asNewBeginning();
        }
        return before.includes(viewer) ? asWithheld() : null;
    }

    private LoggedEvent asNewBeginning() {
        List<String> marked = new ArrayList<>(attributes);
        marked.add(SEQUENCE_START);
        marked.add("true");
        return new LoggedEvent(stream, marked, data, before, after);
    }

    private LoggedEvent asWithheld() {
        List<String> bare = new ArrayList<>();
        for (int i = 0; i < attributes.size(); i += 2) {
            String name = attributes.get(i);
            String value = attributes.get(i + 1);
            if (!name.equals(CONTENT_TYPE)) {
                bare.add(name);
                bare.add(name.equals(TYPE) ? withheld(value) : value);
            }
        }
        return new LoggedEvent(stream, bare, null, before, after);
    }

    /** {@code org.coalition.meeting.revised.v1} becomes {@code org.coalition.meeting.withheld.v1}. */
    private static String withheld(String type) {
        int version = type.lastIndexOf('.');
        int verb = type.lastIndexOf('.', version - 1);
        return type.substring(0, verb + 1) + "withheld" + type.substring(version);
    }

    /** The event in the structured form of CloudEvents, as JSON on one line. */
    public byte[] json() {
        StringBuilder head = new StringBuilder(640);
        for (int i = 0; i < attributes.size(); i += 2) {
            head.append(head.isEmpty() ? '{' : ',')
                    .append('"')
                    .append(attributes.get(i))
                    .append("\":\"");
            JsonStringEncoder.getInstance().quoteAsString(attributes.get(i + 1), head);
            head.append('"');
        }
        if (data != null) {
            head.append(",\"data\":");
        }
        byte[] begin = head.toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(begin.length + size() + 1);
        whole.writeBytes(begin);
        if (data != null) {
            whole.writeBytes(data);
        }
        whole.write('}');
        return whole.toByteArray();
    }

    /** Bytes of its data. */
    int size() {
        return data == null ? 0 : data.length;
    }

    @Override
    public String toString() {
        return type() + ' ' + subject() + ' ' + attribute("sequence");
    }
}
