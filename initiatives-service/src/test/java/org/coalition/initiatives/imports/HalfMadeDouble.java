package org.coalition.initiatives.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.problem.Conflict;
import org.coalition.initiatives.contribution.Contributions;
import org.coalition.initiatives.contribution.Instrument;
import org.coalition.initiatives.contribution.OpenContribution;
import org.coalition.initiatives.contribution.Track;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Imports three lines, of which the second is refused when it has been opened. */
@Path("/v1/half-made-double/{initiative}")
@Produces(MediaType.APPLICATION_JSON)
public class HalfMadeDouble {
    private final Imports imports;
    private final Contributions contributions;

    HalfMadeDouble(Imports imports, Contributions contributions) {
        this.imports = imports;
        this.contributions = contributions;
    }

    @POST
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(hidden = true)
    public RestResponse<ImportReport> take(@PathParam("initiative") UUID initiative, @BeanParam ImportMode mode) {
        return imports.take(
                Stream.of("first", "second", "third")
                        .map(name -> new Candidate("/" + name, List.of(), () -> open(initiative, name)))
                        .toList(),
                mode);
    }

    private List<String> open(UUID initiative, String name) {
        UUID line = contributions.takeIn(
                initiative,
                new OpenContribution(Track.MILITARY, Instrument.GRANT, name, "EUR", null, null, null, null));
        if (name.equals("second")) {
            throw new Conflict("There is something against it.");
        }
        return List.of("/v1/contributions/" + line);
    }
}
