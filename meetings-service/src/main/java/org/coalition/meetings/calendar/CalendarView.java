package org.coalition.meetings.calendar;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.coalition.defaults.web.View;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feed as it is sent: with the headers of every other view, and its own bytes for what makes it another one. */
@Schema(type = SchemaType.STRING, description = "A calendar (RFC 5545).")
record CalendarView(String path, byte[] text) implements View {
    /** It belongs to no single aggregate. */
    @Override
    public long version() {
        return 0;
    }

    @Override
    public String tag() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
