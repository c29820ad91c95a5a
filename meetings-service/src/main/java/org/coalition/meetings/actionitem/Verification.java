package org.coalition.meetings.actionitem;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Which party, another than the owner, found that an action item is done.")
@Embeddable
public record Verification(
        @Column(name = "verified_by") String party,
        @Column(name = "verified_at") Instant at) {}
