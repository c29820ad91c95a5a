package org.coalition.defaults.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database chains, Java verifies: two programs, one form. */
class AuditChainTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"b\": 1, \"a\": 2, \"b\": 3}",
                "{\"amount\": 250000.00, \"tiny\": 1e-9, \"huge\": 123456789012345678901234567890}",
                "{\"text\": \"Kyiv, Київ, 🇺🇦, \\\"quoted\\\", \\\\, \\n\\t, \\u0007\"}",
                "{\"nested\": [{\"x\": null}, [], [[]], true]}",
                "[\"not an object\"]"
            })
    void whateverAnEntryHoldsItsHashFollows(String after) throws Exception {
        try (AuditRig rig = new AuditRig()) {
            UUID thing = UUID.randomUUID();
            for (int version = 1; version <= 3; version++) {
                AuditRig.change(rig.connection, thing, version, after, "Grüße: 5:hello,-,");
            }
            assertEquals(1, rig.seal());
            AuditVerification found = rig.verify();
            assertTrue(found.intact(), () -> found.toString());
            assertEquals(3, found.entries());
        }
    }

    @Test
    void whatWasWrittenBeforeThereWereChainsIsChainedAndSealed() throws Exception {
        try (AuditRig rig = AuditRig.unchained()) {
            UUID thing = rig.thing(3);
            rig.thing(2);
            rig.chain();
            AuditRig.change(rig.connection, thing, 4, "{}", null);
            assertEquals(6, rig.waiting());
            rig.seal();
            AuditVerification found = rig.verify();
            assertEquals(new AuditVerification(true, null, 6, 2, 1, 0, null), found);
            assertThrows(SQLException.class, () -> rig.execute("DELETE FROM audit_entry"));
        }
    }

    @Test
    void aChainWithAGapStillTakesTheNextChange() throws Exception {
        try (AuditRig rig = new AuditRig()) {
            UUID thing = rig.thing(3);
            rig.tamper("DELETE FROM audit_entry WHERE id = 2");
            AuditRig.change(rig.connection, thing, 4, "{}", null);
            assertEquals(3L, rig.verify().broken().entry());
        }
    }

    @Test
    void whatWasRolledBackLeavesNoGap() throws Exception {
        try (AuditRig rig = new AuditRig();
                Connection late = rig.another()) {
            rig.thing(1);
            late.setAutoCommit(false);
            AuditRig.change(late, UUID.randomUUID(), 1, "{}", null);
            late.rollback();
            rig.thing(1);
            assertEquals(1, rig.seal());
            assertEquals(new AuditVerification(true, null, 2, 2, 1, 0, null), rig.verify());
        }
    }

    /** The entry of a lower id is not forgotten by the seal after that of the higher one. */
    @Test
    void whatCommitsLateIsSealedLater() throws Exception {
        try (AuditRig rig = new AuditRig();
                Connection late = rig.another()) {
            late.setAutoCommit(false);
            AuditRig.change(late, UUID.randomUUID(), 1, "{}", null);
            rig.thing(2);
            assertEquals(1, rig.seal());
            assertEquals(new AuditVerification(true, null, 2, 1, 1, 0, null), rig.verify());
            late.commit();
            assertEquals(1, rig.waiting());
            assertEquals(1, rig.seal());
            assertEquals(new AuditVerification(true, null, 3, 2, 2, 0, null), rig.verify());
            assertEquals(
                    "{[1,2)}", new SealRows(rig.connection).after(1, 1).get(0).covers());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_seal SET entries = 1",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal",
                "INSERT INTO audit_seal SELECT number + 1, at, covers, entries, root, previous, hash FROM audit_seal",
                "UPDATE audit_entry SET hash = NULL",
                "INSERT INTO audit_entry (at, actor, action, noun, aggregate_id, aggregate_version, after, request_id)"
                        + " SELECT at, actor, action, noun, aggregate_id, 1, after, request_id FROM audit_entry"
            })
    void theDatabaseRefusesWhatWouldBreakTheTrail(String stray) throws Exception {
        try (AuditRig rig = new AuditRig()) {
            rig.thing(2);
            rig.seal();
            assertThrows(SQLException.class, () -> rig.execute(stray));
            assertTrue(rig.verify().intact());
        }
    }

    @Test
    void aHashOfOnesOwnIsOverwritten() throws Exception {
        try (AuditRig rig = new AuditRig()) {
            UUID thing = rig.thing(1);
            rig.execute("UPDATE thing SET version = 2;"
                    + " INSERT INTO audit_entry (at, actor, action, noun, aggregate_id, aggregate_version, after, request_id, hash)"
                    + " SELECT at, actor, action, noun, aggregate_id, 2, after, request_id, hash FROM audit_entry");
            assertTrue(rig.verify(thing).intact());
        }
    }
}
