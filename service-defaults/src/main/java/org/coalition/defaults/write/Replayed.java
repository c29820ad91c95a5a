package org.coalition.defaults.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import org.coalition.defaults.web.Representation;

/** A representation as it was answered before: the web ring takes the same headers from it as it did then. */
record Replayed(String tag, String path, String body) implements Representation, JsonSerializable {
    @Override
    public void serialize(JsonGenerator json, SerializerProvider with) throws IOException {
        json.writeRawValue(body);
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider with, TypeSerializer type) throws IOException {
        serialize(json, with);
    }
}
