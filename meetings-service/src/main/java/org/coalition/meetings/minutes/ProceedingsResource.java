package org.coalition.meetings.minutes;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
            description = "Minutes, attendance, agenda and outcomes, as far as the caller may know of them.")
    public Proceedings getProceedings(@PathParam("id") UUID minutes) {
        return rapporteur.of(minutes);
    }

    @GET
    @Path("minutes/compilation")
    @Produces({MediaType.APPLICATION_JSON, MarkdownWriter.MEDIA_TYPE})
    @PermitAll
    @Operation(
            summary = "Compiles what is recorded of the meetings of a series or a period",
            description = "Those with minutes; at most 50, and it says if there are more. The period is that of the"
                    + " planned start, and may be left out for a series.")
    public Compilation compileMinutes(@QueryParam("seriesId") UUID series, @BeanParam Period period) {
        return rapporteur.over(series, series != null && period.isEmpty() ? period : period.checked());
    }
}
