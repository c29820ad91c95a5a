package org.coalition.meetings.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1")
@Produces(CalendarResource.MEDIA_TYPE)
@Tag(name = "Calendar")
class CalendarResource {
    static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

    private final Calendars calendars;

    CalendarResource(Calendars calendars) {
        this.calendars = calendars;
    }

    @GET
    @Path("meetings/{id}/calendar")
    @PermitAll
    @Operation(summary = "Reads a meeting as a calendar")
    public CalendarView getMeetingCalendar(@PathParam("id") UUID meeting) {
        return calendars.ofMeeting(meeting);
    }

    @GET
    @Path("series/{id}/calendar")
    @PermitAll
    @Operation(
            summary = "Reads a series as a calendar",
            description = "Its rule, and of its meetings that the caller may know of the latest 500.")
    public CalendarView getSeriesCalendar(@PathParam("id") UUID series) {
        return calendars.ofSeries(series);
    }

    @GET
    @Path("parties/{code}/calendar")
    @PermitAll
    @Operation(
            summary = "Reads the calendar of a party",
            description = "Meetings that it hosts, chairs or has a delegation to and that the caller may know of: "
                    + "planned from a year ago to two years ahead, the latest 500.")
    public CalendarView getPartyCalendar(@PathParam("code") String party) {
        return calendars.ofParty(party);
    }
}
