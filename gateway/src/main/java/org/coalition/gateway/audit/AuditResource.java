package org.coalition.gateway.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.coalition.defaults.audit.AuditEntry;
import org.coalition.defaults.audit.AuditFilter;
import org.coalition.defaults.audit.AuditLog;
import org.coalition.defaults.audit.AuditSeal;
import org.coalition.defaults.audit.AuditVerification;
import org.coalition.defaults.audit.VerifyAudit;
import org.coalition.defaults.identity.Roles;
import org.coalition.defaults.web.Page;
import org.coalition.defaults.web.PageQuery;
import org.coalition.defaults.web.Whole;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Whole
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
class AuditResource {
    private final AuditLog log;

    AuditResource(AuditLog log) {
        this.log = log;
    }

    @GET
    @Path("audit/webhooks")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            summary = "Lists who changed what of the webhooks, of resources that the caller may know of",
            description = "In the order of recording. A page can be shorter than asked for, and yet have a next one.")
    public Page<AuditEntry> listWebhooksAudit(@Valid @BeanParam AuditFilter filter, @BeanParam PageQuery page) {
        return log.list(filter, page);
    }

    @GET
    @Path("audit/webhooks/seals")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(summary = "Lists the seals of the audit trail, to be compared with those of the topic")
    public Page<AuditSeal> listWebhooksSeals(@BeanParam PageQuery page) {
        return log.seals(page);
    }

    @GET
    @Path("audit/webhooks/verify")
    @RolesAllowed(Roles.AUDITOR)
    @Operation(
            summary = "Verifies the audit trail, a bounded part at a time",
            description = "Follow next to the end for the whole of it: entries, seals, resources.")
    public AuditVerification verifyWebhooksAudit(@BeanParam VerifyAudit what) {
        return log.verify(what);
    }
}
