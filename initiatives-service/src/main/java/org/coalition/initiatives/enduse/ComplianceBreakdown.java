package org.coalition.initiatives.enduse;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** By what to break compliance down. */
public class ComplianceBreakdown {
    @QueryParam("by")
    @DefaultValue("recipient")
    @Parameter(description = "Of recipient, holder, party (the giver) and initiative, with commas.")
    String by;

    Set<ComplianceKey> keys() {
        return ComplianceKey.parse(by);
    }
}
