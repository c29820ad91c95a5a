package org.coalition.defaults.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to the trail by one who may do anything in the database is found. */
class TamperingTest {
    /** Rewrites the chain of one aggregate from its fields, as a forger does who knows the form. */
    private static final String REHASH = """
            DO $$ DECLARE entry audit_entry; previous bytea := decode(repeat('00', 32), 'hex'); BEGIN
              FOR entry IN SELECT * FROM audit_entry WHERE aggregate_id = '%s' ORDER BY aggregate_version LOOP
                previous := audit_hash(entry, previous);
                UPDATE audit_entry SET hash = previous WHERE id = entry.id;
              END LOOP;
            END $$""";

    private AuditRig rig;
    private UUID other;
    private UUID thing;

    /** Entries 1 to 3 of another thing and 4 to 8 of the thing are sealed; 9 and 10, its versions 6 and 7, wait. */
    @BeforeEach
    void write() throws Exception {
        rig = new AuditRig();
        other = rig.thing(3);
        rig.seal();
        thing = rig.thing(5);
        rig.seal();
        AuditRig.change(rig.connection, thing, 6, "{\"title\": \"6\"}", "because");
        AuditRig.change(rig.connection, thing, 7, "{\"title\": \"7\"}", null);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void whatNobodyTouchedIsIntactAndCounted() throws Exception {
        AuditVerification found = rig.verify();
        assertTrue(found.intact(), () -> found.toString());
        assertEquals(new AuditVerification(true, null, 10, 2, 2, 2, null), found);
        assertEquals(new AuditVerification(true, null, 7, 1, 0, 2, null), rig.verify(thing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "actor = 'somebody else'",
                "party = NULL",
                "party = ''",
                "action = 'org.coalition.thing.changed.v2'",
                "noun = 'things'",
                "before = NULL",
                "before = 'null'",
                "before = '{\"title\": \"6 \"}'",
                "after = '{\"title\": 6}'",
                "after = '{}'",
                "reason = NULL",
                "reason = 'because '",
                "request_id = 'other'",
                "actor = 'somebodyG', party = 'B'",
                "hash = set_bit(hash, 0, 1 - get_bit(hash, 0))",
                "hash = set_bit(hash, 255, 1 - get_bit(hash, 255))"
            })
    void anAlteredFieldIsFoundAtItsEntry(String change) throws Exception {
        rig.tamper("UPDATE audit_entry SET " + change + " WHERE id = 9");
        found(LinkRule.ALTERED_ENTRY, 9L, null);
        assertEquals(LinkRule.ALTERED_ENTRY, rig.verify(thing).broken().rule());
        assertTrue(rig.verify(other).intact());
    }

    @Test
    void anAlteredSealedEntryIsFoundAtItself() throws Exception {
        rig.tamper("UPDATE audit_entry SET actor = 'nobody' WHERE id = 5");
        found(LinkRule.ALTERED_ENTRY, 5L, null);
    }

    @Test
    void anotherIdIsFound() throws Exception {
        rig.tamper("ALTER TABLE audit_entry ALTER id DROP IDENTITY; UPDATE audit_entry SET id = 99 WHERE id = 9");
        found(LinkRule.ALTERED_ENTRY, 99L, null);
    }

    @Test
    void anotherVersionIsFound() throws Exception {
        rig.tamper("UPDATE audit_entry SET aggregate_version = 8 WHERE id = 10");
        found(LinkRule.MISSING_ENTRY, 10L, null);
    }

    @Test
    void anotherResourceIsFound() throws Exception {
        rig.tamper("UPDATE audit_entry SET aggregate_id = '" + other + "' WHERE id = 10");
        found(LinkRule.MISSING_ENTRY, 10L, null);
    }

    @ParameterizedTest
    @CsvSource({
        "4, MISSING_ENTRY, 5", // The first of a chain: the one after it tells.
        "6, MISSING_ENTRY, 7", // One amid it.
        "9, MISSING_ENTRY, 10", // One that waits.
    })
    void aDeletedEntryIsFoundAtTheNext(long deleted, LinkRule rule, long at) throws Exception {
        rig.tamper("DELETE FROM audit_entry WHERE id = " + deleted);
        found(rule, at, null);
    }

    @Test
    void aDeletedLastEntryIsACutTail() throws Exception {
        rig.tamper("DELETE FROM audit_entry WHERE id = 10; DELETE FROM audit_unsealed WHERE entry_id = 10");
        BrokenLink broken = found(LinkRule.CUT_TAIL, null, null);
        assertEquals(thing, broken.aggregateId());
    }

    @Test
    void aDeletedLastEntryIsMissedByItsSealAlsoIfItsResourceIsPutBack() throws Exception {
        rig.tamper("DELETE FROM audit_entry WHERE id = 3; UPDATE thing SET version = 2 WHERE id = '" + other + "'");
        found(LinkRule.MISSING_ENTRY, 3L, 1L);
    }

    @Test
    void aDeletedWaitingEntryIsMissedInTheQueueAlsoIfItsResourceIsPutBack() throws Exception {
        rig.tamper("DELETE FROM audit_entry WHERE id = 10; UPDATE thing SET version = 6 WHERE id = '" + thing + "'");
        found(LinkRule.MISSING_ENTRY, 10L, null);
        rig.sealing().perform(rig.connection);
        found(LinkRule.MISSING_ENTRY, 10L, null);
    }

    @Test
    void twoEntriesThatChangedPlacesAreFound() throws Exception {
        rig.tamper("UPDATE audit_entry SET aggregate_version = -aggregate_version WHERE id IN (5, 6);"
                + " UPDATE audit_entry SET aggregate_version = CASE id WHEN 5 THEN 3 ELSE 2 END WHERE id IN (5, 6)");
        found(LinkRule.ALTERED_ENTRY, 5L, null);
    }

    @Test
    void twoEntriesThatChangedWhatTheySayAreFound() throws Exception {
        rig.tamper("UPDATE audit_entry e SET after = o.after, hash = o.hash FROM audit_entry o"
                + " WHERE (e.id, o.id) IN ((5, 6), (6, 5))");
        found(LinkRule.ALTERED_ENTRY, 5L, null);
    }

    @Test
    void anEmptyTableIsMissedByItsSeals() throws Exception {
        rig.tamper("TRUNCATE audit_entry");
        found(LinkRule.MISSING_ENTRY, 1L, 1L);
    }

    @Test
    void anEmptyTableIsMissedByItsSealsAlsoIfTheResourcesAreGone() throws Exception {
        rig.tamper("TRUNCATE audit_entry; TRUNCATE thing; TRUNCATE audit_unsealed");
        found(LinkRule.MISSING_ENTRY, 1L, 1L);
    }

    @Test
    void anEmptyTableIsAMissingChainAlsoIfTheSealsAreGone() throws Exception {
        rig.tamper("TRUNCATE audit_entry; TRUNCATE audit_seal; TRUNCATE audit_unsealed");
        assertNotNull(found(LinkRule.MISSING_CHAIN, null, null).aggregateId());
    }

    @Test
    void anInsertedEntryIsFoundWhateverItsHashIs() throws Exception {
        rig.tamper(
                "INSERT INTO audit_entry (at, actor, action, noun, aggregate_id, aggregate_version, after, request_id, hash)"
                        + " SELECT at, actor, action, noun, aggregate_id, 8, after, request_id, hash FROM audit_entry WHERE id = 10");
        found(LinkRule.ALTERED_ENTRY, 11L, null);
        rig.tamper(REHASH.formatted(thing));
        found(LinkRule.UNSEALED_ENTRY, 11L, null);
        rig.tamper("INSERT INTO audit_unsealed VALUES (11)");
        assertEquals(thing, found(LinkRule.STRAY_ENTRY, null, null).aggregateId());
    }

    @Test
    void anInsertedChainOfNothingIsFoundThoughItIsHashedAndSealed() throws Exception {
        UUID nothing = rig.thing(2);
        rig.tamper("DELETE FROM thing WHERE id = '" + nothing + "'");
        rig.seal();
        found(LinkRule.STRAY_ENTRY, 11L, null);
    }

    @Test
    void aForgedAndRehashedChainIsFoundByItsSeal() throws Exception {
        rig.tamper("UPDATE audit_entry SET actor = 'nobody' WHERE id = 5; " + REHASH.formatted(thing));
        found(LinkRule.FORGED_ENTRIES, null, 2L);
    }

    @Test
    void aForgedChainUnderForgedSealsIsFoundByTheirSignatures() throws Exception {
        rig.tamper("UPDATE audit_entry SET actor = 'nobody' WHERE id = 5; " + REHASH.formatted(thing)
                + "; DELETE FROM outbox_event; INSERT INTO audit_unsealed SELECT id FROM audit_entry WHERE id BETWEEN 4 AND 8;"
                + " DELETE FROM audit_seal WHERE number = 2");
        SealKeys genuine = new SealKeys(AuditRig.settings(AuditRig.KEY, 0, AuditRig.KEY));
        var forger = AuditRig.keyPair();
        rig.keys(new SealKeys(AuditRig.settings(forger, 0, forger)));
        rig.seal();
        rig.keys(genuine);
        found(LinkRule.BAD_SIGNATURE, null, 2L);
        rig.tamper("UPDATE audit_seal SET key_id = NULL, signature = NULL WHERE number = 2");
        found(LinkRule.BAD_SIGNATURE, null, 2L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "entries = 4",
                "root = set_bit(root, 7, 1 - get_bit(root, 7))",
                "previous = set_bit(previous, 7, 1 - get_bit(previous, 7))",
                "hash = set_bit(hash, 7, 1 - get_bit(hash, 7))"
            })
    void anAlteredSealIsFound(String change) throws Exception {
        rig.tamper("UPDATE audit_seal SET " + change + " WHERE number = 1");
        found(LinkRule.ALTERED_SEAL, null, 1L);
    }

    @Test
    void aSealThatCoversLessIsFoundAtWhatItLeaves() throws Exception {
        rig.tamper("UPDATE audit_seal SET covers = '{[1,3)}' WHERE number = 1");
        found(LinkRule.UNSEALED_ENTRY, 3L, null);
        rig.tamper("INSERT INTO audit_unsealed VALUES (3)");
        found(LinkRule.ALTERED_SEAL, null, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature = set_byte(signature, 0, 255 - get_byte(signature, 0))", "key_id = 'another'"})
    void anAlteredSignatureIsFound(String change) throws Exception {
        rig.tamper("UPDATE audit_seal SET " + change + " WHERE number = 1");
        found(LinkRule.BAD_SIGNATURE, null, 1L);
    }

    @Test
    void aDeletedSealIsFoundByTheEntriesThatItLeaves() throws Exception {
        rig.tamper("DELETE FROM audit_seal WHERE number = 1");
        found(LinkRule.UNSEALED_ENTRY, 1L, null);
        rig.tamper("INSERT INTO audit_unsealed VALUES (1), (2), (3)");
        found(LinkRule.MISSING_SEAL, null, 2L);
    }

    @Test
    void behindABrokenLinkTheWalkGoesOn() throws Exception {
        rig.tamper("UPDATE audit_entry SET actor = 'nobody' WHERE id IN (2, 9)");
        AuditVerification first = rig.verify();
        assertEquals(2L, first.broken().entry());
        AuditVerification second = rig.goOn(first);
        assertEquals(9L, second.broken().entry());
        AuditVerification rest = rig.goOn(second);
        assertTrue(rest.intact(), () -> rest.toString());
        assertEquals(2, rest.seals());
    }

    private BrokenLink found(LinkRule rule, Long entry, Long seal) throws Exception {
        AuditVerification found = rig.verify();
        assertFalse(found.intact(), "nothing was found");
        assertEquals(rule, found.broken().rule(), () -> found.toString());
        assertEquals(entry, found.broken().entry(), () -> found.toString());
        assertEquals(seal, found.broken().seal(), () -> found.toString());
        return found.broken();
    }
}
