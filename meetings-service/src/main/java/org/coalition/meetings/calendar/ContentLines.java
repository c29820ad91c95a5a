package org.coalition.meetings.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Content lines of at most 75 octets; longer ones go on after a line break and a space (RFC 5545, section 3.1). */
final class ContentLines {
    private static final int MOST_OCTETS = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private ContentLines() {}

    /** Folds between characters, so that each line is good UTF-8 by itself. */
    static byte[] folded(String text) {
        ByteArrayOutputStream folded = new ByteArrayOutputStream(text.length() + text.length() / 16);
        int octets = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            byte[] bytes = Character.toString(character).getBytes(StandardCharsets.UTF_8);
            boolean lineBreak = character == '\r' || character == '\n';
            if (!lineBreak && octets + bytes.length > MOST_OCTETS) {
                folded.writeBytes(FOLD);
                octets = 1;
            }
            folded.writeBytes(bytes);
            octets = lineBreak ? 0 : octets + bytes.length;
        }
        return folded.toByteArray();
    }
}
