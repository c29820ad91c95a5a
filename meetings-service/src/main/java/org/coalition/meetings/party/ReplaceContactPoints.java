package org.coalition.meetings.party;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All contact points of a party; what is left out is removed.")
record ReplaceContactPoints(
        @NotNull @Size(max = ReplaceContactPoints.MOST) List<@NotNull @Valid ContactPoint> contactPoints) {
    static final int MOST = 100;
}
