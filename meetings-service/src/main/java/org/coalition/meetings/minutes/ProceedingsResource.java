package org.coalition.meetings.minutes;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.coalition.meetings.meeting.Period;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is compiled out of minutes, as JSON or, if the caller accepts that, as Markdown. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Minutes")
class ProceedingsResource {
    private final Rapporteur rapporteur;

    ProceedingsResource(Rapporteur rapporteur) {
        this.rapporteur = rapporteur;
    }

    @GET
    @Path("minutes/{id}/proceedings")
    @Produces({MediaType.APPLICATION_JSON, MarkdownWriter.MEDIA_TYPE})
    @PermitAll
    @Operation(
            summary = "Compiles all that is recorded of a meeting",
            description = "Minutes, attendance, agenda, decisions and recommendations that the caller may know of.")
    public Proceedings getProceedings(@PathParam("id") UUID minutes) {
        return rapporteur.of(minutes);
    }

    @GET
    @Path("minutes/compilation")
    @Produces({MediaType.APPLICATION_JSON, MarkdownWriter.MEDIA_TYPE})
    @PermitAll
    @Operation(
            summary = "Compiles what is recorded of the meetings of a period",
            description =
                    "Those with minutes that were planned to start in it; at most 50, and it says if there are more.")
    public Compilation compileMinutes(@BeanParam Period period) {
        return rapporteur.over(period.checked());
    }
}
