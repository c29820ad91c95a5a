package org.coalition.defaults.audit;

import java.util.List;

/**
 * Fixes the entries of the audit trail that came in since the seal before: whoever keeps its hash can prove later that none
 * of them has been changed, taken away or put in.
 *
 * @param micros when it was set, in microseconds since 1970, on the database's clock
 * @param covers the ids of the entries, as PostgreSQL writes them
 * @param root the Merkle tree hash over the hashes of the entries
 * @param previous the hash of the seal before
 * @param keyId null if it is not signed
 */
record Seal(
        long number,
        long micros,
        String covers,
        int entries,
        byte[] root,
        byte[] previous,
        byte[] hash,
        String keyId,
        byte[] signature) {

    /** An entry as a seal knows it. */
    record Leaf(long id, byte[] hash) {}

    /** The next seal, over these entries in the order of their ids. */
    static Seal over(List<Leaf> leaves, long number, byte[] previous, long micros, SealKeys keys) {
        String covers = CoveredIds.of(leaves.stream().map(Leaf::id).toList()).toString();
        byte[] root = root(leaves);
        byte[] hash = form(number, micros, covers, leaves.size(), root).hash(previous);
        SealKeys.Signed signed = keys.sign(hash);
        return new Seal(
                number, micros, covers, leaves.size(), root, previous, hash, signed.keyId(), signed.signature());
    }

    static byte[] root(List<Leaf> leaves) {
        return MerkleTree.root(leaves.stream().map(Leaf::hash).toList());
    }

    /** The hash that it should have. */
    byte[] recomputed() {
        return form(number, micros, covers, entries, root).hash(previous);
    }

    private static CanonicalForm form(long number, long micros, String covers, int entries, byte[] root) {
        return new CanonicalForm()
                .with(number)
                .with(micros)
                .with(covers)
                .with(entries)
                .with(AuditSeal.hex(root));
    }
}
