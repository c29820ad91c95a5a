package org.coalition.initiatives.imports;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How the caller wants an import to be made. */
public class ImportMode {
    /** RFC 7240, section 4.4; a preference that is not known is passed over. */
    private static final Pattern LENIENT = Pattern.compile(
            "(?:^|.*,)[ \\t]*handling[ \\t]*=[ \\t]*\"?lenient\"?[ \\t]*(?:[;,].*)?", Pattern.CASE_INSENSITIVE);

    /** What it means is the same for every operation; here it is only told. */
    @QueryParam("validateOnly")
    @Parameter(hidden = true)
    Boolean validateOnly;

    @HeaderParam("Prefer")
    @Parameter(description = "`handling=lenient` takes each item for itself and answers 207; otherwise all or none.")
    String prefer;

    boolean isLenient() {
        return prefer != null && LENIENT.matcher(prefer).matches();
    }

    boolean isOnlyToValidate() {
        return Boolean.TRUE.equals(validateOnly);
    }
}
