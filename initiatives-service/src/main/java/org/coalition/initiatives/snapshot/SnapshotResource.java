package org.coalition.initiatives.snapshot;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coalition.defaults.aggregate.SnapshotEvent;
import org.coalition.defaults.aggregate.Snapshots;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Whole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Whole
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
class SnapshotResource {
    private final Snapshots snapshots;

    SnapshotResource(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @GET
    @Path("snapshot/initiatives")
    @PermitAll
    @Operation(
            summary = "Tells what there is of the initiatives, as events to begin a copy with",
            description =
                    "Note where the events stand before the first page, and follow them from there after the last one. A page is as of"
                            + " one moment; it can be shorter than asked for, and yet have a next one.")
    public Page<SnapshotEvent> snapshotInitiatives(@BeanParam PageQuery page) {
        return snapshots.page(page);
    }
}
