package org.coalition.gateway.edge;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986, read strictly. */
final class PercentEncoding {
    private PercentEncoding() {}

    /**
     * Whether the text consists of allowed characters and of escapes that together decode to UTF-8 without control
     * characters. Overlong forms and lone surrogates are not UTF-8.
     */
    static boolean isClean(String text, int start, int end, long[] allowed) {
        byte[] escaped = null;
        int length = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int octet = i + 2 < end ? octet(text.charAt(i + 1), text.charAt(i + 2)) : -1;
                if (octet < 0x20 || octet == 0x7f) {
                    return false;
                }
                if (escaped == null) {
                    escaped = new byte[end - i];
                }
                escaped[length++] = (byte) octet;
                i += 2;
            } else if (!Target.in(allowed, c) && c != '=') {
                return false;
            } else if (escaped != null) {
                // A plain character ends a sequence of escapes, which then has to be whole.
                escaped[length++] = (byte) c;
            }
        }
        return escaped == null || isUtf8(escaped, length);
    }

    private static int octet(char high, char low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return high > 127 || low > 127 || h < 0 || l < 0 ? -1 : h << 4 | l;
    }

    private static boolean isUtf8(byte[] octets, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, 0, length))
                    .chars()
                    .noneMatch(Character::isISOControl);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
