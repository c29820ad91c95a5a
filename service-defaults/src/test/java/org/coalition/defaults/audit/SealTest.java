package org.coalition.defaults.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.coalition.defaults.problem.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    /** The test vectors of Certificate Transparency, whose tree it is. */
    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theTreeIsThatOfTheStandard(int leaves, String root) {
        List<byte[]> all = Stream.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .map(HexFormat.of()::parseHex)
                .toList();
        assertEquals(root, AuditSeal.hex(MerkleTree.root(all.subList(0, leaves))));
    }

    @Test
    void theFieldsOfTheFormDoNotRunIntoEachOther() {
        assertFalse(hex(new CanonicalForm().with("ab").with("c"))
                .equals(hex(new CanonicalForm().with("a").with("bc"))));
        assertFalse(hex(new CanonicalForm().with(null)).equals(hex(new CanonicalForm().with(""))));
        assertFalse(hex(new CanonicalForm().with("-")).equals(hex(new CanonicalForm().with(null))));
        assertFalse(hex(new CanonicalForm().with("1:a,1:b"))
                .equals(hex(new CanonicalForm().with("1:a").with("b"))));
    }

    private static String hex(CanonicalForm form) {
        return AuditSeal.hex(form.hash(CanonicalForm.NOTHING));
    }

    @Test
    void idsAreRangesAndKnowWhatIsMissing() {
        CoveredIds ids = CoveredIds.of(List.of(1L, 2L, 3L, 5L, 8L, 9L));
        assertEquals("{[1,4),[5,6),[8,10)}", ids.toString());
        assertEquals(ids, CoveredIds.parse(ids.toString()));
        assertNull(ids.firstMissing(List.of(1L, 2L, 3L, 5L, 8L, 9L)));
        assertEquals(5L, ids.firstMissing(List.of(1L, 2L, 3L, 8L, 9L)));
        assertEquals(9L, ids.firstMissing(List.of(1L, 2L, 3L, 5L, 8L)));
        assertEquals(1L, ids.firstMissing(List.of()));
    }

    @Test
    void aSignatureIsOfTheKeyThatSigned() {
        KeyPair old = AuditRig.keyPair();
        SealKeys keys = new SealKeys(AuditRig.settings(AuditRig.KEY, 0, old, AuditRig.KEY));
        Seal seal = seal(1, keys);
        assertEquals(16, seal.keyId().length());
        assertTrue(keys.accept(seal));
        assertTrue(keys.accept(seal(1, new SealKeys(AuditRig.settings(old, 0, old)))), "of a key from before");
        assertFalse(keys.accept(seal(1, stranger())));
    }

    @Test
    void whereThereAreKeysOnlySealsFromBeforeThemGoUnsigned() {
        SealKeys none = new SealKeys(AuditRig.settings(null, 0));
        assertNull(seal(1, none).signature());
        assertTrue(none.accept(seal(1, none)));
        SealKeys since = new SealKeys(AuditRig.settings(AuditRig.KEY, 2, AuditRig.KEY));
        assertTrue(since.accept(seal(2, none)));
        assertFalse(since.accept(seal(3, none)));
        assertFalse(none.accept(seal(1, stranger())), "a signature that nobody can check is no signature");
    }

    @Test
    void keysThatAreNoneOrNoPairStopTheService() {
        assertThrows(
                IllegalStateException.class,
                () -> new SealKeys(AuditRig.settings(AuditRig.KEY, 0, AuditRig.keyPair())));
        assertThrows(IllegalStateException.class, () -> new SealKeys(AuditRig.settings(AuditRig.KEY, 0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ENTRIES",
                "ENTRIES x",
                "ENTRIES 1; DROP TABLE party",
                "ENTRIES 99999999999999999999",
                "AGGREGATES 1",
                "AGGREGATES 99999/00000000-0000-0000-0000-000000000000",
                "NOTHING 1"
            })
    void aCursorOfAnotherKindIsRefused(String text) {
        String cursor = Base64.getUrlEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThrows(Malformed.class, () -> Place.of(cursor));
        assertThrows(Malformed.class, () -> Place.of("%%"));
    }

    @Test
    void aCursorIsWhereItWasGiven() {
        for (Place place : List.of(
                Place.START,
                new Place(Place.Part.ENTRIES, "-7"),
                new Place(Place.Part.AGGREGATES, ""),
                new Place(Place.Part.AGGREGATES, "12/0198d2f0-0000-7000-8000-000000000000"),
                new Place(Place.Part.SEALS, "41"),
                new Place(Place.Part.QUEUE, ""))) {
            assertEquals(place, Place.of(place.cursor()));
        }
        assertNotNull(Place.of(null));
    }

    private static SealKeys stranger() {
        KeyPair pair = AuditRig.keyPair();
        return new SealKeys(AuditRig.settings(pair, 0, pair));
    }

    private static Seal seal(long number, SealKeys keys) {
        return Seal.over(
                List.of(new Seal.Leaf(1, new byte[32])), number, CanonicalForm.NOTHING, 1_768_212_000_123_456L, keys);
    }
}
