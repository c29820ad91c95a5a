package org.coalition.defaults.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What holds for an intact audit trail, by what is wrong where it does not. */
@Schema(
        description =
                "ALTERED_ENTRY: its hash does not follow from its fields and the entry before. MISSING_ENTRY: the one before"
                        + " it, under a seal or in the queue is gone. UNSEALED_ENTRY: neither sealed nor waiting for it. STRAY_ENTRY: of"
                        + " nothing that there is, or of a version that it never had. MISSING_CHAIN: a resource without entries. CUT_TAIL: its"
                        + " last entries are gone. ALTERED_SEAL, MISSING_SEAL, BAD_SIGNATURE: as they say. FORGED_ENTRIES: entries have"
                        + " other hashes than when they were sealed.")
public enum LinkRule {
    ALTERED_ENTRY,
    MISSING_ENTRY,
    UNSEALED_ENTRY,
    STRAY_ENTRY,
    MISSING_CHAIN,
    CUT_TAIL,
    ALTERED_SEAL,
    MISSING_SEAL,
    BAD_SIGNATURE,
    FORGED_ENTRIES
}
