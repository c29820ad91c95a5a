package org.coalition.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.coalition.defaults.audit.HistoryEntry;
import org.coalition.defaults.clock.Ids;
import org.coalition.defaults.identity.Caller;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.IfMatch;
import org.coalition.defaults.web.MergePatch;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class WebhookResource {
    private final Webhooks webhooks;
    private final Secrets secrets;
    private final WebhookConfig config;
    private final Caller caller;
    private final MergePatch patch;
    private final Ids ids;
    private final Clock clock;

    WebhookResource(
            Webhooks webhooks,
            Secrets secrets,
            WebhookConfig config,
            Caller caller,
            MergePatch patch,
            Ids ids,
            Clock clock) {
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.config = config;
        this.caller = caller;
        this.patch = patch;
        this.ids = ids;
        this.clock = clock;
    }

    @GET
    @Path("webhooks")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Lists the webhooks of the caller's party")
    public Page<WebhookView> listWebhooks(@BeanParam WebhookFilter filter, @BeanParam PageQuery page) {
        return webhooks.list(filter, page);
    }

    @POST
    @Path("webhooks")
    @RolesAllowed(Roles.READER)
    @ResponseStatus(201)
    @Operation(
            summary = "Registers a webhook, and tells its secret this once",
            description =
                    "The endpoint is asked at once if it agrees, by OPTIONS with WebHook-Request-Origin; it agrees by"
                            + " WebHook-Allowed-Origin, the same or *, and the webhook becomes ACTIVE.")
    public WebhookSecretView registerWebhook(@NotNull @Valid WebhookDetails details) {
        UUID id = ids.next();
        Secrets.Issued issued = secrets.issue(id);
        return issued.with(webhooks.create(() -> {
            webhooks.requireRoomFor(caller.party());
            return Webhook.register(id, caller.party(), webhooks.check(details), issued.stored(), clock.instant());
        }));
    }

    @GET
    @Path("webhooks/{id}")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Reads a webhook")
    public WebhookView getWebhook(@PathParam("id") UUID id) {
        return webhooks.get(id);
    }

    @GET
    @Path("webhooks/{id}/history")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Lists the changes of a webhook, the last first")
    public Page<HistoryEntry> listWebhookHistory(@PathParam("id") UUID id, @BeanParam PageQuery page) {
        return webhooks.history(id, page);
    }

    @PATCH
    @Path("webhooks/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Edits a webhook",
            description = "Another endpoint has to agree before anything is sent to it; what is due waits for it.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WebhookDetails.class)))
    public WebhookView reviseWebhook(
            @PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch, @NotNull JsonNode changes) {
        return webhooks.change(
                id, ifMatch, webhook -> webhook.revise(webhooks.check(patch.apply(webhook.details(), changes))));
    }

    @POST
    @Path("webhooks/{id}/verification")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Asks the endpoint of a pending or disabled webhook again if it agrees",
            description = "What happened while it was disabled is had by a replay.")
    public WebhookView verifyWebhook(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return webhooks.change(id, ifMatch, Webhook::requestVerification);
    }

    @POST
    @Path("webhooks/{id}/pausing")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Pauses a webhook", description = "What happens meanwhile is kept for it, for 30 days.")
    public WebhookView pauseWebhook(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return webhooks.change(id, ifMatch, Webhook::pause);
    }

    @POST
    @Path("webhooks/{id}/resumption")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Resumes a paused webhook, and sends what was kept for it")
    public WebhookView resumeWebhook(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return webhooks.change(id, ifMatch, Webhook::resume);
    }

    @POST
    @Path("webhooks/{id}/secret-rotation")
    @RolesAllowed(Roles.READER)
    @Operation(
            summary = "Issues a new secret, and tells it this once",
            description = "The secret before signs as well for 24 hours: each message has two signatures meanwhile.")
    public WebhookSecretView rotateWebhookSecret(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        Secrets.Issued issued = secrets.issue(id);
        return issued.with(webhooks.change(
                id,
                ifMatch,
                webhook -> webhook.rotateSecret(issued.stored(), config.secretOverlap(), clock.instant())));
    }

    @POST
    @Path("webhooks/{id}/closing")
    @RolesAllowed(Roles.READER)
    @Operation(summary = "Closes a webhook for good; nothing is sent any more")
    public WebhookView closeWebhook(@PathParam("id") UUID id, @HeaderParam("If-Match") IfMatch ifMatch) {
        return webhooks.change(id, ifMatch, Webhook::close);
    }
}
