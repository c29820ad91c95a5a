package org.coalition.gateway.endpoint;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses are of the public internet (the special-purpose registries of IANA, RFC 6890). Of IPv6 only global unicast is,
 * and of that nothing that leads to an IPv4 address by another way: so mapped, compatible, 6to4, Teredo and NAT64 addresses are
 * refused whatever they hold.
 */
final class Addresses {
    private static final List<Block> NOT_PUBLIC = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.31.196.0", 24),
            block("192.52.193.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("192.175.48.0", 24),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 4),
            block("240.0.0.0", 4),
            block("2001::", 23),
            block("2001:db8::", 32),
            block("2002::", 16),
            block("2620:4f:8000::", 48),
            block("3fff::", 20));
    private static final Block GLOBAL_UNICAST = block("2000::", 3);

    private Addresses() {}

    static boolean isPublic(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL_UNICAST.holds(address))
                && NOT_PUBLIC.stream().noneMatch(block -> block.holds(address));
    }

    private record Block(byte[] prefix, int bits) {
        boolean holds(InetAddress address) {
            byte[] other = address.getAddress();
            if (other.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            int rest = bits % 8;
            return Arrays.equals(prefix, 0, whole, other, 0, whole)
                    && (rest == 0 || ((prefix[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0);
        }
    }

    private static Block block(String prefix, int bits) {
        try {
            return new Block(InetAddress.getByName(prefix).getAddress(), bits);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(prefix + " is an address", e);
        }
    }
}
