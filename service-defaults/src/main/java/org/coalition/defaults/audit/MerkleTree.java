package org.coalition.defaults.audit;

import java.security.MessageDigest;
import java.util.List;

/** The Merkle tree hash of RFC 9162, section 2.1.1, so that the place of one entry under a seal can be proven to others. */
final class MerkleTree {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** The hash of the whole tree; that of no leaves is the hash of nothing. */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return CanonicalForm.sha256().digest();
        }
        MessageDigest digest = CanonicalForm.sha256();
        if (leaves.size() == 1) {
            digest.update(LEAF);
            return digest.digest(leaves.get(0));
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        byte[] first = root(leaves.subList(0, left));
        byte[] second = root(leaves.subList(left, leaves.size()));
        digest.update(NODE);
        digest.update(first);
        return digest.digest(second);
    }
}
