package org.coalition.meetings.consultation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Sorted;
import org.coalition.meetings.meeting.Period;
import org.coalition.meetings.meeting.Reason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Consultations")
class ConsultationResource {
    private final Consultations consultations;
    private final ShortenedSilence silence;
    private final Stopwatch stopwatch;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    ConsultationResource(
            Consultations consultations,
            ShortenedSilence silence,
            Stopwatch stopwatch,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.consultations = consultations;
        this.silence = silence;
        this.stopwatch = stopwatch;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("consultations")
    @PermitAll
    @Operation(summary = "Lists the urgent consultations that the caller may know of")
    @Sorted("title")
    public Page<ConsultationView> listConsultations(
            @QueryParam("status") ConsultationStatus status,
            @QueryParam("q")
                    @Size(max = 200)
                    @Parameter(
                            description =
                                    "Words of title, trigger and proposed responses, by their stems; a phrase in quotes, a word to exclude after a minus.")
                    String q,
            @BeanParam PageQuery page) {
        return consultations.list(status, q, page);
    }

    @POST
    @Path("consultations")
    @RolesAllowed(Roles.CHAIR)
    @ResponseStatus(201)
    @Operation(summary = "Calls parties to an urgent consultation")
    public ConsultationView callConsultation(@NotNull @Valid CallConsultation call) {
        return consultations.create(() -> Consultation.call(
                ids.next(), consultations.check(call), consultations::everybody, caller.party(), clock.instant()));
    }

    @GET
    @Path("consultations/{id}")
    @PermitAll
    @Operation(summary = "Reads an urgent consultation")
    public ConsultationView getConsultation(@PathParam("id") UUID id) {
        return consultations.get(id);
    }

    @GET
    @Path("consultations/{id}/history")
    @PermitAll
    @Operation(summary = "Lists the changes of an urgent consultation, the last first")
    public Page<HistoryEntry> listConsultationHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return consultations.history(id, page);
    }

    @POST
    @Path("consultations/{id}/acknowledgements")
    @RolesAllowed({Roles.CHAIR, Roles.CONTRIBUTOR})
    @Operation(
            summary = "Acknowledges a consultation for the caller's party",
            description = "Once; again changes nothing. Needs no If-Match: parties do so independently of each other.")
    public ConsultationView acknowledgeConsultation(@PathParam("id") UUID id) {
        return consultations.change(
                id, IfMatch.ANY, consultation -> consultation.acknowledge(caller.party(), clock.instant()));
    }

    @POST
    @Path("consultations/{id}/silence-procedure")
    @RolesAllowed(Roles.CHAIR)
    @Operation(
            summary = "Puts a text to the consulted parties under a shortened silence procedure",
            description = "At an online meeting that begins with it; its decision is linked by decisionId.")
    public ConsultationView openSilence(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid OpenSilence text) {
        return silence.open(id, ifMatch, text);
    }

    @POST
    @Path("consultations/{id}/conclusion")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Concludes a consultation", description = "The reason says with what outcome.")
    public ConsultationView concludeConsultation(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason outcome) {
        return consultations.change(
                id, ifMatch, consultation -> consultation.conclude(outcome.reason(), caller.party(), clock.instant()));
    }

    @POST
    @Path("consultations/{id}/cancellation")
    @RolesAllowed(Roles.CHAIR)
    @Operation(summary = "Cancels a consultation in which no text was put to the parties")
    public ConsultationView cancelConsultation(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull @Valid Reason why) {
        return consultations.change(
                id, ifMatch, consultation -> consultation.cancel(why.reason(), caller.party(), clock.instant()));
    }

    @GET
    @Path("consultations/{id}/timing")
    @PermitAll
    @Operation(summary = "Tells how soon a consultation was acknowledged and decided")
    public ConsultationTiming getConsultationTiming(@PathParam("id") UUID id) {
        return stopwatch.of(id);
    }

    @GET
    @Path("reports/consultations")
    @PermitAll
    @Operation(
            summary = "Reports how soon the consultations of a period were acknowledged and decided",
            description = "Over what the caller may know of; at most 500, and it says if there are more.")
    public ConsultationReport reportConsultations(@BeanParam Period period) {
        return stopwatch.over(period.checked());
    }
}
